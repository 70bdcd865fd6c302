// All words for users that depend on a fact: stages, rungs, rates, days and instants. One table each, so that a threat
// can never read as law in one place and not in another. Pure; nothing here knows a platform.
import { DAY_MS, type Day, dayOf, type Instant } from '../domain/day.ts';
import type { Accent } from '../domain/message.ts';
import { formatPercent, toPercent } from '../domain/rate.ts';
import type { Action, MeasureStage, RateKind, ReliefStage, Rung } from '../domain/reading.ts';
import type { Story, StoryFacts, StoryRate } from '../domain/story.ts';
import { leadingStage } from '../domain/story-stage.ts';

type StageWording = {
  /** First word of a headline. */
  readonly headline: string;
  /** What it means, for people who are not lawyers. */
  readonly meaning: string;
  readonly accent: Accent;
};

/** The headline follows from the stage alone. Only `in-force` says that something is charged. */
export const STAGE_WORDING: Readonly<Record<MeasureStage | ReliefStage, StageWording>> = {
  threatened: {
    headline: 'Threatened',
    meaning: 'a threat; nothing is charged and nothing is signed',
    accent: 'coming',
  },
  proposed: {
    headline: 'Proposed',
    meaning: 'a formal proposal; nothing is charged',
    accent: 'coming',
  },
  announced: {
    headline: 'Announced',
    meaning: 'decided by the authority, not charged yet',
    accent: 'coming',
  },
  'in-force': { headline: 'In force', meaning: 'charged now', accent: 'in-force' },
  suspended: {
    headline: 'Suspended',
    meaning: 'adopted, but not charged while it is suspended',
    accent: 'relief',
  },
  ended: { headline: 'Ended', meaning: 'no longer charged', accent: 'relief' },
  sought: {
    headline: 'Exemption sought',
    meaning: 'a request; the measure is unchanged',
    accent: 'info',
  },
  negotiating: {
    headline: 'Exemption under negotiation',
    meaning: 'talks; the measure is unchanged',
    accent: 'info',
  },
  granted: { headline: 'Exemption granted', meaning: 'relief from the measure', accent: 'relief' },
  refused: { headline: 'Exemption refused', meaning: 'the measure stays', accent: 'coming' },
  lapsed: {
    headline: 'Exemption ended',
    meaning: 'relief from the measure ends',
    accent: 'coming',
  },
};

/** Headlines of steps that say nothing of a stage. None of them claims a duty. */
const ACTION_HEADLINES: Readonly<Record<Action, string>> = {
  imposed: 'Reported',
  increased: 'Increase reported',
  reduced: 'Cut reported',
  threatened: 'Threatened',
  proposed: 'Proposed',
  suspended: 'Suspension reported',
  delayed: 'Delayed',
  exempted: 'Exemption reported',
  'exemption-sought': 'Exemption sought',
  'exemption-denied': 'Exemption refused',
  'exemption-ended': 'End of an exemption reported',
  'quota-set': 'Quota set',
  'retaliation-imposed': 'Retaliation reported',
  'retaliation-threatened': 'Retaliation threatened',
  'investigation-opened': 'Investigation opened',
  'struck-down': 'Struck down',
  'deal-reached': 'Deal reached',
  removed: 'Removal reported',
  other: 'Tariff step reported',
};

/** Headline words that say more than the stage without saying anything stronger. */
const PRECISE_HEADLINES: { readonly [key in `${Action}/${MeasureStage}`]?: string } = {
  'retaliation-threatened/threatened': 'Retaliation threatened',
  'retaliation-imposed/announced': 'Retaliation announced',
  'retaliation-imposed/in-force': 'Retaliation in force',
  'investigation-opened/proposed': 'Investigation opened',
  'increased/announced': 'Increase announced',
  'increased/in-force': 'Increase in force',
  'reduced/announced': 'Cut announced',
  'reduced/in-force': 'Cut in force',
  'delayed/announced': 'Delayed',
  'delayed/suspended': 'Delayed',
  'struck-down/ended': 'Struck down',
  'quota-set/announced': 'Quota announced',
  'quota-set/in-force': 'Quota in force',
  'deal-reached/announced': 'Deal reached',
};

/** The first words of a story's headline: its relief if it tells of one, else the stage, else what is reported. */
export function headlineWords(story: Pick<StoryFacts, 'stage' | 'relief' | 'action'>): string {
  if (story.relief === null && story.stage !== null) {
    return (
      PRECISE_HEADLINES[`${story.action}/${story.stage}`] ?? STAGE_WORDING[story.stage].headline
    );
  }
  const stage = leadingStage(story);
  return stage === null ? ACTION_HEADLINES[story.action] : STAGE_WORDING[stage].headline;
}

/** What the stage means, in one clause; says so when no stage was read. */
export function stageMeaning(story: Pick<StoryFacts, 'stage' | 'relief'>): string {
  const stage = leadingStage(story);
  return stage === null ? 'the texts do not say how far it has got' : STAGE_WORDING[stage].meaning;
}

/** The colour of a story. */
export function storyAccent(story: Pick<Story, 'stage' | 'relief' | 'withdrawn'>): Accent {
  if (story.withdrawn !== null) return 'trouble';
  const stage = leadingStage(story);
  return stage === null ? 'info' : STAGE_WORDING[stage].accent;
}

export const RUNG_WORDING: Readonly<Record<Rung, string>> = {
  press: 'press report',
  statement: 'statement by the authority',
  instrument: 'signed instrument',
  gazette: 'official gazette',
  customs: 'customs instruction',
};

const RATE_WORDING: Readonly<Record<RateKind, (percent: string) => string>> = {
  additional: (percent) => `${percent} additional`,
  total: (percent) => `${percent} in total`,
  floor: (percent) => `topped up to ${percent}`,
  'out-of-quota': (percent) => `${percent} outside the quota`,
  ceiling: (percent) => `up to ${percent}`,
  unstated: (percent) => percent,
};

/** `25% additional`, `up to 100%`; an unstated base adds no word. */
export function rateWords(rate: Pick<StoryRate, 'pct' | 'kind'>): string {
  return RATE_WORDING[rate.kind](formatPercent(rate.pct));
}

/** All rates of a story, old to new: `25% -> 50% additional`. Empty when none was read. */
export function ratesWords(story: Pick<StoryFacts, 'rates' | 'oldRates'>): string {
  const kinds = new Set(story.rates.map((rate) => rate.kind));
  const only = [...kinds][0];
  const fresh =
    kinds.size === 1 && only !== undefined && story.rates.length > 1
      ? RATE_WORDING[only](percentList(story.rates.map((rate) => rate.pct)))
      : story.rates.map(rateWords).join(' and ');
  if (story.oldRates.length === 0) return fresh;
  const old = percentList(story.oldRates);
  return fresh === '' ? `was ${old}` : `${old} → ${fresh}`;
}

function percentList(percents: readonly number[]): string {
  const words = [...new Set(percents)].map(formatPercent);
  return words.length > 4
    ? `${words.slice(0, 4).join(', ')} and ${words.length - 4} more`
    : words.join(', ');
}

const TONNES = new Intl.NumberFormat('en-US');

/** `1,250,000 tonnes`. */
export function tonnesWords(tonnes: number): string {
  return `${TONNES.format(tonnes)} tonnes`;
}

/** Hundredths of a percent as people write them. */
export function basisPointWords(basisPoints: number): string {
  return formatPercent(toPercent(basisPoints));
}

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `2025-03-12` -> `12 Mar 2025`. */
export function dayWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A sentence of the ledger with its days as people write them. */
export function withDayWords(text: string): string {
  return text.replaceAll(ISO_DAY, dayWords);
}

/** An instant in UTC: `12 Mar 2025 04:01 UTC`. */
export function instantWords(instant: Instant): string {
  const iso = new Date(instant).toISOString();
  return `${dayWords(iso.slice(0, 10))} ${iso.slice(11, 16)} UTC`;
}

/** As `instantWords`; where only the day is known, which comes as midnight, the day alone. */
export function momentWords(instant: Instant): string {
  return instant % DAY_MS === 0 ? dayWords(dayOf(instant)) : instantWords(instant);
}

/** Whose calendar a day is written in. Days in law are the imposer's, not the reader's. */
const LAW_ZONES: Readonly<Record<string, string>> = {
  US: 'US Eastern time',
  EU: 'Brussels time',
  CA: 'Ottawa time',
  CN: 'Beijing time',
  GB: 'UK time',
  JP: 'Japan time',
  KR: 'Korea time',
  MX: 'Mexico City time',
  BR: 'Brasilia time',
  IN: 'India time',
  TR: 'Türkiye time',
  CH: 'Swiss time',
};

/** `12 Mar 2025 (US Eastern time)`; without a single known imposer the calendar is named as the authority's. */
export function lawDayWords(day: Day, imposers: readonly string[]): string {
  const only = imposers.length === 1 ? imposers[0] : undefined;
  const zone = only === undefined ? undefined : LAW_ZONES[only];
  return `${dayWords(day)} (${zone ?? "the authority's calendar"})`;
}

/** `all countries` as the first word of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 feed`, `3 feeds`, `2 countries`. */
export function countWords(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** How long ago, in the largest whole unit: `3 h`, `12 min`, `2 days`. */
export function ageWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

/** Cuts at a word boundary and marks the cut; a notification shows 150 characters. */
export function cutWords(text: string, limit: number): string {
  const clean = text.replaceAll(/\s+/g, ' ').trim();
  if (clean.length <= limit) return clean;
  const cut = clean.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
