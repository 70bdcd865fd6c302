// What keeps a verb from doing what it says: a condition behind it, a wish that is refused, a start that is only denied for
// now. In: a line, a verb of it, what it is done to. Out: yes or no.
import type { Mood } from '../objects/action-table.ts';
import { isActor } from '../objects/idle-tariffs.ts';
import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, means, oncePerLine, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';
import { isNoMore } from './family-there.ts';
import { orAbroad, waitsAbroad } from './held-abroad.ts';
import { ELSE } from './open-deals.ts';
import { isSaidToCome } from './others-doing.ts';

const WISHED: ReadonlySet<string> = new Set(
  'bid plea request appeal call push offer demand attempt effort application petition'.split(' '),
);
const REFUSED: ReadonlySet<string> = new Set(
  'rejected refused denied rebuffed dismissed spurned fails failed'.split(' '),
);
const TURNED = 'turned down';

// "Peru's bid to escape the tariff rejected": the wish is told by its noun, its end by the participle.
export function isTurnedDown(
  line: Line,
  verb: Hit,
  { family, object }: VerbObject,
  mood: Mood,
): boolean {
  if (line.lang !== 'en' || !(ASKING.has(mood) || family === 'avert')) return false;
  if (family === 'avert' && isWayOutDenied(line, verb)) return true;
  const words = line.tokens.map(({ text }) => text);
  if (!words.slice(0, verb.to).some((text) => WISHED.has(text))) return false;
  const end = Math.max(verb.to, object.to);
  return words.some(
    (text, at) =>
      at >= end &&
      (REFUSED.has(text) || `${text} ${words[at + 1] ?? ''}` === TURNED) &&
      !isParted(line, end, at),
  );
}

const WAY_OUT = wordGroup('room way chance time scope hope path option escape');
const WAY_WITHIN = 8;

// "no room for Peru to avert tariffs", "no way left to escape them".
function isWayOutDenied(line: Line, { from }: Hit): boolean {
  const at = lastPlaceOf(line, WAY_OUT, Math.max(0, from - WAY_WITHIN), from);
  return at > 0 && tokenText(line, at - 1) === 'no';
}

const ASKING: ReadonlySet<Mood> = new Set(['seek', 'urge', 'plan']);

const RUNNING_OUT = /^(?:laps|expir)/;

// "to lapse this week unless Congress acts": nobody has decided anything.
export function isRunningOut(line: Line, verb: Hit, { object, family }: VerbObject): boolean {
  if (line.lang !== 'en') return family === 'remove' && isRunningOutAbroad(line, verb, object);
  if (!RUNNING_OUT.test(tokenText(line, verb.from))) return false;
  const end = Math.max(verb.to, object.to);
  return line.tokens.some((token, place) => place >= end && token.text === 'unless');
}

/** Verbs and nouns of running out, folded and without spaces. */
const RUNNING_OUT_ABROAD =
  /^(?:expir|arriv|vien|venc|scad|giung|sonoscad|wygas|loopt|lopen|liep|lauf|lief|tritt|treten|trat|ausser|sonaer|истек|caduc|到期|届满|屆滿|期限切れ|満了|yururlukten)/;
const FOR_YEARS = ['AD', 'CVD', 'safeguard'] as const;

// "Trumps Frist für neue Zölle läuft aus": only trade remedies are laid for so many years; of other tariffs a deadline runs out, or
// a truce.
function isRunningOutAbroad(line: Line, verb: Hit, object: Hit): boolean {
  const word = line.tokens.slice(verb.from, verb.to).map(({ text }) => text);
  if (!RUNNING_OUT_ABROAD.test(word.join('')) || !object.meanings.has('tariff')) return false;
  return !FOR_YEARS.some((kind) => means(object, 'tariff', kind));
}

const MAKING: ReadonlySet<string> = new Set(['impose', 'announce', 'raise', 'start', 'approve']);
const IF = wordGroup('if unless absent');

// "to impose 30% tariffs if talks fail": what waits for a condition behind it is held out, not done; elsewhere the
// condition may stand first ("合意なければ", "sin acuerdo").
export function isOnCondition(
  line: Line,
  verb: Hit,
  { family, object }: VerbObject,
  about: string,
): boolean {
  if (family === 'retaliate') return isAnswerToCome(line, verb);
  if (!MAKING.has(family) || about !== 'tariff') return false;
  if (opensWithCondition(line, verb)) return true;
  const end = Math.max(verb.to, object.to);
  const at = placeOf(line, IF, end);
  // "..., tweet wars absent": what ends the sentence is no condition.
  if (at >= 0 && at < line.tokens.length - 1)
    return !isParted(line, end, at) && !EXCEPTING.test(tokenText(line, at + 1));
  return line.lang !== 'en' && waitsAbroad(line, end);
}

/** "on articles of every country, unless specifically exempt": what is left out is no condition. */
const EXCEPTING =
  /^(?:specifically|otherwise|expressly|explicitly|exempt(?:ed)?|excluded|excepted|covered)$/;

const ANSWERED_WITHIN = 4;

// "will answer any tariff in kind", "to respond if India imposes tariffs", "If India does, we will retaliate".
function isAnswerToCome(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return waitsAbroad(line, verb.to);
  const near = line.tokens.slice(
    Math.max(0, verb.from - ANSWERED_WITHIN),
    verb.to + ANSWERED_WITHIN,
  );
  if (near.some(({ text }) => text === 'any' || text === 'every')) return true;
  const at = placeOf(line, IF);
  return at >= verb.to ? !isParted(line, verb.to, at) : at >= 0 && at <= 1;
}

const OTHERWISE: ReadonlySet<string> = new Set(['otherwise', 'failing', 'barring', 'absent']);
const OPENING_IFS: ReadonlySet<string> = new Set(['if', 'unless', 'should']);
const COMING_WORDS: ReadonlySet<string> = new Set("will would 'll could may might".split(' '));
const AHEAD_WITHIN = 5;

/** "Otherwise a 25% tariff will follow", "If not, ...", "Failing that": the sentence goes on with what was held out before. */
export function opensAsElse(line: Line): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  const [first, second] = [tokenText(line, 0), tokenText(line, 1)];
  if (first === 'or') return second === 'else';
  const isShort = [2, 3, 4, 5].some((at) => tokenText(line, at) === ',');
  return OTHERWISE.has(first) || (OPENING_IFS.has(first) && isShort && PRONOUNS.has(second));
}

const PRONOUNS: ReadonlySet<string> = new Set(['not', 'it', 'they', 'he', 'she']);

// "Unless India gives way, its steel will be hit with a tariff": the condition stands first, the verb waits for it.
function opensWithCondition(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const first = tokenText(line, 0) === '"' || tokenText(line, 0) === "'" ? 1 : 0;
  const isElse = opensAsElse(line);
  if (!isElse && !OPENING_IFS.has(tokenText(line, first))) return false;
  const comma = line.tokens.findIndex(({ text }) => text === ',');
  if (!isElse && (comma < 0 || comma > verb.from)) return false;
  const before = line.tokens.slice(Math.max(0, verb.from - AHEAD_WITHIN), verb.to);
  return before.some(({ text }) => COMING_WORDS.has(text));
}

/** "if talks make headway", "in return for a quota": what stands behind makes the step wait for another. */
export function isIfBehind(line: Line, end: number): boolean {
  const at = line.tokens.findIndex(({ text }, place) => place >= end && text === 'if');
  return at >= 0 && !isParted(line, end, at);
}

const OR = wordGroup('or');

const ELSE_WITHIN = 3;
const COMING: ReadonlySet<string> = new Set(['will', 'would', 'could', 'may', 'might']);

/** "scrap the tax or pay 35%", "close the border, or goods will be hit": where the "or" stands; -1 where there is none. */
export const orElseAt = oncePerLine((line): number => {
  if (line.lang !== 'en') return orAbroad(line);
  if (!says(line, OR)) return -1;
  return line.tokens.findIndex(({ text }, at) => {
    if (text !== 'or' || at < 2) return false;
    const next = tokenText(line, at + 1);
    if (ELSE.has(next)) return true;
    // "close the border, or goods will be hit"; "steel or aluminium would" lists.
    const behind = line.tokens.slice(at + 2, at + 2 + ELSE_WITHIN);
    return (
      line.isTitle &&
      tokenText(line, at - 1) === ',' &&
      behind.some((token) => COMING.has(token.text))
    );
  });
});

/** "scrap the tax or pay 35%": what stands behind the "or" is held out. */
export function isOrElse(line: Line, verb: Hit): boolean {
  const or = orElseAt(line);
  if (line.lang !== 'en') return or >= 0 && verb.from > or;
  return or >= 0 && verb.from > or && (!isParted(line, or, verb.from) || verb.from === or + 1);
}

const DEMANDING: ReadonlySet<string> = new Set(['', ':', 'to', ',', "'", '"', 'and', 'must']);

/** "scrap the rice tariff or else": what stands before the "or" is demanded of another. */
export function isDemanded(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const or = orElseAt(line);
  return or > verb.from && DEMANDING.has(tokenText(line, verb.from - 1));
}

/** "no duty orders will be issued": what is named with "no" before a passive is not done. */
export function isNone(line: Line, verb: Hit, object: Hit): boolean {
  if (isNoMore(line, object)) return false;
  // "bekommen keine Ausnahme", "no habrá ninguna excepción": the word stands right before the noun.
  if (line.lang !== 'en' && NO_WORDS.has(tokenText(line, object.from - 1)))
    return verb.from !== object.from - 1;
  // In Portuguese the word is "in the".
  if (line.lang === 'pt' || object.to > verb.from) return false;
  const before = tokenText(line, object.from - 1);
  // "no additional tariff will be put on".
  const isMore = line.lang === 'en' && MORE.test(before);
  return before === 'no' || (isMore && tokenText(line, object.from - 2) === 'no');
}

const MORE = /^(?:additional|further|new|extra|such)$/;

/** Words for "no" before a noun, folded. */
const NO_WORDS: ReadonlySet<string> = new Set(
  'kein keine keinen keiner keinem geen aucun aucune ninguna ningun nenhuma nenhum nessuna nessun nessuno zadnego zadnej zadnych zadnych ingen ingen inga никаких никакой'.split(
    ' ',
  ),
);

const LAYING: ReadonlySet<string> = new Set(['impose', 'raise', 'tax', 'start']);
const WARNS = /^(?:warn|threaten)(?:s|ed)$/;
const SPEAKER_WITHIN = 5;

/** "India faces a return to 25%, Lula warns": the speaker behind the comma holds it out. */
export function isWarnedBehind(line: Line, verb: Hit, family: string): boolean {
  if (line.lang !== 'en' || !LAYING.has(family)) return false;
  const last = line.tokens.findLastIndex(({ kind }) => kind === 'word');
  const comma = line.tokens.findLastIndex(({ text }) => text === ',');
  if (comma < verb.to || last - comma > SPEAKER_WITHIN) return false;
  // "..., Lula warns" and "..., warns Lula".
  const isWarned =
    WARNS.test(tokenText(line, last)) ||
    WARNS.test(tokenText(line, comma + 1)) ||
    isSaidToCome(line, verb, last, comma);
  return isWarned && line.hits.some((hit) => hit.from > comma && isActor(hit));
}

const SOUGHT = /^(?:seek|want|favo(?:u)?r|demand|request|push)/;
const SOUGHT_WITHIN = 6;

/** "a ministry seeks a 25% safeguard duty": a tariff is asked for by its rate, and not talks on one. */
export function isRateSought(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || !line.isTitle || !SOUGHT.test(tokenText(line, verb.from))) return false;
  // Unions that want a tariff set none.
  if (!line.hits.some((hit) => hit.to === verb.from && hit.meanings.has('leadership')))
    return false;
  if (object.from < verb.to || object.from - verb.to > SOUGHT_WITHIN) return false;
  const between = line.hits.filter((hit) => hit.from >= verb.to && hit.to <= object.from);
  return (
    between.some((hit) => hit.meanings.has('percent')) &&
    !between.some((hit) => hit.meanings.has('prep') || hit.meanings.has('place'))
  );
}

const SAYING = /^sa(?:ys|id)$/;

/** "says he will": what he says he will do is announced; what he vows is not. */
export function saysSo(line: Line, verb: Hit): boolean {
  const threat = line.hits.findLast((hit) => hit.to <= verb.from && means(hit, 'mood', 'threat'));
  return threat !== undefined && SAYING.test(tokenText(line, threat.from));
}

const TELLS = /^(?:tell|urg|ask|beg|implor|warn|demand)/;

/** "Spare our steel from the tariff, India tells Brazil": a wish put as a command, with who utters it behind the comma. */
export function isUttered(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !line.isTitle || verb.from > 1) return false;
  if (/(?:s|ed|ing)$/.test(tokenText(line, verb.from))) return false;
  const comma = line.tokens.findIndex(({ text }, at) => text === ',' && at > verb.to);
  if (comma < 0) return false;
  const speaker = line.hits.find((hit) => hit.from === comma + 1 && isActor(hit));
  return speaker !== undefined && TELLS.test(tokenText(line, speaker.to));
}

const BILL = wordGroup('bill bills vote resolution motion');

/** "clears bill scrapping tariffs": a bill stands before the word, behind the verb where one is given. */
export function isOfBill(line: Line, verb: Hit | null, before: Hit): boolean {
  if (line.lang !== 'en' || !says(line, BILL)) return false;
  if (verb === null && isResolutionOfState(line, before)) return false;
  if (verb === null) return BILL.has(tokenText(line, before.from - 1));
  return line.tokens.slice(verb.to, before.from).some(({ text }) => BILL.has(text));
}

const CHAMBERS = wordGroup(
  'house senate congress lawmakers senators parliament mps joint chamber vote',
);

// "The resolution fixes a duty": elsewhere than in a parliament it is the act of a ministry.
function isResolutionOfState(line: Line, verb: Hit): boolean {
  const isTelling = /[^s]s$/.test(tokenText(line, verb.from));
  return tokenText(line, verb.from - 1) === 'resolution' && isTelling && !says(line, CHAMBERS);
}

/** True for "Senate approves resolution to block the tariffs": a chamber ends them, once the others agree; a court would judge. */
export function isOfChamber(line: Line): boolean {
  return !line.classes.has('court') && says(line, CHAMBERS);
}
