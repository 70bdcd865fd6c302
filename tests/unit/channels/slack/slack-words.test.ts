// What Slack hands over as text, as the words of a command; and what its answers mean.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandWords } from '../../../../src/channels/slack/command-words.ts';
import { outcomeOf } from '../../../../src/channels/slack/send-outcome.ts';
import { createShareShelf } from '../../../../src/channels/slack/share-shelf.ts';
import { SAMPLE_MESSAGE } from '../../../support/channel-bots.ts';
import { HIDDEN_CHARACTERS, HOSTILE_TEXTS } from '../../../support/hostile-texts.ts';

describe('command words', () => {
  it.each([
    ['<@U0BOT> status japan', 'status japan'],
    ['<@U0BOT|tariffwatch>, status japan', 'status japan'],
    ['  <@U0BOT>:   status\u00a0 japan \n', 'status japan'],
    ['status <@U123>', 'status <@U123>'],
    ['why-not <https://ustr.gov/a?b=1&amp;c=2>', 'why-not https://ustr.gov/a?b=1&c=2'],
    ['why-not <https://ustr.gov/a|ustr.gov/a>', 'why-not https://ustr.gov/a'],
    ['watch in <#C1|trade> for <!subteam^S1|@brokers>', 'watch in trade for @brokers'],
    ['status &lt;japan&gt; &amp;amp;', 'status <japan> &amp;'],
    ['', ''],
  ])('of %j are %j', (text, words) => {
    expect(commandWords(text)).toBe(words);
  });

  it('are one line of at most 500 characters without anything hidden, whatever is typed (10 000 texts)', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...HOSTILE_TEXTS)),
        (text) => {
          const words = commandWords(text);
          expect(words.length).toBeLessThanOrEqual(500);
          expect(HIDDEN_CHARACTERS.test(words) || words.includes('\n')).toBe(false);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ['<', '<'],
    ['<@', '<@U1|'],
    ['spaces', ' '],
    ['<https:', '<https:'],
    ['&', '&amp;'],
  ])('are read from a megabyte of %s within the time limit', (_, part) => {
    expect(typeof commandWords(part.repeat(1_000_000 / part.length))).toBe('string');
  });
});

describe('an answer of the Web API', () => {
  const answer = (status: number, body: { ok: boolean; ts?: string; error?: string } | null) =>
    outcomeOf({ kind: 'answer', status, retryAfterMs: null, body });

  it.each([
    [200, { ok: true, ts: '1.2' }, { kind: 'sent', receipt: '1.2' }],
    [200, { ok: true }, { kind: 'ambiguous' }],
    [200, { ok: true, ts: '' }, { kind: 'ambiguous' }],
    [200, { ok: false }, { kind: 'ambiguous' }],
    [200, null, { kind: 'ambiguous' }],
    [301, null, { kind: 'not-sent', rateLimited: false }],
    [403, null, { kind: 'not-sent', rateLimited: false }],
    [408, null, { kind: 'ambiguous' }],
    [429, null, { kind: 'not-sent', rateLimited: true }],
    [500, { ok: true, ts: '1.2' }, { kind: 'ambiguous' }],
  ])('with status %i and body %j counts as %j', (status, body, outcome) => {
    expect(answer(status, body)).toMatchObject(outcome);
  });

  it('never has its text repeated as a reason', () => {
    const outcome = answer(200, { ok: false, error: '{"ok":tru <xoxb-secret>' });

    expect(JSON.stringify(outcome)).not.toContain('secret');
  });
});

describe('the shelf of answers to share', () => {
  it('gives an answer back for half an hour, and its words for ever', () => {
    const shelf = createShareShelf(() => 'id1');
    const value = shelf.keep(SAMPLE_MESSAGE, 'status japan', 1_000);

    expect(shelf.find(value, 1_000 + 30 * 60_000)).toEqual({
      message: SAMPLE_MESSAGE,
      words: 'status japan',
    });
    expect(shelf.find(value, 1_001 + 30 * 60_000)).toEqual({
      message: null,
      words: 'status japan',
    });
  });

  it('holds the last 500', () => {
    const ids = Array.from({ length: 501 }, (_, index) => `id${index}`);
    const shelf = createShareShelf(() => ids.shift() ?? '');
    const messages = Array.from({ length: 501 }, () => ({ ...SAMPLE_MESSAGE }));
    const values = messages.map((message) => shelf.keep(message, 'x', 0));

    expect(shelf.find(values[0] ?? '', 0).message).toBeNull();
    expect(shelf.find(values[1] ?? '', 0).message).toBe(messages[1]);
  });

  it('holds an answer that many were given once, for half an hour from the last', () => {
    const ids = ['id1', 'id2'];
    const shelf = createShareShelf(() => ids.shift() ?? '');
    const value = shelf.keep(SAMPLE_MESSAGE, 'status japan', 0);

    expect(shelf.keep(SAMPLE_MESSAGE, 'status japan', 20 * 60_000)).toBe(value);
    expect(shelf.find(value, 50 * 60_000).message).toBe(SAMPLE_MESSAGE);
  });

  it('knows nothing of a value that somebody made up', () => {
    const shelf = createShareShelf(() => 'id1');

    expect(shelf.find('', 0)).toEqual({ message: null, words: '' });
    expect(shelf.find('__proto__', 0)).toEqual({ message: null, words: '' });
  });
});
