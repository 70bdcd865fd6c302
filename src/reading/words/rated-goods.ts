// Percentages that a noun lays on goods with their origin, or on states: "a 25% charge on Chinese goods", "rates of 20% for Peru",
// "the increase to 25% on $200 billion of Chinese goods". In: the words and phrases of an English sentence and a percentage. Out:
// yes or no.
import type { Hit } from './lexicon.ts';

const RATE_WORDS = 'rate rates';
const CHARGE_WORDS = 'charge charges';
const RISE_WORDS = 'increase hike';

/** The words by one of which such a percentage is told. */
export const RATING = `${RATE_WORDS} ${CHARGE_WORDS} ${RISE_WORDS}`;

type Said = { readonly text: (at: number) => string; readonly hits: readonly Hit[] };

/** True for a percentage that a charge, a rate or a rise lays on goods of elsewhere or on a state. */
export function isRatedGoods(said: Said, percent: Hit): boolean {
  return isChargeOn(said, percent) || isRateFor(said, percent) || isRiseOn(said, percent);
}

const CHARGES: ReadonlySet<string> = new Set(CHARGE_WORDS.split(' '));
const RISES: ReadonlySet<string> = new Set(RISE_WORDS.split(' '));
const RATES: ReadonlySet<string> = new Set(RATE_WORDS.split(' '));
const LAID_ON: ReadonlySet<string> = new Set(['on', 'against', 'for']);
const TRADED_WITHIN = 7;

/** True where goods with their origin, or a state, stand behind "on": "on all Greek goods", "on $90 billion of Chinese goods". */
function isOnTraded({ text, hits }: Said, on: number): boolean {
  if (!LAID_ON.has(text(on))) return false;
  const behind = hits.filter(({ from }) => from > on && from - on <= TRADED_WITHIN);
  return behind.some(({ from, meanings }, at) => {
    if (!meanings.has('place')) return false;
    const next = behind[at + 1]?.meanings;
    const start = text(on + 1) === 'the' ? on + 2 : on + 1;
    return from === start || next?.has('goods') === true || next?.has('product') === true;
  });
}

// "the 8% charge on all Greek goods"
function isChargeOn(said: Said, percent: Hit): boolean {
  return CHARGES.has(said.text(percent.to)) && isOnTraded(said, percent.to + 1);
}

// "rates of 22% for Kenya and 27% for Egypt"
function isRateFor(said: Said, percent: Hit): boolean {
  if (!isOnTraded(said, percent.to)) return false;
  const before = percent.from - 2;
  const isFirst = said.text(before) === 'of' && RATES.has(said.text(before - 1));
  return isFirst || said.hits.some((other) => isSecondRate(said, other, percent));
}

const LISTED_WITHIN = 14;

function isSecondRate(said: Said, other: Hit, percent: Hit): boolean {
  if (!other.meanings.has('percent') || other.to >= percent.from) return false;
  return percent.from - other.to <= LISTED_WITHIN && isRateFor(said, other);
}

// "the increase to 35 percent on $90 billion of Chinese goods"
function isRiseOn(said: Said, percent: Hit): boolean {
  const before = percent.from - 2;
  return (
    said.text(before) === 'to' && RISES.has(said.text(before - 1)) && isOnTraded(said, percent.to)
  );
}
