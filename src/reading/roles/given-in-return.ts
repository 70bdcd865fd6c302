// What the other side of a deal gives: "while Britain removes its tariff on ethanol", "American exports would enter with zero
// tariff". In: the item, its steps and the parties. Out: whether both sides are bound.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { clauseAt, isInClause } from '../steps/split-clauses.ts';
import { hitOver, hitsOf, type Line, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const NEAR = 4;
const EASING: ReadonlySet<string> = new Set(['cut', 'remove', 'exempt', 'suspend', 'grant']);
const ABOUT: ReadonlySet<string> = new Set(['tariff', 'quota', 'relief']);
const ACTING: ReadonlySet<string> = new Set(['bare', 'subject']);

/** True when the text tells that a party other than `first` lowers a tariff of its own, or that the goods of `first` come in free. */
export function isGivenInReturn(
  scene: Scene,
  steps: readonly Step[],
  first: string,
  parties: readonly string[],
): boolean {
  const partners = parties.filter((code) => code !== first);
  return (
    steps.some((step) => isEased(step, partners)) ||
    scene.lines.some(
      (line) =>
        line.index <= NEAR &&
        (comesInFree(line, first) || getsAccess(line, first) || goesAlong(line, steps, partners)),
    )
  );
}

const MOVING: ReadonlySet<string> = new Set(['from', 'to', 'by']);
const RATE_WITHIN = 4;

// "Peru will cut its tariff from 45% to 30%, Chile from 25% to 10%": the verb goes on for who is named next.
function goesAlong(line: Line, steps: readonly Step[], partners: readonly string[]): boolean {
  if (line.lang !== 'en') return false;
  const step = steps.find((each) => each.line === line && EASING.has(each.family));
  if (step === undefined || step.isBackground) return false;
  return placeGroups(line).some(
    ({ from, to, codes, role }) =>
      from > step.object.to &&
      ACTING.has(role) &&
      codes.length === 1 &&
      partners.includes(codes[0] ?? '') &&
      MOVING.has(tokenText(line, to)) &&
      hitsOf(line, 'percent').some((hit) => hit.from > to && hit.from - to <= RATE_WITHIN),
  );
}

// The subject of the clause, right before the verb, is the partner.
function isEased(
  { line, verb, family, about, isBackground, mood }: Step,
  partners: readonly string[],
) {
  if (!EASING.has(family) || !ABOUT.has(about) || isBackground || line.index > NEAR) return false;
  // "Jakarta secured exemptions": who gains gives nothing.
  if (verb.meanings.has('gainer')) return false;
  if (line.lang !== 'en' || mood === 'not' || mood === 'seek' || mood === 'urge') return false;
  // "The agreement helps Swiss exporters and ends the duties": what the deal itself does.
  if (hitsOf(line, 'deal').some((hit) => hit.from <= 1 && hit.to <= verb.from)) return false;
  const clause = clauseAt(line, verb.from);
  const subject = placeGroups(line).findLast(
    (group) => group.to <= verb.from && ACTING.has(group.role) && isInClause(clause, group),
  );
  if (subject === undefined || isTermOfDeal(line, subject.to, verb.from)) return false;
  return subject.codes.length === 1 && partners.includes(subject.codes[0] ?? '');
}

const TERMED: ReadonlySet<string> = new Set(['to', 'that', 'which', 'will', 'would', 'and']);

// "Japan strikes a deal with Washington to lower the duty": what the deal does, whoever it is that strikes it.
function isTermOfDeal(line: Line, from: number, to: number): boolean {
  const isDeal = hitsOf(line, 'deal').some((hit) => hit.from >= from && hit.to <= to);
  return isDeal && (TERMED.has(tokenText(line, to - 1)) || tokenText(line, to).endsWith('ing'));
}

const FREE: ReadonlySet<string> = new Set(['zero', 'free', 'no', 'duty-free', 'tariff-free', '0']);
const FREE_WITHIN = 9;

// "American exports would enter with zero tariff", "US goods will face no duties".
function comesInFree(line: Line, first: string): boolean {
  if (line.lang !== 'en') return false;
  return placeGroups(line).some((group) => {
    if (!isOfGoods(line, group) || group.codes.length !== 1 || group.codes[0] !== first)
      return false;
    const behind = line.tokens.slice(group.to, group.to + FREE_WITHIN);
    const at = behind.findIndex(({ text }) => FREE.has(text));
    if (at < 0) return false;
    return (
      tokenText(line, group.to + at).includes('free') ||
      hitsOf(line, 'tariff').some(
        (hit) => hit.from > group.to + at && hit.from - group.to - at <= 2,
      ) ||
      hitsOf(line, 'zerorate').some((hit) => hit.from >= group.to && hit.from <= group.to + at)
    );
  });
}

// "US goods", "goods from the United States".
function isOfGoods(line: Line, { role, preposition, from }: PlaceGroup): boolean {
  if (role === 'origin') return true;
  if (preposition !== 'from') return false;
  const at = tokenText(line, from - 1) === 'the' ? from - 2 : from - 1;
  return hitOver(line, at - 1)?.meanings.has('goods') === true;
}

const ACCESS = wordGroup('access entry');
const GETTING = /^(?:gains?|gets?|wins?|won|secures?|secured|receives?|obtains?)$/;
const ACCESS_WITHIN = 5;

// "Peru to face 20%, US gains zero tariff access": who gets in free is let in by the other.
function getsAccess(line: Line, first: string): boolean {
  if (line.lang !== 'en' || !says(line, ACCESS)) return false;
  return placeGroups(line).some(({ role, codes, to }) => {
    if (!ACTING.has(role) || codes[0] !== first || !GETTING.test(tokenText(line, to))) return false;
    const access = placeOf(line, ACCESS, to + 1, to + 1 + ACCESS_WITHIN);
    return access > 0 && line.tokens.slice(to, access).some(({ text }) => FREE.has(text));
  });
}
