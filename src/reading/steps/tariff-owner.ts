// Whose tariff a noun means by the grammar around it: "a US tariff", "36% tariffs in the US", "the levy that Lima charges", "Washington
// plans a 10% tariff". In: a tariff in its sentence. Out: the country named as its owner, or none. English only.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { clauseAt } from './split-clauses.ts';

/** The country whose tariff it is, where the sentence says so. */
export function ownerOfTariff(line: Line, tariff: Hit): PlaceGroup | null {
  if (line.lang !== 'en' || !line.classes.has('place')) return null;
  const groups = placeGroups(line);
  // "Beijing opposes planned US duties": the name right before the tariff says it better than the one that may lay it.
  const named = groups.find(
    (group) => group.to === tariff.from && isNamedBefore(line, group, tariff),
  );
  return named ?? groups.find((group) => OWNING.some((owns) => owns(line, group, tariff))) ?? null;
}

/** Who takes the step and who is hit by it, as far as it is known. */
export type Known = {
  readonly imposers: { has(code: string): boolean };
  readonly targets: { has(code: string): boolean };
};

/** True for an owner who does not take the step; "the China duty" may be called after who is hit. */
export function isStranger(
  { role, kinds, isPossessive, codes }: PlaceGroup,
  known: Known,
): boolean {
  const isName = role === 'owner' && kinds.includes('name') && !isPossessive;
  return codes.every(
    (code) =>
      code !== 'WORLD' &&
      !known.imposers.has(code) &&
      !(isName && code !== 'US' && known.targets.has(code)),
  );
}

type Owns = (line: Line, group: PlaceGroup, tariff: Hit) => boolean;

const OWNING: readonly Owns[] = [isNamedBefore, isNamedBehind, isChargedThere, isLaidBy, isLaying];

const BEFORE_WITHIN = 6;
const BEHIND_WITHIN = 3;

// "a US tariff", "Washington's new 50 percent tariff".
function isNamedBefore(line: Line, group: PlaceGroup, tariff: Hit): boolean {
  const gap = tariff.from - group.to;
  // "as American tariffs bite": a tariff that is only felt makes no owner elsewhere.
  const isFelt = group.role === 'bare' && gap === 0 && group.kinds.includes('demonym');
  if (!(group.role === 'owner' || isFelt) || gap < 0 || gap > BEFORE_WITHIN) return false;
  return !isParted(line, group.to, tariff.from) && !startsAnew(line, group.to, tariff.from);
}

// "the 25 percent levies of Washington", "tariffs imposed by the US".
function isNamedBehind(line: Line, group: PlaceGroup, tariff: Hit): boolean {
  const gap = group.from - tariff.to;
  if (gap < 0 || gap > BEHIND_WITHIN || isParted(line, tariff.to, group.from)) return false;
  if (group.role === 'agent') return true;
  return group.preposition === 'of' && (group.role === 'owner' || group.role === 'place');
}

// "36% tariffs in the US", "the duty they face in Brazil".
function isChargedThere(_line: Line, group: PlaceGroup, tariff: Hit): boolean {
  const gap = group.from - tariff.to;
  return group.role === 'place' && group.preposition === 'in' && gap > 0 && gap <= BEHIND_WITHIN;
}

const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'the', 'has', 'had']);
const LAYS = ['impose', 'raise', 'threaten', 'propose', 'tax'] as const;
const LAYS_WITHIN = 3;

// "the tariff that the US charges on its citrus", "the duties Lima has imposed".
function isLaidBy(line: Line, group: PlaceGroup, tariff: Hit): boolean {
  const gap = group.from - tariff.to;
  if (!isActor(group) || gap < 0 || gap > 2) return false;
  const isOpen = line.tokens.slice(tariff.to, group.from).every(({ text }) => RELATIVE.has(text));
  return isOpen && laysBehind(line, group) !== null;
}

const TO_TARIFF_WITHIN = 8;

// "Washington plans a 10 percent tariff", "the European Union had imposed a duty": in one clause with what it lays.
function isLaying(line: Line, group: PlaceGroup, tariff: Hit): boolean {
  if (!isActor(group) || group.to > tariff.from) return false;
  const end = laysBehind(line, group);
  if (end === null || end > tariff.from || tariff.from - end > TO_TARIFF_WITHIN) return false;
  return (
    !isParted(line, end, tariff.from) &&
    clauseAt(line, end - 1) === clauseAt(line, tariff.from) &&
    !startsAnew(line, end, tariff.from)
  );
}

function isActor(group: PlaceGroup): boolean {
  return (group.role === 'bare' || group.role === 'subject') && !group.codes.includes('WORLD');
}

const PASSIVE: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', 'been', 'being', 'be']);

const HOLDING: ReadonlySet<string> = new Set(['has', 'have', 'had', 'keeps', 'maintains']);
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'its']);

// "Peru's minister plans", "Peru, which charges".
function behindName(line: Line, { to, isPossessive }: PlaceGroup): number {
  if (tokenText(line, to) === ',' && tokenText(line, to + 1) === 'which') return to + 2;
  return isPossessive ? to + 1 : to;
}

// The verb that lays or moves a tariff right behind a name, or "has a" one; "was hit" is done to it.
function laysBehind(line: Line, group: PlaceGroup): number | null {
  const from = behindName(line, group);
  if (HOLDING.has(tokenText(line, from)) && ARTICLES.has(tokenText(line, from + 1)))
    return from + 1;
  const verb = hitsOf(line, 'verb').find((hit) => hit.from >= from);
  if (verb === undefined || verb.from - from > LAYS_WITHIN) return null;
  // "to exempt Chile from planned 25% tariffs": whoever plans them, it is not who is named before.
  if (line.tokens.slice(from, verb.from).some(({ text }) => AWAY.has(text))) return null;
  // "was hit", "will be charged" as one phrase of the list.
  const isPassive = line.tokens
    .slice(verb.from - 1, verb.to - 1)
    .some(({ text }) => PASSIVE.has(text));
  if (verb.meanings.has('gainer') || isPassive) return null;
  return LAYS.some((family) => means(verb, 'verb', family)) ? verb.to : null;
}

const AWAY: ReadonlySet<string> = new Set(['from', 'of', 'under', 'over', 'against']);

// Another tariff, a clause or a comma between the two: the name goes with what is nearer to it.
function startsAnew(line: Line, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const hit = hitOver(line, at);
    if (tokenText(line, at) === ',' || hit?.meanings.has('clause') === true) return true;
    if (hit?.meanings.has('tariff') === true && !means(hit, 'verb', 'impose')) return true;
  }
  return false;
}
