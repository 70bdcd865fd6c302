// Every command, once: help, the README and the manifests are made from this table, and the runner looks here only.
import { calendar } from './calendar.ts';
import type { CommandSpec } from './command.ts';
import { digest } from './digest.ts';
import { compare, coverage, diff, history, threats } from './ledger-questions.ts';
import { mute, notTariff, unmute } from './mute.ts';
import { debug, help, sources } from './operate.ts';
import { OPERATOR_COMMANDS } from './operator-commands.ts';
import { pause, resume } from './pause.ts';
import { recent } from './recent.ts';
import { settings } from './settings.ts';
import { status } from './status.ts';
import { list, unwatch, watch } from './watch.ts';
import { why } from './why.ts';

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'status',
    aliases: ['s'],
    group: 'Ask',
    usage: 'status <who> [product] [on DATE] [known on DATE] [from IMPOSER]',
    summary:
      'What a country’s goods pay that day, line by line, with the law. "status" may be left out.',
    examples: [
      'status japan steel',
      'japan steel',
      'status japan steel on 2025-04-01',
      'status korea, japan aluminium from us',
      'status china 7326.90 known on 2026-03-01',
      'status steel by eu',
    ],
    details: [
      'A question in plain words is understood too: what does brazil pay on coffee, us tariffs on india, steel from japan to eu.',
      '"on" asks what held that day; "known on" asks what this ledger said that day.',
      '--full shows every measure of a long answer, --laws the law and source of each.',
    ],
    isQuestion: true,
    run: status,
  },
  {
    name: 'history',
    aliases: [],
    group: 'Ask',
    usage: 'history <who> [product] [from IMPOSER]',
    summary: 'How the duty went over time, each step with its law.',
    examples: ['history japan steel', 'history china all goods from us'],
    isQuestion: true,
    run: history,
  },
  {
    name: 'diff',
    aliases: ['changes'],
    group: 'Ask',
    usage: 'diff <who> [product] DATE..DATE [known]',
    summary: 'What changed between two days, in law or in what this ledger said.',
    examples: [
      'diff japan steel 2025-03-01..2025-06-10',
      'diff japan known 2026-03-01..2026-11-01',
    ],
    isQuestion: true,
    run: diff,
  },
  {
    name: 'compare',
    aliases: ['vs'],
    group: 'Ask',
    usage: 'compare <who> <who> [product] [on DATE]',
    summary: 'The same goods from several origins side by side.',
    examples: ['compare japan korea steel', 'compare usmca autos on 2026-10-01'],
    isQuestion: true,
    run: compare,
  },
  {
    name: 'calendar',
    aliases: ['upcoming'],
    group: 'Ask',
    usage: 'calendar [who] [product] [30d] [--ics]',
    summary: 'What begins, ends or resumes soon; --ics gives an address for calendar programs.',
    examples: ['calendar', 'calendar japan 60d', 'calendar japan steel --ics'],
    isQuestion: true,
    run: calendar,
  },
  {
    name: 'threats',
    aliases: [],
    group: 'Ask',
    usage: 'threats [who] [from IMPOSER]',
    summary: 'Threats, what became of them, and how many days it took.',
    examples: ['threats', 'threats canada from us'],
    isQuestion: true,
    run: threats,
  },
  {
    name: 'coverage',
    aliases: [],
    group: 'Ask',
    usage: 'coverage <who>',
    summary: 'What the ledger knows about a country, and how well it was checked.',
    examples: ['coverage japan'],
    isQuestion: true,
    run: coverage,
  },
  {
    name: 'recent',
    aliases: ['news', 'latest'],
    group: 'Ask',
    usage: 'recent [filters] [7d]',
    summary: 'The newest stories, all or those that fit.',
    examples: ['recent', 'recent japan steel 7d', 'recent rung:official'],
    isQuestion: true,
    run: recent,
  },
  {
    name: 'watch',
    aliases: ['subscribe', 'follow', 'alert', 'alerts', 'notify'],
    group: 'Follow',
    usage: 'watch [filters] [--preview]',
    summary: 'Posts stories that fit to this channel from now on.',
    examples: [
      'watch japan steel',
      'watch jp>us steel,aluminium',
      'watch imposer:us,eu product:steel -stage:threatened',
      'watch korea severity:high --preview',
    ],
    details: [
      'Bare words are countries or products. key:a,b means a or b; different keys must all fit; -key:value excludes.',
      'Keys: imposer, target, product, stage, action, rung, source. severity:low|medium|high asks for a least stage.',
      'Running it again changes nothing. Several watches that fit one story post it once.',
    ],
    isQuestion: false,
    run: watch,
  },
  {
    name: 'unwatch',
    aliases: ['unsubscribe', 'unfollow', 'stop'],
    group: 'Follow',
    usage: 'unwatch [id | filters | all]',
    summary: 'Ends a watch. Posts already made are still corrected.',
    examples: ['unwatch japan steel', 'unwatch W-7K3Q', 'unwatch all'],
    isQuestion: false,
    run: unwatch,
  },
  {
    name: 'list',
    aliases: ['subscriptions', 'watches'],
    group: 'Follow',
    usage: 'list',
    summary: 'What this channel follows, who asked, the last post, the last failure.',
    examples: ['list'],
    isQuestion: true,
    run: list,
  },
  {
    name: 'digest',
    aliases: [],
    group: 'Follow',
    usage: 'digest [on | off | now] [08:30] [Asia/Tokyo] [weekdays | daily]',
    summary: 'One post a day at this channel’s local time.',
    examples: ['digest on 08:30 Asia/Tokyo weekdays', 'digest off', 'digest now'],
    isQuestion: false,
    run: digest,
  },
  {
    name: 'mute',
    aliases: [],
    group: 'Follow',
    usage: 'mute <story | country | product> <7d>',
    summary: 'Keeps it out of this channel for a while; the digest still tells it.',
    examples: ['mute S-12 7d', 'mute japan 2w', 'mute steel 12h'],
    isQuestion: false,
    run: mute,
  },
  {
    name: 'unmute',
    aliases: [],
    group: 'Follow',
    usage: 'unmute <story | country | product | all>',
    summary: 'Ends a mute.',
    examples: ['unmute japan', 'unmute all'],
    isQuestion: false,
    run: unmute,
  },
  {
    name: 'pause',
    aliases: [],
    group: 'Follow',
    usage: 'pause',
    summary: 'No posts and no digest in this channel until resume; subscriptions are kept.',
    examples: ['pause'],
    isQuestion: false,
    run: pause,
  },
  {
    name: 'resume',
    aliases: ['unpause'],
    group: 'Follow',
    usage: 'resume',
    summary: 'Posts again; what waited is told, late news in one message.',
    examples: ['resume'],
    isQuestion: false,
    run: resume,
  },
  {
    name: 'settings',
    aliases: ['set'],
    group: 'Follow',
    usage: 'settings [broadcast | quiet | empty-digest] [value]',
    summary: 'Quiet hours, how changes are surfaced, what an empty digest looks like.',
    examples: [
      'settings',
      'settings quiet 22:00-07:00 Europe/Berlin urgent',
      'settings broadcast all',
      'settings empty-digest none',
    ],
    isQuestion: false,
    run: settings,
  },
  {
    name: 'why',
    aliases: ['explain'],
    group: 'Explain',
    usage: 'why <story | item | measure | link>',
    summary: 'The facts with their sentences, the sources, and why it was posted here.',
    examples: ['why S-12', 'why I-40', 'why us-232-steel-world-2025-50'],
    isQuestion: true,
    run: why,
  },
  {
    name: 'why-not',
    aliases: ['whynot'],
    group: 'Explain',
    usage: 'why-not <link | item>',
    summary: 'The one reason why something was not posted here.',
    examples: ['why-not https://www.example.org/news/steel', 'why-not I-40'],
    isQuestion: true,
    run: why,
  },
  {
    name: 'not-tariff',
    aliases: [],
    group: 'Explain',
    usage: 'not-tariff <story>',
    summary: 'Hides a story here and tells the operators that it was misread.',
    examples: ['not-tariff S-12'],
    isQuestion: false,
    run: notTariff,
  },
  {
    name: 'sources',
    aliases: ['feeds'],
    group: 'Explain',
    usage: 'sources [kind | id]',
    summary: 'The feeds, which are held or in trouble, and when each last answered.',
    examples: ['sources', 'sources customs'],
    isQuestion: true,
    run: sources,
  },
  ...OPERATOR_COMMANDS,
  {
    name: 'help',
    aliases: ['?', 'commands', 'hello', 'hi'],
    group: 'Operate',
    usage: 'help [command]',
    summary: 'This list, or one command with examples.',
    examples: ['help', 'help watch'],
    isQuestion: true,
    run: help,
  },
  {
    name: 'debug',
    aliases: [],
    group: 'Operate',
    usage: 'debug [redeliver <number>]',
    summary: 'Ids, last deliveries and failed posts of this channel, for support.',
    examples: ['debug', 'debug redeliver 42'],
    isQuestion: false,
    run: debug,
  },
];

/** The command that a word names, by name or alias; null when none does. */
export function findCommand(word: string): CommandSpec | null {
  const wanted = word.toLowerCase().replace(/^\//, '');
  return (
    COMMANDS.find((command) => command.name === wanted) ??
    COMMANDS.find((command) => command.aliases.includes(wanted)) ??
    null
  );
}
