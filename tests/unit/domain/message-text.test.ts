// A message as plain text.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultMessage } from '../../../src/domain/fault-message.ts';
import { isBareText, plainTextOf } from '../../../src/domain/message-text.ts';
import { anyMessage } from '../../support/any-message.ts';
import { SAMPLE_MESSAGE } from '../../support/channel-bots.ts';
import { HIDDEN_CHARACTERS } from '../../support/hostile-texts.ts';

describe('the plain text of a message', () => {
  it('says all that the message says, with its links in full', () => {
    expect(plainTextOf(SAMPLE_MESSAGE)).toMatchInlineSnapshot(`
      "Announced: US -> Japan, steel, 25 % additional
      Announced: US -> Japan, steel
      From 12 March 2025
      Rate: 25 % additional
      - Notice https://www.federalregister.gov/d/1
      S-1 · last checked 08:00 UTC
      Open: https://example.org/"
    `);
  });

  it('says a heading that repeats the summary once', () => {
    const blocks = [{ kind: 'heading' as const, text: SAMPLE_MESSAGE.summary }];

    expect(plainTextOf({ ...SAMPLE_MESSAGE, blocks, buttons: [] })).toBe(SAMPLE_MESSAGE.summary);
  });

  it('holds no hidden character, whatever the message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(plainTextOf(message)).not.toMatch(HIDDEN_CHARACTERS);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a bare text', () => {
  const text = (span: object) => ({
    ...SAMPLE_MESSAGE,
    blocks: [{ kind: 'text' as const, spans: [{ text: 'x', ...span }] }],
    buttons: [],
  });

  it.each([
    ['one plain text', text({}), true],
    ['nothing but a summary', { ...SAMPLE_MESSAGE, blocks: [], buttons: [] }, true],
    ['a bold word', text({ bold: true }), false],
    ['a link', text({ link: 'https://example.org/' }), false],
    ['a button', { ...text({}), buttons: SAMPLE_MESSAGE.buttons }, false],
    ['several blocks', SAMPLE_MESSAGE, false],
  ])('is told by its blocks: %s', (_, message, expected) => {
    expect(isBareText(message)).toBe(expected);
  });

  it('is not said twice when it starts with its summary', () => {
    expect(plainTextOf({ ...text({ text: 'S\nmore' }), summary: 'S' })).toBe('S\nmore');
  });
});

describe('the message of a fault', () => {
  it('gives the reference in its first line', () => {
    expect(faultMessage('ab12').summary).toContain('Reference ab12');
  });
});
