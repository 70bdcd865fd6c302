// Rates that a sentence beside the step gives to somebody it does not hit, or to what the imposer's own sellers pay abroad: "Rivals in
// Peru pay 34%", "Makers in Peru are charged 33%". In: a percentage in its sentence. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import { isParted } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import type { RateAt } from './rate-at.ts';
import { isRemedy } from './tariff-near.ts';

const OPENING = 3;
export const RIVALS = wordGroup(
  'rivals competitors neighbours neighbors rival neighbouring neighboring',
);

/** True for "Rivals in Chile pay 34%", "Neighbouring Chile was given 34%". */
export function isOfRivals({ line, percent, sides }: RateAt): boolean {
  const at = placeOf(line, RIVALS, 0, percent.from);
  if (at < 0 || at > OPENING || isParted(line, at, percent.from)) return false;
  return !placeGroups(line).some(
    ({ codes, to }) => to <= percent.from && codes.some((code) => sides.targets.has(code)),
  );
}

export const BEARING = wordGroup(
  'pay pays paid face faces faced charged attract attracts attracted bear bears carry carries gets got negotiated threatened taxed at subject paga pagan pagam paie paient zahlt zahlen betaalt',
);
const BORNE_WITHIN = 5;

/** True for "Competing tea from Peru attracts a 33% duty", "Makers in Peru are charged 33%": nobody whom the title hits is named before. */
export function isBorneByStranger(at: RateAt): boolean {
  if (isBorne(at)) return true;
  // "Chile and Laos face 15%, Peru 10%": the second of two that are told alike.
  const { line, percent, all } = at;
  const before = all.findLast(({ to }) => to <= percent.from);
  const second = placeGroups(line).find(({ to }) => to === percent.from);
  return (
    before !== undefined &&
    second !== undefined &&
    second.from > before.to &&
    second.from - before.to <= LISTED_WITHIN &&
    !second.codes.some((code) => at.sides.targets.has(code)) &&
    isBorne({ ...at, percent: before })
  );
}

/** "..., the" between a rate and the next state. */
const LISTED_WITHIN = 2;

function isBorne({ line, percent, lead, sides }: RateAt): boolean {
  const { imposers, targets } = sides;
  if (targets.size === 0 || targets.has('WORLD') || lead.action === 'deal-reached') return false;
  // Each origin has duties of its own.
  if (isRemedy(lead)) return false;
  const titled = placeGroups(lead.line).flatMap(({ codes }) => codes);
  if (!titled.some((code) => targets.has(code))) return false;
  const groups = placeGroups(line).filter(({ to }) => to <= percent.from);
  const last = groups.at(-1);
  if (last === undefined || percent.from - last.to > BORNE_WITHIN) return false;
  const isKnown = (code: string): boolean =>
    code === 'WORLD' || imposers.has(code) || titled.some((own) => own === code);
  // "Under its pact with Chile, Peru pays 2%".
  if (groups.some(({ codes, preposition }) => preposition !== 'with' && codes.some(isKnown)))
    return false;
  // "Peru will face 20% on the same goods": the step may hit others as well.
  const mayBeHit = last.codes.some((code) => targets.has(code)) && says(line, FUTURE);
  return (
    !mayBeHit &&
    !isParted(line, last.to, percent.from) &&
    placeOf(line, BEARING, last.to, percent.from) >= 0
  );
}

const FUTURE = wordGroup('will would shall must');

export const SELLING = wordGroup(
  /^(?:sell|sells|ship|ships|export|exports|selling|shipping|exporting)$/,
);
const SELLING_WITHIN = 8;

/** True for "Canadian farmers pay 29% when they sell pork to China": what is paid abroad. */
export function isPaidAbroad({ line, percent, sides }: RateAt): boolean {
  const seller = placeGroups(line)[0];
  if (seller === undefined || seller.to > percent.from || sides.imposers.size === 0) return false;
  if (!seller.codes.every((code) => sides.imposers.has(code))) return false;
  const at = placeOf(line, SELLING, percent.to, percent.to + SELLING_WITHIN);
  return (
    at >= 0 &&
    placeGroups(line).some(
      ({ from, codes }) => from > at && !codes.some((code) => sides.imposers.has(code)),
    )
  );
}
