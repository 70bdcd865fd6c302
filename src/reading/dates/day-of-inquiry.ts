// Days of the proceedings before a duty: an inquiry ran from then, parties may be heard from then. In: a date in its sentence. Out:
// whether no duty begins on it.
import { VERB_LAST } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;
const STEPS = ['impose', 'start', 'raise', 'cut', 'remove', 'suspend', 'delay', 'exempt'] as const;
const OBJECTS = ['tariff', 'relief', 'quota'] as const;

/** True for "L'indagine è iniziata il 17 aprile", "7月3日起可提交评论意见", "同年4月24日から調査を実施". */
export function isDayOfInquiry(line: Line, mention: DateMention): boolean {
  if (line.lang === 'en') return isBegunThen(line, mention);
  const [from, to] = clauseOf(line, mention);
  const isThere = (hit: Hit): boolean => hit.from >= from && hit.to <= to;
  const matters = line.hits.filter((hit) => isThere(hit) && isOfMatter(line, hit));
  if (matters.length === 0) return false;
  const duties = line.hits.filter(
    (hit) => isThere(hit) && isOfDuty(line, hit) && !opensMatter(hit, mention, matters),
  );
  if (duties.length === 0) return true;
  // "課税の要否に関する調査を実施": where verbs come last, what stands last is what is done.
  if (VERB_LAST.has(line.lang)) return last(matters) > last(duties);
  return nearest(matters, mention) < nearest(duties, mention);
}

const BEGUN = /^(?:begun|opened|launched|initiated|started)$/;

// "which follows an investigation begun on March 1".
function isBegunThen(line: Line, { from }: DateMention): boolean {
  const at =
    tokenText(line, from - 1) === 'on' || tokenText(line, from - 1) === 'in' ? from - 2 : from - 1;
  return BEGUN.test(tokenText(line, at)) && hitsOf(line, 'probe').some(({ to }) => to === at);
}

const PARTING: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '–', '—', '|']);

// From the mark before the date to the one behind it; where verbs come last, to the end of the sentence.
function clauseOf(line: Line, mention: DateMention): readonly [number, number] {
  const { tokens } = line;
  const before = tokens.findLastIndex(({ text }, at) => at < mention.from && PARTING.has(text));
  const behind = tokens.findIndex(({ text }, at) => at >= mention.to && PARTING.has(text));
  const isOpen = behind < 0 || VERB_LAST.has(line.lang);
  return [before + 1, isOpen ? tokens.length : behind];
}

// What an office looks into, hears or is asked; "調査を実施" is one phrase of the lists.
function isOfMatter(line: Line, hit: Hit): boolean {
  if (hit.meanings.has('probe') || hit.meanings.has('proceeding')) return true;
  return VERB_LAST.has(line.lang) && means(hit, 'verb', 'open');
}

// A tariff or a relief, or a verb of what becomes of one; "antidumping" beside an inquiry only names it.
function isOfDuty(line: Line, hit: Hit): boolean {
  if (isOfMatter(line, hit)) return false;
  if (STEPS.some((family) => means(hit, 'verb', family))) return true;
  if (!OBJECTS.some((name) => hit.meanings.has(name))) return false;
  if (!REMEDIES.some((kind) => means(hit, 'tariff', kind))) return true;
  return !hitsOf(line, 'probe').some((probe) => probe.from === hit.to || probe.to === hit.from);
}

const OPENED_WITHIN = 2;

// "rozpoczęła dziś procedurę zamrożenia ceł": what begins that day is the procedure.
function opensMatter(hit: Hit, { to }: DateMention, matters: readonly Hit[]): boolean {
  if (!means(hit, 'verb', 'start')) return false;
  const behind = Math.max(hit.to, to);
  return matters.some(({ from }) => from >= behind && from - behind <= OPENED_WITHIN);
}

function last(hits: readonly Hit[]): number {
  return Math.max(...hits.map(({ from }) => from));
}

function nearest(hits: readonly Hit[], { from, to }: DateMention): number {
  return Math.min(...hits.map((hit) => (hit.from >= to ? hit.from - to : from - hit.to)));
}
