// Rates that somebody bears whom the step does not hit: "Singapore pays 10 percent", "rivals in Vietnam (20%)". In: a percentage in
// its sentence, and who acts on whom. Out: yes or no.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';
import type { Sides } from './rate-at.ts';

const BEARS_WITHIN = 3;

// "Singapore pays 10 percent", "the EU is capped at 15% and Britain 10%", "rivals in Vietnam (20%)" where another is hit.
/** True for the rate that is told of who is not hit by the step. */
export function isBorneByOthers(
  line: Line,
  percent: Percent,
  lead: Step,
  { imposers, targets }: Sides,
): boolean {
  if (line.isTitle || targets.size === 0 || targets.has('WORLD')) return false;
  const bearer = placeGroups(line).findLast((group) => group.to <= percent.from);
  if (bearer === undefined || percent.from - behindAside(line, bearer.to) > BEARS_WITHIN)
    return false;
  if (bearer.codes.some((code) => targets.has(code) || imposers.has(code))) return false;
  // "will pay 9%, while all others face 27%", "The rest of the world pays 10%".
  if (bearer.codes.includes('WORLD')) return false;
  // "imposes tariffs on partners": who bears what is told by the text.
  const isNamed = placeGroups(lead.line).some(({ codes }) =>
    codes.some((code) => targets.has(code)),
  );
  if (!isNamed) return false;
  // "Danish Crown gets 18.6%" where the EU is hit, "all except Brazil then face 25%".
  if (bearer.kinds.includes('demonym') || isLeftOut(line, bearer)) return false;
  // "rivals in Vietnam (20%)"; not in a list that gives those who are hit theirs: "China (45%), Laos (21%)".
  if (tokenText(line, bearer.to) === '(')
    return percent.from === bearer.to + 1 && !listsTargets(line, targets);
  if (bearer.preposition !== '' || bearer.role === 'origin') return false;
  return bears(line, bearer, percent) || isSecondBearer(line, bearer, percent, targets);
}

const SELLERS =
  /^(?:exporters?|makers?|growers?|producers?|manufacturers?|suppliers?|shippers?|sellers?|firms|companies|industry|industries|mills|farmers)$/;
const SELLER_WITHIN = 3;
const FACED_WITHIN = 4;

/** True for "helps exporters who face 50 per cent tariffs in the US": what sellers bear in a state that the step does not name. */
export function isFacedElsewhere(line: Line, percent: Percent, lead: Step): boolean {
  if (line.lang !== 'en' || line === lead.line) return false;
  const faced = hitsOf(line, 'gainer').findLast((hit) => hit.to <= percent.from);
  if (faced === undefined || percent.from - faced.to > FACED_WITHIN) return false;
  const before = line.tokens.slice(Math.max(0, faced.from - SELLER_WITHIN), faced.from);
  if (!before.some(({ text }) => SELLERS.test(text))) return false;
  const market = placeGroups(line).find(
    ({ from, role }) => role === 'place' && from >= percent.to && from - percent.to <= FACED_WITHIN,
  );
  // "will pay 25% to sell steel in Brazil": the rate of the step itself.
  const isOfTariff = hitsOf(line, 'tariff').some(
    (hit) => hit.from >= percent.to && hit.to <= (market?.from ?? 0),
  );
  return (
    market !== undefined &&
    isOfTariff &&
    !placeGroups(lead.line).some(({ codes }) => codes.some((code) => market.codes.includes(code)))
  );
}

function listsTargets(line: Line, targets: ReadonlySet<string>): boolean {
  return placeGroups(line).some(
    ({ to, codes }) =>
      tokenText(line, to) === '(' &&
      hitsOf(line, 'percent').some(({ from }) => from === to + 2) &&
      codes.some((code) => targets.has(code)),
  );
}

const ASIDE_WITHIN = 7;

// "Chile, the biggest supplier, pays 10%": the place behind what two commas hold.
function behindAside(line: Line, from: number): number {
  if (tokenText(line, from) !== ',') return from;
  for (let at = from + 1; at <= from + ASIDE_WITHIN; at += 1) {
    if (tokenText(line, at) === ',') return at + 1;
  }
  return from;
}

function bears(line: Line, bearer: PlaceGroup, percent: Percent): boolean {
  const between = line.tokens.slice(bearer.to, percent.from);
  return between.some(
    ({ text }, at) =>
      BEARING.has(text) || hitsOf(line, 'gainer').some((hit) => hit.from === bearer.to + at),
  );
}

// "pays 15% and Britain 10%"
function isSecondBearer(
  line: Line,
  bearer: PlaceGroup,
  percent: Percent,
  targets: ReadonlySet<string>,
): boolean {
  if (bearer.to !== percent.from) return false;
  const joint = tokenText(line, bearer.from - 1);
  const first = placeGroups(line).findLast((group) => group.to < bearer.from);
  if ((joint !== 'and' && joint !== ',') || first === undefined) return false;
  return !first.codes.some((code) => targets.has(code)) && bears(line, first, percent);
}

function isLeftOut(line: Line, bearer: PlaceGroup): boolean {
  return hitsOf(line, 'except').some(
    (hit) => hit.to <= bearer.from && !isParted(line, hit.to, bearer.from),
  );
}

const BEARING: ReadonlySet<string> = new Set([
  'capped',
  'pays',
  'stays',
  'remains',
  'gets',
  'taxed',
  'charged',
  'got',
]);
