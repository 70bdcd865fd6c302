// What the frames of a title are called in the reason of a verdict. In: a frame of the word lists. Out: words.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

const FRAME_NAMES: Readonly<Record<string, string>> = {
  opinion: 'an explainer or opinion',
  digest: 'several matters',
  explainer: 'an explainer',
  market: 'markets',
  stats: 'statistics',
  lawsuit: 'a lawsuit',
  awaiting: 'a decision still awaited',
  reaction: 'a reaction',
  symbolic: 'a vote without effect',
  company: 'a company',
  pricing: 'what a company charges',
  talks: 'talks',
  notariff: 'a restriction that is no tariff',
  homonym: 'another kind of tariff',
};

/** The words for a frame; its own name where it has none. */
export function nameOfFrame(frame: string): string {
  return FRAME_NAMES[frame] ?? frame;
}

/** True for "everyone but China, which goes to 125%": no question. */
export function isRelative(title: Line, { from }: Hit): boolean {
  return (
    title.lang === 'en' && tokenText(title, from) === 'which' && tokenText(title, from - 1) === ','
  );
}
