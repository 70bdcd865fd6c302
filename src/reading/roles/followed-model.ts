// Whose example is followed takes no part in a step: "matches the EU with a 50% tariff", "takes a page out of Brazil's tariff
// playbook". In: a line and a place in it. Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import { hitBefore, type Line, means, tokenText } from '../words/scene.ts';

/** True for the place that another only does like. */
export function isModel(line: Line, group: PlaceGroup): boolean {
  const at = tokenText(line, group.from - 1) === 'the' ? group.from - 1 : group.from;
  const before = hitBefore(line, at);
  if (means(before, 'model')) return !opensExamples(line, before?.from ?? 0);
  return isPlaybook(line, group);
}

const COUNTED =
  /^(?:countries|nations|economies|suppliers|exporters|partners|neighbours|neighbors|states|places)$/;

// "imports from countries like Chile and Peru": those who are named are meant.
function opensExamples(line: Line, at: number): boolean {
  return tokenText(line, at) === 'like' && COUNTED.test(tokenText(line, at - 1));
}

const PLAYBOOK_WITHIN = 4;
const PLAYBOOK = /^(?:playbook|textbook|template|style|book)$/;

// "from Trump's tariff playbook": whose way it is.
function isPlaybook(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || tokenText(line, group.to) !== "'s") return false;
  return line.tokens
    .slice(group.to, group.to + PLAYBOOK_WITHIN)
    .some(({ text }) => PLAYBOOK.test(text));
}
