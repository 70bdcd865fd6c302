// How a sentence under a title on a tariff sets out its rates: "Hanoi will collect 23%", "Year one is 12 percent", "the total will be
// 41%", "7.15 per cent for Lianfa". In: a sentence and the leading step. Out: yes or no. Where a rule does not say otherwise, English.
import { ratedPlaces } from '../places/rated-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { percentsIn } from './find-percents.ts';
import { setsOutAbroad } from './rated-abroad.ts';
import { isUnderTariff, putsPlace, ratesOnePlace, tellsRate } from './rated-sentences.ts';

/** Classes of words by which a sentence is of something else than a tariff. */
export const NOT_TARIFFS = ['movement', 'share', 'othertax'] as const;

const BARE_NEXT: ReadonlySet<string> = new Set(
  'for on or in applies apply until from to and , . at per'.split(' '),
);

// "introduces additional duty on EVs" / "40% or at least $7,000": a figure that opens the text of a title without one.
function opensBare(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || !lead.line.isTitle || lead.about !== 'tariff') return false;
  if (lead.line.classes.has('percent') || line.tokens[0]?.kind !== 'number') return false;
  const first = hitsOf(line, 'percent').find((hit) => hit.from === 1);
  return first !== undefined && BARE_NEXT.has(tokenText(line, first.to));
}

const COLLECTING = wordGroup(
  /^(?:collect|collects|charge|charges|charged|levy|levies|levied|dutiable|payable|attract|attracts)$/,
);

// "Hanoi will collect between 23.1% and 27.83%".
function collects(line: Line): boolean {
  return line.lang === 'en' && says(line, COLLECTING);
}

const SETTING: ReadonlySet<string> = new Set(
  'float floats floated propose proposes proposed recommend recommends recommended suggest suggests suggested advise advises advised seek seeks sought set sets fix fixes fixed comprise comprises starts'.split(
    ' ',
  ),
);
const FILLING: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'at',
  'basic',
  'rates',
  'rate',
  'of',
  'between',
  'from',
]);

// "The draft floats 18 percent", "comprises an 8% basic rate": the figure is what is set.
function setsOut(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || !isUnderTariff(line, lead)) return false;
  return percentsIn(line, line.lang).some(({ from }) => {
    // "had threatened 60% but settled for 35%".
    if (SETTLED.test(tokenText(line, from - 2)) && SETTLED_ON.test(tokenText(line, from - 1)))
      return true;
    let at = from - 1;
    while (FILLING.has(tokenText(line, at))) at -= 1;
    return SETTING.has(tokenText(line, at));
  });
}

const SETTLED = /^(?:settl(?:es?|ed|ing)|opt(?:s|ed)|land(?:s|ed))$/;
const SETTLED_ON = /^(?:for|on|at)$/;

const STAGES = wordGroup(/^(?:years?|stage|stages|phase|step|tranche|months)$/);
const COUNTED = /^(?:one|two|three|first|second|third|final|twelve|six)$/;

// "Year one is 12 percent", "the second stage brings 8%": the stages of what the title tells.
function tellsStages(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || !isUnderTariff(line, lead)) return false;
  if (NOT_TARIFFS.some((name) => line.classes.has(name))) return false;
  if (!says(line, STAGES)) return false;
  return line.tokens.some(
    ({ text }, at) =>
      STAGES.has(text) &&
      (COUNTED.test(tokenText(line, at + 1)) || COUNTED.test(tokenText(line, at - 1))),
  );
}

const RATE_WORDS = wordGroup('rate rates level range total baseline floor minimum measure');
const NAMING_RATE: ReadonlySet<string> = new Set(
  ': is are of was has had will would at up down rises falls goes drops climbs moves stands stood reach reaches amount amounts'.split(
    ' ',
  ),
);
const RATE_WITHIN = 3;

// "Rate: 19%", "The new rate will be 19%": a sentence that opens with the rate of what the title told.
function namesRate(line: Line): boolean {
  if (line.lang !== 'en' || NOT_TARIFFS.some((name) => line.classes.has(name))) return false;
  const at = placeOf(line, RATE_WORDS);
  // "..., as the two sides issued a framework; Peru's rate is 18%": the second part may be of the rate as well.
  const start = line.tokens.findLastIndex(({ text }, place) => text === ';' && place < at) + 1;
  if (at < 0 || at - start >= RATE_WITHIN) return false;
  const next = tokenText(line, at + 1);
  // "Peru's rate under the deal is 18%".
  const verb = UNDER.has(next) ? tokenText(line, at + 1 + UNDER_WITHIN) : next;
  return NAMING_RATE.has(verb) || line.tokens[at + 1]?.kind === 'number';
}

const UNDER: ReadonlySet<string> = new Set(['under', 'in', 'within']);
/** "under the deal": the word behind it. */
const UNDER_WITHIN = 3;

/** True for "China: 15.1%, Indonesia 8.4%", "China pagará 35%, Perú 25%": the rate of each country. */
export function listsPlaces(line: Line, lead: Step): boolean {
  return (
    isUnderTariff(line, lead) &&
    (ratedPlaces(line).length > 1 || ratesOnePlace(line) || setsOutAbroad(line))
  );
}

const TOTAL_WITHIN = 5;

// "Así, el total sube al 41%", "Including the base rate, the total will be 32.5%": what all of it comes to.
function tellsTotal(line: Line, lead: Step): boolean {
  if (!isUnderTariff(line, lead)) return false;
  if (NOT_TARIFFS.some((name) => line.classes.has(name))) return false;
  return percentsIn(line, line.lang).some(
    ({ from }) =>
      TOTAL_SIGNS.has(tokenText(line, from - 1)) ||
      hitsOf(line, 'total').some((hit) => hit.to <= from && from - hit.to <= TOTAL_WITHIN),
  );
}

/** "총 41%", "计41%": right before the figure. */
const TOTAL_SIGNS: ReadonlySet<string> = new Set(['총', '計', '计', '共']);

// "adopted a 20% rate recommended by its panel": the rate that a body of state sets.
function adoptsRate(line: Line): boolean {
  if (line.lang !== 'en' || NOT_TARIFFS.some((name) => line.classes.has(name))) return false;
  return percentsIn(line, line.lang).some(({ from, to }) => {
    const at =
      tokenText(line, from - 1) === 'a' || tokenText(line, from - 1) === 'the' ? from - 1 : from;
    return tokenText(line, to) === 'rate' && means(hitBefore(line, at), 'verb', 'impose');
  });
}

const IN: ReadonlySet<string> = new Set(['in', 'from', 'until', 'on', 'by', 'through']);

/** True for "Zero in 2027, 10% in 2028 and 15% in 2029" behind a title on a tariff: what is charged year by year. */
export function tellsYears(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || !isUnderTariff(line, lead)) return false;
  if (NOT_TARIFFS.some((name) => line.classes.has(name))) return false;
  const years = percentsIn(line, line.lang).flatMap(({ to }) => {
    const year = Number(tokenText(line, to + 1));
    return IN.has(tokenText(line, to)) && year >= FIRST_YEAR && year <= LAST_YEAR ? [year] : [];
  });
  return years.length > 1 && years.every((year, at) => at === 0 || year > (years[at - 1] ?? 0));
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const ADDING = /^(?:add(?:s|ed|ing)?|to)$/;
const SUBJECTS = wordGroup('he she everyone everybody others rest else');
const SUBJECT_WITHIN = 6;

// "he is adding 10%", "Everyone else goes to 50 percent": who raises, or whom the rest of the rates hits.
function addsMore(line: Line): boolean {
  if (line.lang !== 'en' || !says(line, SUBJECTS)) return false;
  if (NOT_TARIFFS.some((name) => line.classes.has(name)) || !lineHas(line, 'verb', 'raise'))
    return false;
  return percentsIn(line, line.lang).some(
    ({ from }) =>
      ADDING.test(tokenText(line, from - 1)) &&
      placeOf(line, SUBJECTS, from - SUBJECT_WITHIN, from) >= 0,
  );
}

/** How a sentence under a title on a tariff sets out its rates. */
export const SETTING_OUT: readonly ((line: Line, lead: Step) => boolean)[] = [
  opensBare,
  adoptsRate,
  collects,
  setsOut,
  tellsStages,
  tellsYears,
  tellsTotal,
  namesRate,
  putsPlace,
  tellsRate,
  addsMore,
];

const OTHERS: ReadonlySet<string> = new Set(
  'others all other everyone everybody everything rest remaining'.split(' '),
);

/** True for "7.15 per cent for Lianfa, 13.9 per cent for everyone else": each maker has a rate of its own. */
export function namesMakers(line: Line, isOfRemedy: boolean): boolean {
  if (!(isOfRemedy || line.isUnderTariff)) return false;
  if (line.lang !== 'en') return isOfRemedy && namesFirms(line);
  if (isOfRemedy && setsOutFirms(line)) return true;
  const makers = percentsIn(line, line.lang).filter(({ to }) => tokenText(line, to) === 'for');
  if (makers.length > 1) return true;
  return makers.some(({ to }) => [1, 2].some((on) => OTHERS.has(tokenText(line, to + on))));
}

const FIRM = /(?:公司|企业|企業|社|사|업체)$/;
const FIRM_WITHIN = 3;

// "甲公司等3家公司18.6%，其他公司9.8%": the rate right behind who pays it.
function namesFirms(line: Line): boolean {
  return percentsIn(line, line.lang).some(({ from }) => {
    const before = line.tokens.slice(Math.max(0, from - FIRM_WITHIN), from);
    return FIRM.test(before.map(({ text }) => text).join(''));
  });
}

const OTHERS_BEFORE = 4;

// "Acme: 8.2%; others: 83.5%": the last of a list is for everyone else.
function setsOutFirms(line: Line): boolean {
  const percents = percentsIn(line, line.lang);
  return (
    percents.length > 1 &&
    percents.some(({ from }) =>
      line.tokens
        .slice(Math.max(0, from - OTHERS_BEFORE), from)
        .some(({ text }) => OTHERS.has(text)),
    )
  );
}
