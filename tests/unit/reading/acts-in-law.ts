// Actions that tell a measure as law: whoever only threatens or plans must be given none of them.
import type { Action } from '../../../src/domain/reading.ts';

export const LAW: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'reduced',
  'exempted',
  'suspended',
  'removed',
  'delayed',
  'retaliation-imposed',
  'struck-down',
  'quota-set',
  'exemption-ended',
]);
