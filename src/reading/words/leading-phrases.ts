// What a reporter puts before a sentence to lead up to it: "Amid rising trade tensions, ", "In a bid to protect its mills, ". The
// sentence begins behind the comma. A phrase that names a state, a rate, a tariff or a day is kept: it may be all that does.
// In: a sentence of a text with its hits. Out: how many of its tokens lead up to it; 0 where none do.
import type { Sentence } from './cut-text.ts';
import type { Hit } from './lexicon.ts';

const LONGEST = 14;
/** Tokens that a sentence must have left. */
const SHORTEST_REST = 4;

/** How such phrases open, folded, in languages that part them with a comma. */
const OPENINGS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: opening(
    'amid|amidst|in a bid to|in bid to|in an effort to|in efforts to|in an attempt to|in a move to|in a move that|' +
      'in a move aimed|in a move seen|in a surprise|in a surprising|in a major|in a landmark|in a significant|in a fresh|' +
      'in a dramatic|in a statement|in a sign of|in an announcement|in a post|according to|to protect|to shield|to support|' +
      'to help|to curb|aiming to|citing',
  ),
  es: opening(
    'en medio de|en el marco de|en un comunicado|con el fin de|con el objetivo de|para proteger|ante la|ante el',
  ),
  pt: opening(
    'em meio a|em meio as|em nota|em comunicado|com o objetivo de|para proteger|diante de|diante da|diante do',
  ),
  fr: opening('dans un contexte|dans un communique|afin de|pour proteger|sur fond de'),
  it: opening('in un clima di|in una nota|per proteggere|al fine di'),
  id: opening('di tengah|guna melindungi|untuk melindungi'),
  vi: opening('trong boi canh|nham bao ve'),
  tr: opening('ticaret gerilimi'),
};

function opening(phrases: string): readonly (readonly string[])[] {
  return phrases.split('|').map((phrase) => phrase.split(' '));
}

const TELLING = [
  'tariff',
  'percent',
  'place',
  'leadership',
  'retaliation',
  'deal',
  'quota',
  'probe',
  'refund',
  'instrument',
  'court',
  'month',
  'weekday',
  'relday',
  'until',
  'effective',
] as const;

/** Tokens of the phrase that leads up to a sentence, its comma with it; 0 where none does, or where it tells something itself. */
export function leadingLength({ tokens }: Sentence, hits: readonly Hit[], lang: string): number {
  const isOpened = OPENINGS[lang]?.some((words) =>
    words.every((word, at) => tokens[at]?.text === word),
  );
  if (isOpened !== true) return 0;
  const comma = tokens.slice(0, LONGEST).findIndex(({ text }) => text === ',');
  if (comma < 0 || tokens.length - comma - 1 < SHORTEST_REST) return 0;
  const isCredit = tokens[0]?.text === 'according' && isNobody(tokens.slice(2, comma));
  const isTelling = hits.some(
    ({ from, meanings }) => from < comma && TELLING.some((name) => meanings.has(name)),
  );
  return isTelling && !isCredit ? 0 : comma + 1;
}

/** Of whom or what is told where nobody is named: whose officials they are, the sentence itself says. A draft is kept: it is no law. */
const NOBODY: ReadonlySet<string> = new Set(
  (
    'a an the of by in on with to from and two three several some local state official officials notice notification gazette ' +
    'document documents statement order copy report reports media sources source people familiar matter seen press release ' +
    'newspaper daily government public internal new latest'
  ).split(' '),
);

// "According to an official notice, ", "According to people familiar with the matter, ".
function isNobody(tokens: Sentence['tokens']): boolean {
  return tokens.every(({ text }) => NOBODY.has(text));
}
