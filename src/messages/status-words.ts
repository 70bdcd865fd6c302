// What one imposer charges, in a clause or in a few words, and who is told first. In: the ledger's answers; out: words.
import { formatPercent } from '../domain/rate.ts';
import type { StatusImposer, StatusMeasure } from '../domain/status.ts';
import { ALL_GOODS } from '../reference/scopes.ts';
import { shortRateWords } from './measure-line.ts';
import { shortName } from './names.ts';
import {
  conditionWords,
  exceptionWords,
  isBarred,
  isSparedAltogether,
  rateWordsOf,
  SPARING,
  wholeRate,
} from './rate-words.ts';
import { countWords, dayWords, withDayWords } from './wording.ts';

/** One imposer in a few words, name included: several of them share a phone's first line. */
export function briefWords(one: StatusImposer, isOverview: boolean): string {
  return `${shortName(one.imposer)} ${briefRate(one, isOverview)}`;
}

/** What one imposer charges in a few words: `+25%`, `25% out of quota`, `exempt`. */
export function briefRate(one: StatusImposer, isOverview: boolean): string {
  if (isOverview) return overviewWords(one);
  const rate = one.extra_rate_pct === null ? null : formatPercent(one.extra_rate_pct);
  switch (one.stage) {
    case 'in-force':
    case 'sought': {
      const asked = one.stage === 'sought' ? ' (exemption sought)' : '';
      if (isBarred(one)) return 'import prohibited';
      if (isSparedAltogether(one)) return 'nothing (spared)';
      if (rate === null && one.measures.some(({ standing }) => standing === 'applies')) {
        return `measures apply${asked}`;
      }
      if (rate === null) return `nothing extra${asked}`;
      if (one.extra_rate_pct === 0) return `${zeroBrief(one)}${asked}`;
      if (one.includes_normal_duty) return `${wholeRate(one)} in total${asked}`;
      const base = isQuotaOnly(one) ? ' out of quota' : '';
      return `${base === '' ? '+' : ''}${rate}${base}${asked}`;
    }
    case 'suspended':
      return `${rate ?? 'measures'} suspended`;
    case 'announced':
      return announcedWords(one);
    case 'none':
      return doubtWords(one) ?? (one.partial.length > 0 ? 'listed goods only' : 'nothing found');
    default:
      return one.stage satisfies never;
  }
}

function zeroBrief(one: StatusImposer): string {
  const kinds = one.measures
    .filter(({ standing }) => standing === 'applies')
    .map(({ kind }) => kind);
  if (kinds.includes('quota')) return 'nothing extra inside a quota';
  return kinds.every((kind) => SPARING.includes(kind)) ? 'exempt' : 'nothing extra';
}

function isQuotaOnly(one: StatusImposer): boolean {
  const applying = one.measures.filter((measure) => measure.standing === 'applies');
  return applying.length > 0 && applying.every((measure) => measure.rate_basis === 'out-of-quota');
}

/** Who charges something that day before who does not; among equals the order given stands, the largest importers first. */
export function chargingFirst(answers: readonly StatusImposer[]): readonly StatusImposer[] {
  const isIdle = ({ stage, extra_rate_pct: extra }: StatusImposer) =>
    stage !== 'in-force' || extra === 0;
  return answers.toSorted((one, other) => Number(isIdle(one)) - Number(isIdle(other)));
}

/** What one imposer charges, in a clause. */
export function answerWords(one: StatusImposer, isOverview: boolean): string {
  if (isOverview) return overviewWords(one);
  const rate = rateWordsOf(one);
  switch (one.stage) {
    case 'in-force':
    case 'announced':
    case 'sought':
      return [rate, ...exceptionWords(one), ...comingWords(one), ...conditionWords(one)].join('; ');
    case 'suspended':
      return one.extra_rate_pct === null
        ? 'suspended, not charged'
        : `${formatPercent(one.extra_rate_pct)} suspended, not charged`;
    case 'none':
      return doubtWords(one) ?? listedOnlyWords(one) ?? 'no measure found';
    default:
      return one.stage satisfies never;
  }
}

// No measure on all of the goods is not none at all: a part of them may stand on a list.
function listedOnlyWords(one: StatusImposer): string | null {
  if (one.partial.length === 0) return null;
  const lists = conditionWords(one);
  const parts = lists.length > 0 ? lists : ['a rule on a part of them'];
  return ['nothing found on all of these goods', ...parts].join('; ');
}

// The last day that was set is over and no instrument says what holds since: neither a charge nor its absence.
function doubtWords(one: StatusImposer): string | null {
  const open =
    one.measures.find(({ unsettled_since: day }) => day !== null)?.unsettled_since ?? null;
  if (open !== null) return `unsettled since ${dayWords(open)}`;
  const doubt = one.measures.find(({ standing }) => standing === 'unconfirmed');
  return doubt === undefined ? null : withDayWords(doubt.standing_reason);
}

function isUnsettled({ standing, unsettled_since: since }: StatusMeasure): boolean {
  return standing === 'unconfirmed' || since !== null;
}

function overviewWords(one: StatusImposer): string {
  const applying = one.measures.filter((measure) => measure.standing === 'applies').length;
  const suspended = one.measures.filter((measure) => measure.standing === 'suspended').length;
  const announced = one.measures.filter((measure) => measure.standing === 'announced').length;
  const unsettled = one.measures.filter(isUnsettled).length;
  const rate = one.extra_rate_pct;
  const parts = [
    // The sum of an overview is that of the measures on all goods.
    ...(rate !== null && rate > 0 ? [`${onAllGoods(one, rate)} on all goods`] : []),
    ...(applying > 0 ? [`${countWords(applying, 'measure')} in force`] : []),
    ...(suspended > 0 ? [`${suspended} suspended`] : []),
    ...(announced > 0 ? [`${announced} announced`] : []),
    ...(unsettled > 0 ? [`${unsettled} unsettled`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (one.stage === 'sought') return 'nothing charged, exemption sought';
  return one.threatened.length > 0
    ? `nothing charged, ${countWords(one.threatened.length, 'threat')}`
    : (doubtWords(one) ?? 'nothing charged');
}

function onAllGoods(one: StatusImposer, rate: number): string {
  if (!one.includes_normal_duty) return formatPercent(rate);
  const measures = one.measures.filter(({ product_scope: scope }) => scope === ALL_GOODS);
  return `${wholeRate({ ...one, measures })} in total`;
}

// What is about to change is a part of the answer: who reads "25%" should not learn of the 50% next week from a footnote.
function comingWords(one: StatusImposer): readonly string[] {
  const announced = one.measures.some((measure) => measure.is_coming);
  const asked = one.relief.find((relief) => relief.stage === 'sought');
  const doubt = doubtWords(one);
  return [
    ...(doubt === null ? [] : [doubt]),
    ...(announced ? [announcedWords(one)] : []),
    ...(asked === undefined
      ? []
      : [`exemption sought${asked.since === null ? '' : ` since ${dayWords(asked.since)}`}`]),
  ];
}

function announcedWords(one: StatusImposer): string {
  const [coming] = one.measures
    .filter((measure) => measure.is_coming)
    .toSorted((a, b) => (a.effective_from ?? '9').localeCompare(b.effective_from ?? '9'));
  if (coming === undefined) return 'nothing coming on these goods';
  const { rate_pct: pct, rate_basis: basis } = coming;
  const rate = pct === null ? '' : ` ${shortRateWords(formatPercent(pct), basis)}`;
  const from =
    coming.effective_from === null ? ', no date' : ` from ${dayWords(coming.effective_from)}`;
  return `announced${rate}${from}`;
}
