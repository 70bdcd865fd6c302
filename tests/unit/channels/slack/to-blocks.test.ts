// A message for Slack: within its limits, true to the message, and without a token that we did not mean.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBlocks, toFallbackText } from '../../../../src/channels/slack/to-blocks.ts';
import type { Message } from '../../../../src/domain/message.ts';
import { anyMessage } from '../../../support/any-message.ts';
import { blockKitFaults, charactersOf, liveTokens } from '../../../support/block-kit-check.ts';
import { SAMPLE_MESSAGE } from '../../../support/channel-bots.ts';
import {
  HIDDEN_CHARACTERS,
  HOSTILE_LINKS,
  HOSTILE_TEXTS,
  LOOK_ALIKE_HOSTS,
} from '../../../support/hostile-texts.ts';

const EMPTY: Message = { summary: 'S', accent: 'info', blocks: [], buttons: [] };

function withText(text: string): readonly [string, Message][] {
  return [
    ['summary', { ...EMPTY, summary: text }],
    ['heading', { ...EMPTY, blocks: [{ kind: 'heading', text }] }],
    ['text', { ...EMPTY, blocks: [{ kind: 'text', spans: [{ text }, { text, bold: true }] }] }],
    [
      'label of a link',
      { ...EMPTY, blocks: [{ kind: 'text', spans: [{ text, link: 'https://ok.example/' }] }] },
    ],
    ['fields', { ...EMPTY, blocks: [{ kind: 'fields', fields: [{ label: text, value: text }] }] }],
    [
      'list',
      {
        ...EMPTY,
        blocks: [{ kind: 'list', items: [[{ text }], [{ text, link: 'https://ok.example/' }]] }],
      },
    ],
    ['context', { ...EMPTY, blocks: [{ kind: 'context', spans: [{ text }] }] }],
    [
      'label in the context',
      { ...EMPTY, blocks: [{ kind: 'context', spans: [{ text, link: 'https://ok.example/' }] }] },
    ],
    ['button', { ...EMPTY, buttons: [{ label: text, command: 'why S-1' }] }],
  ];
}

function withLink(link: string): Message {
  return {
    ...EMPTY,
    blocks: [
      { kind: 'text', spans: [{ text: 'ustr.gov', link }] },
      { kind: 'list', items: [[{ text: 'ustr.gov', link }]] },
      { kind: 'context', spans: [{ text: 'ustr.gov', link }] },
    ],
    buttons: [{ label: 'ustr.gov', link }],
  };
}

describe('hostile text', () => {
  it.each(HOSTILE_TEXTS.map((text) => [text]))('%j is text in every place', (text) => {
    for (const [place, message] of withText(text)) {
      const { text: fallback, blocks } = toBlocks(message, { possibleRepeat: true });
      const tokens = liveTokens(fallback, blocks).filter(
        (token) => token !== 'https://ok.example/',
      );
      expect(tokens, place).toEqual([]);
      expect(liveTokens(toFallbackText(message), []), place).toEqual([]);
      expect(JSON.stringify([fallback, blocks]), place).not.toMatch(HIDDEN_CHARACTERS);
      expect(blockKitFaults(blocks), place).toEqual([]);
    }
  });

  it('keeps its strike-through in small print too', () => {
    const spans = [{ text: '25%', strike: true }, { text: ' → 50%' }];
    const { blocks } = toBlocks({ ...EMPTY, blocks: [{ kind: 'context', spans }] });

    expect(JSON.stringify(blocks)).toContain('"text":"25%","style":{"strike":true}');
    expect(blockKitFaults(blocks)).toEqual([]);
  });

  it('is shown to the last character, with its own signs', () => {
    const shown = JSON.stringify(
      toBlocks({ ...EMPTY, blocks: [{ kind: 'text', spans: [{ text: '<!here> & [x](y)' }] }] })
        .blocks,
    );

    expect(shown).toContain('<!here> & [x](y)');
  });
});

describe('hostile addresses', () => {
  it.each(HOSTILE_LINKS.map((link) => [link]))('%j never becomes a link', (link) => {
    const message = withLink(link);
    const { text, blocks } = toBlocks(message);

    expect(liveTokens(text, blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('ustr.gov');
  });

  it.each(LOOK_ALIKE_HOSTS)('%s is shown as %s beside its wording', (link, host) => {
    const { blocks } = toBlocks(withLink(link));

    expect(JSON.stringify(blocks).split(`ustr.gov (${host})`)).toHaveLength(4);
  });

  it('a link cannot break out of its token', () => {
    const { text, blocks } = toBlocks(withLink('https://ok.example/a|b?c=<!channel>&d="e" f#>g'));

    for (const token of liveTokens(text, blocks)) {
      expect(token).toMatch(/^https:\/\/ok\.example\/a%7Cb\?c=%3C!channel%3E&d=%22e%22%20f#%3Eg$/);
    }
  });

  it('a link shows where it leads, unless its wording is the address', () => {
    const shown = (text: string, link: string) =>
      JSON.stringify(
        toBlocks({ ...EMPTY, blocks: [{ kind: 'text', spans: [{ text, link }] }] }).blocks,
      );

    expect(shown('Notice', 'https://www.ustr.gov/a')).toContain('"Notice (ustr.gov)"');
    expect(shown('ustr.gov', 'https://www.ustr.gov/')).toContain('"ustr.gov"');
    expect(shown('https://ustr.gov/a', 'https://ustr.gov/a')).toContain(
      '"text":"https://ustr.gov/a"',
    );
    expect(shown('ustr.gov', 'https://str.gov/')).toContain('"ustr.gov (str.gov)"');
  });
});

describe('limits', () => {
  it('hold for every message that can be made', () => {
    fc.assert(
      fc.property(anyMessage, fc.boolean(), (message, possibleRepeat) => {
        const { text, blocks } = toBlocks(message, { possibleRepeat, shareValue: 'x y' });
        expect(blockKitFaults(blocks)).toEqual([]);
        expect(text.length).toBeLessThanOrEqual(40_000);
        expect(JSON.stringify(blocks)).not.toMatch(HIDDEN_CHARACTERS);
      }),
      { numRuns: 120 },
    );
  });

  it('what does not fit is counted, and the buttons stay', () => {
    const blocks = Array.from({ length: 80 }, (_, index) => ({
      kind: 'heading' as const,
      text: `Line ${index}`,
    }));
    const rendered = toBlocks({ ...SAMPLE_MESSAGE, blocks }).blocks;

    expect(rendered).toHaveLength(50);
    expect(JSON.stringify(rendered)).toContain('Shortened: 32 more parts do not fit');
    expect(rendered.at(-1)?.type).toBe('actions');
  });

  it('a message that just fits is not shortened', () => {
    const blocks = Array.from({ length: 49 }, (_, index) => ({
      kind: 'heading' as const,
      text: `Line ${index}`,
    }));

    const rendered = toBlocks({ ...EMPTY, blocks, buttons: SAMPLE_MESSAGE.buttons }).blocks;

    expect(rendered).toHaveLength(50);
    expect(JSON.stringify(rendered)).not.toContain('Shortened');
  });

  it('a long text is split, not cut', () => {
    const text = Array.from({ length: 1_500 }, (_, index) => `w${index}`).join(' ');
    const rendered = toBlocks({ ...EMPTY, blocks: [{ kind: 'text', spans: [{ text }] }] }).blocks;

    const together = rendered
      .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
      .flatMap((element) => (element.type === 'rich_text_section' ? element.elements : []))
      .map((inline) => (inline.type === 'text' ? inline.text : ''))
      .join('');
    expect(together).toBe(text);
    expect(Math.max(...rendered.map((block) => charactersOf(block as never)))).toBeLessThanOrEqual(
      3_000,
    );
  });

  it('a command that is too long for a button is left out, not cut', () => {
    const buttons = [{ label: 'Watch', command: `watch ${'x'.repeat(2_100)}` }];

    expect(toBlocks({ ...EMPTY, buttons }).blocks).toEqual([]);
  });
});

describe('a message', () => {
  it('looks like this', () => {
    expect(toBlocks(SAMPLE_MESSAGE, { possibleRepeat: true })).toMatchInlineSnapshot(`
      {
        "blocks": [
          {
            "text": {
              "emoji": false,
              "text": "Announced: US -> Japan, steel",
              "type": "plain_text",
            },
            "type": "header",
          },
          {
            "elements": [
              {
                "elements": [
                  {
                    "text": "From ",
                    "type": "text",
                  },
                  {
                    "style": {
                      "bold": true,
                    },
                    "text": "12 March 2025",
                    "type": "text",
                  },
                ],
                "type": "rich_text_section",
              },
            ],
            "type": "rich_text",
          },
          {
            "elements": [
              {
                "elements": [
                  {
                    "style": {
                      "bold": true,
                    },
                    "text": "Rate: ",
                    "type": "text",
                  },
                  {
                    "text": "25 % additional",
                    "type": "text",
                  },
                ],
                "type": "rich_text_section",
              },
            ],
            "type": "rich_text",
          },
          {
            "elements": [
              {
                "elements": [
                  {
                    "elements": [
                      {
                        "text": "Notice (federalregister.gov)",
                        "type": "link",
                        "url": "https://www.federalregister.gov/d/1",
                      },
                    ],
                    "type": "rich_text_section",
                  },
                ],
                "style": "bullet",
                "type": "rich_text_list",
              },
            ],
            "type": "rich_text",
          },
          {
            "type": "divider",
          },
          {
            "elements": [
              {
                "emoji": false,
                "text": "S-1 · last checked 08:00 UTC",
                "type": "plain_text",
              },
            ],
            "type": "context",
          },
          {
            "elements": [
              {
                "emoji": false,
                "text": "Possible repeat: the first copy may have arrived.",
                "type": "plain_text",
              },
            ],
            "type": "context",
          },
          {
            "elements": [
              {
                "action_id": "tariff:why S-1",
                "text": {
                  "emoji": false,
                  "text": "Why",
                  "type": "plain_text",
                },
                "type": "button",
                "value": "why S-1",
              },
              {
                "action_id": "tariff-link:1",
                "text": {
                  "emoji": false,
                  "text": "Open",
                  "type": "plain_text",
                },
                "type": "button",
                "url": "https://example.org/",
              },
            ],
            "type": "actions",
          },
        ],
        "text": "Announced: US -&gt; Japan, steel, 25 % additional (possible repeat)",
      }
    `);
  });

  it('as bare text says the same', () => {
    expect(toFallbackText(SAMPLE_MESSAGE)).toMatchInlineSnapshot(`
      "Announced: US -&gt; Japan, steel, 25 % additional
      Announced: US -&gt; Japan, steel
      From 12 March 2025
      Rate: 25 % additional
      - Notice https://www.federalregister.gov/d/1
      S-1 · last checked 08:00 UTC
      Open: https://example.org/"
    `);
  });

  it('carries the words of each button in its value, and they differ in id', () => {
    const command = 'why S-1';
    const buttons = [
      { label: 'A', command },
      { label: 'B', command },
    ];
    const [actions] = toBlocks({ ...EMPTY, buttons }).blocks;

    expect(actions).toMatchObject({
      elements: [
        { action_id: 'tariff:why S-1', value: command },
        { action_id: 'tariff:why S-1#1', value: command },
      ],
    });
  });
});
