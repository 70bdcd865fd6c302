// Measures and entries for tests: every field has a plain value, a test names only what it is about.
import { startOfDay } from '../../../src/domain/day.ts';
import type { LedgerEntry, Measure } from '../../../src/domain/measure.ts';

export function aMeasure(part: Partial<Measure> = {}): Measure {
  return {
    id: 'us-jp-steel',
    imposer: 'US',
    target: 'JP',
    productScope: 'steel',
    productDetail: 'Steel',
    instrument: 'Section 232',
    kind: 'tariff',
    rate: 2500,
    rateBasis: 'additional',
    quantityTonnes: null,
    stage: 'in-force',
    announcedOn: '2025-02-10',
    effectiveFrom: '2025-03-12',
    effectiveTo: null,
    supersededBy: null,
    legalRef: 'Procl. 1',
    sourceName: 'Register',
    sourceUrl: 'https://register.example/1',
    confidence: 'official-text-seen',
    note: '',
    audit: 'confirmed',
    ...part,
  };
}

export function anEntry(measure: Measure, part: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: `E-${measure.id}`,
    measure,
    recordedAt: startOfDay(measure.announcedOn ?? measure.effectiveFrom ?? '2025-01-01'),
    supersedes: null,
    origin: 'feed',
    storyId: null,
    note: '',
    ...part,
  };
}
