// Tariffs that a sentence only says are charged: "Her firm pays 50% on every shipment", "The country charges 2.5% on cars". In: an
// item and a step of its text. Out: true where nothing is laid there. English only.
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, type Line, type Scene, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

const BEARING = /^(?:fac|pay|bear|shoulder|carr|attract|incur|endur|stomach)/;
const PRESENT = /(?:e|s|y|r)$/;
const FIRST_TIME = wordGroup(
  'new newly now additional extra further another will would could may might starting beginning until if unless as since raised lowered instead down',
);
const TIMES = ['month', 'weekday', 'relday', 'now'] as const;
const FROM: ReadonlySet<string> = new Set(['from', 'of']);

/** Who only bears a tariff that is there already. Of a state it is what it was dealt; what a state "charges" is its custom. */
export function isMerelyBorne({ title }: Scene, { line, verb }: Step): boolean {
  const word = tokenText(line, verb.from);
  if (line.lang !== 'en' || isOfNow(line)) return false;
  // "Peru hit with 30%" / "The average duty Peru charges is 7%": the title has news of its own.
  if (word === 'charges') return title?.classes.has('percent') !== true;
  if (!BEARING.test(word) || !PRESENT.test(word)) return false;
  const before = hitBefore(line, verb.from);
  // "imports from Peru face up to 45%": the goods bear it.
  const isOrigin = before !== undefined && FROM.has(tokenText(line, before.from - 1));
  return !(before?.meanings.has('place') === true && before.to === verb.from) || isOrigin;
}

function isOfNow(line: Line): boolean {
  const rises = line.tokens.some(
    ({ text }, at) => text === 'up' && tokenText(line, at + 1) !== 'to',
  );
  return rises || says(line, FIRST_TIME) || TIMES.some((name) => line.classes.has(name));
}
