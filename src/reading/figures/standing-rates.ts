// Rates of tariffs that stand anyway, told beside the step. In: a percentage in its sentence. Out: yes or no. English only.
import { tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { aboutStart } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';
import { isSecond } from './second-rate.ts';

export const STANDING = wordGroup(
  'was were dates has have separate existing current present moment currently today presently',
);
/** "At the moment the rate is 17%", "our duties at the moment are at around 25%". */
const NOW = /(?:^| )(?:at the moment|at present|currently|today|presently)(?: |$)/;
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);
const NAMED_WITHIN = 9;
const IS: ReadonlySet<string> = new Set(['is', 'are', 'at']);
const RATES = /^(?:dut(?:y|ies)|rates?|tariffs?|levy|levies)$/;

/** True for "also has a 29% tariff on pork", "covered by a separate 41% tariff", "The existing duty on steel is 15%". */
export function isStandingAnyway(at: RateAt): boolean {
  const { line, percent, lead } = at;
  const start = aboutStart(line, percent);
  const [second, first] = [tokenText(line, start - 1), tokenText(line, start - 2)];
  // "Aluminum was at 10%".
  if (second === 'at' && /^(?:was|were)$/.test(first)) return isSecond(at);
  const isOpen = lead.action === 'threatened' || lead.action === 'proposed';
  if (second === 'separate') return /^(?:by|to|under)$/.test(tokenText(line, percent.from - 3));
  // "is subject to a separate tariff of 88%".
  if (second === 'of' && tokenText(line, percent.from - 3) === 'separate')
    return (
      isSecond(at) && RATES.test(first) && /^(?:a|the)$/.test(tokenText(line, percent.from - 4))
    );
  if (ARTICLES.has(second) && (first === 'has' || first === 'have')) return isSecond(at);
  // "A 30 per cent duty on lentils dates from Dec. 21 and one of 50 on peas from Nov. 8".
  if (
    line.tokens.some(({ text }, place) => text === 'dates' && tokenText(line, place + 1) === 'from')
  )
    return isSecond(at);
  if (!IS.has(second) || !(isOpen || isSecond(at))) return false;
  const from = Math.max(0, start - NAMED_WITHIN);
  const before = line.tokens.slice(from, start).map(({ text }) => text);
  if (NOW.test(before.join(' '))) return true;
  const named = lastPlaceOf(line, STANDING, from, start);
  return named >= 0 && named <= 1 && RATES.test(tokenText(line, named + 1));
}

export const WHICH = wordGroup('which who');
const PAYING = /^(?:pays?|carr(?:y|ies)|attracts?|bears?)$/;
const PAID_WITHIN = 3;

/** True for "Canola oil, which pays 100 per cent, was not mentioned": what stands as it is. */
export function isOfRelative(at: RateAt): boolean {
  const { line, percent } = at;
  const which = lastPlaceOf(line, WHICH, Math.max(0, percent.from - PAID_WITHIN - 1), percent.from);
  return which >= 0 && PAYING.test(tokenText(line, which + 1)) && isSecond(at);
}
