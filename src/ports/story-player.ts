// A story that is played to the program while it runs (the demo's sample wire), as the page shows and steers it. Types only.
import type { Instant } from '../domain/day.ts';

export type StoryPlayer = {
  state(): StoryPlayerState;
  setRunning(running: boolean): void;
  /** One step by hand; resolves when the program has taken it in. */
  step(): Promise<void>;
  /** Calls `listener` after each change; the answer stops that. */
  onChange(listener: () => void): () => void;
};

export type StoryPlayerState = {
  readonly title: string;
  /** The channel to watch it in. */
  readonly channelId: string;
  /** Where the story stands, in the story's own time. */
  readonly at: Instant;
  readonly step: number;
  readonly steps: number;
  readonly running: boolean;
  readonly ended: boolean;
  /** How time runs, and what happens now. */
  readonly pace: string;
  readonly happening: string;
};
