// Whether a step answers another one. In: the scene and the leading step. Out: the action as retaliation, or null.
// A rule of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { isMereFeeling } from '../steps/mere-feelings.ts';
import { moodOf } from '../steps/read-mood.ts';
import { clauseAt } from '../steps/split-clauses.ts';
import { isDeniedBehind } from '../steps/verb-shape.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { isIfAnswered } from './answered-abroad.ts';
import { answersFailure, answersNoState, isHomegrown } from './what-is-answered.ts';
import { isAnswerOfAnother } from './widened-abroad.ts';

/** Retaliation beats the plain action where the title or a sentence says that it answers something. */
export function retaliation(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  if (answersCourt(lead) || respondsAlone(scene, lead)) {
    if (lead.family !== 'retaliate') return null;
    return lead.mood === 'plain' ? 'imposed' : 'threatened';
  }
  if (lead.family === 'retaliate' && answersInWords(lead)) return 'retaliation-threatened';
  // "will retaliate" and "vows to respond" are no act yet.
  if (lead.family === 'retaliate' && answersFailure(lead.line, lead.verb.to)) return 'threatened';
  const isActed =
    lead.action === 'retaliation-imposed' &&
    lead.mood !== 'future' &&
    !TO_COME.test(tokenText(lead.line, lead.verb.from));
  if (lead.family === 'retaliate' && !isActed) {
    return isPurpose(lead, steps) ? 'retaliation-imposed' : 'retaliation-threatened';
  }
  // "Norway prepares to answer Peru's 25% tariff": what is only restated is what is answered.
  if (lead.family === 'nominal' && lead.isBackground) return null;
  if (isAnswerOfAnother(lead.line, lead)) return null;
  const own = actorOf(lead);
  const isMarked =
    lineHas(lead.line, 'tariff', 'retaliation') ||
    scene.lines.some((line) => isBecauseOfTheirs(line, own)) ||
    scene.lines.some(
      (line, at) =>
        isAnswer(line, own, line === lead.line || plansIt(line, lead, own) ? lead : null) &&
        (line === lead.line || !isAnothers(scene.lines, at, own)),
    );
  if (!isMarked) return null;
  if (lead.action === 'imposed' || lead.action === 'increased') return 'retaliation-imposed';
  if (lead.action === 'threatened' || lead.action === 'proposed') return 'retaliation-threatened';
  return null;
}

const WORDS_WITHIN = 6;
const QUOTE = /^["“”„«'‘「『]$/;

// "risponde a Trump: 'Siamo pronti'", "responds to Lula: 'We are ready'": what is said is no act.
function answersInWords({ line: { tokens }, verb: { to } }: Step): boolean {
  const colon = tokens.findIndex(({ text }, at) => at >= to && text === ':');
  return colon >= to && colon - to <= WORDS_WITHIN && QUOTE.test(tokens[colon + 1]?.text ?? '');
}

/** Words with which a phrase may say that the answer is still to come: "will respond", "ready to match it in kind". */
const TO_COME =
  /^(?:will|would|to|match|vow(?:s|ed)?|threat(?:en|ens|ened|ening)|promise[sd]?|pledge[sd]?|ready|prepares|prepared)$/;
const LAYING: ReadonlySet<string> = new Set(['impose', 'raise', 'tax']);

// "hits pork with a 20% duty to counter the tariffs": the act stands before, the answer is what it is for.
function isPurpose({ line, verb }: Step, steps: readonly Step[]): boolean {
  const [first, before] = [tokenText(line, verb.from), tokenText(line, verb.from - 1)];
  if (line.lang !== 'en' || (first !== 'to' && before !== 'to')) return false;
  return steps.some(
    (step) =>
      step.line === line &&
      step.verb.to <= verb.from &&
      step.mood === 'plain' &&
      !step.isBackground &&
      LAYING.has(step.family),
  );
}

const OPENS_WITHIN = 2;

// Who acts: the country that opens the sentence, or the one right before the tariff ("as Peru's tariffs take effect").
function actorOf({ line, object, verb }: Step): readonly string[] {
  const { owner } = clauseAt(line, verb.from);
  if (owner !== null && owner.to <= verb.from) return owner.codes;
  const places = hitsOf(line, 'place');
  const opening = places[0];
  // "Duty on Chilean tea to rise, Peru says": on whose goods it is.
  const isHit = placeGroups(line)[0]?.role === 'origin' && places.length > 1;
  if (isHit && line.isTitle && line.lang === 'en')
    return placeGroups(line).find(isActing)?.codes ?? [];
  const found =
    opening !== undefined && opening.from <= OPENS_WITHIN
      ? opening
      : places.find((hit) => hit.to <= object.from && object.from - hit.to <= OPENS_WITHIN);
  return found?.meanings.get('place') ?? [];
}

function isActing({ role }: PlaceGroup): boolean {
  return role === 'bare' || role === 'subject' || role === 'owner' || role === 'agent';
}

const ANSWERED_WITHIN = 5;

// "fires back at judges with a new tariff": a court has no duties to answer; a tariff is laid anew.
function answersCourt({ line, object }: Step): boolean {
  const answers = hitsOf(line, 'retaliation');
  return hitsOf(line, 'court').some(
    (court) =>
      court.to <= object.from &&
      answers.some((hit) => court.from >= hit.to && court.from - hit.to <= ANSWERED_WITHIN),
  );
}

// "responded by pledging a global tariff": where no other state is named, no state is answered.
function respondsAlone({ lines }: Scene, { line }: Step): boolean {
  if (line.lang !== 'en') return false;
  const isSaid = line.tokens.some(
    ({ text }, at) => /^respond(?:s|ed)$/.test(text) && tokenText(line, at + 1) === 'by',
  );
  const named = new Set(lines.flatMap(placeGroups).flatMap(({ codes }) => codes));
  named.delete('WORLD');
  return isSaid && named.size <= 1;
}

function isAnswer(line: Line, own: readonly string[], lead: Step | null): boolean {
  if (!line.classes.has('retaliation')) return false;
  if (hitsOf(line, 'background').some((hit) => hit.from < 3)) return false;
  return hitsOf(line, 'retaliation').some(
    (hit) =>
      !isTheOthers(line, hit.from, own) &&
      !isIfAnswered(line, hit) &&
      !isRefused(line, hit) &&
      !isHomegrown(line, hit) &&
      !isMereFeeling(line, hit) &&
      !isToCome(line, hit) &&
      !answersNoState(line, hit) &&
      (lead?.verb === hit || !isDoneByAnother(line, hit, own)) &&
      (lead !== null || DONE.has(moodOf(line, hit))),
  );
}

const COMING = /^(?:would|will|could|may|might)$/;

// "Retaliation would add another 35%": whoever may strike back has not.
function isToCome(line: Line, { from, to }: Hit): boolean {
  return line.lang === 'en' && from === 0 && COMING.test(tokenText(line, to));
}

// "Peru to tax Chilean goods" / "Peru goes on with its plan to counter Chile's tariffs": what is to come is told as planned again.
function plansIt(line: Line, { mood }: Step, own: readonly string[]): boolean {
  const opener = hitsOf(line, 'place')[0];
  return (
    mood === 'future' &&
    line.lang === 'en' &&
    line.index === 1 &&
    opener !== undefined &&
    opener.from <= OPENS_WITHIN &&
    opener.meanings.get('place')?.some((code) => own.includes(code)) === true
  );
}

const REFUSED: ReadonlySet<string> = new Set(['deny', 'not']);

// "rules out hitting back", "will not retaliate": no answer.
function isRefused(line: Line, answer: Hit): boolean {
  const isNone = tokenText(line, answer.from - 1) === 'no';
  return REFUSED.has(moodOf(line, answer)) || isNone || isDeniedBehind(line, answer);
}

/** Beside the leading sentence an answer that is only planned or held out marks no act as one. */
const DONE: ReadonlySet<string> = new Set(['plain']);
const DOER_WITHIN = 4;
const WAYS = /^(?:in|as)$/;

function isByTariff(line: Line, { from }: Hit): boolean {
  return /^tariffs?$/.test(tokenText(line, from - 1)) && WAYS.test(tokenText(line, from - 2));
}

// "Peru's tariffs take effect as Norway says it will retaliate": right before the answer stands another who gives it.
function isDoneByAnother(line: Line, answer: Hit, own: readonly string[]): boolean {
  // "Tariffs on Peru take effect, Lima hits back": whoever lays them, it is not who answers.
  if (line.lang !== 'en' || (own.length === 0 && !line.isTitle)) return false;
  // "raises tariffs on US goods in retaliation", "targets them in tariff retaliation": said of the step.
  if (tokenText(line, answer.from) === 'in' || isByTariff(line, answer)) return false;
  const doer = hitsOf(line, 'place').findLast((hit) => hit.to <= answer.from);
  if (doer === undefined || doer.from <= OPENS_WITHIN || answer.from - doer.to > DOER_WITHIN) {
    return false;
  }
  if (doer.meanings.get('place')?.some((code) => own.includes(code)) !== false) return false;
  return line.hits.some(
    (hit) =>
      (hit.meanings.has('verb') || hit.meanings.has('mood')) &&
      hit.from >= doer.to &&
      tokenText(line, hit.from) !== 'to' &&
      // "duties on US pork to retaliate": behind goods the answer is what the step is for.
      (hit.from < answer.from || (hit === answer && tokenText(line, hit.from - 1) !== 'to')),
  );
}

// "Beijing promised countermeasures": told of the other side.
function isAnothers(lines: readonly Line[], at: number, own: readonly string[]): boolean {
  const line = lines[at] as Line;
  const first = hitsOf(line, 'place')[0];
  // "His minister announced": of whom the sentence before spoke.
  if (first === undefined && at > 0 && PRONOUNS.has(line.tokens[0]?.text ?? '')) {
    return isAnothers(lines, at - 1, own);
  }
  if (first === undefined || first.from > 2 || own.length === 0) return false;
  return first.meanings.get('place')?.some((code) => own.includes(code)) === false;
}

const PRONOUNS: ReadonlySet<string> = new Set('his her its their he she it they'.split(' '));

const OTHERS: ReadonlySet<string> = new Set(['its', 'their', "'s"]);

const CAUSED = ['background', 'cause'] as const;
const THEIRS_WITHIN = 4;

// "will raise taxes on US goods because of US tariffs": the other side's tariff is why.
function isBecauseOfTheirs(line: Line, own: readonly string[]): boolean {
  if (line.lang !== 'en' || own.length === 0) return false;
  const because = line.tokens.findIndex(
    ({ text }, at) => text === 'because' && tokenText(line, at + 1) === 'of',
  );
  if (because < 1 || !CAUSED.some((name) => line.classes.has(name))) return false;
  const owner = placeGroups(line).find(({ from }) => from >= because + 2);
  if (owner === undefined || owner.from > because + 3) return false;
  const opener = placeGroups(line).find(({ to }) => to <= because);
  const isOwn = (codes: readonly string[]): boolean => codes.some((code) => own.includes(code));
  return (
    opener !== undefined &&
    isOwn(opener.codes) &&
    !isOwn(owner.codes) &&
    hitsOf(line, 'tariff').some(({ from }) => from >= owner.to && from - owner.to <= THEIRS_WITHIN)
  );
}

const MERE: ReadonlySet<string> = new Set([
  'possible',
  'potential',
  'any',
  'without',
  'fear',
  'risk',
]);

const WHY_SAID: ReadonlySet<string> = new Set(['if', 'whether']);
const CITED_WITHIN = 16;

// "citing Ottawa's inaction and retaliation": what is said to be why.
function isCited(line: Line, at: number): boolean {
  return line.tokens
    .slice(Math.max(0, at - CITED_WITHIN), at)
    .some(({ text }) => text === 'citing');
}

// "if China does not drop its retaliation": the other side's, not the step's own.
function isTheOthers(line: Line, at: number, own: readonly string[]): boolean {
  const owner = line.hits.find((hit) => hit.to === at - 1 || hit.to === at)?.meanings.get('place');
  if (owner?.some((code) => own.includes(code)) === true) return false;
  const before = line.tokens.slice(Math.max(0, at - 10), at).map((token) => token.text);
  // "Ottawa's reply to Trump" opens the title, and who acts is told nowhere else.
  if (own.length === 0 && owner !== undefined && line.isTitle && at <= OPENS_WITHIN) return false;
  const last = before[before.length - 1] ?? '';
  return (
    OTHERS.has(last) ||
    MERE.has(last) ||
    before.some((word) => WHY_SAID.has(word)) ||
    isCited(line, at)
  );
}
