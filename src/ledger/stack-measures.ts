// Which measures exclude which across instruments. In: measures that would each count, origin and day. Out: those that
// add up and those that are set aside, with the law that says so. The rules are data (`reference/stacking-rules.ts`).
import type { Measure } from '../domain/measure.ts';
import { hasOrigin } from '../reference/origins.ts';
import type { ScopeQuestion } from '../reference/scopes.ts';
import { isSelected, type StackingRule, stackingRules } from '../reference/stacking-rules.ts';
import type { Version } from './create-ledger.ts';

/** `law` null: no rule between instruments, only a nearer measure of the same one. */
export type Exclusion = {
  readonly version: Version;
  readonly by: Version;
  readonly law: string | null;
  readonly words: string;
};

const CHARGING_KINDS: readonly string[] = ['tariff', 'trq', 'quota'];

/** Asks the rules of the day in their order; what has lost to one rule excludes nothing under a later one. */
export function stackMeasures(
  versions: readonly Version[],
  question: ScopeQuestion,
): { readonly kept: readonly Version[]; readonly excluded: readonly Exclusion[] } {
  let kept = versions;
  const excluded: Exclusion[] = [];
  for (const rule of stackingRules()) {
    if (!isAsked(rule, question)) continue;
    const winner = kept.find(({ measure }) => charges(measure) && isSelected(rule.winner, measure));
    if (winner === undefined) continue;
    const losers = kept.filter(
      (version) => version !== winner && isSelected(rule.loser, version.measure),
    );
    kept = kept.filter((version) => !losers.includes(version));
    for (const version of losers) {
      excluded.push({ version, by: winner, law: rule.law, words: rule.words });
    }
  }
  return { kept, excluded };
}

/** True for a measure under which duty is collected; an exemption spares the goods and so takes no other's place. */
export function charges(measure: Measure): boolean {
  return CHARGING_KINDS.includes(measure.kind);
}

function isAsked(rule: StackingRule, question: ScopeQuestion): boolean {
  return (
    rule.imposer === question.imposer &&
    rule.from <= question.on &&
    (rule.to === null || question.on <= rule.to) &&
    hasOrigin(rule.origins, question.origin, question.on)
  );
}
