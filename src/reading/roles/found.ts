// Countries found so far for one role. In: codes and the sentence that names them. Out: each code once, with its evidence.
import type { JurisdictionCode } from '../../domain/jurisdiction.ts';
import type { Fact } from '../../domain/reading.ts';
import { evidenceOf, type Line } from '../words/scene.ts';

/** Countries found so far, each with its evidence. */
export type Found = Map<JurisdictionCode, Fact<JurisdictionCode>>;

/** Adds countries that are not yet known, with the sentence as evidence. */
export function addAll(found: Found, codes: Iterable<string>, line: Line, rule: string): void {
  for (const code of codes) {
    if (!found.has(code)) found.set(code, { value: code, evidence: evidenceOf(line, rule) });
  }
}

/** The roles found so far; what is found is added to them. */
export type Parties = {
  readonly imposers: Found;
  readonly targets: Found;
  readonly exempted: Found;
};
