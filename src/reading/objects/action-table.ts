// The table that turns a verb and what it is done to into an action, and an action into stages. Data only.
import type { Action, MeasureStage, ReliefStage } from '../../domain/reading.ts';

/** What a step can be about. */
export const OBJECTS = [
  'tariff',
  'quota',
  'relief',
  'probe',
  'deal',
  'refund',
  'pausenoun',
] as const;
export type StepObject = (typeof OBJECTS)[number];

/** How a step is told: done, to come, wished, refused. */
export type Mood =
  | 'plain'
  | 'future'
  | 'cond'
  | 'plan'
  | 'threat'
  | 'seek'
  | 'urge'
  | 'deny'
  | 'not';

/** Verb family x object -> action. A pair that is not listed is no step. Each row is tested in action-table.test.ts. */
export const ACTION_OF: Readonly<Record<string, Partial<Record<StepObject, Action>>>> = {
  impose: { tariff: 'imposed', quota: 'quota-set', relief: 'exempted', pausenoun: 'suspended' },
  announce: {
    tariff: 'imposed',
    quota: 'quota-set',
    relief: 'exempted',
    probe: 'investigation-opened',
    pausenoun: 'delayed',
  },
  start: {
    tariff: 'imposed',
    quota: 'quota-set',
    relief: 'exempted',
    deal: 'deal-reached',
    pausenoun: 'suspended',
  },
  raise: { tariff: 'increased', quota: 'quota-set', relief: 'exempted' },
  cut: { tariff: 'reduced', quota: 'quota-set', relief: 'exemption-ended' },
  remove: {
    tariff: 'removed',
    quota: 'removed',
    relief: 'exemption-ended',
    probe: 'other',
    pausenoun: 'exemption-ended',
  },
  lose: { relief: 'exemption-ended' },
  suspend: { tariff: 'suspended', deal: 'delayed', relief: 'exemption-ended' },
  delay: { tariff: 'delayed', deal: 'delayed', pausenoun: 'delayed' },
  exempt: { tariff: 'exempted', quota: 'exempted', relief: 'exempted' },
  grant: { relief: 'exempted', pausenoun: 'delayed' },
  gain: { tariff: 'imposed' },
  tax: { tariff: 'imposed' },
  seek: { relief: 'exemption-sought', pausenoun: 'exemption-sought', tariff: 'proposed' },
  avert: { tariff: 'exemption-sought' },
  deny: { relief: 'exemption-denied', tariff: 'struck-down' },
  extend: {
    deal: 'suspended',
    tariff: 'other',
    relief: 'exempted',
    pausenoun: 'suspended',
    quota: 'other',
  },
  open: { probe: 'investigation-opened', quota: 'quota-set' },
  strike: { tariff: 'struck-down', relief: 'struck-down', pausenoun: 'exemption-ended' },
  reach: { deal: 'deal-reached' },
  joint: { deal: 'deal-reached' },
  commit: { tariff: 'deal-reached', quota: 'quota-set', relief: 'exempted' },
  coming: { tariff: 'threatened' },
  retaliate: { tariff: 'retaliation-imposed' },
  threaten: { tariff: 'threatened', quota: 'threatened', relief: 'proposed' },
  propose: { tariff: 'proposed', quota: 'proposed', relief: 'proposed', pausenoun: 'proposed' },
  approve: {
    tariff: 'imposed',
    relief: 'exempted',
    quota: 'quota-set',
    probe: 'investigation-opened',
    pausenoun: 'suspended',
  },
  order: { refund: 'other', probe: 'investigation-opened' },
  amend: { tariff: 'other' },
  apply: { relief: 'exempted' },
  tighten: { tariff: 'increased', quota: 'quota-set', relief: 'exemption-ended' },
  breach: { tariff: 'struck-down' },
  keep: { tariff: 'other' },
  rethink: { tariff: 'proposed' },
};

/** How much a verb family says about the step, for choosing the leading one within a sentence. */
export const WEIGHT_OF: Readonly<Record<string, number>> = {
  strike: 9,
  deny: 9,
  seek: 8,
  avert: 8,
  delay: 8,
  suspend: 8,
  remove: 7,
  lose: 7,
  exempt: 7,
  grant: 7,
  cut: 7,
  raise: 7,
  open: 7,
  extend: 6,
  threaten: 6,
  impose: 6,
  order: 6,
  approve: 5,
  start: 5,
  propose: 5,
  reach: 4,
  commit: 4,
  retaliate: 6,
  coming: 4,
  joint: 10,
  announce: 4,
  amend: 3,
  gain: 1,
  tax: 5,
  apply: 6,
  tighten: 7,
  breach: 9,
  keep: 3,
  rethink: 8,
};

type StagesOfAction = { readonly stage: MeasureStage | null; readonly relief: ReliefStage | null };

/**
 * What an action says of the measure and of the relief from it. `hasStarted` is true when the effective day is known and
 * not after the day of the item; an act without a day is announced, never in force.
 */
export function stagesOf(action: Action, hasStarted: boolean): StagesOfAction {
  const made: MeasureStage = hasStarted ? 'in-force' : 'announced';
  switch (action) {
    case 'imposed':
    case 'increased':
    case 'reduced':
    case 'quota-set':
    case 'retaliation-imposed':
    case 'delayed':
    case 'deal-reached':
      return { stage: made, relief: null };
    case 'threatened':
    case 'retaliation-threatened':
      return { stage: 'threatened', relief: null };
    case 'proposed':
    case 'investigation-opened':
      return { stage: 'proposed', relief: null };
    case 'suspended':
      return { stage: 'suspended', relief: null };
    case 'removed':
    case 'struck-down':
      return { stage: 'ended', relief: null };
    case 'exempted':
      return { stage: null, relief: 'granted' };
    case 'exemption-sought':
      return { stage: null, relief: 'sought' };
    case 'exemption-denied':
      return { stage: null, relief: 'refused' };
    case 'exemption-ended':
      return { stage: null, relief: 'lapsed' };
    case 'other':
      return { stage: null, relief: null };
  }
}
