// A second, plain answer to "what is charged", written from the conventions alone: rows of the product and of all goods,
// inclusive dates, nearest target inside one instrument, the US rule that Section 232 goods skip the general duties.
// It knows no scope links, no indexes and no rule table, so that it can judge code that does.
import type { Measure } from '../../../src/domain/measure.ts';

export type PlainAnswer = {
  readonly stage: string;
  /** Percent; null when nothing counts or what counts has no ad valorem rate. */
  readonly rate: number | null;
};

const EU_MEMBERS =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');
const GENERAL_DUTIES = [
  'IEEPA (reciprocal)',
  'Section 122',
  'IEEPA (Brazil)',
  'IEEPA (India, Russian oil)',
  'Section 301 (Brazil)',
  'Section 301 (forced labour)',
];
const CHARGING = ['tariff', 'trq', 'quota'];

export function answerPlainly(
  rows: readonly Measure[],
  lane: {
    readonly imposer: string;
    readonly target: string;
    readonly product: string;
    readonly on: string;
  },
): PlainAnswer {
  const { imposer, target, product, on } = lane;
  const distance = (row: Measure) =>
    row.target === target
      ? 0
      : row.target === 'EU' && EU_MEMBERS.includes(target)
        ? 1
        : row.target === 'WORLD'
          ? 2
          : 9;
  const near = rows.filter(
    (row) =>
      row.imposer === imposer &&
      row.kind !== 'request' &&
      row.stage !== 'threatened' &&
      distance(row) < 9 &&
      (row.productScope === product || row.productScope === 'all-goods'),
  );
  const started = near.filter(
    (row) =>
      row.effectiveFrom !== null &&
      row.effectiveFrom <= on &&
      (row.effectiveTo === null || on <= row.effectiveTo),
  );
  const awake = nearest(
    withoutGeneral(
      started.filter((row) => row.stage !== 'suspended'),
      lane,
    ),
    product,
    distance,
  );
  const asleep = nearest(
    started.filter((row) => row.stage === 'suspended'),
    product,
    distance,
  );
  const coming = near.some(
    (row) =>
      row.announcedOn !== null &&
      row.announcedOn <= on &&
      (row.effectiveFrom === null
        ? row.effectiveTo === null || on <= row.effectiveTo
        : on < row.effectiveFrom),
  );
  if (awake.length > 0) return { stage: 'in-force', rate: total(awake) };
  if (asleep.length > 0) return { stage: 'suspended', rate: total(asleep) };
  return { stage: coming ? 'announced' : 'none', rate: null };
}

function withoutGeneral(
  rows: readonly Measure[],
  lane: { readonly target: string; readonly product: string; readonly on: string },
): readonly Measure[] {
  const { target, product, on } = lane;
  const is232 = (row: Measure) =>
    row.instrument === 'Section 232' && row.productScope === product && CHARGING.includes(row.kind);
  if (!rows.some(is232)) return rows;
  const isDrone = product.startsWith('drones');
  const left = rows.filter(
    (row) =>
      row.productScope !== 'all-goods' ||
      !GENERAL_DUTIES.includes(row.instrument) ||
      (isDrone && row.instrument.startsWith('Section 301')),
  );
  const isNeighbour = target === 'CA' || target === 'MX';
  const hasFentanyl = left.some((row) => row.instrument === 'IEEPA (fentanyl)');
  if (!isNeighbour || !hasFentanyl) return left;
  const isSteelOrAluminium = /steel|alumin|appliances/.test(product);
  if (isSteelOrAluminium && on < '2025-06-04') return left.filter((row) => !is232(row));
  // The copper proclamation does not speak of the fentanyl duty.
  if (product === 'copper') return left;
  return left.filter((row) => row.instrument !== 'IEEPA (fentanyl)');
}

function nearest(
  rows: readonly Measure[],
  product: string,
  distance: (row: Measure) => number,
): readonly Measure[] {
  const instruments = [...new Set(rows.map((row) => row.instrument))];
  return instruments.flatMap((instrument) => {
    const all = rows.filter((row) => row.instrument === instrument);
    const own = all.filter((row) => row.productScope === product);
    const group = own.length > 0 ? own : all;
    const least = Math.min(...group.map(distance));
    return group.filter((row) => distance(row) === least);
  });
}

function total(rows: readonly Measure[]): number | null {
  const hasNoRate = (row: Measure) =>
    row.rate === null && (row.kind === 'tariff' || row.kind === 'trq');
  const hasRate = (row: Measure) => row.rate !== null && CHARGING.includes(row.kind);
  if (rows.some(hasNoRate) && !rows.some(hasRate)) return null;
  return rows.reduce((sum, row) => sum + (row.rate ?? 0), 0) / 100;
}
