// Rows for every origin whose note spares some by name, without rows of their own. In: an answer. Out: sentences that say so, since
// the rate alone would be wrong for those origins. The rate stays that of the row: a note is no entry of the ledger.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { StatusImposer } from '../domain/status.ts';
import { jurisdictionName } from '../reference/jurisdiction-names.ts';

/** Names that notes use beside the full one. */
const OTHER_NAMES: Readonly<Record<JurisdictionCode, string>> = { KR: 'Korea', GB: 'UK', EU: 'EU' };

export function sparedNotes(
  target: JurisdictionCode,
  imposers: readonly StatusImposer[],
): readonly string[] {
  const name = jurisdictionName(target);
  const names = [name, OTHER_NAMES[target] ?? name];
  return imposers.flatMap(({ measures }) =>
    measures.flatMap((measure) => {
      const isCharged = measure.standing === 'applies' && (measure.rate_pct ?? 0) > 0;
      if (!isCharged || measure.target !== 'WORLD') return [];
      const clause = measure.note.split(/[;.]/).find((text) => spares(text, names));
      return clause === undefined
        ? []
        : [
            `The note of ${measure.id} says "${clause.trim()}", and the ledger has no row of that: check the source before you rely on the rate for ${name}.`,
          ];
    }),
  );
}

function spares(clause: string, names: readonly string[]): boolean {
  if (!/\b(?:spared|exempt)\b/i.test(clause) || /\bexcept\b/i.test(clause)) return false;
  return names.some((name) => new RegExp(`\\b${escaped(name)}\\b`).test(clause));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
