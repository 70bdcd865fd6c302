import { isActor } from '../objects/idle-tariffs.ts';
import type { Step } from '../steps/find-steps.ts';
import { VERB_LAST } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  headMarks,
  hitsOf,
  isParted,
  type Line,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { isUrgedBehind } from './petitions.ts';

/** Frames that a headline hangs onto a step it has told in full. */
const HUNG_ON: ReadonlySet<string> = new Set(['explainer', 'opinion', 'awaiting', 'reaction']);

// "X imposes a tariff: here's why": what stands behind the step, parted from it, only announces the article.
export function isTail(title: Line, mark: Hit, frame: string, step: Step | undefined): boolean {
  // A step of the title's second sentence stands behind all of the first.
  if (step === undefined || step.line !== title || !HUNG_ON.has(frame)) return false;
  const end = Math.max(step.verb.to, step.object.to);
  if (mark.from < end || isMereTopic(title, step)) return false;
  // "imposes a tariff over rights concerns": a worry named behind an act is its ground or echo.
  if (frame === 'awaiting' && !WAITING.has(step.action)) return true;
  const isHungByWord =
    HUNG_WORDS.has(tokenText(title, mark.from)) && step.weight >= 90 && !WAITING.has(step.action);
  return isHungByWord || isParted(title, end, mark.from);
}

// "Rice tariff cut: who really gains?": a noun without a state or a rate is what the question is about.
function isMereTopic(title: Line, step: Step): boolean {
  return (
    title.lang === 'en' &&
    step.verb === step.object &&
    tokenText(title, step.object.to) === ':' &&
    tokenText(title, title.tokens.length - 1) === '?' &&
    !title.classes.has('percent') &&
    !title.hits.some(isActor)
  );
}

/** "cuts duties ahead of the holiday", "raises tariffs as fears grow": what follows is when, not that something is awaited. */
const HUNG_WORDS: ReadonlySet<string> = new Set(
  'ahead fear fears worry worries concern concerns uncertainty looms loom'.split(' '),
);

/** Actions that the title may tell while what it speaks of is still awaited. */
const WAITING: ReadonlySet<string> = new Set(['struck-down', 'threatened']);

/** Frames of what a headline may put before "as". */
const COLOURS: ReadonlySet<string> = new Set(['market', 'awaiting', 'company', 'reaction']);
/** What a state asks for or opens needs no rate to be told in full. */
const TOLD_WHOLE: ReadonlySet<string> = new Set(['relief', 'probe', 'quota']);

// "Pea prices crater as India slaps a 30% duty on them": what stands before "as" only colours the step that a state takes
// behind it. Of markets the text has to go on about the tariff: "Stocks slide as ..." is news of the stocks.
export function isColour(
  { lines }: Scene,
  mark: Hit,
  frame: string,
  step: Step | undefined,
): boolean {
  if (step === undefined || !COLOURS.has(frame) || step.mood === 'cond') return false;
  // "raises prices as Vietnam duty sits at 20%": a tariff that is only named.
  if (step.family === 'nominal') return false;
  const { line, verb, about } = step;
  if (line.lang !== 'en') return false;
  const as = line.tokens.findIndex(
    ({ text }, at) => text === 'as' && at >= mark.to && at < verb.from,
  );
  const isByState = line.hits.some(
    (hit) => as >= 0 && hit.from > as && hit.to <= verb.from && isActor(hit),
  );
  if (!isByState) return false;
  if (frame !== 'market' && TOLD_WHOLE.has(about)) return true;
  // "Apple growers fume as India cuts the duty" / "The levy was dropped to 50%".
  const isRated =
    hitsOf(line, 'percent').some((hit) => hit.from > as) ||
    lines.some(
      (next) => next.index === 1 && next.classes.has('percent') && next.classes.has('tariff'),
    );
  if (!isRated) return false;
  return frame !== 'market' || lines.some((next) => next.index === 1 && speaksOfTariff(next));
}

const THE_RATE = /\bthe (?:new|higher|lower) rate\b/i;

function speaksOfTariff(line: Line): boolean {
  return line.classes.has('tariff') || THE_RATE.test(line.raw.slice(line.start, line.end));
}

// "Will X impose tariffs?"; not "X imposes tariffs. What is next?".
export function isQuestion(title: Line, step: Step | undefined): boolean {
  const last = title.tokens.length - 1;
  if (tokenText(title, last) !== '?') return asksAtOnce(title);
  if (step === undefined || isMereTopic(title, step)) return true;
  return !isParted(title, Math.max(step.verb.to, step.object.to), last);
}

const ASKING: ReadonlySet<string> = new Set(
  'will would can could should does do did is are has have'.split(' '),
);

// "Will Brazil impose tariffs this year": the mark may be left out.
function asksAtOnce(title: Line): boolean {
  return (
    ASKING.has(tokenText(title, 0)) &&
    title.hits.some(
      (hit) => hit.from === 1 && (hit.meanings.has('place') || hit.meanings.has('leadership')),
    )
  );
}

const PLEA_WITHIN = 3;

/** "appeals to Brazil for relief": a state is asked, no court. */
export function isPlea(title: Line, mark: Hit): boolean {
  if (!tokenText(title, mark.from).startsWith('appeal') || tokenText(title, mark.to) !== 'to')
    return false;
  return title.hits.some(
    (hit) => hit.meanings.has('place') && hit.from > mark.to && hit.from - mark.to <= PLEA_WITHIN,
  );
}

/** "Ahead of the holiday, Brazil cuts duties": only when it is done. */
export function isSetAhead(mark: Hit, title: Line, step: Step | undefined): boolean {
  if (mark.from !== 0 || step === undefined || step.weight < TOLD_OUTRIGHT) return false;
  const opening = tokenText(title, 0);
  // "Brace for dearer tea as the new duty kicks in": what begins is told outright.
  if (opening === 'brace') return step.mood === 'plain' && step.action === 'imposed';
  return opening === 'ahead';
}

/** "Court rules against tariffs, case to go back": where the ruling is told, what becomes of the case is not the news. */
export function isRuledBefore(mark: Hit, step: Step | undefined): boolean {
  return step?.action === 'struck-down' && mark.from >= step.verb.to;
}

const TOLD_OUTRIGHT = 90;

const CALLS: ReadonlySet<string> = new Set(
  'call calls plea pleas clamour clamor pressure'.split(' '),
);

const BEING_ASKED = /^(?:urged|asked|pressed|pressured|implored|begged|lobbied)$/;

// "Calls for government to reverse duties", "Ministry urged to remove duty": nobody who sets a tariff is named as asking.
function isAskedByNobody(title: Line, step: Step): boolean {
  if (title.lang !== 'en' || step.action !== 'exemption-sought') return false;
  if (CALLS.has(tokenText(title, 0)) && tokenText(title, 1) === 'for') return true;
  const urged = title.tokens.findIndex(
    ({ text }, at) => BEING_ASKED.test(text) && tokenText(title, at + 1) === 'to',
  );
  if (urged < 1 || urged > step.verb.from) return false;
  const isActive = /^(?:has|have|had)$/.test(tokenText(title, urged - 1));
  return !isActive && !title.tokens.some(({ text }, at) => at > urged && text === 'by');
}

const TAIL_WITHIN = 4;
const FINITE = /(?:s|ed|ing)$/;

// "Increase duty on ore to 20%: millers' union": a wish put as a command, with its author behind the colon.
function isCommand(title: Line, step: Step): boolean {
  if (title.lang !== 'en') return false;
  if (isOrderOfUnknown(title, step)) return true;
  if (step.verb.from !== 0) return false;
  if (FINITE.test(tokenText(title, 0)) || step.verb.to > 1) return false;
  if (isUrgedBehind(title, step.object.to)) return true;
  const colon = title.tokens.findLastIndex(({ text }) => text === ':');
  if (colon < step.object.to || title.tokens.length - colon - 1 > TAIL_WITHIN) return false;
  return !title.hits.some(
    (hit) =>
      hit.from > colon && (hit.meanings.has('leadership') || means(hit, 'placekind', 'leader')),
  );
}

/** Moods of what somebody asks for: "Group wants the tariff back", "growers asked the government to widen the duty". */
const ASKED: ReadonlySet<string> = new Set(['seek', 'urge']);

const OUTSIDERS =
  /^(?:institute|association|group|federation|union|chamber|editorial|opinion|view|viewpoint|letter|letters|column|comment|op-ed|economists?|analysts?|experts?|foundation|lobby|industry|farmers|growers|producers|makers|think-tank|tank|readers?)$/;
const OUTSIDER_WITHIN = 6;
const NOUN_BEHIND: ReadonlySet<string> = new Set('in of to for on by at from metal'.split(' '));

// "Fraser Institute: Scrap the EV tariff": a wish put as a command behind the colon of who wishes it.
function isOrderOfUnknown(title: Line, { verb }: Step): boolean {
  const at = verb.from - 1;
  if (tokenText(title, at) !== ':' || at > OUTSIDER_WITHIN || verb.to - verb.from > 1) return false;
  if (FINITE.test(tokenText(title, verb.from)) || NOUN_BEHIND.has(tokenText(title, verb.to)))
    return false;
  return title.tokens.slice(0, at).some(({ text }) => OUTSIDERS.test(text));
}

const EYEING = /^(?:ey(?:es|ed|eing|ing)|warns?)$/;

// "Footwear industry begs for relief": an industry asks, no government.
export function isLobbying(title: Line, step: Step): boolean {
  if (isAskedByNobody(title, step) || isCommand(title, step)) return true;
  if (isAskedByFirm(title, step)) return true;
  const isAsked =
    step.action === 'exemption-sought' ||
    step.family === 'seek' ||
    (title.lang === 'en' &&
      (ASKED.has(step.mood) || EYEING.test(tokenText(title, step.verb.from)))) ||
    means(step.verb, 'mood', 'urge');
  // Elsewhere the verbs of asking and wanting are the same for those who only wish for a tariff.
  if (!isAsked && (title.lang === 'en' || step.action !== 'proposed')) return false;
  const urge = title.hits.find((hit) => means(hit, 'mood', 'urge') && hit.from <= step.verb.from);
  // "Builders implore Brazil to lift tariffs": whoever they are, no state stands before the verb of asking.
  const isUrgedByUnknown = title.lang === 'en' && urge !== undefined && urge.from > 0;
  const end = isUrgedByUnknown ? urge.from : step.verb.from;
  const asker = headMarks(title).find((hit) => hit.from < end && means(hit, 'frame', 'lobby'));
  const isGovernment = title.hits.some(
    (hit) =>
      hit.from < end &&
      !isAskedBy(title, asker, hit) &&
      // "Brazilian exporters", "Chamber of Commerce": where those who ask are from, and an office in their name.
      !(asker !== undefined && hit.to >= asker.from && hit.from <= asker.to) &&
      (hit.meanings.has('leadership') ||
        means(hit, 'placekind', 'name') ||
        means(hit, 'placekind', 'capital') ||
        means(hit, 'placekind', 'leader') ||
        means(hit, 'placekind', 'government')),
  );
  return (asker !== undefined || isUrgedByUnknown) && !isGovernment;
}

// "Krakatau Steel minta tarif 25 persen": outside English too nobody who sets tariffs stands before the verb of asking.
function isAskedByFirm(title: Line, { mood, action, object, verb }: Step): boolean {
  if (title.lang === 'en' || mood !== 'seek' || action !== 'proposed' || VERB_LAST.has(title.lang))
    return false;
  const ask = title.hits.findLast(
    (hit) =>
      hit.to <= Math.min(verb.from, object.from) &&
      (means(hit, 'mood', 'seek') || means(hit, 'verb', 'seek')),
  );
  if (ask === undefined || ask.from === 0) return false;
  return !title.hits.some(
    (hit) =>
      hit.to <= ask.from &&
      (hit.meanings.has('leadership') || (hit.meanings.has('place') && hit.to >= ask.from - 1)),
  );
}

const WANTING =
  /^(?:wants?|seeks?|asks?|demands?|urges?|calls?|requests?|begs?|pushes|presses|pleads?|petitions|hopes?)$/;
const UNKNOWN_WITHIN = 4;

/** "Anfavea wants the tariff brought forward" / "The carmakers ask": who asks is named by no list, nor any government near. */
export function isAskedByUnknown(scene: Scene, step: Step): boolean {
  const title = step.line;
  const isAsking = ASKED.has(step.mood) || step.family === 'seek';
  if (title.lang !== 'en' || !title.isTitle || !isAsking) return false;
  const at = title.tokens.findIndex(({ text }) => WANTING.test(text));
  if (at < 1 || at > UNKNOWN_WITHIN || at > step.verb.from) return false;
  const isKnown = (hit: Hit): boolean =>
    OFFICES.some((name) => hit.meanings.has(name)) && !means(hit, 'placekind', 'demonym');
  if (title.hits.some((hit) => hit.from < at && isKnown(hit))) return false;
  const first = scene.lines.find((line) => line.index > 0 && !line.isTitle);
  return (
    first === undefined || !first.hits.some((hit) => hit.from <= UNKNOWN_WITHIN && isKnown(hit))
  );
}

const OFFICES = ['leadership', 'place', 'placekind'] as const;

// "carmakers urge Brussels": the government behind the askers is asked, it does not ask.
function isAskedBy(title: Line, asker: Hit | undefined, government: Hit): boolean {
  if (asker === undefined || government.from < asker.to) return false;
  return title.hits.some(
    (hit) =>
      hit.from >= asker.to &&
      hit.to <= government.from &&
      (means(hit, 'mood', 'urge') || means(hit, 'verb', 'seek')),
  );
}

// "plans aid for exporters hit by tariffs": what is done is the aid; the tariffs are those of another.
export function isAidOnly(title: Line, step: Step | undefined): boolean {
  const aid = title.marks.find((hit) => means(hit, 'frame', 'aid'));
  if (aid === undefined) return false;
  return step === undefined || step.verb.from > aid.from || step.object.from > aid.from;
}

/** "tariff will be 100%, with exemption for companies that build here": firms are only those who are spared. */
export function isForFirms(title: Line, hit: Hit, step: Step | undefined): boolean {
  if (step === undefined || hit.from <= step.object.to) return false;
  if (tokenText(title, hit.from - 1) === 'for') return true;
  // "tariff will be 80%, but firms that build plants here are exempt".
  const but = title.tokens.findIndex(({ text }, at) => at >= step.object.to && text === 'but');
  return (
    but >= 0 &&
    hit.from > but &&
    hitsOf(title, 'verb').some((verb) => verb.from > but && means(verb, 'verb', 'exempt'))
  );
}
