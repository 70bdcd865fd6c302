// A message for Teams: a valid Adaptive Card 1.5 within its size, true to the message, without a link or mention we did not mean.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../../src/app/draw-chart.ts';
import { MAX_CARD_BYTES } from '../../../../src/channels/teams/teams-limits.ts';
import {
  type AdaptiveCard,
  toCard,
  toFallbackText,
} from '../../../../src/channels/teams/to-card.ts';
import type { Message } from '../../../../src/domain/message.ts';
import { pngAddress } from '../../../../src/domain/png-address.ts';
import { anyMessage } from '../../../support/any-message.ts';
import { SAMPLE_MESSAGE } from '../../../support/channel-bots.ts';
import {
  HIDDEN_CHARACTERS,
  HOSTILE_LINKS,
  HOSTILE_TEXTS,
  LOOK_ALIKE_HOSTS,
} from '../../../support/hostile-texts.ts';
import { CHART, CHART_MESSAGE, TWO_LINES } from '../../../support/sample-chart.ts';

const PICTURE = pngAddress(new Uint8Array(12_000));
const EMPTY: Message = { summary: 'S', accent: 'info', blocks: [], buttons: [] };
const OK = 'https://ok.example/';

type Json = Readonly<Record<string, unknown>>;

/** Every object of a card, however deep. */
function objectsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(objectsOf)];
}

/** What could come to life: links, pictures, mentions, and text in elements that read Markdown. */
function liveParts(card: AdaptiveCard): string[] {
  return objectsOf(card).flatMap((part) => {
    if (part['entities'] !== undefined) return ['a mention'];
    switch (part['type']) {
      case 'Action.OpenUrl':
        return [String(part['url'])];
      case 'AdaptiveCard':
      case 'Container':
      case 'RichTextBlock':
      case 'TextRun':
      case 'Action.Execute':
      case 'Action.Submit':
      case undefined:
        return [];
      default:
        return [`element ${String(part['type'])}`];
    }
  });
}

function sizeOf(card: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(card));
}

describe('hostile text', () => {
  it.each(HOSTILE_TEXTS.map((text) => [text]))('%j is text in every place', (text) => {
    const messages: Message[] = [
      { ...EMPTY, summary: text },
      { ...EMPTY, blocks: [{ kind: 'heading', text }] },
      { ...EMPTY, blocks: [{ kind: 'text', spans: [{ text }, { text, link: OK, code: true }] }] },
      { ...EMPTY, blocks: [{ kind: 'fields', fields: [{ label: text, value: text }] }] },
      { ...EMPTY, blocks: [{ kind: 'list', items: [[{ text }], [{ text, link: OK }]] }] },
      { ...EMPTY, blocks: [{ kind: 'context', spans: [{ text }, { text, link: OK }] }] },
      { ...EMPTY, buttons: [{ label: text, command: 'why S-1' }] },
    ];
    for (const message of messages) {
      const card = toCard(message, { possibleRepeat: true });
      expect(liveParts(card).filter((part) => part !== OK)).toEqual([]);
      expect(JSON.stringify(card)).not.toMatch(HIDDEN_CHARACTERS);
      expect(card.fallbackText).not.toMatch(/[[\]<>&]/);
      expect(toFallbackText(message)).not.toMatch(HIDDEN_CHARACTERS);
    }
  });
});

describe('hostile addresses', () => {
  const withLink = (link: string): Message => ({
    ...EMPTY,
    blocks: [{ kind: 'text', spans: [{ text: 'ustr.gov', link }] }],
    buttons: [{ label: 'ustr.gov', link }],
  });

  it.each(HOSTILE_LINKS.map((link) => [link]))('%j never becomes a link', (link) => {
    const card = toCard(withLink(link));

    expect(liveParts(card)).toEqual([]);
    expect(JSON.stringify(card.body)).toContain('ustr.gov');
  });

  it.each(LOOK_ALIKE_HOSTS)('%s is shown as %s beside its wording', (link, host) => {
    expect(JSON.stringify(toCard(withLink(link)).body)).toContain(`ustr.gov (${host})`);
  });
});

describe('limits', () => {
  it('hold for every message that can be made', () => {
    fc.assert(
      fc.property(anyMessage, fc.boolean(), (message, possibleRepeat) => {
        const card = toCard(message, { possibleRepeat, pictureOf: () => PICTURE });
        expect(sizeOf(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
        expect((card.actions ?? []).length).toBeLessThanOrEqual(20);
        expect(JSON.stringify(card)).not.toMatch(HIDDEN_CHARACTERS);
      }),
      { numRuns: 120 },
    );
  });

  it('what does not fit is counted, and as much as possible stays', () => {
    const blocks = Array.from({ length: 200 }, (_, index) => ({
      kind: 'text' as const,
      spans: [{ text: `Line ${index} ${'x'.repeat(200)}` }],
    }));
    const card = toCard({ ...SAMPLE_MESSAGE, blocks });

    const [, left = '0'] = /Shortened: (\d+) more parts/.exec(JSON.stringify(card)) ?? [];
    expect(card.body).toHaveLength(200 - Number(left) + 1);
    expect(sizeOf(card)).toBeGreaterThan(MAX_CARD_BYTES - 400);
    expect(card.actions).toHaveLength(2);
  });

  it('more buttons than Teams shows go into its menu', () => {
    const buttons = Array.from({ length: 8 }, (_, index) => ({
      label: `B${index}`,
      command: `why S-${index}`,
    }));

    const modes = (toCard({ ...EMPTY, buttons }).actions ?? []).map((action) => action['mode']);

    expect(modes).toEqual([...Array<undefined>(6), 'secondary', 'secondary']);
  });
});

describe('a message', () => {
  it('looks like this', () => {
    expect(toCard(SAMPLE_MESSAGE, { possibleRepeat: true })).toMatchInlineSnapshot(`
      {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "actions": [
          {
            "data": {
              "command": "why S-1",
            },
            "fallback": {
              "data": {
                "command": "why S-1",
              },
              "title": "Why",
              "type": "Action.Submit",
            },
            "title": "Why",
            "type": "Action.Execute",
            "verb": "tariff",
          },
          {
            "title": "Open",
            "type": "Action.OpenUrl",
            "url": "https://example.org/",
          },
        ],
        "body": [
          {
            "bleed": true,
            "items": [
              {
                "inlines": [
                  {
                    "size": "Large",
                    "text": "Announced: US -> Japan, steel",
                    "type": "TextRun",
                    "weight": "Bolder",
                  },
                ],
                "type": "RichTextBlock",
              },
            ],
            "style": "warning",
            "type": "Container",
          },
          {
            "inlines": [
              {
                "text": "From ",
                "type": "TextRun",
              },
              {
                "text": "12 March 2025",
                "type": "TextRun",
                "weight": "Bolder",
              },
            ],
            "type": "RichTextBlock",
          },
          {
            "inlines": [
              {
                "text": "Rate: ",
                "type": "TextRun",
                "weight": "Bolder",
              },
              {
                "text": "25 % additional",
                "type": "TextRun",
              },
            ],
            "type": "RichTextBlock",
          },
          {
            "inlines": [
              {
                "text": "• ",
                "type": "TextRun",
              },
              {
                "color": "Accent",
                "selectAction": {
                  "type": "Action.OpenUrl",
                  "url": "https://www.federalregister.gov/d/1",
                },
                "text": "Notice (federalregister.gov)",
                "type": "TextRun",
                "underline": true,
              },
            ],
            "type": "RichTextBlock",
          },
          {
            "inlines": [
              {
                "isSubtle": true,
                "size": "Small",
                "text": "S-1 · last checked 08:00 UTC",
                "type": "TextRun",
              },
            ],
            "separator": true,
            "spacing": "Small",
            "type": "RichTextBlock",
          },
          {
            "inlines": [
              {
                "isSubtle": true,
                "size": "Small",
                "text": "Possible repeat: the first copy may have arrived.",
                "type": "TextRun",
              },
            ],
            "spacing": "Small",
            "type": "RichTextBlock",
          },
        ],
        "fallbackText": "Announced: US -› Japan, steel, 25 % additional",
        "msteams": {
          "width": "Full",
        },
        "speak": "Announced: US -› Japan, steel, 25 % additional",
        "type": "AdaptiveCard",
        "version": "1.5",
      }
    `);
  });

  it.each([
    ['in-force', 'attention'],
    ['coming', 'warning'],
    ['relief', 'good'],
    ['info', 'accent'],
    ['trouble', 'emphasis'],
  ] as const)('in state %s has its heading on %s', (accent, style) => {
    const card = toCard({ ...EMPTY, accent, blocks: [{ kind: 'heading', text: 'H' }] });

    expect(card.body).toMatchObject([{ type: 'Container', style }]);
  });
});

describe('a chart', () => {
  const chartOf = (card: AdaptiveCard) =>
    card.body.flatMap((element) => (element.type === 'Chart.Line' ? [element] : []))[0];

  it('gives each rate its first and last day, since Teams draws straight lines between points', () => {
    expect(chartOf(toCard(CHART_MESSAGE))?.data.map(({ values }) => values)).toEqual([
      [
        { x: '2018-03-23', y: 25 },
        { x: '2022-03-31', y: 25 },
        { x: '2022-04-01', y: 0 },
        { x: '2023-12-31', y: 0 },
      ],
      [
        { x: '2025-03-12', y: 25 },
        { x: '2025-06-03', y: 25 },
        { x: '2025-06-04', y: 50 },
        { x: '2026-10-10', y: 50 },
      ],
    ]);
  });

  it('names each line by its imposer', () => {
    const blocks = [{ kind: 'chart', chart: TWO_LINES }] as const;
    const legends = chartOf(toCard({ ...CHART_MESSAGE, blocks }))?.data.map(({ legend }) => legend);

    expect(legends).toEqual(['United States', 'United States', 'European Union']);
  });

  it('falls back to its picture, and to its words where the picture would make the card too large', () => {
    const long = { kind: 'text', spans: [{ text: 'x'.repeat(10_000) }] } as const;
    const larger = { ...CHART_MESSAGE, blocks: [...CHART_MESSAGE.blocks, long] };

    expect(chartOf(toCard(CHART_MESSAGE, { pictureOf: () => PICTURE }))?.fallback).toEqual({
      type: 'Image',
      url: PICTURE,
      altText: CHART.alt,
    });
    expect(chartOf(toCard(larger, { pictureOf: () => PICTURE }))?.fallback).toMatchObject({
      inlines: [{ text: CHART.alt }],
    });
    expect(JSON.stringify(toCard(larger, { pictureOf: () => PICTURE }))).not.toContain('Shortened');
  });

  it('with the picture that is really drawn fits into a card', () => {
    const card = toCard(CHART_MESSAGE, { pictureOf: (chart) => pngAddress(drawChart(chart)) });

    expect(chartOf(card)?.fallback.type).toBe('Image');
  });
});

const SCHEMA = join(import.meta.dirname, '../../../../../shared/schemas/adaptive-card-1.5.0.json');

const FORM_MESSAGE: Message = {
  ...SAMPLE_MESSAGE,
  buttons: [
    { label: 'Edit', command: 'review R-3 edit' },
    { label: 'Why', command: 'why S-1' },
  ],
  form: {
    title: 'Edit R-3',
    about: 'It names no [rate](https://evil.example)',
    command: 'review R-3 edit',
    submit: 'Take it',
    fields: [
      { name: 'rate', label: 'Rate', value: '', kind: 'text', hint: '25' },
      { name: 'from', label: 'First day', value: '2025-03-12', kind: 'day' },
      {
        name: 'basis',
        label: 'Basis',
        value: '',
        kind: 'choice',
        choices: [
          { value: '', label: 'not read' },
          { value: 'floor', label: 'floor' },
        ],
      },
      { name: 'why', label: 'Why', value: 'so', kind: 'long-text', isRequired: true },
    ],
  },
  faults: [{ field: 'rate', text: 'Write a percentage.' }],
};

describe('a form in a card', () => {
  const card = toCard(FORM_MESSAGE);

  it('has an input a field, the fault above its own', () => {
    const body = JSON.parse(JSON.stringify(card.body)) as Json[];
    const rate = body.findIndex(({ id }) => id === 'field-rate');

    expect(body.filter(({ id }) => id !== undefined)).toEqual([
      { type: 'Input.Text', id: 'field-rate', label: 'Rate', maxLength: 1_000, placeholder: '25' },
      { type: 'Input.Date', id: 'field-from', label: 'First day', value: '2025-03-12' },
      {
        type: 'Input.ChoiceSet',
        id: 'field-basis',
        label: 'Basis',
        style: 'compact',
        value: '-',
        choices: [
          { title: 'not read', value: '-' },
          { title: 'floor', value: 'floor' },
        ],
      },
      {
        type: 'Input.Text',
        id: 'field-why',
        label: 'Why',
        maxLength: 1_000,
        value: 'so',
        isMultiline: true,
        isRequired: true,
        errorMessage: 'Why is needed.',
      },
    ]);
    expect(JSON.stringify(body[rate - 1])).toContain('Write a percentage.');
  });

  it('sends its values with its own button only, and no other button waits for them', () => {
    const actions = card.actions ?? [];

    expect(actions.map(({ title }) => title)).toEqual(['Take it', 'Why']);
    expect(actions[0]?.['data']).toEqual({
      command: 'review R-3 edit',
      form: ['rate', 'from', 'basis', 'why'],
    });
    expect(actions[1]?.['associatedInputs']).toBe('none');
  });
});

describe.skipIf(!existsSync(SCHEMA))('the schema of Adaptive Cards 1.5', () => {
  const validate = cardValidator();

  it('takes every message that can be made', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(validate(toCard(message))).toEqual([]);
        expect(validate(toCard(message, { pictureOf: () => PICTURE }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a form', () => {
    expect(validate(toCard(FORM_MESSAGE))).toEqual([]);
  });

  it('would see a mistake', () => {
    const card = toCard(SAMPLE_MESSAGE);

    expect(validate({ ...card, body: [{ type: 'TextBlok', text: 'x' }] as never })).not.toEqual([]);
    expect(validate({ ...card, body: [{ type: 'RichTextBlock' }] as never })).not.toEqual([]);
  });
});

/** What a client of the standard shows in the place of a chart. */
function withoutExtension(element: AdaptiveCard['body'][number]): unknown {
  return element.type === 'Chart.Line' ? element.fallback : element;
}

function cardValidator(): (card: AdaptiveCard) => unknown[] {
  if (!existsSync(SCHEMA)) {
    console.log(`skipped: no schema at ${SCHEMA}`);
    return () => ['no schema'];
  }
  const { id, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Json;
  const draft6: unknown = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json');
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(draft6 as object);
  const check = ajv.compile({ $id: String(id), ...schema });
  return (card) => {
    // The extension of Teams is not part of the standard.
    const { msteams: _, ...rest } = card;
    const standard = { ...rest, body: card.body.map(withoutExtension) };
    return check(standard) ? [] : [...(check.errors ?? [])];
  };
}
