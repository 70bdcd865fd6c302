// Rates that an English sentence tells of an earlier day: "to 15% a day after announcing 10%", "weeks after he had set 25%".
// In: a percentage in its sentence. Out: yes or no.
import { isParted, tokenText } from '../words/scene.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';
import type { RateAt } from './rate-at.ts';

/** Steps that concern the rate as it was set. */
const HALTING: ReadonlySet<string> = new Set(
  'delayed suspended exempted exemption-sought exemption-denied removed struck-down'.split(' '),
);
const AFTER = wordGroup('after');
const TIME =
  /^(?:hours?|days?|weeks?|fortnight|months?|years?|shortly|soon|just|barely|hardly|only)$/;
const SETTING =
  /^(?:announc|impos|threaten|unveil|rais|doubl|slapp|order|propos|declar|hik|float|levy|sett|say)ing$/;
const SET_WITHIN = 8;
const AFTER_WITHIN = 5;

/** True for a rate that was set days before the step, beside the step's own. */
export function isOfDaysBefore({ line, percent, lead, all, told }: RateAt): boolean {
  if (line.lang !== 'en' || !says(line, AFTER) || HALTING.has(lead.action)) return false;
  const hasOther = [...all.map(({ value }) => value), ...told].some(
    (value) => value !== percent.value,
  );
  const after = lastPlaceOf(line, AFTER, percent.from - SET_WITHIN, percent.from);
  if (!hasOther || after < 1 || !TIME.test(tokenText(line, after - 1))) return false;
  if (isParted(line, after, percent.from)) return false;
  return line.tokens
    .slice(after + 1, Math.min(percent.from, after + 1 + AFTER_WITHIN))
    .some(({ text }) => SETTING.test(text));
}
