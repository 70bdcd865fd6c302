// The rate that a tariff has before it is cut, where the sentence does not say to what: "lowers its 25% tariff on wine", "rebaja el
// arancel del 25% al vino". In: a percentage in its sentence and the leading step. Out: yes or no.
import { hitBefore, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { aboutStart, type Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** True for the one rate named in a sentence that lowers a tariff of so much. */
export function isCutFrom({ line, percent, all, lead }: RateAt): boolean {
  if (lead.action !== 'reduced' && lead.action !== 'deal-reached') return false;
  // "cuts its 25% tariff to 15%" is told by the two.
  if (all.some((other) => other.from > percent.from)) return false;
  return line.lang === 'en' ? isCutHere(line, percent) : isCutAbroad(line, percent);
}

const OWN: ReadonlySet<string> = new Set(
  'a an its their his the current existing present standing prohibitive steep punitive'.split(' '),
);
/** Adjectives where nothing stands between them and the figure: "win a reduced 15% tariff". */
const ADJECTIVES: ReadonlySet<string> = new Set(['lower', 'reduced', 'lowered', 'trimmed', 'cut']);
const DOING: ReadonlySet<string> = new Set('to will would may could can and has have'.split(' '));
const TARIFF_WITHIN = 3;

function isCutHere(line: Line, percent: Percent): boolean {
  let at = aboutStart(line, percent) - 1;
  while (OWN.has(tokenText(line, at))) at -= 1;
  const isOwned = at < aboutStart(line, percent) - 1;
  const verb = line.hits.find((hit) => hit.to === at + 1 && means(hit, 'verb', 'cut'));
  if (verb === undefined) return false;
  const isAdjective =
    ADJECTIVES.has(tokenText(line, at)) && !DOING.has(tokenText(line, verb.from - 1));
  if (isAdjective && !isOwned) return false;
  return hitsOf(line, 'tariff').some(
    (hit) => hit.from >= percent.to && hit.from - percent.to <= TARIFF_WITHIN,
  );
}

const OF: ReadonlySet<string> = new Set('de del do da du des d von van di dell'.split(' '));
/** Elsewhere such a word is another one: Polish "do" is "to". */
const WITH_OF: ReadonlySet<string> = new Set(['es', 'pt', 'fr', 'it', 'de', 'nl']);
const CUT_WITHIN = 4;

function isCutAbroad(line: Line, percent: Percent): boolean {
  if (!WITH_OF.has(line.lang)) return false;
  if (!OF.has(tokenText(line, percent.from - 2)) && !OF.has(tokenText(line, percent.from - 1)))
    return false;
  const tariff = hitBefore(line, percent.from - 1);
  if (tariff?.meanings.has('tariff') !== true || percent.from - tariff.to > 2) return false;
  const verb = hitsOf(line, 'verb').findLast((hit) => hit.to <= tariff.from);
  return (
    verb !== undefined &&
    means(verb, 'verb', 'cut') &&
    tariff.from - verb.to <= CUT_WITHIN &&
    !isParted(line, verb.to, percent.from)
  );
}

const BY: Readonly<Record<string, string>> = { pt: 'em', es: 'en' };
const BY_WITHIN = 3;

/** "tiveram o imposto cortado em 10%", "redujo el arancel en un 10%": by how much, outside titles, which leave words out. */
export function isChangedBy({ line, percent }: RateAt): boolean {
  const by = BY[line.lang];
  if (by === undefined || line.isTitle) return false;
  const at = [1, 2]
    .map((back) => percent.from - back)
    .find((place) => tokenText(line, place) === by);
  if (at === undefined || CHANGED.test(tokenText(line, at - 1)) === false) return false;
  return percent.from - at <= BY_WITHIN;
}

const CHANGED = /^(?:cort|reduz|reduc|reduj|rebaj|baix|baj|elev|aument|sub|diminu|disminu)\w*$/;
