// A plan and an act in, whether the act only signs what was announced for a day out. Symmetric and without memory.
import type { StorySource } from '../domain/story.ts';
import { isPlan } from './action-family.ts';
import { publishedOn } from './publication-day.ts';

/**
 * True for "to double the duty on Wednesday" and "signs the order that doubles it": who names rate and day announces, and the
 * signature before that day is of the same step.
 */
export function isPlanForDay(left: StorySource, right: StorySource): boolean {
  if (isPlan(left.facts.action) === isPlan(right.facts.action)) return false;
  const [plan, act] = isPlan(left.facts.action) ? [left, right] : [right, left];
  const { effectiveOn, rates } = plan.facts;
  if (effectiveOn === null || rates.length === 0) return false;
  const isSameDay = act.facts.effectiveOn === null || act.facts.effectiveOn === effectiveOn;
  return isSameDay && effectiveOn > publishedOn(act) && publishedOn(plan) < publishedOn(act);
}
