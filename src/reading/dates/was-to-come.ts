// Days on which something was to happen that did not, or that is stopped. In: a date in its sentence. Out: yes or no.
import { type Day, daysBetween } from '../../domain/day.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Token } from '../words/cut-text.ts';
import { hitBefore, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';

const WAS_TO_COME =
  /(?:^| )(?:had been|was|were) (?:due|set|scheduled|slated|meant|supposed|to)(?: |$)/;
/** "the 30% he had threatened from August 1". */
const HAD_HELD_OUT =
  /(?:^| )had (?:earlier |first |initially |once |originally |previously )?(?:floated|intended|planned|proposed|threatened|vowed|warned)(?: |$)/;
// "would have doubled to 50% on 1 May"; "firms would have to pay from 1 May" comes.
const WOULD_HAVE = /(?:^| )would (?:otherwise |instead |also )?have (?!to )/;
const TO_COME_WITHIN = 9;

/** "had been due to rise to 25% on Friday": a day that nothing happens on. */
export function wasToCome(line: Line, mention: DateMention): boolean {
  if (isAtFirst(line)) return true;
  if (line.lang !== 'en') return wasToComeAbroad(line, mention);
  if (line.isTitle) return isScheduledThen(line, mention);
  // "averts the heavier tariffs threatened from Friday".
  if (HELD_OUT.test(tokenText(line, mention.from - 2)) && averts(line, mention.from)) return true;
  const before = tokensBefore(line, mention, TO_COME_WITHIN);
  const told = before.map(({ text }) => text).join(' ');
  return [WAS_TO_COME, HAD_HELD_OUT, WOULD_HAVE].some((pattern) => pattern.test(told));
}

const HELD_OUT = /^(?:threatened|planned|scheduled|set|due|announced)$/;
const AVERTING = /^(?:avert|avoid|escap|dodg|stav|forestall|delay|postpon|put)/;

function averts(line: Line, to: number): boolean {
  return line.tokens.slice(0, to).some(({ text }) => AVERTING.test(text));
}

const MAIN = /^(?:is|are|will)$/;

// "The duties, which were due to lapse in May, are lifted from": what is said aside ends where the main verb begins.
function tokensBefore(line: Line, { from }: DateMention, within: number): readonly Token[] {
  const opens = line.tokens.findLastIndex(
    ({ text }, at) => at < from && text === ',' && MAIN.test(tokenText(line, at + 1)),
  );
  return line.tokens.slice(Math.max(0, from - within, opens + 1), from);
}

const PUT_OFF =
  /^(?:delay|delays|delayed|postpone|postpones|postponed|suspend|suspends|pause|pauses|scrap|scraps|halt|halts|avert|averts)$/;
const SCHEDULED = /^(?:scheduled|slated|planned|due|set)$/;

// "to delay duties scheduled for Dec. 15": in a title the day that is put off.
function isScheduledThen(line: Line, { from }: DateMention): boolean {
  const at = [from - 1, from - 2].find((place) => SCHEDULED.test(tokenText(line, place)));
  return at !== undefined && line.tokens.slice(0, at).some(({ text }) => PUT_OFF.test(text));
}

const AT_FIRST: ReadonlySet<string> = new Set(
  'initially originally inicialmente originalmente initialement inizialmente originariamente ursprunglich zunachst aanvankelijk oorspronkelijk poczatkowo первоначально изначально'.split(
    ' ',
  ),
);

// "Inicialmente, a medida entraria em vigor nesta sexta-feira": a sentence that opens with what was planned at first.
function isAtFirst(line: Line): boolean {
  return !line.isTitle && AT_FIRST.has(tokenText(line, 0));
}

const WAS_TO_COME_ABROAD: ReadonlySet<string> = new Set(
  'devaient devait debian debia iban iba deviam deveria dovevano doveva sollten sollte zouden zou mialy mialo miala mial должны должна должен'.split(
    ' ',
  ),
);

/** "would have", folded; what was to come and did not. */
const WOULD_HAVE_ABROAD =
  /^(?:sarebbe(?:ro)?|avrebbe(?:ro)?|habrian?|teriam?|serai(?:en)?t|aurai(?:en)?t)$/;
/** German says it at the end, by its marks: "die am 9. August in Kraft getreten wären". */
const WOULD_HAVE_LAST = /^(?:wäre|wären|hätte|hätten)$/i;

// "qui devaient entrer en vigueur le 15 avril, sont gelées", "che sarebbero scattate il 7 agosto".
function wasToComeAbroad(line: Line, mention: DateMention): boolean {
  const before = line.tokens.slice(Math.max(0, mention.from - TO_COME_WITHIN), mention.from);
  if (before.some(({ text }) => WAS_TO_COME_ABROAD.has(text) || WOULD_HAVE_ABROAD.test(text)))
    return true;
  if (line.lang !== 'de') return false;
  const behind = line.tokens.slice(mention.to, mention.to + TO_COME_WITHIN);
  const end = behind.findIndex(({ text }) => text === ',');
  return behind
    .slice(0, end < 0 ? behind.length : end)
    .some(({ start, end: stop }) => WOULD_HAVE_LAST.test(line.raw.slice(start, stop)));
}

/** "would" of verbs of starting, folded: "que entrarían en vigor", "che scatterebbero". */
const WOULD_START =
  /^(?:entrarian?|entrariam?|empezarian?|comenzarian?|comecariam?|regirian?|valeriam?|scatterebbe(?:ro)?|entrerebbe(?:ro)?|entrerai(?:en)?t)$/;

const STOPPED: ReadonlySet<string> = new Set(['suspended', 'delayed', 'removed', 'exempted']);
const ANNOUNCED = /^(?:angekundigt|geplant|vorgesehen|angedroht)(?:e[nrs]?)?$/;
const STOPPED_WITHIN = 14;
const HAD_BEEN: ReadonlySet<string> = new Set(['scheduled', 'due', 'slated', 'had', 'were', 'was']);

/** "suspending the duties scheduled to take effect on January 6": the day of what is stopped, not of the step. */
export function isOfStoppedMeasure(line: Line, mention: DateMention, lead: Step): boolean {
  if (!STOPPED.has(lead.action)) return false;
  // "die zum 1. April angekündigten Zölle".
  if (line.lang === 'de' && ANNOUNCED.test(tokenText(line, mention.to))) return true;
  if (lead.action === 'delayed' && isPutOffBehind(line, mention)) return true;
  const near = tokensBefore(line, mention, TO_COME_WITHIN);
  if (line.lang !== 'en' && near.some(({ text }) => WOULD_START.test(text))) return true;
  return tokensBefore(line, mention, STOPPED_WITHIN).some(
    (token, at, near) =>
      HAD_BEEN.has(token.text) && (near.length - at <= 8 || near[at + 1]?.text === 'to'),
  );
}

const STARTING = /(?:^| )would (?:start|begin|take|come|go|kick|enter)(?: |$)/;
const NOW_OFF = /(?: |^)(?:put off|postponed|delayed|deferred|pushed back)(?: |$)/;

// "Duties that Lima said in August would start on September 18 are now put off".
function isPutOffBehind(line: Line, mention: DateMention): boolean {
  const before = tokensBefore(line, mention, TO_COME_WITHIN).map(({ text }) => text);
  const behind = line.tokens.slice(mention.to).map(({ text }) => text);
  return line.lang === 'en' && STARTING.test(before.join(' ')) && NOW_OFF.test(behind.join(' '));
}

const PLANNED: ReadonlySet<string> = new Set(['proposed', 'threatened']);
const CHANGING: ReadonlySet<string> = new Set(
  'delayed suspended removed reduced exemption-ended exemption-denied'.split(' '),
);
/** Days by which news may come late. */
const LATE_BY = 6;

/** "The duty has lapsed since May", "has been suspended since May": the day on which the step itself was done. */
const DONE_SINCE: ReadonlySet<string> = new Set(['remove', 'suspend', 'cut']);

/** True for "goods entered since November 1 pay 15%": from when the new rate counts. */
export function isEnteredSince(line: Line, from: number): boolean {
  return tokenText(line, from - 1) === 'since' && tokenText(line, from - 2) === 'entered';
}

/** "a provisional duty has applied since May": what is only planned has not begun; what is changed or put off began without it. */
export function isRunningSince(
  line: Line,
  { from, day }: DateMention,
  { action, family }: Step,
  publishedOn: Day | null,
): boolean {
  if (tokenText(line, from - 1) !== 'since' || isEnteredSince(line, from)) return false;
  // "announced since March 4" in November: no day that is still to come.
  if (publishedOn !== null && day > publishedOn) return true;
  if (PLANNED.has(action) || isOfRateHadSince(line, from - 1)) return true;
  if (DONE_SINCE.has(family) && means(hitBefore(line, from - 1), 'verb', family)) return false;
  return CHANGING.has(action) && publishedOn !== null && daysBetween(day, publishedOn) > LATE_BY;
}

const HAS: ReadonlySet<string> = new Set(['has', 'have']);
const HAS_WITHIN = 4;
const RATED = /^(?:%|percent|rates?|levels?|dut(?:y|ies)|tariffs?|lev(?:y|ies))$/;
const LEADING: ReadonlySet<string> = new Set(['that', 'which', 'the']);
const COMMAS: ReadonlySet<string> = new Set([',', '-']);
const RATE_NOUN = /^(?:rate|level)$/;
const SAME_WITHIN = 14;

// "the rate Peru has charged since May", ", the rate that has applied to Peru since May": since when another one holds.
function isOfRateHadSince(line: Line, since: number): boolean {
  if (line.lang !== 'en') return false;
  const mark = line.tokens.findLastIndex(({ text }, at) => at < since && COMMAS.has(text));
  const noun = tokenText(line, mark + 2) === 'same' ? mark + 3 : mark + 2;
  const isSame = mark > 0 && since - mark <= SAME_WITHIN && RATE_NOUN.test(tokenText(line, noun));
  if (isSame) return true;
  return placeGroups(line).some(({ from, to }) => {
    if (!HAS.has(tokenText(line, to)) || to >= since || since - to > HAS_WITHIN) return false;
    let at = from - 1;
    while (LEADING.has(tokenText(line, at))) at -= 1;
    return RATED.test(tokenText(line, at));
  });
}
