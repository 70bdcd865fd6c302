// Reactions that are no measure: "reacted with anger", "responded coolly". In: a line and where the verb ends. Out: yes or no.
import { type Line, tokenText } from '../words/scene.ts';

const FEELINGS: ReadonlySet<string> = new Set(
  'anger fury rage outrage dismay alarm shock disbelief caution concern indignation disappointment regret scorn contempt relief surprise defiance derision frustration horror caution restraint optimism delight joy sadness scepticism skepticism criticism condemnation angrily furiously coolly cautiously calmly defiantly bitterly nervously strong strongly terms'.split(
    ' ',
  ),
);
const REACTING = /^(?:react|respon)/;

/** "reacted with anger", "responds with great dismay": what is told behind the verb is a feeling. */
export function isFeeling(line: Line, at: number): boolean {
  return [at, at + 1, at + 2].some((place) => FEELINGS.has(tokenText(line, place)));
}

/** True for a verb of reaction that only tells a feeling. */
export function isMereFeeling(
  line: Line,
  verb: { readonly from: number; readonly to: number },
): boolean {
  return (
    line.lang === 'en' && REACTING.test(tokenText(line, verb.from)) && isFeeling(line, verb.to)
  );
}

const JUDGING =
  /^(?:disappoint|dismay|unhappy|upset|angry|angered|shock|regret|sadden|frustrat|furious|outrag|concern|alarm|surpris|stunn|baffl|puzzl|troubl|critical|call|says?$|said$|slam|condemn|reject|denounc|deplor|decr|protest|oppos|welcom|reliev|hail|cheer|glad|pleas)/;

/** "disappointed with 10% US tariff", "calls the tariff unfair": a word of judgement stands between the two places. */
export function isJudgedBetween(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some(({ text }) => JUDGING.test(text));
}
