// What an English sentence says to happen on a day besides that a tariff starts: a hearing begins, a rise is due, duties are owed
// again. In: a date in its sentence. Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';
import { isEnteredSince } from './was-to-come.ts';

const EVENT =
  /^(?:hearings?|talks?|negotiations?|consultations?|meetings?|summit|period|window|inquiry|investigation|probe|review|vote|trial|conference|comments?|dialogue|visit)$/;
const BEGINNING =
  /^(?:begins?|began|starts?|started|opens?|opened|resumes?|resumed|commences?|commenced|set|due|scheduled|take|takes)$/;
const SMALL: ReadonlySet<string> = new Set('on from at in for is are place to'.split(' '));
const SUBJECT_WITHIN = 3;

/** True for "hearings begin July 7", "talks start on Thursday": no tariff starts then. */
export function isOfEvent(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en') return false;
  let at = mention.from - 1;
  while (SMALL.has(tokenText(line, at))) at -= 1;
  if (!BEGINNING.test(tokenText(line, at))) return false;
  const from = Math.max(0, at - SUBJECT_WITHIN);
  return (
    line.tokens.slice(from, at).some((_, place) => isEventAt(line, from + place)) ||
    opensWithEvent(line, at)
  );
}

function isEventAt(line: Line, at: number): boolean {
  const text = tokenText(line, at);
  return EVENT.test(text) || (text === 'round' && !isOfTariffs(line, at));
}

const OPENING_WITHIN = 12;

// "Talks with the council on a final text may start on April 13": the sentence is about them from its first word.
function opensWithEvent(line: Line, at: number): boolean {
  return (
    at <= OPENING_WITHIN &&
    (isEventAt(line, 0) || isEventAt(line, 1)) &&
    !line.tokens.slice(0, at).some(({ text }) => text === ',') &&
    !hitsOf(line, 'tariff').some((hit) => hit.to <= at)
  );
}

// "The second round began Thursday: 20% on rice", "the new round of tariffs starts": nothing that is only talked about.
function isOfTariffs(line: Line, round: number): boolean {
  return (
    line.classes.has('percent') || hitsOf(line, 'tariff').some(({ from }) => from - round === 2)
  );
}

const TELLING =
  /^(?:reveal|unveil|releas|publish|disclos|outlin|present|brief|giv|provid|shar|announc|post)\w*$/;
const DETAILS =
  /^(?:details?|terms?|text|specifics|more|statement|document|list|plans?|particulars)$/;
const DETAILS_WITHIN = 4;

/** True for "plans to reveal details on Friday": when more will be told. */
export function isOfReport(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en') return false;
  let at = mention.from - 1;
  while (SMALL.has(tokenText(line, at))) at -= 1;
  if (!DETAILS.test(tokenText(line, at))) return false;
  return line.tokens
    .slice(Math.max(0, at - DETAILS_WITHIN), at)
    .some(({ text }) => TELLING.test(text));
}

const STORIES = /^(?:stories|news|headlines|highlights|events)$/;

/** True for "key stories from Thursday at a glance": of which day a digest is. */
export function isDayOfStories(line: Line, { from }: DateMention): boolean {
  return tokenText(line, from - 1) === 'from' && STORIES.test(tokenText(line, from - 2));
}

const HAD_BEGUN = /^(?:began|started|took|came|entered|kicked)$/;
const BEGUN_WITHIN = 5;
const LAYING: ReadonlySet<string> = new Set([
  'imposed',
  'increased',
  'retaliation-imposed',
  'exemption-ended',
]);

/** True for "a 10% tariff that began April 5 remains": since when another measure stands. */
export function isOfStanding(line: Line, { from }: DateMention, lead: Step): boolean {
  const isEased = EASING.has(lead.action);
  if (line.lang !== 'en' || (line === lead.line && !isEased)) return false;
  if (isEnteredSince(line, from)) return false;
  // "The deposit demanded since April 18 is lifted", "the scheme, which lapsed on May 1, is extended".
  const isLapsed =
    lead.action === 'exempted' && /^(?:laps|expir)ed$/.test(tokenText(line, from - 2));
  const isSince = tokenText(line, from - 1) === 'since' && !LAYING.has(lead.action);
  if (line !== lead.line && (isLapsed || isSince)) return true;
  for (let at = from - 1; at >= Math.max(1, from - BEGUN_WITHIN); at -= 1) {
    const that = tokenText(line, at - 1);
    if (!HAD_BEGUN.test(tokenText(line, at))) continue;
    // "to eliminate the tariffs" / "The tariffs took effect in March".
    if (isEased && line !== lead.line && hitsOf(line, 'tariff').some(({ to }) => to === at))
      return true;
    if (that !== 'that' && that !== 'which') continue;
    // "eliminate the duties on steel that took effect in March".
    const within = isEased ? GOODS_WITHIN : 0;
    return hitsOf(line, 'tariff').some(
      (hit) => hit.to <= at - 1 && at - 1 - hit.to <= within && !isParted(line, hit.to, at - 1),
    );
  }
  return false;
}

const EASING: ReadonlySet<string> = new Set([
  'reduced',
  'removed',
  'suspended',
  'exempted',
  'deal-reached',
]);
/** Tokens of the goods and origins between a tariff and "that took effect". */
const GOODS_WITHIN = 8;

const STEP_NOUN =
  /^(?:increase|rise|hike|cut|reduction|change|start|launch|introduction|imposition|move|jump|step)$/;

/** True for "with the increase on June 23, 2027": the day of the step told as a noun. */
export function isDayOfNoun(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en' || mention.isRelative) return false;
  if (tokenText(line, mention.from - 1) !== 'on') return false;
  return (
    STEP_NOUN.test(tokenText(line, mention.from - 2)) && tokenText(line, mention.from - 3) === 'the'
  );
}

const AGAIN_WITHIN = 3;

/** True for "become subject to duties again on Thursday": what was spared is charged from that day. */
export function isOwedAgain(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en') return false;
  const isAgain = line.tokens
    .slice(Math.max(0, mention.from - AGAIN_WITHIN), mention.from)
    .some(({ text }) => text === 'again');
  return isAgain && hitsOf(line, 'tariff').some((hit) => hit.to <= mention.from);
}

/** True for "Futures rose 2% on Friday": by how much a price moved. */
export function isOfMovement(line: Line, percent: number): boolean {
  return hitsOf(line, 'movement').some(
    (hit) => means(hit, 'movement', 'fell') && hit.to === percent - 1,
  );
}

const ENDED =
  /^(?:terminated|withdrawn|revoked|removed|scrapped|cancelled|canceled|ended|lifted|stripped|lapses|stops|vanishes|disappears)$/;

/** True for "the benefits will be terminated on June 5": the day on which a relief is gone. */
export function isDayOfEnd(line: Line, { from }: DateMention): boolean {
  if (line.lang !== 'en') return false;
  const at =
    tokenText(line, from - 1) === 'on' || tokenText(line, from - 1) === 'from'
      ? from - 2
      : from - 1;
  return ENDED.test(tokenText(line, at));
}

const AMID: ReadonlySet<string> = new Set(['amid', 'amidst']);
const AMID_WITHIN = 14;

/** True for "comes amid the US tariffs taking effect on Wednesday": a day of what stands in the background. */
export function isAmid(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en') return false;
  for (let at = mention.from - 1; at >= Math.max(1, mention.from - AMID_WITHIN); at -= 1) {
    if (AMID.has(tokenText(line, at))) return true;
    if (tokenText(line, at) === ',') return false;
  }
  return false;
}

/** Steps that lay or let off for a time: whatever of theirs ends does not begin then. */
const RUNNING: ReadonlySet<string> = new Set(
  'imposed increased exempted quota-set retaliation-imposed'.split(' '),
);
const STOPPING = /^(?:ends?|lapses?|closes?|ceases?)$/;
const STOPPED_WITHIN = 5;

/** True for "suspends the duties" / "The suspension ends on 6 December": the last day, not the first. */
export function endsThen(line: Line, hit: Hit, { action }: Step): boolean {
  const isEnd = STOPPING.test(tokenText(line, hit.from)) && means(hit, 'effective');
  if (line.lang !== 'en' || !isEnd) return false;
  if (RUNNING.has(action)) return true;
  return hitsOf(line, 'pausenoun').some(
    (noun) => noun.to <= hit.from && hit.from - noun.to <= STOPPED_WITHIN,
  );
}

/** True for "goods imported from 5 March 2026": a day, and no place that they come from. */
export function isImportedFrom(line: Line, { from }: DateMention): boolean {
  return tokenText(line, from - 1) === 'from' && tokenText(line, from - 2) === 'imported';
}

const EXPIRY =
  /^(?:expir|scad|caduc|vervalt$|vervallen$|wygas|kraft$|ablauf|auslauf|echeance|истека|истек|prescri)/;
const EXPIRY_WITHIN = 6;

/** True for "la misura scadrà il 1° luglio", "Date d'expiration : 1.7.2026" where a measure ends by running out. */
export function isDayOfExpiry(line: Line, mention: DateMention, { action }: Step): boolean {
  if (line.lang === 'en' || action !== 'removed') return false;
  return line.tokens
    .slice(Math.max(0, mention.from - EXPIRY_WITHIN), mention.to + EXPIRY_WITHIN)
    .some(({ text }) => EXPIRY.test(text));
}

const ENTERED = /^(?:entries|goods|merchandise|products|imports|articles)$/;

/** "apply to entries filed on and after February 8": from that day on, and not the day of a paper. */
export function isOnAndAfter(line: Line, at: number): boolean {
  if (line.lang !== 'en' || tokenText(line, at - 1) !== 'after') return false;
  if (!/^(?:and|or)$/.test(tokenText(line, at - 2))) return false;
  return line.tokens.slice(0, at).some(({ text }) => ENTERED.test(text));
}

const LOOKED_AT = /\bperiods? of (?:investigation|review|inquiry)\b|\binvestigation period\b/i;

const STILL_WITHIN = 3;
const DEADLINE_WITHIN = 3;

/** "the 25% duties still start on Wednesday" beside a step that ends one; "may extend July 9 tariff deadline": the day that is given up. */
export function isOfWhatStays(line: Line, { from, to }: DateMention, lead: Step): boolean {
  if (line.lang !== 'en') return false;
  const before = line.tokens.slice(Math.max(0, from - 1 - STILL_WITHIN), from);
  const isStill = before.some(({ text }) => text === 'still');
  if (isStill && line !== lead.line && ENDS.has(lead.action)) return true;
  const behind = line.tokens.slice(to, to + DEADLINE_WITHIN);
  return (
    lead.action === 'delayed' &&
    line === lead.line &&
    from >= lead.verb.to &&
    behind.some(({ text }) => text === 'deadline')
  );
}

const ENDS: ReadonlySet<string> = new Set(['removed', 'suspended', 'delayed']);
const PAPER = /^(?:move|decision|order|plan|proclamation|announcement)$/;

/** "The period of investigation runs from April 1", "reversing the move of Jan. 20": the time that is looked into or taken back. */
export function isOfElse(line: Line, at: number): boolean {
  if (line.lang !== 'en') return false;
  if (tokenText(line, at - 1) === 'of' && PAPER.test(tokenText(line, at - 2))) return true;
  return LOOKED_AT.test(line.raw.slice(line.start, line.end));
}

const SET = /^(?:set|slated|scheduled|planned|due)$/;
const SET_AHEAD = /^(?:is|are|now|remains|remain)$/;

/** True for "the rise is set for 1 May", "the tariff was due in March and is now due on April 11": the day fixed for the step. */
export function isSetFor(line: Line, { from }: DateMention): boolean {
  if (line.lang !== 'en' || !/^(?:for|on)$/.test(tokenText(line, from - 1))) return false;
  if (!SET.test(tokenText(line, from - 2)) || !SET_AHEAD.test(tokenText(line, from - 3)))
    return false;
  let at = from - 4;
  while (SET_AHEAD.test(tokenText(line, at))) at -= 1;
  const subject = tokenText(line, at);
  const isTariff = hitsOf(line, 'tariff').some(({ to }) => to === at + 1);
  return isTariff || STEP_NOUN.test(subject) || /^(?:it|they|which|and|rates?)$/.test(subject);
}

const DUTY_WITHIN = 2;
const GOING = /^(?:go|goes|vanish|disappear)$/;

/** "announced the duty, due on August 1": the day of the duty itself. */
export function isDueThen(line: Line, at: number): boolean {
  const due = tokenText(line, at - 1) === 'on' ? at - 2 : at - 1;
  // "whose small tariffs go on July 1".
  if (line.lang === 'en' && due === at - 2 && GOING.test(tokenText(line, due)))
    return hitsOf(line, 'tariff').some(({ to }) => to === due);
  if (line.lang !== 'en' || tokenText(line, due) !== 'due' || tokenText(line, due - 1) !== ',')
    return false;
  return (
    /^rates?$/.test(tokenText(line, due - 2)) ||
    hitsOf(line, 'tariff').some(({ to }) => due - 1 - to >= 0 && due - 1 - to < DUTY_WITHIN)
  );
}
