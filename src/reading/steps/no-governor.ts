// Words that look as if they governed a verb and do not: a month, "to" before a figure, a denial of something else. In: a line and the
// word. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { type Line, means, tokenText } from '../words/scene.ts';

/** True for a word that tells nothing of the verb behind it. */
export function isNoGovernor(line: Line, hit: Hit): boolean {
  return (
    isGazetteIdiom(line, hit) || isMay(line, hit) || isUpTo(line, hit) || deniesElse(line, hit)
  );
}

// "tariffs of 10% to 12.5% take effect": the little word leads to the figure.
function isUpTo(line: Line, hit: Hit): boolean {
  return tokenText(line, hit.from) === 'to' && line.tokens[hit.to]?.kind === 'number';
}

// "May 2 brings end": the month is no doubt.
function isMay(line: Line, hit: Hit): boolean {
  if (!hit.meanings.has('month')) return false;
  return line.tokens[hit.to]?.kind === 'number' || line.tokens[hit.from - 1]?.kind === 'number';
}

// "Notification No. 30/2025: seeks to levy": Indian notifications name what they do this way; nobody seeks anything.
function isGazetteIdiom(line: Line, hit: Hit): boolean {
  if (tokenText(line, hit.from) !== 'seeks') return false;
  const before = line.tokens[hit.from - 1];
  return before === undefined || (before.kind === 'mark' && before.text !== ',');
}

/** Chinese verbs of what others do not do, by their first character. */
const ELSE = /^[让妥同达配履遵守开停降撤答放合签改解]/u;

// "若日本不让步将加征25%关税": what is denied is that somebody yields.
function deniesElse(line: Line, hit: Hit): boolean {
  if (line.lang !== 'zh' || !means(hit, 'mood', 'not')) return false;
  return ELSE.test(tokenText(line, hit.to));
}
