// The measures of one imposer line by line: what applies, what it comes on top of, what excludes it, the sum; or folded by
// product when there are many. Words only; which measure applies was decided by the ledger.
import type { Day } from '../domain/day.ts';
import { UNKNOWN_INSTRUMENT } from '../domain/measure.ts';
import type { Span } from '../domain/message.ts';
import { formatPercent } from '../domain/rate.ts';
import type {
  MeasureStanding,
  StatusImposer,
  StatusMeasure,
  StatusRelief,
} from '../domain/status.ts';
import { basisWords, shortRateWords } from './measure-line.ts';
import { joinWords, nameOf, productName } from './names.ts';
import { isImportBan, SPARING, wholeRate } from './rate-words.ts';
import { countWords, cutWords, dayWords, tonnesWords, withDayWords } from './wording.ts';

const STANDING_ORDER: readonly MeasureStanding[] = [
  'applies',
  'suspended',
  'announced',
  'unconfirmed',
  'excluded',
  'partial',
  'threatened',
];

const LISTED_PRODUCTS = 12;
const LISTED_EXCLUDED = 6;
/** Up to so many measures are told with what exactly they cover. */
const MOST_DETAILED = 4;
const LONGEST_DETAIL = 240;
/** Conditions and threats stand beside the answer; more than this many are counted. */
const LISTED_ASIDE = 4;

/** How much of an answer is told: `isOverview` without a sum, `isBrief` without what does not count. */
export type StackingDepth = { readonly isOverview: boolean; readonly isBrief: boolean };

/** Every measure, strongest standing first, and the sum when more than one rate is added up. */
export function stackingLines(
  one: StatusImposer,
  on: Day,
  depth: StackingDepth,
): readonly (readonly Span[])[] {
  const lines: (readonly Span[])[] = [];
  for (const standing of STANDING_ORDER) {
    if (depth.isBrief && standing === 'excluded') continue;
    const measures = one.measures.filter((measure) => measure.standing === standing);
    const listed = standing === 'excluded' ? measures.slice(0, LISTED_EXCLUDED) : measures;
    const isDetailed =
      standing === 'applies' && !depth.isOverview && measures.length <= MOST_DETAILED;
    lines.push(
      ...listed.map((measure) => [
        ...standingLine(measure, on),
        ...(isDetailed ? detailSpans(measure) : []),
      ]),
    );
    const rest = measures.length - listed.length;
    if (rest > 0) lines.push([{ text: `and ${rest} more excluded` }]);
    if (standing === 'applies' && !depth.isOverview) lines.push(...sumLine(one, measures));
  }
  return depth.isBrief ? [...lines, ...hiddenLine(one)] : lines;
}

// What is not shown at once is counted, so that nobody takes a short answer for the whole one.
function hiddenLine(one: StatusImposer): readonly (readonly Span[])[] {
  const excluded = one.measures.filter((measure) => measure.standing === 'excluded').length;
  const counts = [
    excluded > 0 ? `${excluded} excluded by others` : null,
    one.partial.length > 0 ? `${one.partial.length} with a condition` : null,
    one.threatened.length > 0 ? `${one.threatened.length} threatened only` : null,
    one.past_relief.length > 0 ? countWords(one.past_relief.length, 'past request') : null,
  ].filter((text) => text !== null);
  return counts.length === 0 ? [] : [[{ text: `Not shown: ${joinWords(counts)}` }]];
}

function sumLine(
  one: StatusImposer,
  applying: readonly StatusMeasure[],
): readonly (readonly Span[])[] {
  const rated = applying.filter((measure) => measure.rate_pct !== null && measure.rate_pct > 0);
  if (one.extra_rate_pct === null) return [];
  const normal = one.normal_duty_pct;
  const total = one.total_duty_pct;
  const lines: string[] = [];
  if (rated.length > 1) {
    const sum = one.includes_normal_duty
      ? `${wholeRate(one)}, the normal duty included`
      : `${formatPercent(one.extra_rate_pct)} extra`;
    lines.push(`Sum: ${sum}`);
  }
  if (normal !== null && total !== null) {
    const extra = formatPercent(one.extra_rate_pct);
    lines.push(
      `With the normal duty: ${formatPercent(normal)} + ${extra} = ${formatPercent(total)}`,
    );
  }
  return lines.map((text) => [{ text, bold: text.startsWith('Sum') }]);
}

/** Rules that need a condition, and threats: told beside the answer, never a part of it. */
export function asideLines(one: StatusImposer, on: Day): readonly (readonly Span[])[] {
  return [
    ...foldedAside(one.partial, 'With a condition: ', on),
    ...foldedAside(one.threatened, 'Threatened only: ', on),
    ...one.past_relief.slice(0, LISTED_ASIDE).map(reliefLine),
  ];
}

function foldedAside(
  measures: readonly StatusMeasure[],
  prefix: string,
  on: Day,
): readonly (readonly Span[])[] {
  const lines = measures
    .slice(0, LISTED_ASIDE)
    .map((measure): readonly Span[] => [{ text: prefix }, ...standingLine(measure, on)]);
  const rest = measures.length - lines.length;
  return rest > 0 ? [...lines, [{ text: `${prefix}${rest} more` }]] : lines;
}

/** One measure: rate and base, instrument, dates, law, and how it stands that day. */
export function standingLine(measure: StatusMeasure, on: Day): readonly Span[] {
  // Struck through it would read as if it had held before.
  const prefix = measure.standing === 'excluded' ? 'Not charged: ' : '';
  const rate: Span = { text: `${prefix}${rateOf(measure)}`, bold: measure.standing === 'applies' };
  const law = measure.instrument === UNKNOWN_INSTRUMENT ? '' : `, ${measure.instrument}`;
  const scope = `, ${productName(measure.product_scope)}${law}`;
  const target = measure.target === 'WORLD' ? '' : `, on ${nameOf(measure.target)}`;
  const reference = measure.legal_ref === '' ? '' : ` (${cutWords(measure.legal_ref, 80)})`;
  return [
    rate,
    { text: `${scope}${target}, ${standingWords(measure, on)}${reference} ` },
    { text: measure.id, code: true },
    ...exceptionSpans(measure),
    ...(measure.caution === null ? [] : [{ text: `; ${measure.caution}` }]),
    ...confirmedSpans(measure),
  ];
}

// What exactly the row covers and on which terms: the figure alone is no answer to who has to classify the goods.
function detailSpans({ product_detail: detail, note }: StatusMeasure): Span[] {
  const told = [detail, note].map((text) => text.trim().replace(/[.;]$/, '')).filter(Boolean);
  return told.length === 0 ? [] : [{ text: ` · ${cutWords(told.join('. '), LONGEST_DETAIL)}.` }];
}

function exceptionSpans({ exception }: StatusMeasure): Span[] {
  return exception === null ? [] : [{ text: `; ${withDayWords(exception.text)}`, bold: true }];
}

function confirmedSpans({ confirmed_by: source, confirmed_on: on }: StatusMeasure): Span[] {
  if (source === null || on === null) return [];
  return [{ text: `; confirmed by ${source}, ${dayWords(on)}` }];
}

function rateOf(measure: StatusMeasure): string {
  const tonnes = measure.quantity_tonnes;
  if (isImportBan(measure)) return 'import prohibited';
  if (measure.rate_pct === 0 && SPARING.includes(measure.kind)) return 'exempt';
  const quota = tonnes === null ? '' : `, quota ${tonnesWords(tonnes)}`;
  if (measure.rate_pct === null) return `${kindWordsOf(measure)}${quota}`;
  return `${basisWords(formatPercent(measure.rate_pct), measure.rate_basis)}${quota}`;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  trq: 'tariff-rate quota',
  request: 'exemption request',
  tariff: 'a duty without a percentage',
};

/**
 * What a measure without a rate is: `tariff-rate quota`, `a duty without a percentage`. A suspension that is in force ended a
 * privilege; one that sleeps is a duty that is not charged.
 */
export function kindWordsOf({ kind, standing }: Pick<StatusMeasure, 'kind' | 'standing'>): string {
  if (kind !== 'suspension') return kindWords(kind);
  return standing === 'applies' ? 'duty-free entry suspended' : kindWords('tariff');
}

function kindWords(kind: string): string {
  return KIND_WORDS[kind] ?? kind.replaceAll('-', ' ');
}

function standingWords(measure: StatusMeasure, on: Day): string {
  if (measure.standing !== 'applies') {
    return withDayWords(measure.standing_reason) || measure.standing;
  }
  const since =
    measure.effective_from === null ? 'in force' : `since ${dayWords(measure.effective_from)}`;
  const doubt = /not confirmed since (\S+)/.exec(measure.standing_reason)?.[1];
  if (doubt !== undefined) return `${since}, not confirmed since ${dayWords(doubt)}`;
  if (measure.unsettled_since !== null) {
    const open = measure.standing_reason.split('; ').at(-1) ?? '';
    return `${since}, ${withDayWords(open)}`;
  }
  if (measure.effective_to === null) return since;
  const verb = measure.effective_to < on ? 'ended' : 'until';
  return `${since}, ${verb} ${dayWords(measure.effective_to)}`;
}

/** The same measures folded to a line a product: how many apply, at which rates, what is announced. */
export function foldedProducts(
  one: StatusImposer,
  isOverview: boolean,
): readonly (readonly Span[])[] {
  const groups = new Map<string, StatusMeasure[]>();
  for (const measure of one.measures) {
    if (measure.standing === 'excluded') continue;
    const group = groups.get(measure.product_scope);
    if (group === undefined) groups.set(measure.product_scope, [measure]);
    else group.push(measure);
  }
  const ordered = [...groups].toSorted(([, a], [, b]) => weight(b) - weight(a));
  const lines = ordered.slice(0, LISTED_PRODUCTS).map(([slug, group]) => foldedLine(slug, group));
  const rest = ordered.length - lines.length;
  const excluded = one.measures.filter((measure) => measure.standing === 'excluded').length;
  return [
    ...lines,
    ...(rest > 0 ? [[{ text: `and ${countWords(rest, 'more product group')}` }]] : []),
    ...(excluded > 0 && !isOverview
      ? [[{ text: `${countWords(excluded, 'measure')} excluded by others` }]]
      : []),
  ];
}

function weight(group: readonly StatusMeasure[]): number {
  // What falls on everything goes before what falls on some goods.
  if (group[0]?.product_scope === 'all-goods') return Number.POSITIVE_INFINITY;
  const applying = group.filter((measure) => measure.standing === 'applies');
  return applying.length * 1000 + Math.max(0, ...applying.map((one) => one.rate_pct ?? 0));
}

function foldedLine(slug: string, group: readonly StatusMeasure[]): readonly Span[] {
  const parts = STANDING_ORDER.flatMap((standing) => {
    const measures = group.filter((measure) => measure.standing === standing);
    if (measures.length === 0) return [];
    return [standing === 'applies' ? ratesOf(measures) : `${ratesOf(measures)} ${standing}`];
  });
  return [{ text: `${productName(slug)}: `, bold: true }, { text: parts.join('; ') }];
}

function ratesOf(measures: readonly StatusMeasure[]): string {
  // Two laws at the same rate are charged twice; steps of one law are not.
  const rates = new Map(
    measures.map((one) => {
      const rate =
        one.rate_pct === null || SPARING.includes(one.kind)
          ? kindWordsOf(one)
          : shortRateWords(formatPercent(one.rate_pct), one.rate_basis);
      return [`${one.instrument} ${rate}`, rate];
    }),
  );
  return joinWords([...rates.values()]);
}

/** `exemption request sought since 12 Feb 2025`, `exemption request of 12 Feb 2025, lapsed`. */
export function reliefLine(relief: StatusRelief): readonly Span[] {
  const day = relief.since === null ? null : dayWords(relief.since);
  const isOver = relief.kind === 'request' && relief.stage !== 'sought';
  if (isOver) {
    return [
      {
        text: `${kindWords(relief.kind)}${day === null ? '' : ` of ${day}`}, ${relief.stage}`,
        bold: true,
      },
      { text: `${noteWords(relief)} ` },
      { text: relief.id, code: true },
    ];
  }
  const since = day === null ? '' : ` since ${day}`;
  return [
    { text: `${kindWords(relief.kind)} ${relief.stage}`, bold: true },
    { text: `${since}${noteWords(relief)} ` },
    { text: relief.id, code: true },
  ];
}

function noteWords({ note }: StatusRelief): string {
  return note === '' ? '' : `: ${cutWords(note, 160)}`;
}
