// Titles in which an office only gives itself more time for an inquiry: "extends dumping probe", "prolonge son enquête antidumping",
// "调查期限延长". In: a title and its steps. Out: whether nothing else is told there.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { moodOf, VERB_LAST } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  headlineOf,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;
const GIVEN_MORE = ['extend', 'delay'] as const;
const GOVERNED = ['probe', 'tariff', 'quota', 'relief', 'pausenoun', 'deal'] as const;

const TOLD_WITHIN = 2;

/** True for a title that prolongs an inquiry of trade, or moves its end, and does nothing to a duty. */
export function prolongsInquiry(scene: Scene, steps: readonly Step[]): boolean {
  const title = headlineOf(scene);
  if (title === null) return false;
  if (isFindingPutOff(title)) return true;
  if (!title.classes.has('probe')) return false;
  // "verlängert Untersuchung zu Milch" / "Es geht um Antisubventionszölle": the text says which inquiry it is.
  if (!scene.lines.some((line) => line.index <= TOLD_WITHIN && isOfRemedy(line))) return false;
  const verb = hitsOf(title, 'verb').find(
    (hit) =>
      GIVEN_MORE.some((family) => means(hit, 'verb', family)) &&
      !isDenied(title, hit) &&
      givesTime(title, hit) &&
      !isWidened(title, hit),
  );
  if (verb === undefined || isDeterminedBefore(title, verb)) return false;
  return !steps.some(
    (step) => step.line === title && step.verb !== verb && tellsOfDuty(title, step, verb),
  );
}

/** Findings whose day is put off, as printed. */
const PUT_OFF: Readonly<Record<string, RegExp>> = {
  zh: /(?:认定|認定|裁定|终裁|終裁|初裁)(?:期限|时间|時間|将|將)?(?:延至|延到|延后|延後|延期|推迟|推遲|展延|顺延|順延)/u,
  ko: /(?:예비|최종)? ?판정(?:을|일|시한|기한)?(?:을)? ?(?:연기|연장|미뤄)/u,
  es: /(?:aplaza|aplazó|prorroga|prorrogó|pospone) (?:la |el plazo para la |su )?(?:resolución|determinación)/iu,
  pt: /(?:adia|adiou|prorroga|prorrogou) (?:a |o prazo para a |sua )?(?:determinação|decisão final)/iu,
};

// "反傾銷案 最後認定延至5月2日": no duty is put off, but the day on which one may be found due.
function isFindingPutOff(title: Line): boolean {
  const text = title.raw.slice(title.start, title.end);
  return isOfRemedy(title) && PUT_OFF[title.lang]?.test(text) === true;
}

// "Determinação preliminar positiva de dumping em luvas; a Secex prorroga o prazo": what was found is told first, the time rides along.
function isDeterminedBefore(title: Line, verb: Hit): boolean {
  return title.marks.some(
    (mark) =>
      FOUND.some((kind) => means(mark, 'notice', kind)) &&
      mark.to <= verb.from &&
      isParted(title, mark.to, verb.from),
  );
}

const FOUND = ['determination', 'negative'] as const;

const DENIED_WITHIN = 3;
const NOT: ReadonlySet<string> = new Set(['nicht', 'niet', 'ikke', 'inte']);

// "verlängert Frist nicht": the little word may stand behind.
function isDenied(title: Line, verb: Hit): boolean {
  const behind = title.tokens.slice(verb.to, verb.to + DENIED_WITHIN);
  return moodOf(title, verb) === 'not' || behind.some(({ text }) => NOT.has(text));
}

function isOfRemedy(title: Line): boolean {
  return REMEDIES.some(
    (kind) => lineHas(title, 'tariff', kind) || lineHas(title, 'instrument', kind),
  );
}

// What is prolonged: the inquiry, where no duty stands nearer on the side on which the language puts what a verb governs.
function givesTime(title: Line, verb: Hit): boolean {
  const governed = title.hits.filter((hit) => hit !== verb && isGoverned(title, hit));
  const before = governed.findLast((hit) => hit.to <= verb.from);
  const behind = governed.find((hit) => hit.from >= verb.to);
  const object = VERB_LAST.has(title.lang) ? (before ?? behind) : (behind ?? before);
  return object?.meanings.has('probe') === true;
}

// "extends dumping probe to Vietnam": it looks into more than before.
function isWidened(title: Line, verb: Hit): boolean {
  const probe = hitsOf(title, 'probe').find(({ from }) => from >= verb.to);
  if (title.lang !== 'en' || probe === undefined || tokenText(title, probe.to) !== 'to')
    return false;
  const next = hitFrom(title, probe.to + 1);
  return next?.meanings.has('place') === true || next?.meanings.has('product') === true;
}

// "antidumping" right beside "enquête", on either side of it, only says which inquiry it is.
function isGoverned(title: Line, hit: Hit): boolean {
  if (hit.meanings.has('probe')) return true;
  if (!GOVERNED.some((name) => hit.meanings.has(name))) return false;
  if (!REMEDIES.some((kind) => means(hit, 'tariff', kind))) return true;
  return !hitsOf(title, 'probe').some(
    (probe) => (probe.from >= hit.to && probe.from - hit.to <= 1) || probe.to === hit.from,
  );
}

const DONE: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'reduced',
  'removed',
  'suspended',
  'exempted',
  'retaliation-imposed',
]);

// "prolonge son enquête et impose des droits": a duty of its own; "課税に関する調査の期間を延長" only says what is looked into.
function tellsOfDuty(title: Line, step: Step, prolonged: Hit): boolean {
  const { action, family, verb, object, isBackground } = step;
  if (isBackground || family === 'nominal' || !DONE.has(action)) return false;
  if (!object.meanings.has('tariff') || object.meanings.has('probe')) return false;
  const last = Math.max(verb.to, object.to);
  if (!VERB_LAST.has(title.lang)) return true;
  return last > prolonged.to || title.tokens.slice(last, prolonged.from).some(isComma);
}

function isComma({ text }: { readonly text: string }): boolean {
  return text === ',' || text === '、';
}
