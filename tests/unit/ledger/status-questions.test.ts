// Questions with expected answers that are kept outside the project. Without them the suite says so and skips.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { resolveStatusQuery } from '../../../src/ledger/resolve-status-query.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries, loadSeedMeasures } from '../../../src/reference/measures.ts';

const SHARED = resolve(import.meta.dirname, '../../../../shared/data');
const QUESTIONS = resolve(SHARED, 'status_qa.csv');
const MEASURES = resolve(SHARED, 'measures.csv');
const hasShared = existsSync(QUESTIONS) && existsSync(MEASURES);
if (!hasShared) console.warn('status questions skipped: no shared data beside the project');

type Question = Readonly<
  Record<
    'imposer' | 'target' | 'product' | 'date' | 'expected_rate_pct' | 'expected_stage' | 'source',
    string
  >
>;

const questions: readonly Question[] = hasShared
  ? parse(readFileSync(QUESTIONS, 'utf8'), { columns: true })
  : [];

describe.skipIf(!hasShared)('the public questions', () => {
  const ledger = createLedger(loadSeedEntries());

  it.each(
    questions.map((question): [string, Question] => [
      `${question.imposer} on ${question.target} ${question.product} ${question.date}`,
      question,
    ]),
  )('%s is answered as expected, now and as known on the day', (_, question) => {
    for (const knownOn of [null, question.date]) {
      const [query] = resolveStatusQuery({
        who: question.target,
        product: question.product,
        from: question.imposer,
        on: question.date,
        knownOn,
      });
      if (query === undefined) throw new Error('no query');
      const answer = statusOn(ledger, query).imposers[0];
      const stages = [answer?.stage, ...(answer?.relief ?? []).map(({ stage }) => stage)];
      const ids = [...(answer?.measures ?? []), ...(answer?.relief ?? [])].map(({ id }) => id);

      expect(stages).toContain(question.expected_stage);
      if (question.expected_rate_pct !== '') {
        expect(answer?.extra_rate_pct).toBe(Number(question.expected_rate_pct));
      }
      expect(ids).toEqual(
        expect.arrayContaining((question.source.split(' | ')[0] ?? '').split('+')),
      );
    }
  });

  it('holds every row of the compiled table, field for field', () => {
    const rows: readonly Readonly<Record<string, string>>[] = parse(
      readFileSync(MEASURES, 'utf8'),
      { columns: true },
    );
    const ours = new Map(loadSeedMeasures().map(({ measure }) => [measure.id, measure]));
    const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);
    const rateOf = (text: string | undefined) =>
      orNull(text) === null ? null : Math.round(Number(text) * 100);

    expect(ours.size).toBe(rows.length);
    for (const row of rows) {
      expect(ours.get(row['id'] ?? '')).toMatchObject({
        imposer: row['imposer'],
        target: row['target'],
        productScope: row['product_scope'],
        productDetail: row['product_detail'],
        instrument: row['instrument'],
        kind: row['kind'],
        rate: rateOf(row['rate_pct']),
        rateBasis: orNull(row['rate_basis']),
        quantityTonnes:
          orNull(row['quantity_tonnes']) === null ? null : Number(row['quantity_tonnes']),
        stage: row['stage'],
        announcedOn: orNull(row['announced_on']),
        effectiveFrom: orNull(row['effective_from']),
        effectiveTo: orNull(row['effective_to']),
        supersededBy: orNull(row['superseded_by']),
        legalRef: row['legal_ref'],
        sourceName: row['source_name'],
        sourceUrl: row['source_url'],
        confidence: row['confidence'],
        note: row['note'],
        audit: row['audit'],
      });
    }
  });
});
