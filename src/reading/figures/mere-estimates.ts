// Percentages of an English sentence that measure the economy beside a step: "prices could rise 12%", "the economy would shrink
// 0.4%", "the average tariff would climb to 17%", "the bound rate is 60%". In: a percentage in its sentence. Out: yes or no.
import { hitFrom, hitOver, type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { aboutStart, type Percent } from './find-percents.ts';

/** What is told to rise and fall beside a tariff. */
export const ECONOMY = wordGroup(
  'price prices economy inflation exports imports sales shares stocks stock index costs cost bills output demand production growth gdp profit profits earnings revenue revenues peso dollar euro yuan currency wages jobs employment consumption spending investment trade surplus deficit orders turnover discount discounts gap spread futures contracts contract rupee won lira peso real rand freight dealers',
);
const MOVING =
  /^(?:ris(?:e|es|en|ing)|rose|climb(?:s|ed)?|increas(?:e|es|ed)|jump(?:s|ed|ing)?|shr(?:ink|inks|ank|unk)|f(?:all|alls|ell|allen|alling)|los(?:e|es|t|ing)|gain(?:s|ed|ing)?|drop(?:s|ped|ping)?|contract(?:s|ed)?|gr(?:ow|ows|ew|own)|soar(?:s|ed)?|surg(?:e|es|ed|ing)|slump(?:s|ed)?|declin(?:e|es|ed)|plung(?:e|es|ed)|tumbl(?:e|es|ed)|slid(?:e|es)?|widen(?:s|ed)?|narrow(?:s|ed)?|eas(?:e|es|ed|ing)|soften(?:s|ed)?|slip(?:s|ped)?|retreat(?:s|ed)?|edg(?:e|es|ed)|inch(?:es|ed)?|firm(?:s|ed)?|sink(?:s)?|sank|swell(?:s|ed)?|lea(?:p|ps|pt|ped)|vault(?:s|ed)?|rocket(?:s|ed)?|up|down)$/;
const SUBJECT_WITHIN = 10;

/** "Tea prices could rise 12%", "exports may fall by as much as 30%". */
export function isOfEconomy(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  if (hitFrom(line, percent.to)?.meanings.has('tariff') === true) return false;
  let at = aboutStart(line, percent) - 1;
  if (tokenText(line, at) === 'by' || tokenText(line, at) === 'to') at -= 1;
  if (!MOVING.test(tokenText(line, at))) return false;
  for (let back = at - 1; back >= Math.max(0, at - SUBJECT_WITHIN); back -= 1) {
    if (ECONOMY.has(tokenText(line, back))) return !isLaidOn(line, back);
    if (hitOver(line, back)?.meanings.has('tariff') === true) return false;
  }
  return false;
}

const TRADED: ReadonlySet<string> = new Set(['imports', 'exports']);
const LAID_WITHIN = 8;

// "bring duties on Peruvian imports down to 12%": on what the tariff lies, which is what moves.
function isLaidOn(line: Line, at: number): boolean {
  if (!TRADED.has(tokenText(line, at))) return false;
  for (let on = at - 1; on >= Math.max(1, at - LAID_WITHIN); on -= 1) {
    if (tokenText(line, on) !== 'on') continue;
    // "the “reciprocal tariff” on exports".
    const before = line.tokens[on - 1]?.kind === 'mark' ? on - 2 : on - 1;
    return hitOver(line, before)?.meanings.has('tariff') === true;
  }
  return false;
}

export const USUALLY = wordGroup('typically usually generally normally');
const USUALLY_WITHIN = 6;

/** "Duties typically range from five to 35 percent": how it is with duties as such. */
export function isUsual(line: Line, percent: Percent): boolean {
  return line.tokens
    .slice(Math.max(0, percent.from - USUALLY_WITHIN), percent.from)
    .some(({ text }) => USUALLY.has(text));
}

/** Words for a rate that is no measure's own. */
export const MEAN = wordGroup('average effective weighted bound mean overall');
/** Words that are of a mean only where somebody reckons it. */
const UNSURE: ReadonlySet<string> = new Set(['effective', 'overall']);
const RATE: ReadonlySet<string> = new Set(['rate', 'tariff', 'duty', 'tariffs', 'rates', 'duties']);
const RECKONING =
  /^(?:average|economists?|estimat|calculat|analysts?|study|budget|lab|think|research|institute|university|century|decades|reckon)/;
const MEAN_WITHIN = 10;
const NAMED_WITHIN = 3;

/** "The average tariff would climb to 17%", "the bound rate is 60%": no rate of any measure. */
export function isMeanRate(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - MEAN_WITHIN); at -= 1) {
    if (tokenText(line, at) === ';' || tokenText(line, at) === ',') return false;
    // "a time-bound duty" is one for a time.
    if (!MEAN.has(tokenText(line, at)) || tokenText(line, at - 1) === 'time') continue;
    // "brings the effective rate to 16.5%" may be the duty with all that is laid on top; only what is reckoned is a mean.
    if (UNSURE.has(tokenText(line, at)) && !line.tokens.some(({ text }) => RECKONING.test(text)))
      return false;
    // "would be raised to their bound rates of 10% to 30%": where a duty comes to is its rate.
    if (tokenText(line, at) === 'bound' && line.tokens.slice(0, at).some(isRaised)) return false;
    const behind = line.tokens.slice(at + 1, Math.min(percent.from, at + 1 + NAMED_WITHIN));
    return behind.some(({ text }) => RATE.has(text));
  }
  return false;
}

function isRaised({ text }: { readonly text: string }): boolean {
  return /^(?:raise|raises|raised|lift|lifted|increased?|restored?)$/.test(text);
}

const ODDS: ReadonlySet<string> = new Set(
  'odds chance chances probability likelihood fee fees stake commission'.split(' '),
);
const ODDS_BEFORE = 9;
const ODDS_BEHIND = 3;
const REFUNDED = /^(?:refund|reimburs|repaid|return(?:ed)?$)/;

/** "the odds of a cut at 70%", "a 1% processing fee", "deposits of up to 62% will be refunded". */
export function isOfOdds(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  const near = line.tokens.slice(percent.to, percent.to + ODDS_BEHIND);
  // "a duty of 69.6%, the Commission has decided": behind a comma somebody else is told of.
  const end = near.findIndex(({ kind }) => kind === 'mark');
  const behind = end < 0 ? near : near.slice(0, end);
  if (behind.some(({ text }) => ODDS.has(text))) return true;
  const before = line.tokens
    .slice(Math.max(0, percent.from - ODDS_BEFORE), percent.from)
    .map(({ text }) => text);
  if (before.some((text) => ODDS.has(text)) && tokenText(line, percent.from - 1) === 'at')
    return true;
  const isDeposit = before.some((text) => text === 'deposits' || text === 'deposit');
  return isDeposit && line.tokens.slice(percent.to).some(({ text }) => REFUNDED.test(text));
}

const OWN_CONTENT: ReadonlySet<string> = new Set(
  'local domestic regional national foreign american european'.split(' '),
);
const CONTENT =
  /^(?:content|input|inputs|value|parts|components|share|materials?|origin|threshold)$/;
const CONTAINED_WITHIN = 3;

const STRENGTH = /^(?:abv|alcohol|vol|proof|purity)$/;

/** "at least 20% Peruvian tea", "of which 60% or more": what goods consist of. */
export function isContent(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  const before = line.tokens
    .slice(Math.max(0, percent.from - CONTAINED_WITHIN), percent.from)
    .map(({ text }) => text)
    .join(' ');
  if (before.endsWith('of which')) return true;
  // "wine of not more than 14% abv".
  if (STRENGTH.test(tokenText(line, percent.to))) return true;
  const isNative = OWN_CONTENT.has(tokenText(line, percent.to));
  if (isNative && CONTENT.test(tokenText(line, percent.to + 1))) return true;
  return (
    before.endsWith('at least') &&
    (isNative || hitFrom(line, percent.to)?.meanings.has('place') === true)
  );
}

/** Who sets what borrowing costs. */
export const BANK = wordGroup('bank fed bundesbank riksbank');
const BANK_WITHIN = 6;

/** True for "The national bank kept its rate at 0.5%": what borrowing costs. */
export function isOfBank(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || line.classes.has('tariff')) return false;
  const before = line.tokens.slice(Math.max(0, percent.from - BANK_WITHIN), percent.from);
  return before.some(({ text }) => text === 'rate' || text === 'rates');
}
