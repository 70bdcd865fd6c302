// The end of an English sentence that tells of others than the step: a list of rates with which one is compared ("lower than that of
// India (25%), Vietnam (20%) and Peru (18%)"), measures beside which a duty is not charged ("do not stack with the 40% on Brazilian
// goods"), other levies that are only recalled, what somebody who is left out faces. In: a line and a place in it. Out: yes or no.
import { type Line, oncePerLine, tokenText } from './scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from './word-groups.ts';

/** Words without which nothing is told aside. */
export const ASIDE = wordGroup(
  'than stack stacks stacking stacked other earlier previous left excluded',
);

/** True behind the words that open such an end, up to a semicolon. */
export function isToldAside(line: Line, at: number): boolean {
  const span = asideOf(line);
  return span !== null && at >= span.from && at < span.to;
}

type Span = { readonly from: number; readonly to: number };

const asideOf = oncePerLine((line): Span | null => {
  if (line.lang !== 'en' || line.isTitle) return null;
  const from = comparedFrom(line) ?? unstackedFrom(line) ?? listedFrom(line) ?? leftOutFrom(line);
  if (from === null) return null;
  const end = line.tokens.findIndex(({ text }, at) => at > from && text === ';');
  return { from, to: end < 0 ? line.tokens.length : end };
});

const THAN = wordGroup('than');
const MEASURING =
  /^(?:higher|lower|less|better|worse|steeper|milder|lighter|heavier|harsher|smaller|larger|bigger)$/;
const LIKE: ReadonlySet<string> = new Set(['that', 'those', 'the']);
const OF: ReadonlySet<string> = new Set(['of', 'for', 'on', 'faced', 'rates', 'rate', 'tariffs']);
/** Rates that make a list. */
const LISTED = 2;

// "lower than that of India (25%), Vietnam (20%)", "less than India's 25%, Vietnam's 20%": one figure alone is told apart elsewhere.
function comparedFrom(line: Line): number | null {
  const than = lastPlaceOf(line, THAN);
  if (than < 1 || !MEASURING.test(tokenText(line, than - 1))) return null;
  const rates = line.tokens.slice(than).filter(isPercent).length;
  const isOfState =
    (LIKE.has(tokenText(line, than + 1)) && OF.has(tokenText(line, than + 2))) ||
    line.hits.some((hit) => hit.from === than + 1 && hit.meanings.has('place'));
  return rates >= LISTED && isOfState ? than : null;
}

const STACK = wordGroup('stack stacks stacking stacked');
const NOT = /^(?:not|n't|never|without)$/;
const NOT_WITHIN = 3;

// "do not stack with", "without stacking on".
function unstackedFrom(line: Line): number | null {
  const at = placeOf(line, STACK);
  if (at < 0 || !/^(?:with|on|upon|onto|atop)$/.test(tokenText(line, at + 1))) return null;
  const before = line.tokens.slice(Math.max(0, at - NOT_WITHIN), at);
  return before.some(({ text }) => NOT.test(text)) ? at : null;
}

const OTHER = wordGroup('other earlier previous');
const LEVIES = /^(?:tariffs|duties|levies|measures)$/;

// "recalls its other levies: 25% on India, 20% on China".
function listedFrom(line: Line): number | null {
  const at = placeOf(line, OTHER);
  const isList = LEVIES.test(tokenText(line, at + 1)) && tokenText(line, at + 2) === ':';
  return at >= 0 && isList ? at : null;
}

const LEFT = wordGroup('left excluded');
const FACES = /^(?:faces?|pays?)$/;
const FACES_WITHIN = 8;

// "China is left out of the reprieve and faces 134%".
function leftOutFrom(line: Line): number | null {
  const at = placeOf(line, LEFT);
  if (at < 0 || !/^(?:out|from)$/.test(tokenText(line, at + 1))) return null;
  const end = Math.min(line.tokens.length, at + FACES_WITHIN);
  for (let place = at + 1; place < end; place += 1)
    if (FACES.test(tokenText(line, place))) return place;
  return null;
}

function isPercent({ text }: { readonly text: string }): boolean {
  return text === '%' || text === 'percent' || text === 'cent' || text === 'pct' || text === 'pc';
}
