// In: a sentence and a verb in it. Out: its mood, by the words that govern it; and what an action is in that mood.
// A plan is no law, a request changes nothing, and whoever only calls for a tariff tells no step.
import type { Action } from '../../domain/reading.ts';
import type { Mood } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, means, oncePerLine, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { asksFarOff } from './asked-far-off.ts';
import { isBackedOnly, isLetOnly } from './backed-for.ts';
import { isDenied, isDeniedReport, isTurnedDown } from './denied-reports.ts';
import { isBackAgain } from './half-verbs.ts';
import { moodByEnding } from './mood-endings.ts';
import { isNoGovernor } from './no-governor.ts';
import { isProcedureFor } from './only-procedure.ts';
import { clauseAt } from './split-clauses.ts';

/** Words before a verb that may govern it. */
const GOVERNING_REACH = 6;

/** Languages whose words are read character by character. */
export const CHARACTERS: ReadonlySet<string> = new Set(['ja', 'ko', 'zh', 'th']);

/** The mood of a verb by its own ending and the words before it, behind it in languages whose verbs come last. */
export function moodOf(line: Line, verb: Hit): Mood {
  if (isBackedOnly(line, verb) || isLetOnly(line, verb) || isProcedureFor(line, verb))
    return 'plan';
  let mood: Mood = DOUBTING.has(tokenText(line, verb.from)) ? 'cond' : moodByEnding(line, verb);
  const reach = reachIn(line.lang);
  const clause = clauseAt(line, verb.from);
  for (const hit of governors(line)) {
    if (hit.from >= verb.from) break;
    if (verb.from - hit.to > reach && !asksFarOff(line, hit, verb)) continue;
    if (isNoGovernor(line, hit) || isSecondFinite(line, verb)) continue;
    if (isParted(line, hit.to, verb.from) || clauseAt(line, hit.from) !== clause) continue;
    if (isOtherClause(line, hit, verb) || isDecided(line, hit) || isMeans(line, hit, verb))
      continue;
    const isSeeing = line.lang === 'en' && SEEING.has(tokenText(line, hit.to));
    mood = stronger(mood, governing(hit, verb, isSeeing ? reach : nearIn(line.lang, reach)));
  }
  if (isDenied(line, verb) || isDeniedReport(line, verb) || isTurnedDown(line, verb)) return 'not';
  return VERB_LAST.has(line.lang) ? stronger(mood, moodBehind(line, verb)) : mood;
}

/** True for "announces support for mills, cuts quotas": in a title the second finite verb, right behind the comma and governed by nobody. */
export function isSecondFinite(line: Line, verb: Hit): boolean {
  if (!line.isTitle || line.lang !== 'en' || tokenText(line, verb.from - 1) !== ',') return false;
  return verb.to - verb.from === 1 && FINITE.test(tokenText(line, verb.from));
}

const FINITE = /[^s]s$/;

// "seeks concessions by doubling its duty": what is done to get what is sought.
function isMeans(line: Line, governor: Hit, verb: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from - 1) !== 'by') return false;
  return tokenText(line, verb.to - 1).endsWith('ing') && means(governor, 'verb', 'seek');
}

/** Languages that part a governing verb from its infinitive by all that stands between: "will ... Zölle ... erheben". */
const BRACKETS: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da', 'no']);

function reachIn(lang: string): number {
  if (BRACKETS.has(lang)) return 3 * GOVERNING_REACH;
  return CHARACTERS.has(lang) ? 2 * GOVERNING_REACH + 2 : GOVERNING_REACH;
}

/** "could see its steel hit with", "may have its goods taxed": whose goods they are stands between. */
const SEEING: ReadonlySet<string> = new Set(['see', 'have', 'find', 'get', 'soon', 'now', 'yet']);

const DECISION = /^(?:decision|decisions|choice)$/;

// "defends his decision to impose", "angry at Brazil's move to impose": what is decided is no mere plan.
function isDecided(line: Line, hit: Hit): boolean {
  const isMove = tokenText(line, hit.from) === 'move' && tokenText(line, hit.from - 1) === "'s";
  if (isMove && line.lang === 'en') return true;
  // "has accepted the TRA's recommendation to impose a duty".
  if (
    RECOMMENDATION.has(tokenText(line, hit.from)) ||
    RECOMMENDATION.has(tokenText(line, hit.from - 1))
  ) {
    const before = line.tokens.slice(Math.max(0, hit.from - ACCEPTED_WITHIN), hit.from);
    return before.some(({ text }) => ACCEPTING.test(text));
  }
  return tokenText(line, hit.from) === 'to' && DECISION.test(tokenText(line, hit.from - 1));
}

const RECOMMENDATION = wordGroup(/^(?:recommend|proposal|advice|request)/);
const ACCEPTING = /^(?:accept|adopt|approv|follow|implement|endors|agreed)/;
const ACCEPTED_WITHIN = 7;

/** The phrases that may govern a verb. */
const governors = oncePerLine((line) =>
  line.hits.filter(
    (hit) => (hit.meanings.has('mood') || hit.meanings.has('verb')) && !isBackAgain(line, hit),
  ),
);

const CLAUSES = wordGroup('as while after because');
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they']);

// "carriers scramble as the US ends": behind "as" somebody else acts, whom the first verb does not govern.
function isOtherClause(line: Line, governor: Hit, verb: Hit): boolean {
  if (line.lang !== 'en' || !says(line, CLAUSES)) return false;
  // "vows to fight on as it raises tariffs".
  const isTaken = line.tokens
    .slice(governor.to, verb.from)
    .some(
      ({ text }, at, all) => at > 0 && PRONOUNS.has(text) && CLAUSES.has(all[at - 1]?.text ?? ''),
    );
  if (isTaken) return true;
  return line.hits.some(
    (hit) =>
      hit.from > governor.to &&
      hit.to <= verb.from &&
      (hit.meanings.has('place') || hit.meanings.has('leadership')) &&
      CLAUSES.has(tokenText(line, hit.from - 1)),
  );
}

/** Words with which a verb phrase of the lists may itself begin ("would be exempt"). */
const DOUBTING: ReadonlySet<string> = new Set(['would', 'could', 'may', 'might']);

/** Languages whose governing verb follows: "asked" stands behind "to exempt". */
export const VERB_LAST: ReadonlySet<string> = new Set(['ja', 'ko', 'tr', 'hi', 'gu', 'bn']);
const BEHIND_REACH = 8;

function moodBehind(line: Line, verb: Hit): Mood {
  let mood: Mood = 'plain';
  for (const hit of governors(line)) {
    const gap = hit.from - verb.to;
    if (gap < 0) continue;
    if (gap > BEHIND_REACH || isParted(line, verb.to, hit.from)) break;
    const ahead = { ...hit, to: verb.from - gap, from: verb.from - gap - 1 };
    const meant = governing(ahead, verb, NEAR);
    // "부과할 수도": the doubt stands right behind.
    const isFar = meant === 'cond' && gap > 1;
    if (meant !== 'future' && !isFar) mood = stronger(mood, meant);
  }
  return mood;
}

const REPORTING = /^(?:said|told|announced|confirmed|declared|stated|wrote|promised|pledged)$/;
const REPORTED_WITHIN = 14;

/** "said on Monday it would ...": what "would" tells is what will be done. */
export function isReported(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const from = Math.max(0, verb.from - REPORTED_WITHIN);
  const before = line.tokens.slice(from, verb.to);
  const said = before.findIndex(({ text }) => REPORTING.test(text));
  return (
    said >= 0 &&
    before.some(({ text }, at) => at > said && text === 'would') &&
    !before.some(({ text }, at) => at > said && (text === 'could' || text === 'might'))
  );
}

const STRENGTH: readonly Mood[] = [
  'plain',
  'future',
  'cond',
  'plan',
  'threat',
  'seek',
  'urge',
  'deny',
  'not',
];

function stronger(a: Mood, b: Mood): Mood {
  return STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a;
}

/** How near a helping verb stands. */
const NEAR = 3;

function nearIn(lang: string, reach: number): number {
  if (BRACKETS.has(lang)) return reach;
  return CHARACTERS.has(lang) ? 4 * NEAR : NEAR;
}

function governing(hit: Hit, verb: Hit, near: number): Mood {
  const gap = verb.from - hit.to;
  if (gap <= 2 && means(hit, 'mood', 'not')) return 'not';
  if (gap <= 3 && means(hit, 'mood', 'refuse')) return 'deny';
  if (means(hit, 'mood', 'urge')) return 'urge';
  if (means(hit, 'mood', 'threat')) return 'threat';
  if (means(hit, 'mood', 'plan')) return 'plan';
  if (gap <= 3 && means(hit, 'verb', 'threaten')) return 'threat';
  if (gap <= 3 && means(hit, 'verb', 'propose')) return 'plan';
  if (means(hit, 'verb', 'deny')) return 'deny';
  if (means(hit, 'verb', 'seek')) return 'seek';
  if (gap <= near && means(hit, 'mood', 'cond')) return 'cond';
  if (gap <= near && means(hit, 'mood', 'future')) return 'future';
  return 'plain';
}

/**
 * True for a tariff that is only to be delayed or changed: "may delay its tariff", "könnte Zölle ändern". A deal that may be put off
 * is held up, and an English notice "of modification and proposed modification" does one of the two.
 */
export function isOnlyPlanned(lang: string, family: string, about: string, mood: Mood): boolean {
  if (about !== 'tariff' || (mood !== 'plan' && mood !== 'cond')) return false;
  return family === 'delay' || (family === 'amend' && (mood === 'cond' || lang !== 'en'));
}

/** The action in its mood: a plan to impose is a proposal, a request to be spared is a request. Null: no step at all. */
export function inMood(action: Action, family: string, mood: Mood): Action | null {
  if (family === 'amend' && mood === 'threat') return 'threatened';
  switch (mood) {
    case 'plain':
    case 'future':
      return action;
    case 'seek':
      if (action === 'deal-reached') return null;
      if (family === 'raise' && action === 'quota-set') return 'exemption-sought';
      // "asks to extend the pause".
      return isRelieving(family) || SPARING.has(action)
        ? 'exemption-sought'
        : action === 'imposed' || action === 'increased'
          ? 'proposed'
          : action;
    case 'urge':
      // Who calls for a tariff does not set it; who calls to be spared asks for relief.
      return isRelieving(family) || SPARING.has(action) ? 'exemption-sought' : null;
    case 'deny':
      // "refuses to extend the exemption".
      if (family === 'extend' && action === 'exempted') return 'exemption-denied';
      // "rebuffs Japan's push to scrap the tariff".
      return family !== 'seek' && isRelieving(family) ? 'exemption-denied' : null;
    case 'not':
      return family === 'exempt' ||
        family === 'grant' ||
        (family === 'extend' && action === 'exempted')
        ? 'exemption-denied'
        : null;
    case 'threat':
      return isLaw(action) || action === 'proposed' ? 'threatened' : action;
    case 'plan':
      // "push to wrap up a trade deal": none is reached yet.
      if (action === 'deal-reached') return null;
      return isLaw(action) ? 'proposed' : action;
    case 'cond':
      // "would take effect on 1 August" tells a day, not a doubt.
      return isLaw(action) && family !== 'start' ? 'proposed' : action;
  }
}

const SPARING: ReadonlySet<Action> = new Set(['exempted', 'suspended']);

const RELIEVING: ReadonlySet<string> = new Set([
  'exempt',
  'grant',
  'seek',
  'cut',
  'remove',
  'suspend',
  'delay',
  'rethink',
]);

/** True for what eases a tariff or spares from it. */
export function isRelieving(family: string): boolean {
  return RELIEVING.has(family);
}

const LAW: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'reduced',
  'removed',
  'suspended',
  'exempted',
  'exemption-ended',
  'quota-set',
  'retaliation-imposed',
]);

function isLaw(action: Action): boolean {
  return LAW.has(action);
}
