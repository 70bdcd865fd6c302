// A chart as a picture: there is text in it, it is small, and the same every time.
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { pngAddress } from '../../../src/domain/png-address.ts';
import { renderSvg } from '../../../src/infra/render-svg.ts';
import { CHART_FONT, chartSvg } from '../../../src/messages/chart-svg.ts';
import { CHART, TWO_LINES } from '../../support/sample-chart.ts';

const PNG_SIGNATURE = '89504e470d0a1a0a';
const MOST_BYTES = 16 * 1024;

describe('the picture of a drawing', () => {
  it('holds the text of the drawing, which is left out silently where a font is missing', () => {
    const word = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#fff"/><text x="10" y="28" font-family="${CHART_FONT}" font-size="20">${text}</text></svg>`;

    expect(darkPixels(renderSvg(word('')))).toBe(0);
    expect(darkPixels(renderSvg(word('50%')))).toBeGreaterThan(100);
    expect(darkPixels(renderSvg(word('Türkiye')))).toBeGreaterThan(100);
  });

  it('is the same byte for byte', () => {
    const drawing = chartSvg(CHART);

    expect(Buffer.from(renderSvg(drawing)).equals(Buffer.from(renderSvg(drawing)))).toBe(true);
  });

  it('of more colours than a palette holds is a picture all the same', () => {
    const shades = Array.from({ length: 40 }, (_, x) =>
      Array.from(
        { length: 10 },
        (_, y) => `<rect x="${x}" y="${y}" width="1" height="1" fill="rgb(${x * 6},${y * 25},9)"/>`,
      ).join(''),
    );
    const png = Buffer.from(
      renderSvg(
        `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10">${shades.join('')}</svg>`,
      ),
    );

    expect(png.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  });

  it('of a chart is a PNG of less than 16 KB, also with forty steps and with four lines', () => {
    const points = Array.from({ length: 40 }, (_, index) => ({
      day: `${1980 + index}-03-01`,
      ratePct: (index * 37) % 145,
    }));
    const forty = { name: 'United States', points };
    const four = ['United States', 'European Union', 'United Kingdom', 'Brazil'].map(
      (name, line) => ({
        name,
        points: points.slice(0, 12).map(({ day, ratePct }) => ({ day, ratePct: ratePct + line })),
      }),
    );
    for (const lines of [CHART.lines, [forty], TWO_LINES.lines, four]) {
      const chart = { ...CHART, lines };
      const png = Buffer.from(renderSvg(chartSvg(chart)));
      expect(png.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
      expect(png.length).toBeLessThan(MOST_BYTES);
    }
  });
});

/** Pixels that are nearer to black than to white; the picture is read by the renderer, which knows nothing of our writing. */
function darkPixels(png: Uint8Array): number {
  const address = pngAddress(png);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><image href="${address}" width="120" height="40"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1;
  return dark;
}
