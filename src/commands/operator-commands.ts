// The rows of the command table that change what counts for everybody; `command-table.ts` takes them in.
import type { CommandSpec } from './command.ts';
import { feed } from './feed.ts';
import { review } from './review.ts';
import { story } from './story.ts';

/** What curators and operators decide. */
export const OPERATOR_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'review',
    aliases: ['reviews'],
    group: 'Operate',
    usage: 'review [R-3] [approve | edit field:value | reject] [because WHY]',
    summary: 'Official items that the ledger did not take by itself; curators decide.',
    examples: [
      'review',
      'review R-3 edit',
      'review R-3 edit rate:25 basis:additional because the order says so',
    ],
    isQuestion: false,
    run: review,
  },
  {
    name: 'story',
    aliases: [],
    group: 'Operate',
    usage: 'story <S-12> <split I-34 | join S-14 | withdraw | reinstate> because WHY',
    summary:
      'Undoes a wrong merge, joins what one step was told in, takes a story back or lets it stand again.',
    examples: [
      'story S-12 split I-34 because it tells another measure',
      'story S-12 join S-14 because both tell the same order',
      'story S-12 withdraw because the report was false',
      'story S-12 reinstate because the ministry confirmed it',
    ],
    details: [
      'Curators only. Whoever was told the wrong version gets a correction. Nothing is deleted: why S-12 shows who decided what, when and why.',
    ],
    isQuestion: false,
    run: story,
  },
  {
    name: 'feed',
    aliases: [],
    group: 'Operate',
    usage: 'feed [list | add <link or id> | remove | pause | resume | held | release | drop <id>]',
    summary: 'Adds the feed behind a web page; pauses feeds; decides on what a storm left.',
    examples: [
      'feed list',
      'feed add https://www.example.org/news tier:authority country:japan',
      'feed pause us-ustr',
      'feed release us-ustr',
    ],
    details: [
      'Curators only. After the link may stand tier:, country:, lang: and name:. Without a tier a feed counts as press.',
      'Nothing old is posted when a feed is added. A feed of the built-in list that is off is switched on by its id. Those of the list are paused, not removed. A feed that offers far too much at once is held: held shows it, release tells it, drop only records it.',
    ],
    isQuestion: false,
    run: feed,
  },
];
