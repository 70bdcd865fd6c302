// A chart as a drawing: exact steps, gaps where nothing is known, and no text that could be markup.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../../src/messages/chart-svg.ts';
import { CHART } from '../../support/sample-chart.ts';

/** Path commands of the line that shows the rates. */
function stepsOf(svg: string): string {
  return /<path d="([^"]*)" fill="none"/.exec(svg)?.[1] ?? '';
}

describe('a chart', () => {
  it('moves along and straight up only, never slanted', () => {
    expect(stepsOf(chartSvg(CHART))).toMatch(/^(?:M[\d.]+ [\d.]+(?:[HV][\d.]+)+)+$/);
  });

  it('leaves a gap where a rate is not recorded, and draws none where nothing is charged', () => {
    const known = CHART.points.filter(({ ratePct }) => ratePct !== null);

    expect(stepsOf(chartSvg(CHART)).match(/M/g)).toHaveLength(2);
    expect(stepsOf(chartSvg({ ...CHART, points: known })).match(/M/g)).toHaveLength(1);
  });

  it('stands as high as its rate: half of the top at half of the rate', () => {
    const points = [
      { day: '2025-01-01', ratePct: 50 },
      { day: '2025-07-01', ratePct: 25 },
      { day: '2026-01-01', ratePct: 0 },
    ];
    const [, top, middle, floor] =
      /M[\d.]+ ([\d.]+)H[\d.]+V([\d.]+)H[\d.]+V([\d.]+)/.exec(
        stepsOf(chartSvg({ ...CHART, points })),
      ) ?? [];

    expect(Number(middle) * 2).toBeCloseTo(Number(top) + Number(floor));
    expect(Number(top)).toBeLessThan(Number(middle));
  });

  it('writes the last rate, and says nothing that is not in the chart', () => {
    const words = [...chartSvg(CHART).matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

    expect(words).toContain('50%');
    expect(words).toContain(CHART.title);
  });

  it('is well formed whatever its title and rates', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.option(fc.double({ min: 0, max: 400, noNaN: true })), { maxLength: 30 }),
        (title, rates) => {
          const points = rates.map((ratePct, index) => ({ day: `${1990 + index}-05-02`, ratePct }));
          const svg = chartSvg({ ...CHART, title, points });

          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
          expect(svg.replaceAll(/<\/?(?:svg|rect|text|path)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
        },
      ),
    );
  });
});
