// The words of a command as typed in Slack, Teams or the preview: quotes kept together, platform markup taken off.
// Knows no command.
import { withoutEnd } from '../domain/without-end.ts';

/** A command longer than this is refused; nobody types one. */
export const COMMAND_LIMIT = 500;

/** Curly quotes, non-breaking spaces and dashes that phones put in where a command has plain ones, and the sign for "and". */
const PHONE_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"'],
  [/[\u2018\u2019]/g, "'"],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' '],
  [/[\u2010-\u2012\u2212]/g, '-'],
  [/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''],
  [/ & /g, ' and '],
];

/** `<https://a.example/x|label>` and `<https://a.example/x>` as Slack writes a link. */
const SLACK_LINK = /<((?:https?:\/\/)[^<>|\s]+)(?:\|[^<>]*)?>/g;

/**
 * The words of `text`: split at white space, a quoted part is one word, `--flag` stays as it is. A dash that a phone
 * made of `--preview` is read as two hyphens.
 */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  const plain = plainText(text);
  for (const match of plain.matchAll(/([^\s"]*)"([^"]*)"|(\S+)/g)) {
    const word = match[3] ?? `${match[1] ?? ''}${match[2] ?? ''}`;
    const trimmed = word.replaceAll(/\s+/g, ' ').trim();
    if (trimmed !== '') words.push(trimmed);
  }
  return words;
}

function plainText(text: string): string {
  let plain = text.replaceAll(SLACK_LINK, '$1');
  for (const [pattern, spelling] of PHONE_SPELLINGS) plain = plain.replaceAll(pattern, spelling);
  return plain.replaceAll(/(^|\s)[\u2013\u2014](?=[a-z])/g, '$1--');
}

/** "japan?" and "steel." without the mark that ends the sentence; "U.S." keeps its points. */
export function withoutEndMark(word: string): string {
  const plain = withoutEnd(word, '?!');
  return /^[^.]+\.$/.test(plain) ? plain.slice(0, -1) : plain;
}

/** The id of a story or an item as it is stored: `s12` and `S-12` are `S-12`. */
export function idOf(word: string): string {
  return word.toUpperCase().replace(/^([SI])(\d)/, '$1-$2');
}

/** Takes `--name` out of the words. */
export function takeFlag(
  words: readonly string[],
  name: string,
): { readonly isSet: boolean; readonly rest: readonly string[] } {
  const rest = words.filter((word) => word.toLowerCase() !== `--${name}`);
  return { isSet: rest.length < words.length, rest };
}

/** Takes `--page 2` out of the words; the first page without it. */
export function takePage(words: readonly string[]): {
  readonly page: number;
  readonly rest: readonly string[];
} {
  const at = words.findIndex((word) => word.toLowerCase() === '--page');
  const number = at === -1 ? undefined : /^\d{1,3}$/.exec(words[at + 1] ?? '')?.[0];
  if (number === undefined) return { page: 1, rest: words };
  return { page: Number(number), rest: words.toSpliced(at, 2) };
}
