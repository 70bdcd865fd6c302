// A headline that tells at its end that what its noun names is only wished or planned: "Raising the duty to 15% recommended".
// In: a title, the noun of a change and what it is done to. Out: the mood of what stands behind, or null.
import type { Mood } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const PLANNED = wordGroup(
  'recommended proposed suggested advised mooted mulled considered floated planned eyed envisaged contemplated studied discussed weighed tabled expected likely possible awaited foreseen imminent',
);
/** "Tariff cut may come in July", "Duty rise could be introduced". */
const MODAL = wordGroup('may might could');
const REFUSED = wordGroup('rejected refused denied ruled turned');
const HALVES: Readonly<Record<string, string>> = { ruled: 'out', turned: 'down' };

// "ruled illegal" is no "ruled out".
function isHalf(line: Line, at: number): boolean {
  const other = HALVES[tokenText(line, at)];
  return other !== undefined && tokenText(line, at + 1) !== other;
}

const PENDING_WORDS = wordGroup('consideration cards table offing works pipeline review horizon');
const PENDING =
  /\b(?:under consideration|under review|on the (?:cards|table|horizon)|in the (?:offing|works|pipeline))$/;

function textBehind(line: Line, from: number): string {
  return line.tokens
    .slice(from)
    .map(({ text }) => text)
    .join(' ');
}

const WISHED = wordGroup('sought urged demanded requested wanted needed');

/** Nouns of a change; most of them are verbs as well, so nobody may stand before them who acts. */
const NOUNS: ReadonlySet<string> = new Set(
  'tax levy hike cut cuts rise increase increases reduction reductions decrease rollback removal abolition elimination imposition introduction extension suspension pause freeze moratorium delay postponement end withdrawal return higher lower reduced steeper'.split(
    ' ',
  ),
);
const GERUND = /ing$/;

/** What "the proposed 20%" and "as planned" show of the word: it describes a noun, or says that all went by plan. */
const NO_PREDICATE: ReadonlySet<string> = new Set(
  'the a an as than its their his of with and or not earlier previously originally first once'.split(
    ' ',
  ),
);
/** What may follow a participle that ends its clause. */
const ENDS: ReadonlySet<string> = new Set(
  ['', '.', ',', ';', ':', '-', '–', '—', '|', '!', ')'].concat(
    'by for in at on from after as before next this soon to under amid'.split(' '),
  ),
);

/** The mood that the end of a title gives the noun of its change; null where it gives none. */
export function moodAtEnd(line: Line, verb: Hit, object: Hit): Mood | null {
  if (line.lang !== 'en' || !line.isTitle) return null;
  const isWished = says(line, WISHED);
  const isRefused = says(line, REFUSED);
  const isPending = says(line, PENDING_WORDS);
  const isOpen = says(line, MODAL);
  if (!isWished && !isRefused && !isOpen && !isPending && !says(line, PLANNED)) return null;
  if (!isNoun(line, verb)) return null;
  const end = Math.max(verb.to, object.to);
  if (PENDING.test(textBehind(line, end))) return 'plan';
  const modal = isOpen ? placeOf(line, MODAL, end) : -1;
  if (modal >= 0 && !isMonth(line, modal) && isFirstVerb(line, end, modal)) return 'plan';
  const refused = placeOf(line, REFUSED, end);
  if (refused >= 0 && isFirstVerb(line, end, refused) && !isHalf(line, refused)) return 'deny';
  const at = line.tokens.findIndex(
    ({ text }, place) =>
      place >= Math.max(verb.to, object.to) &&
      (PLANNED.has(text) || WISHED.has(text)) &&
      !NO_PREDICATE.has(tokenText(line, place - 1)) &&
      ENDS.has(tokenText(line, place + 1)),
  );
  if (at < 0) return null;
  return WISHED.has(tokenText(line, at)) && !isByAuthority(line, at) ? 'urge' : 'plan';
}

// "from May 19", "in May": the month is no doubt.
function isMonth(line: Line, at: number): boolean {
  return hitFrom(line, at)?.meanings.has('month') === true && !hitsVerbBehind(line, at);
}

function hitsVerbBehind(line: Line, at: number): boolean {
  const behind = tokenText(line, at + 1);
  return behind === 'be' || hitFrom(line, at + 1)?.meanings.has('verb') === true;
}

const OPPOSING = wordGroup(
  'oppose opposes opposed opposing resist resists resisted resisting objects objected',
);
const OPPOSED_WITHIN = 4;

/** True for "opposes a cut in the common tariff": the change is what somebody is against; whose tariff it is is not told. */
export function isOpposedChange(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || !isNoun(line, verb)) return false;
  const at = placeOf(line, OPPOSING, Math.max(0, verb.from - OPPOSED_WITHIN), verb.from);
  if (at < 0) return false;
  const end = Math.max(verb.to, object.to);
  return !line.hits.some((hit) => hit.from > at && hit.to <= end && hit.meanings.has('place'));
}

/** True for the word that ends a title and says that it is only wished or planned. */
export function endsHeadline(line: Line, at: number): boolean {
  const word = tokenText(line, at);
  return (
    line.lang === 'en' && line.isTitle && PLANNED.has(word) && ENDS.has(tokenText(line, at + 1))
  );
}

function isNoun(line: Line, verb: Hit): boolean {
  const word = tokenText(line, verb.to - 1);
  const first = tokenText(line, verb.from);
  if (tokenText(line, verb.from - 1) === 'to') return false;
  if (!GERUND.test(first) && !NOUNS.has(first) && !NOUNS.has(word)) return false;
  // "India's tariff hike being considered": a noun of two words, whoever stands before.
  if (COMPOUND.test(first) && verb.to - verb.from > 1) return true;
  const actor = hitBefore(line, verb.from)?.meanings;
  const isActive = actor?.has('place') === true || actor?.has('leadership') === true;
  return !isActive || GERUND.test(first);
}

// No other verb stands between the noun and the word, and it ends or governs the clause.
function isFirstVerb(line: Line, from: number, at: number): boolean {
  const isFree = !line.hits.some(
    (hit) => hit.from >= from && hit.to <= at && hit.meanings.has('verb'),
  );
  return isFree && !line.tokens.slice(from, at).some(({ kind }) => kind === 'mark');
}

const COMPOUND = /^(?:tariffs?|duty|duties|levy|tax)$/;

const WITHIN = 3;

// "sought by the trade commission": who asks can lay it.
function isByAuthority(line: Line, at: number): boolean {
  if (tokenText(line, at + 1) !== 'by') return false;
  for (let place = at + 2; place <= at + 1 + WITHIN; place += 1) {
    const hit = hitFrom(line, place);
    if (hit?.meanings.has('leadership') === true || hit?.meanings.has('placekind') === true)
      return true;
  }
  return false;
}
