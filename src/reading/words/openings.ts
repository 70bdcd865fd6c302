// Sentences that open a text and say nothing. In: the sentences of an item with the classes of their phrases. Out: those that are
// read, and those that are left out.
import type { Sentence } from './cut-text.ts';
import type { HitClass } from './lexicon.ts';

type Known = {
  readonly sentence: Sentence;
  readonly classes: ReadonlyMap<HitClass, unknown>;
};

/**
 * "FILE PHOTO: Containers at a port.", "Here's what we know.", the title once more: the sentences that open a text and say nothing
 * are left out, so that the first one that does is the first. A text of nothing else keeps them.
 */
export function withoutOpenings<Looked extends Known>(
  found: readonly Looked[],
  lang: string,
): { readonly kept: readonly Looked[]; readonly openings: readonly Looked[] } {
  const all = { kept: found, openings: [] };
  const first = found.findIndex(({ sentence }) => sentence.field !== 'title');
  const title = found[0]?.sentence;
  if (first < 1 || title === undefined) return all;
  let told = first;
  while (told < found.length && isOpening(found[told] as Known, title, lang)) told += 1;
  if (told === first || told === found.length) return all;
  return { kept: found.toSpliced(first, told - first), openings: found.slice(first, told) };
}

function isOpening({ sentence, classes }: Known, title: Sentence, lang: string): boolean {
  const opening = sentence.raw.slice(sentence.start, sentence.start + LONGEST_CAPTION);
  if (CAPTION.test(opening) || repeats(sentence, title)) return true;
  if (TELLING.some((name) => classes.has(name))) return false;
  // "経済省が官報で告示した": outside English the office alone may tell who acts.
  return lang === 'en' || !classes.has('leadership');
}

const LONGEST_CAPTION = 40;
/** What stands under a picture. */
const CAPTION =
  /^(?:listen to (?:this|the) (?:article|story)|(?:(?:file|representati(?:ve|onal)|stock|undated|handout) )?(?:photo|image|picture|photograph|caption)(?: (?:by|credit|courtesy))?\s?[:|])/i;

const TELLING = [
  'tariff',
  'percent',
  'place',
  'product',
  'verb',
  'relief',
  'quota',
  'probe',
  'deal',
  'refund',
  'pausenoun',
  'instrument',
  'retaliation',
  'court',
  'month',
  'weekday',
  'relday',
  'now',
  'until',
  'announced',
  'effective',
] as const;

/** The words a feed may hang onto a title it repeats: the publisher's name. */
const MOST_BEHIND_TITLE = 6;

function repeats(sentence: Sentence, title: Sentence): boolean {
  const more = sentence.tokens.length - title.tokens.length;
  if (more < 0 || more > MOST_BEHIND_TITLE) return false;
  return title.tokens.every(({ text }, at) => sentence.tokens[at]?.text === text);
}
