// One neutral message. Block Kit, Adaptive Card, HTML and plain text are renderings of it. Text here is always plain:
// each rendering escapes it for its platform, so a feed can never smuggle in markup.

import type { Day } from './day.ts';
import type { FieldFault, Form } from './form.ts';

export type Span = {
  readonly text: string;
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  /** http(s) only; anything else is shown as text. */
  readonly link?: string;
};

/** One rate over time, in the order of days; it holds from its day to the next one. Null: not recorded, drawn as a gap. */
export type ChartLine = {
  /** Whose rate it is. */
  readonly name: string;
  readonly points: readonly { readonly day: Day; readonly ratePct: number | null }[];
};

/** Rates over time, drawn as steps. Their numbers stand as text in the same message too: not every client shows pictures. */
export type Chart = {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  /** Last day that is drawn. */
  readonly until: Day;
  /** Marked where the chart goes on after it: from there on it shows what is planned. */
  readonly today?: Day;
  /** What a person who does not see the picture is told. */
  readonly alt: string;
};

export type MessageBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly label: string; readonly value: string }[];
    }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'context'; readonly spans: readonly Span[] }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'divider' };

/** A button either runs a command (`command`, the words after `/tariff`) or opens a link. */
export type MessageButton =
  | { readonly label: string; readonly command: string; readonly style?: 'primary' | 'danger' }
  | { readonly label: string; readonly link: string };

/** The state colour: law in force, coming, relief, plain information, trouble. */
export type Accent = 'in-force' | 'coming' | 'relief' | 'info' | 'trouble';

export type Message = {
  /** Stands alone in a phone notification: at most 150 characters, no markup. */
  readonly summary: string;
  readonly accent: Accent;
  readonly blocks: readonly MessageBlock[];
  readonly buttons: readonly MessageButton[];
  /** An answer in a thread that is also to be shown in the channel itself (Slack: `reply_broadcast`). */
  readonly broadcast?: boolean;
  /** Opened where the platform can; its words stand in the blocks for everybody else. */
  readonly form?: Form;
  /** Of a form that was not taken: what is wrong with which field. */
  readonly faults?: readonly FieldFault[];
};

/** The summary has to stand alone in a phone notification. */
export const SUMMARY_LIMIT = 150;

/** Spans of a plain sentence. */
export function plain(text: string): readonly Span[] {
  return [{ text }];
}

/** The charts of a message, for platforms that show them beside it. */
export function chartsOf(message: Message): readonly Chart[] {
  return message.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
}
