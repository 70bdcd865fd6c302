// Titles in which a tariff only echoes in the news of a firm, a market or a statistic. In: a title, the mark of its frame and its
// step. Out: yes or no. English only.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

const OF_FIRMS: ReadonlySet<string> = new Set(['company', 'pricing', 'stats', 'market']);

/** "Carmaker idles plant as tariffs kick in": nobody's tariff, and no rate: the firm is the news. */
export function isEcho(title: Line, mark: Hit, frame: string, step: Step | undefined): boolean {
  if (!OF_FIRMS.has(frame) || step?.line !== title) return false;
  if (step.family !== 'start') return isFeltEcho(title, mark, step);
  if (title.lang !== 'en' || title.classes.has('percent')) return false;
  const as = title.tokens.findIndex(
    ({ text }, at) => text === 'as' && at >= mark.to && at < step.object.from,
  );
  return as >= 0 && !title.hits.some((hit) => hit.from > as && isActor(hit));
}

const FELT = /^(?:hit|bite|bites|hurt|hurts|squeeze|squeezes)$/;

// "Exports drop as carmakers hit by US tariffs": what the tariffs do to firms is why they fall.
function isFeltEcho(title: Line, mark: Hit, { verb }: Step): boolean {
  if (title.lang !== 'en' || title.classes.has('percent') || mark.to > verb.from) return false;
  if (!FELT.test(tokenText(title, verb.from))) return false;
  return title.tokens.some(({ text }, at) => text === 'as' && at >= mark.to && at < verb.from);
}
