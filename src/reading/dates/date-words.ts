// The phrases that say what happens on a date: "takes effect", "until", "起". In: a line. Out: their hits.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, means, oncePerLine } from '../words/scene.ts';

/** The phrases of a line that say what happens on a date. */
export const dateWords = oncePerLine((line): readonly Hit[] => {
  const names = DATE_WORDS.filter((name) => line.classes.has(name));
  if (names.length === 0 && line.lang === 'en') return NO_WORDS;
  return line.hits.filter(
    (hit) =>
      (names.some((name) => hit.meanings.has(name)) && !isOfRates(line, hit)) ||
      (line.lang !== 'en' && means(hit, 'verb', 'start')),
  );
});

const NO_WORDS: readonly Hit[] = [];
const DATE_WORDS = ['until', 'upto', 'effective', 'announced'] as const;

// "10%至12.5%的关税，周五起生效": up to a rate, and no day.
function isOfRates(line: Line, { to, meanings }: Hit): boolean {
  return (
    meanings.has('until') &&
    line.tokens[to]?.kind === 'number' &&
    hitFrom(line, to + 1)?.meanings.has('percent') === true
  );
}

/**
 * True where a phrase dates an announcement up to the comma behind the token `to`: in "will resume on July 1, officials said" who
 * said so closes the sentence, and tells nothing of the day.
 */
export function isAnnouncedUpTo(line: Line, to: number): boolean {
  const announced = hitsOf(line, 'announced');
  if (line.lang !== 'en') return announced.length > 0;
  const comma = line.tokens.findIndex(({ text }, at) => at >= to && text === ',');
  return announced.some((hit) => comma < 0 || hit.from < comma);
}

/** What may stand between a verb and its day: "começa no próximo dia 1º de janeiro". */
const LEADING_TO: ReadonlySet<string> = new Set(
  'no na em el il le la al am dem den dia giorno jour proximo proxima prossimo prochain kommenden nachsten'.split(
    ' ',
  ),
);
const STARTS_WITHIN = 2;

/** "вступит в силу 16 ноября", "começa em 1º de agosto": outside English a day right behind a verb of starting. */
export function isBesideVerb(line: Line, to: number, gap: number): boolean {
  if (line.lang === 'en') return false;
  if (gap <= STARTS_WITHIN) return true;
  return line.tokens.slice(to, to + gap).every(({ text }) => LEADING_TO.has(text));
}
