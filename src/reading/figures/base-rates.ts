// The ordinary duty told beside the one of the step: "The MFN rate on wine is 3%", "se suma al derecho general de 6%", "通常の関税3%".
// It goes on to apply and is no new rate. In: a percentage in its sentence and the leading step. Out: yes or no. All languages.
import {
  hitBefore,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { percentsIn } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** Steps that concern a rate as it stands: the ordinary duty may be the one that is halted, lifted or lowered. */
const OF_STANDING = /^(?:delayed|suspended|removed|reduced|exempt|struck|quota)/;

/** Words for what everybody pays, folded; German writes them onto the noun. */
const ORDINARY = wordGroup(
  /^(?:normal|conventional$|regular|ordinar|ordinair|standard$|reguliere?$|gewone$|regelzoll|drittlandszoll|meistbegunstigungszoll|ublich|zwykl|обычн|mfn$|npf$|nmf$|biasa$|thong$)/,
);
/** Most-favoured-nation duties. */
const FAVOURED = wordGroup('mfn npf nmf meistbegunstigungszoll meistbegunstigungssatz');
/** The same word may be a minimum that is set anew ("arancel base del 10%"): only beside a sum. */
const BASE = wordGroup(
  /^(?:base$|basic$|general$|generale$|basiszoll|basis|bazow|podstawow|базов|temel$|dasar$)/,
);
const SIGNS =
  /(?:通常|一般)の?(?:関税|税率)|基本税率|最恵国|기본 ?관세|기본 ?세율|일반 ?관세|최혜국|最惠国|普通税率|一般税率|基本税率/;
const CHARGED = ['tariff', 'uncounted'] as const;
const NAMED_WITHIN = 4;
const RATED_WITHIN = 9;
const SIGNS_WITHIN = 14;

/** True for the rate of the ordinary duty beside another rate. */
export function isOfOrdinaryDuty(at: RateAt): boolean {
  const { line, percent, lead } = at;
  if (line.isTitle || (OF_STANDING.test(lead.action) && !isRated(at))) return false;
  if (isOrdinary(lead.line, 0, lead.line.tokens.length) || makesTotal(line, percent)) return false;
  const parted = line.tokens.findLastIndex(
    ({ text }, place) => place < percent.from && text === ';',
  );
  const from = Math.max(0, percent.from - RATED_WITHIN, endOfOther(at), parted);
  // Nobody raises what is due to all by treaty against one: the word tells it even where nothing else is rated.
  // "The most-favoured-nation rate goes up to 20%": the step is one of the ordinary duty.
  const isChanged = CHANGING.has(lead.action) || tokenText(line, percent.to) === 'from';
  if (isChanged && tokenText(line, percent.from - 1) === 'to') return false;
  // "get in at the most-favoured-nation rate of 6.1% rather than with the 100% surtax": what is charged from then on.
  if (hitFrom(line, percent.to)?.meanings.has('oldrate') === true) return false;
  // "the general duty will be capped at 15 percent".
  if (line.lang === 'en' && means(hitBefore(line, percent.from), 'upto')) return false;
  // "the higher of the MFN rate or a combined rate of 15 percent": the other of two.
  const isOther = line.tokens.slice(from, percent.from).some(({ text }) => text === 'or');
  if (isOther && line.lang === 'en') return false;
  if (namesFavoured(line, from, percent.from)) return true;
  return hasOther(at) && isOrdinary(line, from, percent.from);
}

/** The word of a sentence that tells what comes in the place of a duty. */
export const INSTEAD = wordGroup('instead');
const PAYING = /^pay(?:s|ing)?$/;
const PAID_WITHIN = 4;

/** True for "removes the 100% surtax; instead they will enter paying the standard 6.1%": what is left to be charged. */
export function isPaidInstead({ line, percent, lead }: RateAt): boolean {
  if (line.lang !== 'en' || !OF_STANDING.test(lead.action)) return false;
  return line.tokens
    .slice(Math.max(0, percent.from - PAID_WITHIN), percent.from)
    .some(({ text }) => PAYING.test(text));
}

// "over the 6.1 percent MFN tariff, and 25 percent on steel": the words right behind a figure are said of that one.
function endOfOther({ line, percent, all }: RateAt): number {
  const before = all.findLast(({ to }) => to <= percent.from);
  if (before === undefined) return 0;
  const named = hitsOf(line, 'instrument').find(({ from }) => from === before.to);
  return named !== undefined && means(named, 'instrument', 'MFN') ? named.to : 0;
}

// "exempts rice from 30% tariff": the measure concerned has a rate of its own.
function isRated({ percent, lead }: RateAt): boolean {
  const rates = percentsIn(lead.line, lead.line.lang);
  return rates.length > 0 && rates.every(({ value }) => value !== percent.value);
}

function hasOther({ line, percent, all, told, lead }: RateAt): boolean {
  const others = [...all, ...percentsIn(lead.line, line.lang)].map(({ value }) => value);
  return others.concat(told).some((value) => value !== percent.value);
}

// The word stands beside a noun for a tariff or its rate, and nothing but small words between that and the figure.
function isOrdinary(line: Line, from: number, to: number): boolean {
  const before = line.tokens.slice(from, to);
  const text = before.slice(-SIGNS_WITHIN).map((token) => token.text);
  if (SIGNS.test(text.join(''))) return true;
  const isSum = line.classes.has('total') || line.classes.has('additional');
  const steps = before.findLastIndex(
    (token) => ORDINARY.has(token.text) || (isSum && BASE.has(token.text)),
  );
  if (namesFavoured(line, from, to)) return true;
  if (steps < 0 || isParted(line, from + steps, to) || isAnew(line, from + steps, to)) return false;
  const word = from + steps;
  // "the normal 2.5%".
  if (word === to - 1) return true;
  return CHARGED.some((name) =>
    hitsOf(line, name).some(
      (hit) => hit.to > word - NAMED_WITHIN && hit.from <= word + NAMED_WITHIN && hit.from < to,
    ),
  );
}

function namesFavoured(line: Line, from: number, to: number): boolean {
  const before = line.tokens.slice(from, to);
  return (
    before.some(({ text }) => FAVOURED.has(text)) ||
    hitsOf(line, 'instrument').some(
      (hit) => means(hit, 'instrument', 'MFN') && hit.from >= from && hit.to <= to,
    )
  );
}

const MAKING =
  /^(?:takes?|brings?|lifts?|pushes|push|raises?|taking|bringing|lifting|pushing|raising)$/;

// "A basic duty of 20% takes the total to 27.5%": it is new as well.
function makesTotal(line: Line, { from, to }: RateAt['percent']): boolean {
  if (line.lang !== 'en' || !line.classes.has('total')) return false;
  // "a surcharge of 20% on the basic duty of 10% takes the total to 30%": what it is laid upon.
  if (line.tokens.slice(0, from).some(({ text }) => text === 'on')) return false;
  return line.tokens.some(
    ({ text }, at) =>
      at >= to &&
      MAKING.test(text) &&
      line.tokens.slice(at + 1, at + 1 + TOTAL_WITHIN).some((token) => TOTAL.test(token.text)),
  );
}

const TOTAL = /^(?:total|overall|effective|combined|all-in)$/;
const TOTAL_WITHIN = 3;

// "takes the regular duty to 20%": it is changed.
function isAnew(line: Line, from: number, to: number): boolean {
  const isFigure = hitsOf(line, 'percent').some((hit) => hit.from >= from && hit.to <= to);
  return (
    isFigure ||
    hitsOf(line, 'verb').some(
      (hit) =>
        hit.from >= from &&
        hit.to <= to &&
        CHANGES.some((family) => means(hit, 'verb', family)) &&
        !hit.meanings.has('gainer'),
    )
  );
}

const CHANGING: ReadonlySet<string> = new Set(['increased', 'reduced']);

const CHANGES = ['impose', 'raise', 'cut'] as const;
