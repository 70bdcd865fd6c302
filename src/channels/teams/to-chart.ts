// A chart in, a native line chart of Teams out, with a picture or its text for clients that draw none. Pure.
import { cleanLine, cutText } from '../../domain/clean-text.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Chart, ChartLine } from '../../domain/message.ts';

/** Shapes of https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards */
type ChartValue = { readonly x: string; readonly y: number };
type Fallback =
  | { readonly type: 'Image'; readonly url: string; readonly altText: string }
  | {
      readonly type: 'RichTextBlock';
      readonly inlines: readonly { readonly type: 'TextRun'; readonly text: string }[];
    };
export type ChartElement = {
  readonly type: 'Chart.Line';
  readonly title: string;
  readonly xAxisTitle: string;
  readonly yAxisTitle: string;
  readonly data: readonly { readonly legend: string; readonly values: readonly ChartValue[] }[];
  readonly fallback: Fallback;
};

const MAX_TITLE = 100;
const MAX_LEGEND = 40;

/** The chart as an element; none when no rate is known. `picture`: an address of the same chart as an image. */
export function chartElement(chart: Chart, picture?: string): ChartElement[] {
  const data = chart.lines.flatMap((line) =>
    piecesOf(line, chart.until).map((values) => ({
      legend: cutText(cleanLine(line.name), MAX_LEGEND),
      values,
    })),
  );
  if (data.length === 0) return [];
  const altText = cleanLine(chart.alt);
  return [
    {
      type: 'Chart.Line',
      title: cutText(cleanLine(chart.title), MAX_TITLE),
      xAxisTitle: 'Day',
      yAxisTitle: '%',
      data,
      fallback:
        picture === undefined
          ? { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: altText }] }
          : { type: 'Image', url: picture, altText },
    },
  ];
}

/** Teams draws straight lines from point to point: each rate is given on its first and its last day, which makes steps. */
function piecesOf({ points }: ChartLine, until: Day): readonly (readonly ChartValue[])[] {
  const lines: ChartValue[][] = [];
  let line: ChartValue[] = [];
  for (const [index, { day, ratePct }] of points.entries()) {
    if (ratePct === null) {
      line = [];
      continue;
    }
    if (line.length === 0) lines.push(line);
    const next = points[index + 1];
    const last = next === undefined ? until : addDays(next.day, -1);
    line.push({ x: day, y: ratePct });
    if (last > day) line.push({ x: last, y: ratePct });
  }
  return lines;
}
