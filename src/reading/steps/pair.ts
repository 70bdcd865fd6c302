import type { StepObject } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import type { Line } from '../words/scene.ts';

/** A verb in one of its families, and a noun as one of the things it may name. */
export type Pair = {
  readonly line: Line;
  readonly verb: Hit;
  readonly object: Hit;
  readonly family: string;
  readonly about: StepObject;
};
