// One poll under way and what is peculiar of it, as the parts of a pass hand it on. Types only.
import type { Instant } from '../domain/day.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { Feed } from '../domain/feed.ts';
import type { LeasedFeed } from '../ports/store.ts';
import type { PassPorts } from './pass-ports.ts';
import type { DecidedItem } from './plan-pass.ts';

export type Poll = {
  readonly ports: PassPorts;
  readonly feed: Feed;
  readonly leased: LeasedFeed;
  readonly now: Instant;
};

export type Circumstances = {
  /** Recorded and read, never announced. */
  readonly isFirst: boolean;
  /** What makes the poll a storm, in words: its tariff news is held. Null: it is none. */
  readonly storm: string | null;
  /** The feed was not read for long: what it brought meanwhile is told together where it is much. */
  readonly isAfterAbsence?: boolean;
  /** So much came at once that it is told together, and the operators are told why, in words. Null: it did not. */
  readonly busyDay?: string | null;
  /** Held items that somebody decided on. */
  readonly release?: Release;
};

export type Release = {
  readonly decided: readonly DecidedItem[];
  /** When the first of them came: a subscription made since gets nothing of it. */
  readonly heldSince: Instant;
  /** What is to be sent beside the stories, knowing what is sent of them. */
  readonly notices: (planned: readonly NewDelivery[]) => readonly NewDelivery[];
};
