import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideNotice,
  NOTICE_RULES,
  type NoticeSituation,
} from '../../../src/delivery/decide-notice.ts';

const PLAIN: NoticeSituation = {
  change: 'new',
  posted: 'no',
  matches: true,
  subscribedBefore: true,
  fresh: true,
  officialBefore: false,
  officialNow: false,
  wantsOfficialWord: false,
  muted: false,
  abandoned: false,
};

const situations: fc.Arbitrary<NoticeSituation> = fc.record({
  change: fc.constantFrom<NoticeSituation['change']>(
    'new',
    'more-sources',
    'higher-rung',
    'stage',
    'rate',
    'date',
    'scope',
    'correction',
    'withdrawal',
    'none',
  ),
  posted: fc.constantFrom<NoticeSituation['posted']>('no', 'waiting', 'folded', 'yes'),
  matches: fc.boolean(),
  subscribedBefore: fc.boolean(),
  fresh: fc.boolean(),
  officialBefore: fc.boolean(),
  officialNow: fc.boolean(),
  wantsOfficialWord: fc.boolean(),
  muted: fc.boolean(),
  abandoned: fc.boolean(),
});

describe('what a channel is told', () => {
  it.each<[string, Partial<NoticeSituation>, string, readonly string[]]>([
    ['a new story is posted', {}, 'new-story', ['alert']],
    ['a new story is posted once', { posted: 'yes' }, 'planned-already', []],
    ['a subscription posts nothing old', { subscribedBefore: false }, 'old-news', []],
    [
      'more sources edit the post',
      { change: 'more-sources', posted: 'yes' },
      'told-more',
      ['update'],
    ],
    [
      'a higher rung edits the post',
      { change: 'higher-rung', posted: 'yes', officialNow: true },
      'told-more',
      ['update'],
    ],
    [
      'an official word inhibits press repeats',
      { change: 'more-sources', posted: 'yes', officialBefore: true, officialNow: true },
      'inhibited',
      [],
    ],
    [
      'a new stage is surfaced once',
      { change: 'stage', posted: 'yes' },
      'changed',
      ['update', 'change'],
    ],
    [
      'a new rate is surfaced once',
      { change: 'rate', posted: 'yes' },
      'changed',
      ['update', 'change'],
    ],
    [
      'a new date is surfaced once',
      { change: 'date', posted: 'yes' },
      'changed',
      ['update', 'change'],
    ],
    ['a wider scope edits the post', { change: 'scope', posted: 'yes' }, 'told-more', ['update']],
    [
      'a correction reaches who had the post, muted or not',
      { change: 'correction', posted: 'yes', muted: true, matches: false },
      'corrected',
      ['update', 'correction'],
    ],
    [
      'a withdrawal reaches who had the post',
      { change: 'withdrawal', posted: 'yes', muted: true, matches: false },
      'withdrawn',
      ['update', 'withdrawal'],
    ],
    [
      'a withdrawal takes back a post that still waits',
      { change: 'withdrawal', posted: 'waiting' },
      'withdrawn-before-post',
      ['update'],
    ],
    [
      'a withdrawal is nothing to who never had it',
      { change: 'withdrawal' },
      'withdrawn-unseen',
      [],
    ],
    ['a muted story waits for the digest', { muted: true }, 'muted', []],
    [
      'a channel paused for long is told nothing',
      { abandoned: true, posted: 'yes', change: 'correction' },
      'abandoned',
      [],
    ],
    [
      'a post nobody watches any more stays true',
      { change: 'stage', posted: 'yes', matches: false },
      'no-longer-watched',
      ['update'],
    ],
    [
      'a waiting post takes the latest state',
      { change: 'rate', posted: 'waiting' },
      'waiting',
      ['update'],
    ],
    [
      'a changed stage is news to a later subscription',
      { change: 'stage', subscribedBefore: false },
      'changed-since',
      ['alert'],
    ],
    [
      'the first official word is news to a later subscription',
      { change: 'higher-rung', subscribedBefore: false, officialNow: true },
      'official-since',
      ['alert'],
    ],
    [
      'further press is no news to a later subscription',
      { change: 'more-sources', subscribedBefore: false },
      'old-news',
      [],
    ],
    ['a fresh story that fits only now is posted', { change: 'scope' }, 'matches-now', ['alert']],
    ['a stale story that fits only now is not', { change: 'scope', fresh: false }, 'old-news', []],
    [
      'nothing is sent when nothing changed',
      { change: 'none', posted: 'yes' },
      'nothing-changed',
      [],
    ],
    [
      'broadcast all tells the first official word',
      { change: 'higher-rung', posted: 'yes', officialNow: true, wantsOfficialWord: true },
      'first-official-word',
      ['update', 'change'],
    ],
  ])('%s', (_, part, rule, notices) => {
    const decision = decideNotice({ ...PLAIN, ...part });

    expect(decision.rule).toBe(rule);
    expect(decision.notices).toEqual(notices);
  });

  it('never posts a story a second time, and never answers a thread that has no post', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { notices } = decideNotice(situation);
        if (situation.posted === 'waiting' || situation.posted === 'yes') {
          expect(notices).not.toContain('alert');
        }
        if (situation.posted === 'folded') expect(notices).not.toContain('update');
        if (situation.posted === 'no') {
          for (const kind of ['update', 'change', 'correction', 'withdrawal'] as const) {
            expect(notices).not.toContain(kind);
          }
        }
        if (situation.posted === 'waiting') expect(notices).not.toContain('change');
      }),
      { numRuns: 3_000 },
    );
  });

  it('has no rule that can never apply', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(situations, (situation) => {
        reached.add(decideNotice(situation).rule);
      }),
      { numRuns: 20_000, seed: 7 },
    );

    expect(NOTICE_RULES.map((rule) => rule.rule).filter((rule) => !reached.has(rule))).toEqual([]);
  });
});
