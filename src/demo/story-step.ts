// The shapes of the sample story: what is published when, and by whom. Types only; the texts are under `data/`.
import type { Day } from '../domain/day.ts';

export type SampleFeedId =
  | 'sample-white-house'
  | 'sample-federal-register'
  | 'sample-customs'
  | 'sample-eu-commission'
  | 'sample-harbour-wire'
  | 'sample-meridian-post'
  | 'sample-pacific-ledger';

/** What the gazette's interface says besides the title. */
export type GazetteFields = {
  readonly documentNumber: string;
  readonly type: 'Presidential Document' | 'Notice';
  readonly signedOn: Day | null;
  readonly effectiveOn: Day | null;
  readonly citation: string | null;
};

export type SampleItem = {
  readonly feed: SampleFeedId;
  /** An item with the id of an earlier one of the feed takes its place: an edit. */
  readonly id: string;
  readonly title: string;
  /** One paragraph. */
  readonly summary: string;
  /** Further paragraphs of the full text, where the feed carries it. */
  readonly content?: readonly string[];
  /** Changes when a publisher's system gives an old item a new identity; normally the same for ever. */
  readonly guidVersion?: number;
  /** Publication instant in ISO 8601; the step's own without it. */
  readonly publishedAt?: string;
  readonly gazette?: GazetteFields;
  /** Where the real document stands, for those who want to check the facts. */
  readonly realDocument?: string;
};

export type StoryStep = {
  /** The story's own time, ISO 8601 UTC. */
  readonly at: string;
  /** What happens, in one sentence. */
  readonly happening: string;
  readonly items: readonly SampleItem[];
};
