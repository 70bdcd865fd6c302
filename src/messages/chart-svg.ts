// A chart as SVG: a rate over time in exact steps. In: days, rates and a title; out: one drawing of 600 x 320, the same for the
// same input. Pure: it makes no picture of it (`infra/render-svg.ts` does) and knows no font file, only its family.
import { type Day, daysBetween } from '../domain/day.ts';
import type { Chart, ChartLine } from '../domain/message.ts';
import { formatPercent } from '../domain/rate.ts';

/** The family in which all text is set; whoever renders the drawing brings it along. It has Latin, Greek and Cyrillic. */
export const CHART_FONT = 'DejaVu Sans';

/** Small on purpose: cards and phones show it at half of this, and the text has to be read there. */
const WIDTH = 600;
const HEIGHT = 320;
const PLOT = { left: 56, right: 538, top: 66, bottom: 276 } as const;

const INK = '#1d2733';
const PALE = '#5b6875';
const GRID = '#dfe4e8';
/** Told apart by those who see no red or green, and by their dashes where two lie on each other. */
const PENS = [
  { colour: '#0b5cad', dashes: null },
  { colour: '#c2500a', dashes: '10 6' },
  { colour: '#0f766e', dashes: '3 5' },
  { colour: '#7e22ce', dashes: '12 4 3 4' },
] as const;
/** The first pen at an eighth on white: a colour of its own packs better than a transparent one. */
const SHADE = '#e1ebf5';
/** More lines than this are no picture any more. */
export const MOST_LINES = PENS.length;

const TICK_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500] as const;
const MOST_RATE_TICKS = 6;
const MOST_DAY_TICKS = 7;
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240] as const;
/** Rates are written over a step that is at least this wide. */
const LABEL_WIDTH = 46;
const TITLE_LENGTH = 60;
const LEGEND_TOP = 46;
/** The piece of line before a name. */
const LEGEND_LINE = 40;
const LETTER_WIDTH = 8;

type Scale = { x(day: Day): number; y(ratePct: number): number };
/** One step: a rate from a day up to another one. */
type Segment = { readonly from: Day; readonly to: Day; readonly ratePct: number };

/** The SVG of a chart; one without any rate shows its axes only. */
export function chartSvg(chart: Chart): string {
  const lines = chart.lines.slice(0, MOST_LINES).map((line) => segmentsOf(line, chart.until));
  const rateTicks = rateTicksOf(lines.flat());
  const days = chart.lines.flatMap(({ points }) => points.map(({ day }) => day)).toSorted();
  const first = days[0] ?? chart.until;
  const scale = scaleOf(first, chart.until, rateTicks.at(-1) ?? 1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${CHART_FONT}" font-size="14">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(16, 30, cut(chart.title), `font-size="16" fill="${INK}"`),
    ...rateTicks.flatMap((rate) => rateLine(rate, scale)),
    ...dayTicksOf(first, chart.until).flatMap((day) => dayMark(day, first, chart.until, scale)),
    ...todayMark(chart, first, scale),
    ...(lines.length > 1 ? legendOf(chart.lines) : lines.map((line) => shade(line, scale))),
    ...lines.map((line, index) => stroke(line, scale, index)),
    // The steps of several lines would write over each other.
    ...(lines.length > 1 ? [] : lines.flatMap((line) => stepLabels(line, scale))),
    ...lastLabels(lines, scale),
    '</svg>',
  ].join('');
}

function segmentsOf({ points }: ChartLine, until: Day): readonly Segment[] {
  return points.flatMap(({ day, ratePct }, index) => {
    const to = points[index + 1]?.day ?? until;
    return ratePct === null || to < day ? [] : [{ from: day, to, ratePct }];
  });
}

function scaleOf(first: Day, last: Day, topRate: number): Scale {
  const days = Math.max(1, daysBetween(first, last));
  return {
    x: (day) => round(PLOT.left + (daysBetween(first, day) / days) * (PLOT.right - PLOT.left)),
    y: (rate) => round(PLOT.bottom - (rate / topRate) * (PLOT.bottom - PLOT.top)),
  };
}

// --- axes --------------------------------------------------------------------------------------------------------

/** Round rates from 0 to just above the highest. */
function rateTicksOf(segments: readonly Segment[]): readonly number[] {
  const highest = Math.max(1, ...segments.map(({ ratePct }) => ratePct));
  const step =
    TICK_STEPS.find((candidate) => Math.ceil(highest / candidate) < MOST_RATE_TICKS) ??
    Math.ceil(highest / MOST_RATE_TICKS);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

function rateLine(rate: number, scale: Scale): readonly string[] {
  const y = scale.y(rate);
  return [
    `<path d="M${PLOT.left} ${y}H${PLOT.right}" stroke="${GRID}"/>`,
    text(PLOT.left - 10, y + 5, `${rate}%`, `text-anchor="end" fill="${PALE}"`),
  ];
}

/** First days of months or years, so many that their names have room. */
function dayTicksOf(first: Day, last: Day): readonly Day[] {
  const from = monthNumber(first);
  const to = monthNumber(last);
  const step = MONTH_STEPS.find((months) => (to - from) / months <= MOST_DAY_TICKS) ?? 240;
  const ticks: Day[] = [];
  for (let month = Math.ceil(from / step) * step; month <= to; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    const day: Day = `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    if (day >= first && day <= last) ticks.push(day);
  }
  // Within one month there is no such day, and the two ends are named.
  return ticks.length === 0 ? [first, last] : ticks;
}

function dayMark(day: Day, first: Day, last: Day, scale: Scale): readonly string[] {
  const x = scale.x(day);
  const isYears = monthNumber(last) - monthNumber(first) > (12 * MOST_DAY_TICKS) / 2;
  const isWhole = day.endsWith('-01');
  const label = isYears && isWhole ? day.slice(0, 4) : isWhole ? day.slice(0, 7) : day;
  return [
    `<path d="M${x} ${PLOT.bottom}v6" stroke="${PALE}"/>`,
    text(x, PLOT.bottom + 24, label, `text-anchor="middle" fill="${PALE}"`),
  ];
}

/** Where what holds ends and what is planned begins. */
function todayMark({ today, until }: Chart, first: Day, scale: Scale): readonly string[] {
  if (today === undefined || today >= until || today <= first) return [];
  const x = scale.x(today);
  return [
    `<path d="M${x} ${PLOT.top}V${PLOT.bottom}" stroke="${PALE}" stroke-dasharray="2 3"/>`,
    text(x - 4, PLOT.bottom - 6, 'today', `text-anchor="end" fill="${PALE}"`),
  ];
}

// --- line --------------------------------------------------------------------------------------------------------

function lineOf(segments: readonly Segment[], scale: Scale): string {
  return segments
    .map((segment, index) => {
      const joins = segments[index - 1]?.to === segment.from;
      const y = scale.y(segment.ratePct);
      const begin = joins ? `V${y}` : `M${scale.x(segment.from)} ${y}`;
      return `${begin}H${scale.x(segment.to)}`;
    })
    .join('');
}

function areaOf(segments: readonly Segment[], scale: Scale): string {
  return segments
    .map(({ from, to, ratePct }) => {
      const floor = scale.y(0);
      return `M${scale.x(from)} ${floor}V${scale.y(ratePct)}H${scale.x(to)}V${floor}Z`;
    })
    .join('');
}

function shade(segments: readonly Segment[], scale: Scale): string {
  return `<path d="${areaOf(segments, scale)}" fill="${SHADE}"/>`;
}

function stroke(segments: readonly Segment[], scale: Scale, index: number): string {
  const { colour, dashes } = PENS[index] ?? PENS[0];
  const dashed = dashes === null ? '' : ` stroke-dasharray="${dashes}"`;
  return `<path d="${lineOf(segments, scale)}" fill="none" stroke="${colour}" stroke-width="3"${dashed}/>`;
}

/** A piece of each line with its name, below the title. */
function legendOf(lines: readonly ChartLine[]): readonly string[] {
  const width = (PLOT.right - PLOT.left) / Math.min(lines.length, MOST_LINES);
  return lines.slice(0, MOST_LINES).flatMap(({ name }, index) => {
    const x = round(PLOT.left + index * width);
    const { colour, dashes } = PENS[index] ?? PENS[0];
    const dashed = dashes === null ? '' : ` stroke-dasharray="${dashes}"`;
    const room = Math.floor((width - LEGEND_LINE) / LETTER_WIDTH);
    return [
      `<path d="M${x} ${LEGEND_TOP}H${x + 26}" stroke="${colour}" stroke-width="3"${dashed}/>`,
      text(x + 32, LEGEND_TOP + 5, cut(name, room), `fill="${INK}"`),
    ];
  });
}

/** Rates over their steps where there is room, save the last one. */
function stepLabels(segments: readonly Segment[], scale: Scale): readonly string[] {
  return segments.slice(0, -1).flatMap(({ from, to, ratePct }) => {
    const x = scale.x(from);
    const width = scale.x(to) - x;
    if (width < LABEL_WIDTH) return [];
    const place = `text-anchor="middle" fill="${INK}"`;
    return [text(round(x + width / 2), scale.y(ratePct) - 8, formatPercent(ratePct), place)];
  });
}

/** The last rate of each line at its right end; lines that end at one rate share it. */
function lastLabels(lines: readonly (readonly Segment[])[], scale: Scale): readonly string[] {
  const ends = new Map<number, Segment>();
  for (const line of lines) {
    const last = line.at(-1);
    if (last !== undefined) ends.set(scale.y(last.ratePct), last);
  }
  return [...ends].map(([y, { to, ratePct }]) =>
    text(scale.x(to) + 8, y + 5, formatPercent(ratePct), `fill="${INK}" font-size="16"`),
  );
}

// --- text and numbers --------------------------------------------------------------------------------------------

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${escapeXml(words)}</text>`;
}

function cut(words: string, most = TITLE_LENGTH): string {
  return words.length <= most ? words : `${words.slice(0, most - 3).trimEnd()}...`;
}

function escapeXml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Months since the year 0. */
function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function round(value: number): number {
  return Math.round(value);
}
