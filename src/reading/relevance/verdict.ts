// What the rules of relevance say: news of a step, paperwork, or neither, each with its reason in one sentence.
import type { Action, Relevance } from '../../domain/reading.ts';

export type Verdict = {
  readonly relevance: Relevance;
  readonly reason: string;
  readonly rule: string;
  /** A notice that fixes the action by its title alone. */
  readonly action: Action | null;
};

/** What one rule says, before the rule is named. */
export type Decision = Omit<Verdict, 'rule'>;

/** The verdict on an item without any word for a tariff; such items are told at a glance before any rule is asked. */
export const NO_TARIFF_WORD = {
  relevance: 'no',
  reason: 'no word for a tariff, duty or trade quota',
  action: null,
} as const;

/** Papers that change nobody's duty. */
export const PAPERWORK = {
  relevance: 'routine',
  reason: 'paperwork that changes nobody’s duty',
  action: null,
} as const;

/** No news of a step, and why. */
export function no(reason: string): Decision {
  return { relevance: 'no', reason, action: null };
}

/** News of a step, and why; `action` where the rule fixes it. */
export function yes(reason: string, action: Action | null = null): Decision {
  return { relevance: 'yes', reason, action };
}
