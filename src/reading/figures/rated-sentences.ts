// Sentences that under a title on a tariff can only tell its rates: "The list puts Japan at 35%", "said the 38% rate reflected its
// findings". In: a sentence. Out: yes or no. English only.
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { percentsIn } from './find-percents.ts';

/** True under a title on a tariff, whatever its word. */
export function isUnderTariff(line: Line, lead: Step): boolean {
  return line.isUnderTariff || (lead.line.isTitle && lead.about === 'tariff');
}

const PUTTING = wordGroup(
  'got given handed puts put putting sets set lists list assigns assigned gives gave lays slaps',
);

/** True for "The list puts Japan at 35%", "The order also puts 31% on gold": the rate of one country or of other goods. */
export function putsPlace(line: Line, lead: Step): boolean {
  if (!isUnderTariff(line, lead) || line.lang !== 'en' || !says(line, PUTTING)) return false;
  return percentsIn(line, line.lang).some(
    ({ from, to }) =>
      (tokenText(line, from - 1) === 'at' &&
        (hitBefore(line, from - 1)?.meanings.has('place') === true ||
          tokenText(line, from - 2) === 'rate')) ||
      (PUTTING.has(tokenText(line, from - 1)) && tokenText(line, to) === 'on') ||
      isGiven(line, from),
  );
}

/** True for "Serbia: 28%.", a row of a list that gives each country its rate. */
export function ratesOnePlace(line: Line): boolean {
  const [percent] = line.lang === 'en' ? percentsIn(line, line.lang) : [];
  if (percent === undefined || tokenText(line, percent.from - 1) !== ':') return false;
  const place = hitBefore(line, percent.from - 1);
  const end = line.tokens.slice(percent.to).every(({ kind }) => kind === 'mark');
  return end && place?.meanings.has('place') === true && place.from <= 1;
}

const ADDED = /^add(?:s|ed|ing)?$/;
const GIVEN = /^(?:got|given|handed)$/;

// "Taiwan was given 20%", "Switzerland got 39%".
function isGiven(line: Line, from: number): boolean {
  if (!GIVEN.test(tokenText(line, from - 1))) return false;
  const end = tokenText(line, from - 2) === 'was' ? from - 2 : from - 1;
  return hitBefore(line, end)?.meanings.has('place') === true;
}

/** "drew the highest rate, 37%". */
const RATE_NOUN = /^(?:rates?|tariff|duty|levy)$/;
const RATED: ReadonlySet<string> = new Set(['the', 'this', 'new']);
const OF_ELSE =
  /^(?:interest|growth|inflation|unemployment|jobless|approval|mortgage|key|policy|savings|lending|success|failure|tax)$/;

/** True for "said the 38% rate reflected its findings", "added 38% to the 10%": a rate, or what is laid on another. */
export function tellsRate(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || !isUnderTariff(line, lead)) return false;
  if (line.tokens.some(({ text }) => OF_ELSE.test(text))) return false;
  return percentsIn(line, line.lang).some(
    ({ from, to }) =>
      (RATED.has(tokenText(line, from - 1)) && tokenText(line, to) === 'rate') ||
      (tokenText(line, from - 1) === ',' && RATE_NOUN.test(tokenText(line, from - 2))) ||
      (ADDED.test(tokenText(line, from - 1)) &&
        tokenText(line, to) === 'to' &&
        tokenText(line, to + 1) === 'the'),
  );
}
