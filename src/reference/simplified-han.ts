// One spelling for Chinese: the word lists are looked up in simplified characters, however a paper writes them.
// In: a text. Out: the same text in simplified characters, unit for unit as long. Which character stands for which is OpenCC's
// (https://github.com/BYVoid/OpenCC, its tables for Taiwan and Hong Kong to the mainland's).
import { Converter } from 'opencc-js/t2cn';

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

/** Made when the first Chinese text comes: its tables take longer to set up than an item to read. */
let converter: ((text: string) => string) | null = null;
const known = new Map<string, string>();

/** What the script alone tells apart: "our country" and the ministries of Taiwan from those of the mainland. */
const OF_TAIWAN = /(我國|財政部|經濟部)/;

/** The text in simplified characters, but for what only the script tells; all offsets stay. */
export function toSimplified(text: string): string {
  return text
    .split(OF_TAIWAN)
    .map((part) => (OF_TAIWAN.test(part) ? part : simplifiedPart(part)))
    .join('');
}

function simplifiedPart(text: string): string {
  let simple = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const char = text.charAt(at);
    simple += code >= FIRST_HAN && code <= LAST_HAN ? simplified(char) : char;
  }
  return simple;
}

function simplified(char: string): string {
  const cached = known.get(char);
  if (cached !== undefined) return cached;
  const convert = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  const converted = convert(char);
  const simple = converted.length === 1 ? converted : char;
  known.set(char, simple);
  return simple;
}
