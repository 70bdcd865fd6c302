// Rates that a sentence of the teaser tells of the time before, by its verb: "had charged 30%", "the rate was 37.9%", "replaces a
// measure that charges 20%", "39% becomes 15%". In: a percentage in its sentence. Out: yes or no. English only.
import { isReportedPerfect } from '../steps/reported-perfect.ts';
import { type Needing, rulesFor } from '../words/asked-rules.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';
import { percentsIn } from './find-percents.ts';
import { isToldBeforeAbroad } from './past-abroad.ts';
import { isOfToday } from './present-rates.ts';
import type { RateAt } from './rate-at.ts';
import { isOfTodayAbroad } from './today-abroad.ts';

/** Steps that concern a rate as it stood or was to come. */
const HALTING: ReadonlySet<string> = new Set(
  'delayed suspended exempted exemption-sought exemption-denied'.split(' '),
);

/** True for a rate of the time before the step. */
export function isToldBefore(at: RateAt): boolean {
  const { line, lead } = at;
  if (line.lang !== 'en')
    return isToldBeforeAbroad(at) || (!HALTING.has(lead.action) && isOfTodayAbroad(at));
  if (turnsInto(at) || isOfToday(at) || runsOut(at)) return true;
  // "bid to avert a 39% tariff" / "who had threatened 31% in April": the rate that is meant stands beside the step.
  const isMeantThere = line !== lead.line && lead.line.classes.has('percent');
  if (line.isTitle || (HALTING.has(lead.action) && !isMeantThere)) return false;
  return tellingOf(line).some(({ holds }) => holds(at));
}

const TURNING: ReadonlySet<string> = new Set(['becomes', 'become', 'became', 'turns', 'turn']);

// "39% becomes 15%".
function turnsInto({ line, percent, all }: RateAt): boolean {
  const next = all.find((other) => other.from >= percent.to);
  return (
    next !== undefined && TURNING.has(tokenText(line, percent.to)) && next.from - percent.to <= 3
  );
}

/** What ends the reach of "had": a new clause, or a verb of today. */
const TURNS: ReadonlySet<string> = new Set(
  'will would is are now but while and whereas so has have'.split(' '),
);
const HAD_WITHIN = 18;

// "Quito had charged 30% since February, then 50% from May", "used to charge 30%".
function isBehindHad({ line, percent, lead }: RateAt): boolean {
  if (line === lead.line) return false;
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - HAD_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (isParted(line, at, at + 1)) return false;
    if (text === 'had') return !isReportedPerfect(line, at);
    if (text === 'used' && tokenText(line, at + 1) === 'to') return true;
    if (TURNS.has(text) && !isSaidToCome(line, at) && !joinsFigure(line, at)) return false;
  }
  return false;
}

// "had been 27.5%, made up of a base rate of 2.5% and 25% added in April": the joiner of two figures opens no clause.
function joinsFigure(line: Line, at: number): boolean {
  return (
    tokenText(line, at) === 'and' &&
    line.tokens[at + 1]?.kind === 'number' &&
    tokenText(line, at - 1) !== ','
  );
}

const TOLD = wordGroup('told warned informed assured');
const TOLD_WITHIN = 7;

// "had been told in April that it would pay": what was said then.
function isSaidToCome(line: Line, at: number): boolean {
  return tokenText(line, at) === 'would' && lastPlaceOf(line, TOLD, at - TOLD_WITHIN, at) >= 0;
}

// "At 39%, the tariff had been the highest in the region".
function hadBeenAt({ line, percent, lead }: RateAt): boolean {
  if (line === lead.line || tokenText(line, percent.from - 1) !== 'at' || percent.from > 2)
    return false;
  if (tokenText(line, percent.to) !== ',') return false;
  const behind = line.tokens.slice(percent.to + 1, percent.to + HAD_WITHIN);
  return behind.some(({ text }, at) => text === 'had' && behind[at + 1]?.text === 'been');
}

const PAYING =
  /^(?:pay|pays|paying|face|faces|bear|bears|carry|carries|charging|charged|levied|levying|in)$/;
const ALREADY_WITHIN = 5;

// "stacked on the 9.5 per cent that makers already pay".
function paysAlready({ line, percent }: RateAt): boolean {
  const behind = line.tokens.slice(percent.to, percent.to + ALREADY_WITHIN);
  return behind.some(
    ({ text }, at) => text === 'already' && PAYING.test(behind[at + 1]?.text ?? ''),
  );
}

const SINCE_WITHIN = 5;

// "Turkish steel has carried the 25% duty since spring".
function hasSince({ line, percent, lead }: RateAt): boolean {
  if (line === lead.line) return false;
  const behind = line.tokens.slice(percent.to, percent.to + SINCE_WITHIN).map(({ text }) => text);
  const since = behind.indexOf('since');
  if (since < 0 || behind.slice(0, since).includes(',')) return false;
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - HAD_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (text === ',' || isParted(line, at, at + 1)) return false;
    if (text === 'has' || text === 'have') return true;
  }
  return false;
}

const OPENING_SINCE = 10;

// "Since taking office, Modi has put 64% on wool".
function opensSince({ line, percent, all, lead, told }: RateAt): boolean {
  if (line === lead.line || tokenText(line, 0) !== 'since' || all[0] !== percent) return false;
  if (!told.some((value) => value !== percent.value)) return false;
  const end = line.tokens.findIndex(({ text }) => text === ',');
  if (end < 0 || end > OPENING_SINCE) return false;
  const between = line.tokens.slice(end, percent.from);
  return between.some(({ text }) => text === 'has' || text === 'have');
}

const STRIKING = wordGroup(/^(?:struck|overturned|quashed|annulled|voided|blocked)$/);
const STRUCK_WITHIN = 5;

// "A court struck down the 71% tariff that he had put on steel", beside another step.
function wasStruck({ line, percent, lead, told }: RateAt): boolean {
  if (line === lead.line || lead.action === 'struck-down') return false;
  if (!told.some((value) => value !== percent.value)) return false;
  return lastPlaceOf(line, STRIKING, percent.from - STRUCK_WITHIN, percent.from) >= 0;
}

const HEELS = wordGroup('heels follows followed');
const HEELS_WITHIN = 4;
const ARTICLE: ReadonlySet<string> = new Set(['a', 'an', 'its', 'the']);

// "The step comes on the heels of a 71% duty on carpets".
function isOnHeels({ line, percent, lead, told }: RateAt): boolean {
  if (line === lead.line || !ARTICLE.has(tokenText(line, percent.from - 1))) return false;
  if (!told.some((value) => value !== percent.value)) return false;
  return lastPlaceOf(line, HEELS, percent.from - HEELS_WITHIN, percent.from) >= 0;
}

const RATES: ReadonlySet<string> = new Set([
  'rate',
  'duty',
  'tariff',
  'levy',
  'it',
  'rates',
  'tax',
]);
const WAS = wordGroup('was were');

// "For cheaper clothing the rate was 37.9%", "imports were subject to a 46% tariff", where the step itself has a figure.
function wasOnly({ line, percent, all, lead, told }: RateAt): boolean {
  const article = tokenText(line, percent.from - 1) === 'a' ? 1 : 0;
  const at = percent.from - 1 - article;
  const isBorne = tokenText(line, at - 1) === 'subject' && WAS.has(tokenText(line, at - 2));
  const isRate = WAS.has(tokenText(line, at)) && RATES.has(tokenText(line, at - 1));
  if (line === lead.line || !(isBorne || isRate)) return false;
  // "The duty goes to 20%; before, it was 9%".
  return [...all, ...percentsIn(lead.line, line.lang)]
    .map(({ value }) => value)
    .concat(told)
    .some((value) => value !== percent.value);
}

const FOR_A_WHILE = wordGroup('provisional temporary interim preliminary');
const CHARGE =
  /^(?:dut(?:y|ies)|tariffs?|rates?|lev(?:y|ies)|tax(?:es)?|measures?|deposits?|margins?)$/;
const BEEN =
  /^(?:reached|ran|went|ranged|stood|peaked|was|were|had|amounted|climbed|rose|came|topped|hit|applied|been|did)$/;
const BEEN_WITHIN = 12;

// "Provisional duties reached 55.3% in September" beside a final one: what was charged until the ruling.
function wasProvisional({ line, percent, lead }: RateAt): boolean {
  if (line === lead.line || says(lead.line, FOR_A_WHILE)) return false;
  let hasBeen = false;
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - BEEN_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (isParted(line, at, at + 1)) return false;
    hasBeen ||= BEEN.test(text);
    if (FOR_A_WHILE.has(text) && CHARGE.test(tokenText(line, at + 1)))
      return hasBeen || isComparedWith(line, at) || endsBehind(line, percent);
  }
  return false;
}

const ENDING = /^(?:expires?|expired|lapses?|lapsed|ends?|ended|falls?|ceases?|stops?)$/;
const ENDING_WITHIN = 3;

// "The provisional duties, of up to 24%, expire this week".
function endsBehind(line: Line, { to }: RateAt['percent']): boolean {
  return line.tokens.slice(to, to + ENDING_WITHIN).some(({ text }) => ENDING.test(text));
}

const COMPARING: ReadonlySet<string> = new Set([
  'against',
  'than',
  'with',
  'from',
  'replace',
  'replaces',
]);

// "20%, against a provisional duty of 24%".
function isComparedWith(line: Line, at: number): boolean {
  const before = tokenText(line, at - 1);
  return COMPARING.has(before === 'a' || before === 'the' ? tokenText(line, at - 2) : before);
}

const FIRST = wordGroup('first initially originally previously');
const FLOATING =
  /^(?:floated|proposed|announced|threatened|mooted|suggested|demanded|sought|planned|asked|promised|vowed)$/;
const FLOATED_WITHIN = 4;

// "India first floated 40% in March".
function wasFloated({ line, percent, lead, told }: RateAt): boolean {
  if (line === lead.line || !told.some((value) => value !== percent.value)) return false;
  const at = lastPlaceOf(line, FIRST, percent.from - FLOATED_WITHIN, percent.from);
  return at >= 0 && FLOATING.test(tokenText(line, at + 1));
}

const UNTIL = wordGroup('until till');
const CHANGING: ReadonlySet<string> = new Set(['increased', 'reduced', 'retaliation-imposed']);

// "The fee, 30% until February": where the step itself has another rate, and the sentence none.
function wasUntil({ line, percent, all, lead, told }: RateAt): boolean {
  if (!CHANGING.has(lead.action) || all.length > 1 || !UNTIL.has(tokenText(line, percent.to)))
    return false;
  return told.some((value) => value !== percent.value) && !told.includes(percent.value);
}

const REPLACING = wordGroup(/^(?:replac|supersed|supplant|succeed)/);
const REPLACED_WITHIN = 12;
const BY: ReadonlySet<string> = new Set(['with', 'by', 'to', 'will', ',']);

// "The plan replaces a measure that charges 20%"; "replaces it with a duty of 20%" tells what comes.
function isReplacing({ line, percent }: RateAt): boolean {
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - REPLACED_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (isParted(line, at, at + 1) || BY.has(text)) return false;
    if (REPLACING.has(text)) return !isDoneTo(line, at);
  }
  return false;
}

const BE: ReadonlySet<string> = new Set(['is', 'are', 'be', 'been', 'being']);

// "is replaced": by what follows.
function isDoneTo(line: Line, at: number): boolean {
  return BE.has(tokenText(line, at - 1));
}

const RUNNING_OUT = wordGroup('expire expires expiring lapse lapses lapsing end ends run runs');
const OUT_WITHIN = 8;
const WHILE = wordGroup('as before when after with once');
const LAYING: ReadonlySet<string> = new Set(['imposed', 'increased', 'proposed', 'threatened']);

// "lays new tariffs as its 10% levies are set to expire": what runs out beside a tariff that is laid.
function runsOut({ line, percent, lead }: RateAt): boolean {
  if (!says(line, RUNNING_OUT) || !LAYING.has(lead.action)) return false;
  if (line === lead.line && percent.from < lead.object.to) return false;
  const last = Math.min(line.tokens.length, percent.to + OUT_WITHIN);
  for (let at = percent.to; at < last && !isParted(line, percent.to, at); at += 1) {
    if (!RUNNING_OUT.has(tokenText(line, at))) continue;
    if (/^runs?$/.test(tokenText(line, at)) && tokenText(line, at + 1) !== 'out') continue;
    const isOfTariff = hitsOf(line, 'tariff').some(
      ({ from, to }) => from >= percent.to && to <= at,
    );
    return isOfTariff && lastPlaceOf(line, WHILE, percent.from - FLOATED_WITHIN, percent.from) >= 0;
  }
  return false;
}

const HAD = wordGroup('had');
const WAS_ONCE = wordGroup('had used');
const SINCE = wordGroup('since');

/** How a sentence tells a rate of the time before, with the words that each way needs. */
const TELLING: readonly (Needing & { readonly holds: (at: RateAt) => boolean })[] = [
  { needs: [WAS_ONCE], holds: isBehindHad },
  { needs: [HAD], holds: hadBeenAt },
  { needs: [SINCE], holds: hasSince },
  { needs: [SINCE], holds: opensSince },
  { needs: [STRIKING], holds: wasStruck },
  { needs: [HEELS], holds: isOnHeels },
  { needs: [wordGroup('already')], holds: paysAlready },
  { needs: [WAS], holds: wasOnly },
  { needs: [FOR_A_WHILE], holds: wasProvisional },
  { needs: [REPLACING], holds: isReplacing },
  { needs: [FIRST], holds: wasFloated },
  { needs: [UNTIL], holds: wasUntil },
];

const tellingOf = rulesFor(TELLING);
