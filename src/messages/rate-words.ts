// What one imposer charges that day as a clause: the rate, what it comes on top of, and the conditions without which the figure
// alone would mislead (a quota, a claim, a list). In: the ledger's answer; it computes no law.
import { formatPercent } from '../domain/rate.ts';
import type { StatusImposer, StatusMeasure } from '../domain/status.ts';
import { basisWords } from './measure-line.ts';
import { tonnesWords, withDayWords } from './wording.ts';

/** Kinds of measures that free goods. */
export const SPARING: readonly string[] = ['exemption', 'exclusion'];

function applyingOf(one: StatusImposer): readonly StatusMeasure[] {
  return one.measures.filter((measure) => measure.standing === 'applies');
}

/** A quota of nothing: goods on it may not enter at all. */
export function isImportBan(measure: Pick<StatusMeasure, 'kind' | 'quantity_tonnes'>): boolean {
  return measure.kind === 'quota' && measure.quantity_tonnes === 0;
}

/** True when the goods may not enter that day, whatever else is charged. */
export function isBarred(one: StatusImposer): boolean {
  return applyingOf(one).some(isImportBan);
}

/** The whole duty: who pays a normal duty above the rate that it is topped up to pays that one, and what is added. */
export function wholeRate(one: StatusImposer): string {
  const isFloor = applyingOf(one).some(
    ({ rate_basis: basis, rate_pct: pct }) => basis === 'floor' && (pct ?? 0) > 0,
  );
  return `${isFloor ? 'at least ' : ''}${formatPercent(one.extra_rate_pct ?? 0)}`;
}

/** True when all that would be charged spares this origin by the words of the act. */
export function isSparedAltogether(one: StatusImposer): boolean {
  const charging = applyingOf(one).filter(({ rate_pct: pct }) => pct !== 0);
  return charging.length > 0 && charging.every(({ exception }) => exception?.is_certain === true);
}

/** Who the act spares on a condition, or from a part of what is charged. */
export function exceptionWords(one: StatusImposer): readonly string[] {
  const texts = applyingOf(one).flatMap(({ exception }) =>
    exception === null || (exception.is_certain && isSparedAltogether(one))
      ? []
      : [withDayWords(exception.text)],
  );
  return [...new Set(texts)];
}

// With an operator's tariff table the whole duty is known, and is what an importer asks for.
function totalWords({
  normal_duty_pct: normal,
  total_duty_pct: total,
  extra_rate_pct: extra,
}: StatusImposer): string {
  if (normal === null || total === null || extra === null || extra === 0) return '';
  return `, ${formatPercent(total)} with the normal ${formatPercent(normal)}`;
}

/** What one imposer charges; who is spared by the act reads that first, and then what others pay. */
export function rateWordsOf(one: StatusImposer): string {
  const rate = `${plainRateWords(one)}${totalWords(one)}${beyondWords(one)}`;
  return isSparedAltogether(one) ? `nothing extra: spared by the act (others pay ${rate})` : rate;
}

// `25% on top of the normal duty`, `nothing on top of the normal duty: exempt`, `import prohibited`.
function plainRateWords(one: StatusImposer): string {
  const applying = applyingOf(one);
  if (isBarred(one)) return 'import prohibited';
  if (one.extra_rate_pct === null) {
    return applying.length > 0 ? 'measures apply, rate not recorded' : 'charges nothing extra now';
  }
  if (one.extra_rate_pct === 0) return zeroWords(applying);
  const rate = formatPercent(one.extra_rate_pct);
  const rated = ratedOf(one);
  const only = limitedOf(one);
  if (only !== null) {
    // A whole duty is told as what it adds once the normal duty in it is known.
    const isAdded = only.rate_basis === 'total' && !one.includes_normal_duty;
    const basis = isAdded ? 'additional' : only.rate_basis;
    return `${basisWords(rate, basis)} inside the quota`;
  }
  if (one.includes_normal_duty) return `${wholeRate(one)} with the normal duty included`;
  const trq = rated.find((measure) => measure.rate_basis === 'out-of-quota');
  if (trq !== undefined) return `${rate} outside the quota, ${insideWords(trq, rated.length > 1)}`;
  return `${rate} on top of the normal duty`;
}

function zeroWords(applying: readonly StatusMeasure[]): string {
  const quota = applying.find(({ kind }) => kind === 'quota');
  if (quota !== undefined) {
    const tonnes = quota.quantity_tonnes;
    const size = tonnes === null ? '' : ` of ${tonnesWords(tonnes)}`;
    return `nothing on top of the normal duty inside an absolute quota${size}`;
  }
  const isSpared = applying.every(({ kind }) => SPARING.includes(kind));
  return isSpared
    ? 'nothing on top of the normal duty: exempt'
    : 'nothing on top of the normal duty';
}

/** Its rate is the one inside a quota: a reduced rate for a volume, or a whole duty up to a number of units. */
function isLimited(measure: StatusMeasure): boolean {
  return measure.kind === 'quota' || (measure.kind === 'trq' && measure.rate_basis === 'total');
}

function ratedOf(one: StatusImposer): readonly StatusMeasure[] {
  return applyingOf(one).filter(({ rate_pct: pct }) => pct !== null && pct > 0);
}

/** The one measure that is charged, where its rate is that inside a quota. */
function limitedOf(one: StatusImposer): StatusMeasure | null {
  const [only, ...others] = ratedOf(one);
  const isAlone = only !== undefined && others.length === 0 && (one.extra_rate_pct ?? 0) > 0;
  return isAlone && !isBarred(one) && isLimited(only) ? only : null;
}

// Beyond the volume the general row of the same instrument counts again; it stands among the excluded ones.
function beyondWords(one: StatusImposer): string {
  const limited = limitedOf(one);
  if (limited === null) return '';
  const general = one.measures.find(
    (measure) =>
      measure.standing === 'excluded' &&
      measure.instrument === limited.instrument &&
      measure.product_scope === limited.product_scope &&
      measure.rate_pct !== null,
  );
  if (general === undefined || general.rate_pct === null) return '';
  return `, beyond it ${basisWords(formatPercent(general.rate_pct), general.rate_basis)}`;
}

// Nothing is added inside a quota unless the row says so.
function insideWords({ note }: StatusMeasure, hasOthers: boolean): string {
  const stated = /inside the quota (\d+(?:\.\d+)?)%/i.exec(note);
  if (stated !== null && !/normal/i.test(note)) return `${stated[1]}% inside`;
  if (/in-quota duty lower/i.test(note) || hasOthers) return 'less inside';
  return '0% inside';
}

const USMCA_GOODS = 'usmca-goods';

/** What would change the figure for a part of the goods: lists by tariff line, and a claim that frees them. */
export function conditionWords(one: StatusImposer): readonly string[] {
  const applying = applyingOf(one);
  const charging = new Set(
    applying.filter(({ rate_pct: pct }) => (pct ?? 0) > 0).map(({ instrument }) => instrument),
  );
  const freeing = one.partial.filter(
    ({ kind, instrument }) => SPARING.includes(kind) && charging.has(instrument),
  );
  const isFreedByClaim = freeing.some(({ product_scope: scope }) => scope === USMCA_GOODS);
  const isFreedInPart = freeing.some(({ product_scope: scope }) => scope !== USMCA_GOODS);
  return [
    ...listWords(one, charging),
    ...(isFreedByClaim ? ['USMCA goods exempt'] : []),
    ...(isFreedInPart ? ['a part of the goods exempt'] : []),
  ];
}

function listWords(one: StatusImposer, charging: ReadonlySet<string>): readonly string[] {
  const listed = one.partial.filter(
    ({ kind, rate_basis: basis, rate_pct: pct, instrument }) =>
      kind === 'tariff' && basis === 'additional' && (pct ?? 0) > 0 && !charging.has(instrument),
  );
  const instruments = [...new Set(listed.map(({ instrument }) => instrument))];
  return instruments.map((instrument) => {
    const rates = listed
      .filter((measure) => measure.instrument === instrument)
      .map(({ rate_pct: pct }) => pct ?? 0);
    const [least, most] = [Math.min(...rates), Math.max(...rates)].map(formatPercent);
    const range = least === most ? most : `${least} to ${most}`;
    const article = /^[aeiou]/i.test(instrument) ? 'an' : 'a';
    return `${range} more on goods of ${article} ${instrument} list`;
  });
}
