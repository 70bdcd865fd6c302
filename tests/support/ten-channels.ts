// Ten channels that want different things, each with what its filters take in plain words, for the oracle of the replay.
import type { Story } from '../../src/domain/story.ts';
import { hasCountry, involves, isAboutSteel, isHit, isSteelOnly, stageOf } from './told-oracle.ts';

type Broadcast = 'all' | 'changes' | 'none';

export type Channel = {
  readonly name: string;
  readonly platform: 'slack' | 'teams';
  readonly commands: readonly string[];
  readonly takes: readonly ((story: Story) => boolean)[];
  readonly broadcast?: Broadcast;
  /** All of the day; `urgent`: what is decided passes. */
  readonly quiet?: 'all' | 'urgent';
  /** Joins when half of the polls are over. */
  readonly isLate?: true;
};

const NOT_LAW = ['threatened', 'proposed'];
const DECIDED = ['announced', 'in-force', 'suspended', 'ended', 'granted', 'refused', 'lapsed'];
const QUIET = 'settings quiet 00:00-23:59 UTC';

export const CHANNELS: readonly Channel[] = [
  { name: 'CALL', platform: 'slack', commands: ['watch'], takes: [() => true] },
  {
    name: 'CLANE',
    platform: 'slack',
    commands: ['watch cn>us'],
    takes: [(story) => isHit(story, 'CN') && hasCountry(story.imposers, 'US')],
  },
  {
    name: 'CSTEEL',
    platform: 'slack',
    commands: ['watch steel', 'settings broadcast all'],
    takes: [isAboutSteel],
    broadcast: 'all',
  },
  {
    name: 'CLAW',
    platform: 'slack',
    commands: ['watch us -stage:threatened,proposed'],
    takes: [(story) => involves(story, 'US') && !NOT_LAW.includes(stageOf(story) ?? '')],
  },
  {
    name: 'CEU',
    platform: 'slack',
    commands: ['watch eu', 'settings broadcast none'],
    takes: [(story) => involves(story, 'EU')],
    broadcast: 'none',
  },
  {
    name: 'CHIGH',
    platform: 'slack',
    commands: ['watch severity:high', 'watch steel stage:proposed'],
    takes: [
      (story) => DECIDED.includes(stageOf(story) ?? ''),
      (story) => isAboutSteel(story) && stageOf(story) === 'proposed',
    ],
  },
  {
    name: 'CQUIET',
    platform: 'slack',
    commands: ['watch us', QUIET],
    takes: [(story) => involves(story, 'US')],
    quiet: 'all',
  },
  {
    name: 'CURGENT',
    platform: 'slack',
    commands: ['watch us', `${QUIET} urgent`],
    takes: [(story) => involves(story, 'US')],
    quiet: 'urgent',
  },
  {
    name: '19:not-steel@thread.tacv2',
    platform: 'teams',
    commands: ['watch -product:steel', 'watch us -product:steel'],
    takes: [(story) => !isSteelOnly(story)],
  },
  { name: 'CLATE', platform: 'slack', commands: ['watch'], takes: [() => true], isLate: true },
];

/** The channel in which the United States are muted for a while. */
export const MUTED = 'CALL';
