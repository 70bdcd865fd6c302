// What a bloc of states without a code of its own does: "ЕАЭС введет пошлины на фольгу из Китая", "Mercosur rebaja su arancel externo
// común". In: the leading step and the roles found so far. Out: nobody lays it who is only named beside, and the tariff that a union
// charges outsiders is on goods of every origin.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { fitting } from '../words/asked-rules.ts';
import { evidenceOf, type Line } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import type { Parties } from './found.ts';

/** Blocs as other languages than English name them, folded. */
const BLOCS_ABROAD = wordGroup(
  'mercosur mercosul asean ecowas cedeao uemoa cemac eaeu eawu ueea еаэс еэк евразэс меркосур асеан caricom sacu sadc comesa eac',
);

/** True where a bloc opens the clause of the step and no state stands before it. */
export function actsAsBloc({ line, verb }: Step): boolean {
  if (line.lang === 'en') return false;
  const at = lastPlaceOf(line, BLOCS_ABROAD, 0, verb.from);
  if (at < 0) return false;
  return !placeGroups(line).some(({ to }) => to <= verb.from);
}

/** Takes away who is named beside a bloc that acts: whoever it is laid nothing. */
export function dropNamedBesideBloc(lead: Step, { imposers }: Parties): void {
  if (actsAsBloc(lead)) imposers.clear();
}

const COMMON_TARIFF = fitting(
  /\b(?:arancel(?:es)? externos? com[uú]n(?:es)?|tarifas? externas? comu(?:m|ns)|common external tariffs?|tarif ext[eé]rieur commun|tariffa esterna comune|gemeinsame[rnm]? (?:au(?:ß|ss)en)?zolltarif)(?![\p{L}])|единый таможенный тариф/iu,
);

/** True for the tariff that the members of a union charge outsiders alike. */
export function isCommonTariff(line: Line): boolean {
  return COMMON_TARIFF(line);
}

/** Sets every origin where those who change the tariff of their union were taken for those who bear it. */
export function settleCommonTariff(lead: Step, { imposers, targets }: Parties): void {
  if (!isCommonTariff(lead.line)) return;
  for (const code of [...targets.keys()]) if (imposers.has(code)) targets.delete(code);
  if (targets.size > 0) return;
  targets.set('WORLD', { value: 'WORLD', evidence: evidenceOf(lead.line, 'target:outsiders') });
}
