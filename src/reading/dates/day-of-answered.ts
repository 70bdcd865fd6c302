// Days of the measure that is answered: "retaliates against tariffs that came into effect Wednesday". In: a date in its sentence
// and the leading step. Out: yes or no. English only.
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';

const BACK = 9;
const BEGAN = /^(?:took|came|went|kicked|entered|started|began|were|was)$/;

/** True for the day on which the other side's tariff began. */
export function isDayOfAnswered(line: Line, mention: DateMention, { action }: Step): boolean {
  if (line.lang !== 'en' || !action.startsWith('retaliation')) return false;
  const from = Math.max(0, mention.from - BACK);
  const that = line.tokens.findIndex(
    ({ text }, at) =>
      at >= from &&
      at < mention.from &&
      (text === 'that' || text === 'which') &&
      BEGAN.test(tokenText(line, at + 1)),
  );
  const tariff = hitsOf(line, 'tariff').findLast((hit) => hit.to <= that);
  return tariff !== undefined && !means(tariff, 'tariff', 'retaliation');
}
