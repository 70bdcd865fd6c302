import { describe, expect, it } from 'vitest';
import { lexiconFor } from '../../../../src/reading/words/build-lexicon.ts';
import { cutSentences } from '../../../../src/reading/words/cut-text.ts';
import { findHits } from '../../../../src/reading/words/lexicon.ts';
import { withTellerFirst } from '../../../../src/reading/words/teller-first.ts';

/** A title as rules read it, and whether every token still says where it stands in that text. */
function told(title: string): { readonly text: string; readonly isInPlace: boolean } {
  const [sentence] = cutSentences('title', title);
  if (sentence === undefined) throw new Error(`no sentence in ${title}`);
  const { words } = lexiconFor('en');
  const { raw, tokens, start, end } = withTellerFirst(sentence, (each) => findHits(words, each));
  const isInPlace = tokens.every(
    (token) => raw.slice(token.start, token.end).toLowerCase() === token.text,
  );
  return { text: raw.slice(start, end).trimEnd(), isInPlace };
}

describe('who tells a sentence', () => {
  it.each([
    ['Duty on Peruvian tea delayed, Norway says', 'Norway says Duty on Peruvian tea delayed'],
    ['Duty on Peruvian tea delayed, says Trump', 'Trump says Duty on Peruvian tea delayed'],
    [
      'Duty on Peruvian tea delayed, the White House said on Monday',
      'the White House said on Monday Duty on Peruvian tea delayed',
    ],
    ['Duty on Peruvian tea delayed: Trump', 'Trump: Duty on Peruvian tea delayed'],
    ['Duty on Peruvian tea delayed - Trump', 'Trump: Duty on Peruvian tea delayed'],
    ['Duty on Peruvian tea delayed, according to Oslo', 'Oslo: Duty on Peruvian tea delayed'],
    ['According to Oslo, duty on Peruvian tea is delayed', 'Oslo: duty on Peruvian tea is delayed'],
  ])('stands first: %s', (title, expected) => {
    expect(told(title)).toEqual({ text: expected, isInPlace: true });
  });

  it.each([
    'Norway puts duty on tea, Peru says it will answer',
    'Anti-dumping duty on glass - China',
    'Tariffs on tea: Norway',
    'Duty on tea delayed, growers say',
    'Norway delays duty on tea, Peru next',
    'Trump says',
    'Duty on tea delayed:Trump',
  ])('is nobody behind: %s', (title) => {
    expect(told(title).text).toBe(title);
  });
});
