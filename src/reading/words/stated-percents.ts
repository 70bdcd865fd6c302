// Percentages that stand for a tariff without any verb that charges them: in a letter to a country ("letter to Chile: 30% from
// August 1"), as a term of a deal ("cars at 10% under the pact", "Seoul gets 15% in deal with Washington"), behind "the rate
// on" goods and in a headline that only says on whom ("Ottawa hits back: 25% on Chinese cars"). In: an English sentence, its
// phrases and a percentage. Out: yes or no.
import type { Sentence } from './cut-text.ts';
import type { Hit } from './lexicon.ts';
import { isRatedGoods, RATING } from './rated-goods.ts';

const LETTER_WORDS = 'letter letters';
const DEAL_WORDS =
  'deal deals pact accord accords truce agree agrees agreed agreement agreements fta bargain treaty';
const RATE_WORD = 'rate';

/** The words by one of which such a percentage is told. */
export const STATING = `${LETTER_WORDS} ${DEAL_WORDS} ${RATE_WORD} ${RATING}`.split(' ');

const LETTERS: ReadonlySet<string> = new Set(LETTER_WORDS.split(' '));
const DEALS: ReadonlySet<string> = new Set(DEAL_WORDS.split(' '));

type Said = { readonly text: (at: number) => string; readonly hits: readonly Hit[] };

/** True for a percentage that a letter, a deal or "the rate on" goods makes a tariff. */
export function isStated({ tokens, field }: Sentence, hits: readonly Hit[], percent: Hit): boolean {
  if (tokens[percent.from - 1]?.kind !== 'number') return false;
  const said: Said = { text: (at) => tokens[at]?.text ?? '', hits };
  const words = tokens.map(({ text }) => text);
  if (words.some((word) => NO_TRADE.has(word))) return false;
  return (
    isInLetter(said, words, percent) ||
    isTermOfDeal(said, words, percent) ||
    isRateOn(said, percent) ||
    isRatedOn(said, percent) ||
    (field === 'title' && isOnForeigners(said, percent)) ||
    isRatedGoods(said, percent)
  );
}

/** What else has rates and deals. */
const NO_TRADE: ReadonlySet<string> = new Set(
  'loan loans bond bonds wage wages pay salary salaries union unions stake shares inflation growth interest mortgage deposit premium imf bank banks lender output budget spending defence defense nato jobs workers debt discount stock stocks rent'.split(
    ' ',
  ),
);

const FROM_A_DAY: ReadonlySet<string> = new Set(
  'from starting effective as on beginning'.split(' '),
);

// "letter to Chile: 30% from August 1": a letter to a country, a rate and its day.
function isInLetter({ text, hits }: Said, words: readonly string[], percent: Hit): boolean {
  const letter = words.findIndex((word) => LETTERS.has(word));
  if (letter < 0 || letter > percent.from) return false;
  const next = percent.to + (text(percent.to) === ',' ? 1 : 0);
  const isFromADay =
    FROM_A_DAY.has(text(next)) &&
    hits.some(({ from, meanings }) => from > next && from - next <= 2 && meanings.has('month'));
  return isFromADay && hits.some(({ meanings }) => meanings.has('place'));
}

const GAINING =
  /^(?:get|win|won|gain|secur|clinch|accept|settle|swallow|agree|take|land|bag|earn|obtain|receiv)/;
const GAINED_WITHIN = 4;

function isTermOfDeal({ text, hits }: Said, words: readonly string[], percent: Hit): boolean {
  if (!words.some((word) => DEALS.has(word))) return false;
  const codes = new Set(hits.flatMap(({ meanings }) => meanings.get('place') ?? []));
  if (codes.size === 0) return false;
  const before = percent.from - 2;
  // "cars at 10%".
  const isOfGoods = hits.some(
    ({ to, meanings }) => to === before && (meanings.has('product') || meanings.has('goods')),
  );
  if (text(before) === 'at' && isOfGoods) return true;
  // "15% for Europe"; behind a colon also for what is given: "strikes deal: 15% for chip plants".
  const isFor = text(percent.to) === 'for';
  const isOfState = hits.some(
    ({ from, meanings }) => from === percent.to + 1 && meanings.has('place'),
  );
  if (isFor && text(before) === ':') return true;
  if (codes.size < 2) return false;
  if (isFor && isOfState) return true;
  // "gets 15% in deal with Washington".
  const isGained = words
    .slice(Math.max(0, before - GAINED_WITHIN), before + 1)
    .some((word) => GAINING.test(word));
  return isGained && /^(?:in|under|as|from|after|rate|,|)$/.test(text(percent.to));
}

const WHOSE: ReadonlySet<string> = new Set(
  'the a combined total higher lower new its same effective overall base flat reduced'.split(' '),
);
const ON: ReadonlySet<string> = new Set(['on', 'for']);
const NAMED_WITHIN = 3;
const RATED_WITHIN = 10;

// "cuts the rate on rapeseed to 15 per cent".
function isRateOn({ text, hits }: Said, percent: Hit): boolean {
  for (let at = percent.from - 2; at >= Math.max(0, percent.from - RATED_WITHIN); at -= 1) {
    if (text(at) !== RATE_WORD || !ON.has(text(at + 1)) || !WHOSE.has(text(at - 1))) continue;
    return hits.some(
      ({ from, meanings }) =>
        from > at + 1 &&
        from - at <= NAMED_WITHIN &&
        (meanings.has('product') || meanings.has('goods') || meanings.has('place')),
    );
  }
  return false;
}

// "sets 35% rate on Canadian goods": two states, and the rate is on what comes from the one.
function isRatedOn({ text, hits }: Said, percent: Hit): boolean {
  if (text(percent.to) !== RATE_WORD || !ON.has(text(percent.to + 1))) return false;
  const codes = new Set(hits.flatMap(({ meanings }) => meanings.get('place') ?? []));
  const behind = percent.to + 1;
  return (
    codes.size > 1 &&
    hits.some(
      ({ from, meanings }) =>
        from > behind &&
        from - behind <= NAMED_WITHIN &&
        (meanings.has('place') || meanings.has('goods')),
    )
  );
}

/** The word behind a percentage that a headline lays on somebody. */
export const LAID_ON = 'on';

/** What stands before such a percentage: the headline breaks off, or what was told is done with it. */
const INTRODUCING: ReadonlySet<string> = new Set([':', 'with', 'is', '-', '–', '—', ';']);
const EXTRA: ReadonlySet<string> = new Set(
  'a an extra additional another further new up to now'.split(' '),
);
const EXTRA_WORDS = 3;
const LAID_WITHIN = 5;

// "Ottawa hits back: 25% on Chinese cars", "stuns Tokyo with 35% on copper": two states, and the figure is laid on the one.
function isOnForeigners({ text, hits }: Said, percent: Hit): boolean {
  if (text(percent.to) !== LAID_ON) return false;
  let before = percent.from - 2;
  for (let skipped = 0; skipped < EXTRA_WORDS && EXTRA.has(text(before)); skipped += 1) before -= 1;
  if (!INTRODUCING.has(text(before))) return false;
  const codes = new Set(hits.flatMap(({ meanings }) => meanings.get('place') ?? []));
  if (codes.size < 2) return false;
  if (isJudged(text, percent)) return false;
  const behind = hits.filter(({ from }) => from > percent.to && from - percent.to <= LAID_WITHIN);
  return behind.some(
    ({ meanings }) => meanings.has('place') || meanings.has('product') || meanings.has('goods'),
  );
}

const JUDGING: ReadonlySet<string> = new Set(
  "is are was were cannot can't can not would will may might must isn't won't makes means".split(
    ' ',
  ),
);
const JUDGED_WITHIN = 8;

// "145% on China cannot last": something is said of the tariff, none is laid.
function isJudged(text: Said['text'], percent: Hit): boolean {
  for (let at = percent.to; at < percent.to + JUDGED_WITHIN; at += 1)
    if (JUDGING.has(text(at))) return true;
  return false;
}
