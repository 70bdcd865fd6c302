// What one channel is told of one change to one story: an ordered table of rules, the first that fits decides. Pure;
// messages and timing are the planner's.
import type { NoticeKind } from '../domain/delivery.ts';
import type { StoryChangeKind } from '../domain/story.ts';

export type NoticeSituation = {
  readonly change: StoryChangeKind;
  /**
   * Is the story's post in this channel? `waiting`: planned, never attempted. `folded`: it came so late that it was told in
   * one message with others, so there is no post of its own to edit or answer.
   */
  readonly posted: 'no' | 'waiting' | 'folded' | 'yes';
  /** Some subscription of the channel takes the story as it is now. */
  readonly matches: boolean;
  /** One of those subscriptions is older than the story. */
  readonly subscribedBefore: boolean;
  /** Opened within the last hours, so that a first post of it is still news. */
  readonly fresh: boolean;
  readonly officialBefore: boolean;
  readonly officialNow: boolean;
  /** The channel asked to be told of everything (`broadcast all`). */
  readonly wantsOfficialWord: boolean;
  readonly muted: boolean;
  /** For longer than the outbox keeps messages for a channel that may come back. */
  readonly abandoned: boolean;
};

export type NoticeDecision = {
  /** Name of the rule, stable: `why-not`, the delivery log and the tests go by it. */
  readonly rule: string;
  readonly notices: readonly NoticeKind[];
  readonly reason: string;
  /** The waiting post is taken back; the notices are for the case that it has gone out in the meantime. */
  readonly takesBack?: true;
};

type NoticeRule = NoticeDecision & {
  /** The condition in words, for the table in docs/NOTICES.md. */
  readonly when: string;
  readonly applies: (situation: NoticeSituation) => boolean;
};

/** Changes that a reader of the first post has to be told of. */
const SURFACED: ReadonlySet<StoryChangeKind> = new Set(['stage', 'rate', 'date']);

/** Rules in order. Truth first (withdrawal, correction), then what keeps a channel quiet, then news. */
export const NOTICE_RULES: readonly NoticeRule[] = [
  {
    rule: 'nothing-changed',
    when: 'the item changed nothing a reader would see',
    applies: (it) => it.change === 'none',
    notices: [],
    reason: 'nothing changed that a reader would see',
  },
  {
    rule: 'abandoned',
    when: 'the channel has been paused for more than a week',
    applies: (it) => it.abandoned,
    notices: [],
    reason: 'the channel has been paused for more than a week; its subscriptions are kept',
  },
  {
    rule: 'withdrawn',
    when: 'withdrawal, and the channel has the post',
    applies: (it) => it.change === 'withdrawal' && it.posted === 'yes',
    notices: ['update', 'withdrawal'],
    reason: 'the story was withdrawn after it was posted here',
  },
  {
    rule: 'withdrawn-before-post',
    when: 'withdrawal, and the post still waits',
    applies: (it) => it.change === 'withdrawal' && it.posted === 'waiting',
    notices: ['update'],
    takesBack: true,
    reason: 'the story was withdrawn before it was posted here',
  },
  {
    rule: 'withdrawn-after-summary',
    when: 'withdrawal, and the channel was told in one message with others',
    applies: (it) => it.change === 'withdrawal' && it.posted === 'folded',
    notices: ['withdrawal'],
    reason: 'the story was withdrawn after it was told here in a summary',
  },
  {
    rule: 'withdrawn-unseen',
    when: 'withdrawal, and the channel never had the post',
    applies: (it) => it.change === 'withdrawal',
    notices: [],
    reason: 'the story was withdrawn and had not been posted here',
  },
  {
    rule: 'corrected',
    when: 'correction, and the channel has the post (muted, unsubscribed or not)',
    applies: (it) => it.change === 'correction' && it.posted === 'yes',
    notices: ['update', 'correction'],
    reason: 'what was posted here was wrong',
  },
  {
    rule: 'corrected-before-post',
    when: 'correction, and the post still waits',
    applies: (it) => it.change === 'correction' && it.posted === 'waiting',
    notices: ['update'],
    reason: 'corrected before it was posted here',
  },
  {
    rule: 'corrected-after-summary',
    when: 'correction, and the channel was told in one message with others',
    applies: (it) => it.change === 'correction' && it.posted === 'folded',
    notices: ['correction'],
    reason: 'what was told here in a summary was wrong',
  },
  {
    rule: 'muted',
    when: 'the story, its countries or its products are muted here',
    applies: (it) => it.muted,
    notices: [],
    reason: 'muted in this channel; it is in the digest',
  },
  {
    rule: 'planned-already',
    when: 'new story, and the channel has it',
    applies: (it) => it.change === 'new' && it.posted !== 'no',
    notices: [],
    reason: 'already planned for this channel',
  },
  {
    rule: 'waiting',
    when: 'any other change, and the post still waits',
    applies: (it) => it.posted === 'waiting',
    notices: ['update'],
    reason: 'the post that still waits takes the latest state',
  },
  {
    rule: 'no-longer-watched',
    when: 'any other change, the channel has the post, but no subscription takes the story now',
    applies: (it) => it.posted === 'yes' && !it.matches,
    notices: ['update'],
    reason: 'the post is kept true, though no subscription takes the story any more',
  },
  {
    rule: 'changed',
    when: 'change of stage, rate or date, and the channel has the post',
    applies: (it) => it.posted === 'yes' && SURFACED.has(it.change),
    notices: ['update', 'change'],
    reason: 'its stage, rate or date changed',
  },
  {
    rule: 'first-official-word',
    when: 'first official source, the channel has the press post and asked for everything',
    applies: (it) =>
      it.posted === 'yes' && it.wantsOfficialWord && !it.officialBefore && it.officialNow,
    notices: ['update', 'change'],
    reason: 'an official source now says so',
  },
  {
    rule: 'inhibited',
    when: 'a further report of a story whose official word is posted',
    applies: (it) => it.posted === 'yes' && it.change === 'more-sources' && it.officialBefore,
    notices: [],
    reason: 'the official word is posted already; a further report adds nothing',
  },
  {
    rule: 'told-more',
    when: 'more sources, a higher rung or a wider scope, and the channel has the post',
    applies: (it) => it.posted === 'yes',
    notices: ['update'],
    reason: 'further sources or details',
  },
  {
    rule: 'no-match',
    when: 'no subscription of the channel takes the story',
    applies: (it) => !it.matches,
    notices: [],
    reason: 'no subscription of this channel takes it',
  },
  {
    rule: 'new-story',
    when: 'new story, and a subscription older than it takes it',
    applies: (it) => it.change === 'new' && it.subscribedBefore,
    notices: ['alert'],
    reason: 'a new story',
  },
  {
    rule: 'changed-since',
    when: 'change of stage, rate or date of a story not posted here',
    applies: (it) => SURFACED.has(it.change),
    notices: ['alert'],
    reason: 'its stage, rate or date changed, and it was not posted here before',
  },
  {
    rule: 'official-since',
    when: 'first official source of a story not posted here',
    applies: (it) => !it.officialBefore && it.officialNow && it.change !== 'new',
    notices: ['alert'],
    reason: 'the first official word of it',
  },
  {
    rule: 'matches-now',
    when: 'any other change of a fresh story that an older subscription takes only now',
    applies: (it) => it.change !== 'new' && it.subscribedBefore && it.fresh,
    notices: ['alert'],
    reason: 'it fits a subscription of this channel now',
  },
  {
    rule: 'old-news',
    when: 'otherwise',
    applies: () => true,
    notices: [],
    reason: 'older than the subscription; a new subscription posts nothing old',
  },
];

/** The notices that one channel gets for one change, with the rule and the reason. Total: the last rule always applies. */
export function decideNotice(situation: NoticeSituation): NoticeDecision {
  const rule = NOTICE_RULES.find((candidate) => candidate.applies(situation));
  if (rule === undefined) throw new Error('the table of notices has no last rule');
  const { notices, reason, takesBack } = rule;
  return { rule: rule.rule, notices, reason, ...(takesBack === true ? { takesBack } : {}) };
}

function sentWords({ notices, takesBack }: NoticeDecision): string {
  const words = notices.join(', then ') || 'nothing';
  return takesBack === true ? `nothing; if the post went out meanwhile, ${words}` : words;
}

/** The table of docs/NOTICES.md, in Markdown. */
export function renderNoticeTable(): string {
  const rows = NOTICE_RULES.map(
    (rule) => `| ${rule.rule} | ${rule.when} | ${sentWords(rule)} | ${rule.reason} |`,
  );
  return ['| rule | when | sent | reason given |', '|---|---|---|---|', ...rows].join('\n');
}
