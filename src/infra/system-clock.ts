// The time of this machine: the only place that asks for it.
import type { Clock } from '../ports/world.ts';

export const systemClock: Clock = { now: () => Date.now() };
