// Who had to be told what, worked out the plain way: every state of every story against every channel, one after the
// other, by the rules as docs/NOTICES.md states them. Shares no code with the program but the types of its stories.
import type { Story } from '../../src/domain/story.ts';

/** One state of a story, in the order in which the states were committed. */
export type Telling = {
  readonly story: Story;
  /** The first poll of a feed is read and kept, never announced. */
  readonly isBaseline: boolean;
};

export type Listener = {
  readonly name: string;
  readonly watches: readonly {
    readonly since: number;
    readonly takes: (story: Story) => boolean;
  }[];
  readonly mutes: readonly {
    readonly from: number;
    readonly until: number;
    readonly covers: (story: Story) => boolean;
  }[];
  /** `all`: nothing is said now. `urgent`: only what an authority has decided. */
  readonly quiet: 'no' | 'all' | 'urgent';
  /** Asked for everything: also the first official word is answered. */
  readonly wantsOfficialWord: boolean;
};

/** Why a channel has the post of a story, or has it not. */
export type Told =
  | {
      readonly why: 'posted';
      /** Until the end of the quiet hours. */
      readonly isWaiting: boolean;
      readonly answers: number;
      readonly waitingAnswers: number;
    }
  | { readonly why: 'filtered' | 'muted' | 'old' };

type Change = 'new' | 'correction' | 'surfaced' | 'official' | 'more' | 'none';

/** By channel and story: what `listeners` had to get of `tellings`. */
export function whatHadToBeTold(
  listeners: readonly Listener[],
  tellings: readonly Telling[],
): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const before = new Map<string, Story>();
  for (const { story, isBaseline } of tellings) {
    const change = changeBetween(before.get(story.id) ?? null, story);
    before.set(story.id, story);
    for (const listener of listeners) {
      const key = `${listener.name} ${story.id}`;
      const sofar = told.get(key);
      const verdict = isBaseline ? null : verdictOf(listener, story, change, sofar);
      if (verdict !== null) told.set(key, verdict);
    }
  }
  return told;
}

/** Null: nothing to add to what was said of it before. */
function verdictOf(
  listener: Listener,
  story: Story,
  change: Change,
  sofar: Told | undefined,
): Told | null {
  const hasJoined = listener.watches.some((watch) => watch.since <= story.updatedAt);
  if (change === 'none' || !hasJoined) return null;
  const isHeld = isHeldBack(listener, story);
  if (sofar?.why === 'posted') {
    // A post that waits takes every later state and goes out once.
    if (sofar.isWaiting) return { ...sofar, isWaiting: isMuted(listener, story) || isHeld };
    if (!isAnswered(listener, story, change)) return null;
    const waiting = sofar.waitingAnswers + 1;
    return isHeld
      ? { ...sofar, waitingAnswers: waiting }
      : { ...sofar, answers: sofar.answers + waiting, waitingAnswers: 0 };
  }
  const taking = takingOf(listener, story);
  if (taking.length === 0) return { why: 'filtered' };
  if (isMuted(listener, story)) return { why: 'muted' };
  const isOlder = taking.some((watch) => watch.since <= story.openedAt);
  return isOlder || change === 'surfaced' || change === 'official'
    ? { why: 'posted', isWaiting: isHeld, answers: 0, waitingAnswers: 0 }
    : { why: 'old' };
}

function takingOf({ watches }: Listener, story: Story): Listener['watches'] {
  return watches.filter((watch) => watch.since <= story.updatedAt && watch.takes(story));
}

function isAnswered(listener: Listener, story: Story, change: Change): boolean {
  if (change === 'correction') return true;
  if (isMuted(listener, story) || takingOf(listener, story).length === 0) return false;
  return change === 'surfaced' || (change === 'official' && listener.wantsOfficialWord);
}

function isHeldBack({ quiet }: Listener, { rung, stage }: Story): boolean {
  const isUrgent = rung !== 'press' && (stage === 'in-force' || stage === 'announced');
  return quiet === 'all' || (quiet === 'urgent' && !isUrgent);
}

function isMuted(listener: Listener, story: Story): boolean {
  const at = story.updatedAt;
  return listener.mutes.some((mute) => mute.from <= at && at < mute.until && mute.covers(story));
}

function changeBetween(before: Story | null, after: Story): Change {
  if (before === null) return 'new';
  if (before.version === after.version) return 'none';
  const isSurfaced = surfacedFacts(before) !== surfacedFacts(after);
  const isShown = isSurfaced || otherFacts(before) !== otherFacts(after);
  if (isShown && hasEditedSource(before, after)) return 'correction';
  if (isSurfaced) return 'surfaced';
  return before.rung === 'press' && after.rung !== 'press' ? 'official' : 'more';
}

function surfacedFacts({ stage, relief, action, rates, effectiveOn, endsOn }: Story): string {
  const pcts = rates.map(({ pct }) => pct);
  return JSON.stringify([stage, relief, action, pcts, effectiveOn, endsOn]);
}

function otherFacts(story: Story): string {
  const { imposers, targets, exempted, products, quotaTonnes, instrument, rung } = story;
  return JSON.stringify([imposers, targets, exempted, products, quotaTonnes, instrument, rung]);
}

function hasEditedSource(before: Story, after: Story): boolean {
  return after.sources.some((source) => {
    const earlier = before.sources.find(({ itemId }) => itemId === source.itemId);
    return earlier !== undefined && earlier.seenAt !== source.seenAt;
  });
}

// --- what a story is about, as a reader of the filters would say it -----------------------------------------------

const EU_MEMBERS =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

/** `code` is in the list, as itself or by the union it belongs to. */
export function hasCountry(codes: readonly string[], code: string): boolean {
  return codes.some(
    (one) =>
      one === code ||
      (code === 'EU' && EU_MEMBERS.includes(one)) ||
      (one === 'EU' && EU_MEMBERS.includes(code)),
  );
}

/** The country imposes, is hit (by name or with everybody else) or is spared by name. */
export function involves(story: Story, code: string): boolean {
  return (
    story.targets.includes('WORLD') ||
    hasCountry([...story.imposers, ...story.targets, ...story.exempted], code)
  );
}

/** The country is hit: by name, or with every origin unless it is the imposer itself or spared. */
export function isHit(story: Story, code: string): boolean {
  if (hasCountry(story.targets, code)) return true;
  const spared = [...story.imposers, ...story.exempted];
  const isSpared = spared.includes(code) || (spared.includes('EU') && EU_MEMBERS.includes(code));
  return story.targets.includes('WORLD') && !isSpared;
}

/** Steel is named, or a group that holds it. */
export function isAboutSteel(story: Story): boolean {
  return story.products.some((slug) => /^(steel(:.*)?|metals|all-goods)$/.test(slug));
}

/** Steel is all that the story is about. */
export function isSteelOnly(story: Story): boolean {
  return story.products.length > 0 && story.products.every((slug) => /^steel(:.*)?$/.test(slug));
}

/** The stage that the headline goes by: of the relief if there is one, else of the measure. */
export function stageOf(story: Story): string | null {
  return story.relief ?? story.stage;
}
