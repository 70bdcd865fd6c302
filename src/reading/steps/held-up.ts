// What is made of a tariff, in other languages than English, where another verb of the sentence puts it off or ends it: "reporte
// la hausse des droits", "取消对咖啡加征的关税". In: a step and another step of its line. Out: yes or no.
import type { Step } from '../objects/step-objects.ts';
import { CHARACTERS, VERB_LAST } from './read-mood.ts';

const CHANGES: ReadonlySet<string> = new Set(['raise', 'cut']);
const CHANGE_WITHIN = 6;

// "rinvia di un anno l'aumento dei dazi", "reporte la hausse des droits": the rise that is put off stands before its tariff.
export function isChangeHeldUp(step: Step, other: Step): boolean {
  const { lang } = step.line;
  if (other.mood === 'not') return false;
  if (!CHANGES.has(step.family) || !STOPPING.has(other.family)) return false;
  // "関税引き上げを延期", "관세 인상 연기": where verbs come last, what is put off stands right before.
  if (VERB_LAST.has(lang)) {
    const behind = other.verb.from - step.verb.to;
    return other.object === step.object && behind >= 0 && behind <= CHANGE_WITHIN;
  }
  const gap = step.verb.from - other.verb.to;
  // "推迟上调关税".
  if (CHARACTERS.has(lang)) return other.object === step.object && gap >= 0 && gap <= 1;
  const isNoun = step.verb.to <= step.object.from && other.object === step.object;
  return isNoun && gap >= 0 && gap <= CHANGE_WITHIN;
}

/** Verbs that end, stop or put off what another verb makes of the same tariff. */
const STOPPING: ReadonlySet<string> = new Set(['delay', 'suspend', 'remove', 'exempt']);
export const STOPPED: ReadonlySet<string> = new Set(['impose', 'start', 'tax']);
const STOPPED_WITHIN = 14;
/** In Chinese, read character by character, the goods and their origin stand between. */
const RELATIVE_WITHIN = 40;

// "posterga la entrada en vigor del arancel", "取消对咖啡加征的关税", "uyguladığı vergileri erteledi": what is made of the
// tariff only says which one is meant.
export function isHeldUp(step: Step, other: Step): boolean {
  if (!STOPPED.has(step.family) || !STOPPING.has(other.family)) return false;
  if (other.mood === 'not') return false;
  // "暂停24%的加征关税税率": what is halted may be the word by which the tariff is laid.
  if (other.object !== step.object && other.object !== step.verb) return false;
  // "Введение пошлин отложено": in the passive the verb stands behind.
  const { lang } = step.line;
  const isPassive =
    !CHARACTERS.has(lang) && other.family !== 'exempt' && other.verb.from >= step.object.to;
  const isBehind = VERB_LAST.has(lang) || isPassive;
  const gap = isBehind ? other.verb.from - step.verb.to : step.verb.from - other.verb.to;
  return gap >= 0 && gap <= (lang === 'zh' ? RELATIVE_WITHIN : STOPPED_WITHIN);
}

const PLANNED = /^(?:geplant|angekundigt|angedroht|vorgesehen)e[nrs]?$/;

/** "die geplanten Zölle sollen nun erst im Herbst kommen": which tariff is meant, where another verb puts it off or drops it. */
export function isPlannedHeldUp(step: Step, other: Step): boolean {
  const { line, verb, object } = step;
  if (line.lang !== 'de' || !PLANNED.test(line.tokens[verb.from]?.text ?? '')) return false;
  return other.object === object && STOPPING.has(other.family) && other.mood !== 'not';
}
