// Rates of stages that are over, outside English: what a pluperfect tells ("en mayo había llevado el derecho al 8%", "era stato fissato
// il 91,7%, sceso al 13,89%"), what stands between commas before a change ("la tasa, del 30% desde febrero, subirá al 50%"), and all but
// the last of a list that leads from rate to rate ("从去年4月的32%、8月的20%调降至15%"). In: a percentage in its sentence. Out: yes or no.
import { isInRateAside } from '../steps/rate-aside.ts';
import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import { isOld } from './old-rates.ts';
import type { RateAt } from './rate-at.ts';

/** True for a rate of an earlier stage. */
export function isOfEarlierStage(at: RateAt): boolean {
  const { line, percent } = at;
  if (line.lang !== 'en' && isInRateAside(line, percent.from)) return true;
  return isOfPluperfect(at) || isOfOldList(at) || wasReachedBefore(at);
}

const WAS_REACHED = /^[にへ][^、。，]{1,10}て(?:い)?た(?!。)/;

// "38.5％に上がっていた関税率は25％に下がった": in Japanese what had been reached stands before the noun.
function wasReachedBefore({ line, percent, all }: RateAt): boolean {
  if (line.lang !== 'ja' || all.at(-1) === percent) return false;
  const end = line.tokens[percent.to - 1]?.end ?? line.end;
  return WAS_REACHED.test(line.raw.slice(end, line.end));
}

/** Auxiliaries of the time before the past, folded. */
const HAD: Readonly<Record<string, ReturnType<typeof wordGroup>>> = {
  es: wordGroup('habia habian'),
  pt: wordGroup('havia haviam tinha tinham'),
  fr: wordGroup('avait avaient'),
  it: wordGroup('era erano aveva avevano'),
  de: wordGroup('hatte hatten war waren'),
  nl: wordGroup('had hadden was waren'),
};
/** What stands behind them: a participle, or that of "to be" before it. */
const PARTICIPLE: Readonly<Record<string, RegExp>> = {
  es: /(?:ado|ido|sto|cho)s?$/,
  pt: /(?:ad[oa]|id[oa]|sto|sta)s?$/,
  fr: /(?:e|i|u|is|it)e?s?$/,
  it: /(?:at[oaie]|ut[oaie]|it[oaie]|ess[oaie]|ost[oaie]|tt[oaie])$/,
  de: /^(?:ge.{3,}t|ge.{3,}en|.{2,5}ge.{3,}(?:t|en)|ver.{3,}(?:t|en)|be.{3,}(?:t|en)|er.{3,}(?:t|en)|worden|.{4,}iert)$/,
  nl: /^(?:ge.{3,}(?:d|t|en)|.{2,4}ge.{3,}(?:d|t|en)|ver.{3,}(?:d|t|en)|be.{3,}(?:d|t|en))$/,
};
const PARTICIPLE_WITHIN = 3;
/** German and Dutch put it last. */
const PARTICIPLE_LAST: ReadonlySet<string> = new Set(['de', 'nl']);
const NOW_WITHIN = 20;

// Only beside a rate that the item tells elsewhere: "hatte 25 Prozent angekündigt" alone is news told in the past.
function isOfPluperfect({ line, percent, told, lead }: RateAt): boolean {
  const had = HAD[line.lang];
  const participle = PARTICIPLE[line.lang];
  if (had === undefined || participle === undefined || line.isTitle || !says(line, had))
    return false;
  const at = lastPlaceOf(line, had, Math.max(0, percent.from - NOW_WITHIN), percent.from);
  // "Waren" are goods.
  if (at < 0 || (line.lang === 'de' && isCapital(line, at))) return false;
  if (line.tokens.slice(at, percent.from).some(({ text }) => text === ';')) return false;
  const end = PARTICIPLE_LAST.has(line.lang) ? line.tokens.length : at + 1 + PARTICIPLE_WITHIN;
  if (!line.tokens.slice(at + 1, end).some(({ text }) => participle.test(text))) return false;
  return told.some((value) => value !== percent.value) || hasOwnRate(lead.line, percent);
}

function hasOwnRate(line: Line, { value }: Percent): boolean {
  return (
    line.classes.has('zerorate') ||
    percentsIn(line, line.lang).some((other) => other.value !== value)
  );
}

const STEP_WITHIN = 12;
const BETWEEN = ['tariff', 'place', 'product', 'quota', 'relief'] as const;

// Of a chain of figures with nothing but days between them, which a word for "from" opens, only the last is reached.
function isOfOldList({ line, percent, all }: RateAt): boolean {
  const at = all.indexOf(percent);
  if (line.lang === 'en' || at < 0 || all.length < LEAST) return false;
  let first = at;
  while (first > 0 && areChained(line, all[first - 1] as Percent, all[first] as Percent))
    first -= 1;
  let last = at;
  while (last + 1 < all.length && areChained(line, all[last] as Percent, all[last + 1] as Percent))
    last += 1;
  if (last === at || last - first + 1 < LEAST) return false;
  // "von 20 auf 30 Prozent und für Tee auf 40": only the last is reached.
  if (all.slice(first, last).some((other) => isReached(line, other))) return false;
  const [opening, closing] = [all[first] as Percent, all[last] as Percent];
  if (!changesTo(line, all[last - 1] as Percent, closing)) return false;
  return (
    opensFrom(line, opening) || all.slice(first, last).some((other) => isOld(line, other, all))
  );
}

const LEAST = 3;

function areChained(line: Line, before: Percent, behind: Percent): boolean {
  const gap = behind.from - before.to;
  if (gap <= 0 || gap > STEP_WITHIN) return false;
  const isCut = line.tokens.slice(before.to, behind.from).some(({ text }) => STOPS.has(text));
  return !isCut && !BETWEEN.some((name) => hitsOf(line, name).some(isIn(before.to, behind.from)));
}

const STOPS: ReadonlySet<string> = new Set([';', ':', '(', ')']);

function isIn(from: number, to: number): (hit: Hit) => boolean {
  return (hit) => hit.from >= from && hit.to <= to;
}

const REACHED: ReadonlySet<string> = new Set(
  'to auf a al ao à para na do до naar op till til 至 到 为 為 に へ ke menjadi'.split(' '),
);

/** True for "auf 18 Prozent", "18%に", "18%로": by the little word the rate is reached. */
export function isReached(line: Line, { from, to }: Percent): boolean {
  return REACHED.has(tokenText(line, from - 1)) || /^(?:に|へ|로|으)/.test(tokenText(line, to));
}

// "调降至15%": by the little word or by the verb before it.
function changesTo(line: Line, { to }: Percent, last: Percent): boolean {
  return (
    isReached(line, last) ||
    hitsOf(line, 'verb').some((hit) => isMove(hit) && isIn(to, last.from)(hit))
  );
}

function isMove(hit: Hit): boolean {
  return means(hit, 'verb', 'cut') || means(hit, 'verb', 'raise');
}

const FROM: ReadonlySet<string> = new Set(
  '从 自 由 from von vom de del dal da du z ze od с со van fran'.split(' '),
);
const FROM_WITHIN = 8;

// "从去年4月的32%": between the word and the first figure stands only when it was.
function opensFrom(line: Line, { from }: Percent): boolean {
  for (let at = from - 1; at >= Math.max(0, from - FROM_WITHIN); at -= 1) {
    if (FROM.has(tokenText(line, at)))
      return !BETWEEN.some((name) => hitsOf(line, name).some(isIn(at, from)));
  }
  return false;
}
