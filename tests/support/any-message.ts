// Arbitrary neutral messages for property tests, of every block, with texts of every length and with our hostile ones.
import * as fc from 'fast-check';
import type { Message, MessageBlock, MessageButton, Span } from '../../src/domain/message.ts';
import { HOSTILE_LINKS, HOSTILE_TEXTS } from './hostile-texts.ts';

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 9_000 })
      .map((length) => '界 é'.repeat(length).slice(0, length)),
  },
);

const link = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(...HOSTILE_LINKS),
);

const span: fc.Arbitrary<Span> = fc.record(
  { text, bold: fc.boolean(), strike: fc.boolean(), code: fc.boolean(), link },
  { requiredKeys: ['text'] },
);

const spans = fc.array(span, { maxLength: 14 });

const block: fc.Arbitrary<MessageBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('text' as const), spans }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(spans, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('context' as const), spans }),
  fc.record({
    kind: fc.constant('chart' as const),
    chart: fc.record({
      title: text,
      lines: fc.array(
        fc.record({
          name: text,
          points: fc.array(
            fc.record({
              day: fc.constantFrom('2018-03-23', '2025-03-12', '2026-10-10'),
              ratePct: fc.constantFrom(null, 0, 7.8, 25, 145),
            }),
            { maxLength: 6 },
          ),
        }),
        { maxLength: 2 },
      ),
      until: fc.constant('2026-10-10'),
      alt: text,
    }),
  }),
  fc.constant({ kind: 'divider' as const }),
);

const button: fc.Arbitrary<MessageButton> = fc.oneof(
  fc.record({ label: text, link }),
  fc.record(
    { label: text, command: text, style: fc.constantFrom('primary' as const, 'danger' as const) },
    { requiredKeys: ['label', 'command'] },
  ),
);

export const anyMessage: fc.Arbitrary<Message> = fc.record({
  summary: text,
  accent: fc.constantFrom('in-force', 'coming', 'relief', 'info', 'trouble'),
  blocks: fc.array(block, { maxLength: 70, size: 'max' }),
  buttons: fc.array(button, { maxLength: 30 }),
});
