// Answers that only the text of a language other than English tells: "China erhebt Zölle" / "Peking antwortet damit auf Trumps
// Zollpaket". In: the scene and the leading step. Out: retaliation, or null. A rule of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import { lineEndsAsQuestion } from '../objects/step-objects.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { moodOf, VERB_LAST } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';

const WITHIN = 2;

/** Retaliation where a sentence right behind the title says that its step answers another's. */
export function answeredInText(scene: Scene, lead: Step): Action | null {
  if (lead.line.lang === 'en' || !lead.line.isTitle) return null;
  if (lead.action !== 'imposed' && lead.action !== 'increased') return null;
  const own = placeGroups(lead.line).find(({ role }) => ACTING.has(role))?.codes ?? [];
  const isTold = scene.lines.some(
    (line) => !line.isTitle && line.index <= WITHIN && answersThere(line, own),
  );
  return isTold && own.length > 0 ? 'retaliation-imposed' : null;
}

const IF_WITHIN = 6;
const IF: Readonly<Record<string, ReadonlySet<string>>> = {
  it: new Set(['se', 'qualora', 'caso']),
  fr: new Set(['si', "s'", 'cas']),
  es: new Set(['si', 'caso']),
  pt: new Set(['caso']),
  de: new Set(['wenn', 'falls', 'sollte', 'sollten', 'falle']),
  nl: new Set(['als', 'indien', 'mocht', 'geval']),
  pl: new Set(['jesli', 'jezeli', 'razie', 'przypadku']),
  ru: new Set(['если', 'случае']),
  id: new Set(['jika', 'bila', 'apabila']),
};

/** "bei Vergeltung": the word that alone tells the case. */
const ON: Readonly<Record<string, string>> = { de: 'bei', nl: 'bij' };

/** "Se ci saranno ritorsioni, aggiungeremo": what the other side may do in answer. */
export function isIfAnswered(line: Line, { from }: Hit): boolean {
  if (isAskedBehind(line, from)) return true;
  if (ON[line.lang] === tokenText(line, from - 1)) return true;
  const words = IF[line.lang];
  if (words === undefined) return false;
  const before = line.tokens.slice(Math.max(0, from - IF_WITHIN), from);
  const at = before.findLastIndex(({ text }) => words.has(text));
  return at >= 0 && !before.slice(at).some(({ text }) => text === ',');
}

// "对智利征收关税——这是反击吗？", "raises tariff: is it an answer?": what a question behind the step asks is not told.
function isAskedBehind(line: Line, from: number): boolean {
  if (!lineEndsAsQuestion(line)) return false;
  const mark = line.tokens.findLastIndex(({ kind }, at) => kind === 'mark' && at < from);
  const isStepBefore = line.hits.some((hit) => hit.to <= mark && hit.meanings.has('verb'));
  return isStepBefore && PARTING.has(tokenText(line, mark));
}

const PARTING: ReadonlySet<string> = new Set(['-', ':', ',', ';', '|', '.', '!']);

const ACTING: ReadonlySet<string> = new Set(['bare', 'subject', 'owner']);

function answersThere(line: Line, own: readonly string[]): boolean {
  if (line.classes.has('court')) return false;
  const answer = [...hitsOf(line, 'verb'), ...hitsOf(line, 'retaliation')].find(
    (hit) => isAnswering(hit) && moodOf(line, hit) === 'plain',
  );
  if (answer === undefined) return false;
  const groups = placeGroups(line);
  const other = groups.find(({ codes }) => !codes.some((code) => own.includes(code)));
  const first = groups[0];
  const isOwn = first === undefined || first !== other;
  // "トランプ政権の関税への対抗措置": where verbs come last, whose step is answered stands before the answer.
  const isAnswered =
    VERB_LAST.has(line.lang) && other !== undefined && isOfAnswered(line, other, answer);
  return (isOwn || isAnswered) && (other !== undefined || line.classes.has('tariff'));
}

function isAnswering(hit: Hit): boolean {
  return means(hit, 'verb', 'retaliate') || hit.meanings.has('retaliation');
}

function isOfAnswered(line: Line, other: PlaceGroup, answer: Hit): boolean {
  if (other.role === 'subject' || other.to > answer.from) return false;
  return isAuthority(other) || line.classes.has('tariff');
}
