// A chart and a message that shows it: steps up and down, one rate that is not recorded.
import type { Chart, Message } from '../../src/domain/message.ts';

export const CHART: Chart = {
  title: 'United States on Japan, steel: additional duty',
  lines: [
    {
      name: 'United States',
      points: [
        { day: '2018-03-23', ratePct: 25 },
        { day: '2022-04-01', ratePct: 0 },
        { day: '2024-01-01', ratePct: null },
        { day: '2025-03-12', ratePct: 25 },
        { day: '2025-06-04', ratePct: 50 },
      ],
    },
  ],
  until: '2026-10-10',
  alt: 'Step chart: 25% from 23 Mar 2018, 50% from 4 Jun 2025.',
};

/** Two imposers, of which the second is at the rate of the first for a while. */
export const TWO_LINES: Chart = {
  ...CHART,
  title: 'Japan, steel: additional duty by imposer',
  lines: [
    ...CHART.lines,
    {
      name: 'European Union',
      points: [
        { day: '2019-02-02', ratePct: 25 },
        { day: '2026-07-01', ratePct: 50 },
      ],
    },
  ],
};

export const CHART_MESSAGE: Message = {
  summary: 'Japan, steel: 50% from 4 Jun 2025.',
  accent: 'info',
  blocks: [
    { kind: 'heading', text: 'History of Japan, steel' },
    {
      kind: 'list',
      items: [[{ text: '50% from 4 Jun 2025' }], [{ text: '25% from 12 Mar 2025' }]],
    },
    { kind: 'chart', chart: CHART },
  ],
  buttons: [{ label: 'Status today', command: 'status JP steel' }],
};
