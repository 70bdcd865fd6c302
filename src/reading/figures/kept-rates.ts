// Rates that merely go on beside the step: "Britain stays at 25 percent", "while others will go on paying 10%". In: a percentage in
// its sentence and the leading step. Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** "Britain stays at 25 percent": a rate that merely goes on, in a sentence that tells another one or none. */
export function isKept({ line, percent, all, lead, told }: RateAt): boolean {
  if (BENEATH.has(tokenText(line, percent.to))) return true;
  if (HALTING.has(lead.action) && keepsPaying(line, percent)) return true;
  const others = told.concat(all.map(({ value }) => value));
  const hasOwn = others.some((value) => value !== percent.value);
  if (hasOwn && !line.isTitle && remains(line, percent)) return true;
  if (lead.action === 'exempted' && hasOwn && keepsPaying(line, percent)) return true;
  const isBesideRuling = lead.action === 'other' && hasOwn;
  if (!(GOING.has(lead.action) || isBesideRuling) || isFromAnother(line, percent)) return false;
  if (isStage(line, percent)) return false;
  if (MAKING.has(lead.action) && (keepsPaying(line, percent) || isLeftAt(line, percent)))
    return true;
  const mayGoOn = MAKING.has(lead.action) || lead.action === 'deal-reached';
  if (mayGoOn && goesOnAbroad(line, percent, lead)) return true;
  const staysBehind =
    line !== lead.line &&
    hitsOf(line, 'except').some(
      (hit) =>
        means(hit, 'except', 'left') &&
        // "35 per cent on cereals from outside the Community": whence they come.
        tokenText(line, hit.from - 1) !== 'from' &&
        hit.from >= percent.to &&
        hit.from - percent.to <= STAYS_WITHIN &&
        hitsOf(line, 'tariff').some(
          (tariff) =>
            (tariff.from >= percent.to && tariff.to <= hit.from) ||
            (tariff.to <= percent.from && percent.from - tariff.to <= 1),
        ),
    );
  return (
    staysBehind ||
    (hasOwn && staysBesideDeal(line, percent, lead)) ||
    ((mayKeep(lead, line) || says(line, IF)) &&
      hitsOf(line, 'verb').some(
        (hit) =>
          hit !== lead.verb &&
          (mayKeep(lead, line) || placeOf(line, IF, 0, hit.from) >= 0) &&
          means(hit, 'verb', 'keep') &&
          !isNextOfList(line, hit, percent) &&
          percent.from >= hit.to &&
          percent.from - hit.to <= 1,
      ))
  );
}

// "run from 6% to 265% for Brazil and stand at 158% for Ireland": the rates of a list.
function isNextOfList(line: Line, verb: Hit, percent: Percent): boolean {
  if (line.lang !== 'en' || !/^stands?$/.test(tokenText(line, verb.from))) return false;
  return (
    tokenText(line, verb.from - 1) === 'and' &&
    hitsOf(line, 'percent').some((hit) => hit.to <= verb.from) &&
    tokenText(line, percent.to) === 'for'
  );
}

/** "200% on French wine if EU keeps 50% whiskey duty": what waits for it is another's. */
const IF = wordGroup('if unless');

// "cuts the duty on tea; that on coffee remains at 20%".
function mayKeep(lead: Step, line: Line): boolean {
  return MAKING.has(lead.action) || (PLANNED.has(lead.action) && line !== lead.line);
}

const STAYING = /^(?:stays?|remains?)$/;

// "a deal at 15%" / "Steel stays at 50%": what the deal leaves as it is; what the two "keep" is one of its terms.
function staysBesideDeal(line: Line, { from }: Percent, lead: Step): boolean {
  if (lead.action !== 'deal-reached' || line === lead.line || line.lang !== 'en') return false;
  return tokenText(line, from - 1) === 'at' && STAYING.test(tokenText(line, from - 2));
}

const REMAINING =
  /^(?:\( (?:unchanged|no change|as before|as now)|(?:[a-z-]+ ){0,5}(?:stays?|remains?|continues? to apply|(?:is|are) (?:kept|retained|unchanged|left|maintained))(?: (?:on|for|in|as|unchanged|untouched|and|where|alone)|$| [.;,]))/;
const REMAINS_WITHIN = 8;

// "while the 20 percent duty is kept", "the general rate of 25% stays on larger packs", beside the rate of the step.
function remains(line: Line, { to }: Percent): boolean {
  if (line.lang !== 'en' || line.classes.has('quota')) return false;
  const behind = line.tokens.slice(to, to + REMAINS_WITHIN).map(({ text }) => text);
  return REMAINING.test(behind.join(' '));
}

const STARTING: ReadonlySet<string> = new Set(['from', 'starting', 'beginning']);
const STARTS_WITHIN = 3;

// "will stay at the 25 percent level from October 1": the last of the stages that are set.
function isStage(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  const from = line.tokens.findIndex(
    ({ text }, at) => at >= percent.to && at - percent.to < STARTS_WITHIN && STARTING.has(text),
  );
  return from >= 0 && hitFrom(line, from + 1)?.meanings.has('month') === true;
}

const KEEPS_PAYING =
  /(?:^| )(?:go on|goes on|carry on|carries on|continues?|continues? to|keeps?|still) (?:be )?(?:pay|pays|paying|face|faces|facing|charged)$/;

// "while others will go on paying 10%": who is not hit by the step.
function keepsPaying(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  const before = line.tokens.slice(Math.max(0, percent.from - 4), percent.from);
  return KEEPS_PAYING.test(before.map(({ text }) => text).join(' '));
}

const LEAVING: ReadonlySet<string> = new Set(['leaves', 'leaving', 'left', 'keeps', 'keeping']);
const LEFT_WITHIN = 5;

// "but leaves other goods at 4%".
function isLeftAt(line: Line, { from }: Percent): boolean {
  if (line.lang !== 'en' || tokenText(line, from - 1) !== 'at') return false;
  return line.tokens
    .slice(Math.max(0, from - LEFT_WITHIN), from)
    .some(({ text }) => LEAVING.has(text));
}

// "stands at 20%, up from 12.6%": it does not merely stand.
function isFromAnother(line: Line, percent: Percent): boolean {
  const at = tokenText(line, percent.to) === ',' ? percent.to + 1 : percent.to;
  const way = tokenText(line, at);
  return (way === 'up' || way === 'down') && tokenText(line, at + 1) === 'from';
}

// "Für Großbritannien bleibt es bei 25 Prozent", "Na stal pozostaje 50 proc.": outside English the verb next to the figure.
function goesOnAbroad(line: Line, percent: Percent, lead: Step): boolean {
  if (line === lead.line || line.lang === 'en' || !lineHas(line, 'verb', 'keep')) return false;
  const nearest = hitsOf(line, 'verb').reduce((a, b) =>
    gapTo(a, percent) <= gapTo(b, percent) ? a : b,
  );
  return means(nearest, 'verb', 'keep');
}

/** "2.5 percent base plus the new 50 percent". */
const BENEATH: ReadonlySet<string> = new Set(['base']);
const STAYS_WITHIN = 8;
const MAKING: ReadonlySet<string> = new Set(['imposed', 'increased', 'retaliation-imposed']);
const PLANNED: ReadonlySet<string> = new Set(['reduced', 'proposed', 'threatened']);
const HALTING: ReadonlySet<string> = new Set(['delayed', 'suspended']);
/** Steps beside which another rate may merely stay. */
const GOING: ReadonlySet<string> = new Set(
  'imposed increased retaliation-imposed reduced removed suspended struck-down proposed threatened exempted deal-reached'.split(
    ' ',
  ),
);

/** Tokens between a phrase and a percentage on either side of it. */
export function gapTo(hit: Hit, percent: Percent): number {
  return Math.min(Math.abs(hit.from - percent.from), Math.abs(percent.from - hit.to));
}
