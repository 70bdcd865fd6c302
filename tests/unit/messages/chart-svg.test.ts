// A chart as a drawing: exact steps, gaps where nothing is known, and no text that could be markup.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/domain/message.ts';
import { chartSvg } from '../../../src/messages/chart-svg.ts';
import { CHART, TWO_LINES } from '../../support/sample-chart.ts';

/** Path commands of the line that shows the rates. */
function stepsOf(svg: string): string {
  return /<path d="([^"]*)" fill="none"/.exec(svg)?.[1] ?? '';
}

function withPoints(points: Chart['lines'][number]['points']): Chart {
  return { ...CHART, lines: [{ name: 'United States', points }] };
}

describe('a chart', () => {
  it('moves along and straight up only, never slanted', () => {
    expect(stepsOf(chartSvg(CHART))).toMatch(/^(?:M[\d.]+ [\d.]+(?:[HV][\d.]+)+)+$/);
  });

  it('leaves a gap where a rate is not recorded, and draws none where nothing is charged', () => {
    const [line] = CHART.lines;
    const known = (line?.points ?? []).filter(({ ratePct }) => ratePct !== null);

    expect(stepsOf(chartSvg(CHART)).match(/M/g)).toHaveLength(2);
    expect(stepsOf(chartSvg(withPoints(known))).match(/M/g)).toHaveLength(1);
  });

  it('stands as high as its rate: half of the top at half of the rate', () => {
    const points = [
      { day: '2025-01-01', ratePct: 50 },
      { day: '2025-07-01', ratePct: 25 },
      { day: '2026-01-01', ratePct: 0 },
    ];
    const [, top, middle, floor] =
      /M[\d.]+ ([\d.]+)H[\d.]+V([\d.]+)H[\d.]+V([\d.]+)/.exec(
        stepsOf(chartSvg(withPoints(points))),
      ) ?? [];

    expect(Number(middle) * 2).toBeCloseTo(Number(top) + Number(floor));
    expect(Number(top)).toBeLessThan(Number(middle));
  });

  it('writes the last rate, and says nothing that is not in the chart', () => {
    const words = [...chartSvg(CHART).matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

    expect(words).toContain('50%');
    expect(words).toContain(CHART.title);
  });

  it('draws a line an imposer, each with a pen of its own and its name', () => {
    const svg = chartSvg(TWO_LINES);
    const drawn = [...svg.matchAll(/fill="none" stroke="([^"]*)" stroke-width="3"([^>]*)/g)];
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

    expect(drawn.map(([, colour]) => colour)).toEqual(['#0b5cad', '#c2500a']);
    // Where two lie on each other the lower one shows through the gaps of the upper one.
    expect(drawn[1]?.[2]).toContain('stroke-dasharray');
    expect(words).toEqual(expect.arrayContaining(['United States', 'European Union']));
    // Both end at 50%, which is written once.
    expect(svg.match(/font-size="16">50%/g)).toHaveLength(1);
  });

  it('marks today where it goes on with what is planned, and only there', () => {
    expect(chartSvg({ ...CHART, today: '2026-01-01' })).toContain('>today<');
    expect(chartSvg({ ...CHART, today: CHART.until })).not.toContain('>today<');
  });

  it('is well formed whatever its title and rates', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.option(fc.double({ min: 0, max: 400, noNaN: true })), { maxLength: 30 }),
        (title, rates) => {
          const points = rates.map((ratePct, index) => ({ day: `${1990 + index}-05-02`, ratePct }));
          const svg = chartSvg({
            ...CHART,
            title,
            lines: [title, 'B', 'C', 'D', 'E'].map((name) => ({ name, points })),
          });

          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
          expect(svg.replaceAll(/<\/?(?:svg|rect|text|path)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
        },
      ),
    );
  });
});
