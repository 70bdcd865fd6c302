// What a court or a trade panel does to a tariff: "ITC sinks tariffs on newsprint", "Court upholds the steel tariffs", "Trade
// panel backs duties on mattresses". In: an English sentence and a tariff of it. Out: the verb, what it is done to, its family.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';
import { clauseAt } from './split-clauses.ts';

const KEEPING = wordGroup(
  /^(?:uphold|upheld|affirm|bless|reaffirm|vindicat|endors|back(?:s|ed|ing)?$|preserv|sustain|remand)/,
);
const ENDING = wordGroup(
  /^(?:sink|sank|sunk|scuttl|torpedo|kill|scotch|derail|nix|spik|scrap|quash|thwart|doom)/,
);
const VOTING = wordGroup(/^(?:vot|rul)/);
const VOTED: ReadonlySet<string> = new Set(['down', 'against', 'for']);
const JUDGED_WITHIN = 9;

/** "Trade panel sinks the duties", "Court upholds the tariffs". */
export function judged(line: Line, object: Hit): Phrase | null {
  if (!says(line, KEEPING) && !says(line, ENDING) && !says(line, VOTING)) return null;
  for (let at = object.from - 1; at >= Math.max(1, object.from - JUDGED_WITHIN); at -= 1) {
    const family = familyAt(line, at);
    if (family === null) continue;
    const isApart =
      isParted(line, at, object.from) || clauseAt(line, at) !== clauseAt(line, object.from);
    if (isApart || !isDoneByPanel(line, at)) return null;
    return isContested(line, at, object) ? null : { ...phraseOf(object, at, family), cost: 1 };
  }
  return null;
}

function familyAt(line: Line, at: number): string | null {
  const text = tokenText(line, at);
  if (VOTING.has(text)) {
    const vote = tokenText(line, behindTally(line, at + 1));
    if (!VOTED.has(vote)) return null;
    // A court brings down what is charged; what a commission votes down in an inquiry has yet to come.
    return vote !== 'for' && hitsOf(line, 'court').some((hit) => hit.to <= at) ? 'strike' : 'keep';
  }
  if (KEEPING.has(text)) return 'keep';
  return ENDING.has(text) ? 'remove' : null;
}

const TALLY = 3;

// "rules 6-3 against": by how many votes.
function behindTally(line: Line, at: number): number {
  const isTally =
    line.tokens[at]?.kind === 'number' && line.tokens[at + TALLY - 1]?.kind === 'number';
  return isTally ? at + TALLY : at;
}

const PANELS: ReadonlySet<string> = new Set([
  'panel',
  'commission',
  'tribunal',
  'itc',
  'usitc',
  'citt',
]);
const TRADE: ReadonlySet<string> = new Set([
  'trade',
  'vote',
  'votes',
  'tribunal',
  'itc',
  'usitc',
  'citt',
]);

// "US trade panel", "the International Trade Commission", "federal court".
function isDoneByPanel(line: Line, at: number): boolean {
  if (hitsOf(line, 'court').some((hit) => hit.to <= at)) return true;
  const end = tokenText(line, at + 1) === 'for' ? at : at + 1;
  const before = line.tokens.slice(0, end).map(({ text }) => text);
  return before.some((text) => PANELS.has(text)) && before.some((text) => TRADE.has(text));
}

const CASES =
  /^(?:argument|challenge|appeal|lawsuit|suit|case|refund|request|plea|petition|claim|effort|attempt|bid|ruling|order|decision|injunction|power|authority|right)s?$/;

// "upholds a ruling against the tariffs", "kills the bid to end the tariffs": what is judged is not the tariff.
function isContested(line: Line, at: number, object: Hit): boolean {
  const spoken = line.tokens.slice(at, object.to + 1);
  return spoken.some(({ text }) => CASES.test(text));
}

const OTHERS: ReadonlySet<string> = new Set(['to', 'over', 'against']);

/** "WTO panel: tariffs breach rules"; a government that says so judges nothing. */
export function isJudged(line: Line, verb: Hit): boolean {
  return (
    line.classes.has('court') ||
    line.tokens.slice(0, verb.from).some((token) => JUDGING.has(token.text))
  );
}

const JUDGING: ReadonlySet<string> = new Set('wto panel organization organisation'.split(' '));
const REJECTED_WITHIN = 4;

/** "the court rejects the emergency tariffs"; "rejects a challenge to the tariffs" leaves them. */
export function isJudgedAway(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || !hitsOf(line, 'court').some((hit) => hit.to <= verb.from)) return false;
  const gap = object.from - verb.to;
  if (gap < 0 || gap > REJECTED_WITHIN) return false;
  return !line.tokens
    .slice(verb.to, object.from)
    .some(({ text }) => CASES.test(text) || OTHERS.has(text));
}

const ACTIVE =
  /^(?:blocks|strikes|overturns|voids|tosses|quashes|annuls|vacates|invalidates|nullifies|upends)$/;

/** "tariffs if Colombia blocks flights": who strikes something down strikes what stands behind the verb. */
export function strikesElse(line: Line, verb: Hit, object: Hit): boolean {
  return (
    (object.to <= verb.from && ACTIVE.test(tokenText(line, verb.from))) ||
    isCalledIllegal(line, verb, object) ||
    isOnlyImagined(line, verb) ||
    isRulingHeld(line, verb, object)
  );
}

// "extends block on ruling against the tariff": what is held up is what was against it.
function isRulingHeld(line: Line, verb: Hit, object: Hit): boolean {
  const ruling = line.lang === 'en' ? placeOf(line, RULING, verb.to, object.from) : -1;
  if (ruling < 0 || ruling - verb.to > HALTED_WITHIN) return false;
  return /^(?:against|that|striking|voiding|blocking)$/.test(tokenText(line, ruling + 1));
}

const STRIKING = /^(?:strikes?|struck|striking)$/;

/** True for "strikes a 25% tariff on chips": without a court or "down" a tariff is laid or agreed on. */
export function isStruckBargain(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || line.classes.has('court') || object.from < verb.to) return false;
  const isDown = line.tokens.slice(verb.from, object.to + 2).some(({ text }) => text === 'down');
  return STRIKING.test(tokenText(line, verb.from)) && !isDown;
}

// "told the judges that ruling the tariffs illegal would do harm": nobody has ruled.
function isOnlyImagined(line: Line, verb: Hit): boolean {
  return ILLEGAL.test(tokenText(line, verb.from)) && IMAGINED.has(tokenText(line, verb.to));
}

const IMAGINED: ReadonlySet<string> = new Set(['would', 'could', 'might', 'may']);

const ILLEGAL = /^(?:illegal|unlawful|invalid|unconstitutional)$/;
const CALLING = /^(?:rul|declar|find|found|deem|judg|held|hold|call)/;

// "starts refunding unlawful tariffs": what they are called, where nobody calls them so just now.
function isCalledIllegal(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || !ILLEGAL.test(tokenText(line, verb.from))) return false;
  return verb.to <= object.from && !CALLING.test(tokenText(line, verb.from - 1));
}

/** Words of an office that had no right to what it did: "overstepped", "unlawfully raised". */
export const EXCEEDING = wordGroup('overstepped exceeded overreached unlawfully illegally');
const EXCEEDED_WITHIN = 16;

/** "The court ruled that the president overstepped when he used the law to impose tariffs". */
export function overreached(line: Line, object: Hit): Phrase | null {
  for (let at = object.from - 1; at >= Math.max(1, object.from - EXCEEDED_WITHIN); at -= 1) {
    if (!EXCEEDING.has(tokenText(line, at))) continue;
    const isRuled = hitsOf(line, 'court').some((hit) => hit.to <= at);
    return isRuled ? { ...phraseOf(object, at, 'strike'), cost: 1 } : null;
  }
  return null;
}

/** Words by which a court stops, and what it may stop. */
export const HALTING = wordGroup(
  'block blocks blocked hold holds held halts halted halt pauses paused pause stays stayed suspends suspended freezes froze',
);
export const RULING = wordGroup('ruling decision order judgment judgement verdict injunction');
const HALTED_WITHIN = 4;

const COURTS = wordGroup('court courts judge judges justices panel circuit scotus');
/** "blocks ruling against tariffs"; "blocks an order" may mean the tariff itself. */
const BLOCKING = /^(?:block(?:s|ed)?|holds?|held)$/;

const ON_HOLD = /^(?:hold|paused|stayed|suspended|frozen|halted)$/;

// "pauses tariffs injunction", "tariff ruling put on hold": the ruling is called by what it fell on.
function haltedByName(line: Line, object: Hit): Phrase | null {
  if (!RULING.has(tokenText(line, object.to))) return null;
  const before = lastPlaceOf(line, HALTING, object.from - HALTED_WITHIN, object.from);
  if (before > 0) return { ...phraseOf(object, before, 'keep'), cost: 0 };
  const behind = line.tokens.slice(object.to + 1, object.to + 1 + HALTED_WITHIN);
  const isOnHold = behind.some(({ text }) => ON_HOLD.test(text));
  return isOnHold ? { ...phraseOf(object, object.to, 'keep'), cost: 0 } : null;
}

/** "appeals court temporarily halts ruling against tariffs": the tariffs stay for now. */
export function haltedRuling(line: Line, object: Hit): Phrase | null {
  const named = haltedByName(line, object);
  if (named !== null) return named;
  const ruling = placeOf(line, RULING, 0, object.from);
  if (ruling < 0 || placeOf(line, COURTS, 0, ruling) < 0) return null;
  const isAgainst = tokenText(line, ruling + 1) === 'against';
  for (let at = ruling - 1; at >= Math.max(1, ruling - HALTED_WITHIN); at -= 1)
    if (HALTING.has(tokenText(line, at)) && (isAgainst || !BLOCKING.test(tokenText(line, at))))
      return { ...phraseOf(object, at, 'keep'), cost: 1 };
  return null;
}
