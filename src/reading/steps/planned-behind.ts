// A headline that tells at its end that what its noun names is only wished or planned: "Raising the duty to 15% recommended".
// In: a title, the noun of a change and what it is done to. Out: the mood of what stands behind, or null.
import type { Mood } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const PLANNED = wordGroup(
  'recommended proposed suggested advised mooted mulled considered floated planned eyed envisaged contemplated studied discussed weighed tabled expected likely possible awaited foreseen imminent',
);
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
  if (!isWished && !says(line, PLANNED)) return null;
  if (!isNoun(line, verb)) return null;
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
  if (!GERUND.test(first) && !NOUNS.has(first) && !NOUNS.has(word)) return false;
  const actor = hitBefore(line, verb.from)?.meanings;
  const isActive = actor?.has('place') === true || actor?.has('leadership') === true;
  return !isActive || GERUND.test(first);
}

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
