// Every verb of the command-line program. Rooms are loaded by the verb that needs them, so that `read` starts without Slack.
import type { Verb } from './verb.ts';

type LazyVerb = Omit<Verb, 'run'> & { readonly load: () => Promise<{ run: Verb['run'] }> };

const VERBS: readonly LazyVerb[] = [
  {
    name: 'serve',
    usage: '',
    summary: 'Poll feeds, post to channels, answer commands, until stopped.',
    load: () => import('./serve.ts'),
  },
  {
    name: 'demo',
    usage: '[--port N] [--pause-ms N]',
    summary:
      'The story of spring 2025 in a minute, in the local preview; no network, no credentials.',
    load: () => import('./demo.ts'),
  },
  {
    name: 'preview',
    usage: '',
    summary: 'Every kind of message in both looks, with made-up content, in the local preview.',
    load: () => import('./preview.ts'),
  },
  {
    name: 'poll',
    usage: '--once [--feed ID]',
    summary: 'One pass over the due feeds; a line a feed.',
    load: () => import('./poll.ts'),
  },
  {
    name: 'status',
    usage: 'WHO [PRODUCT] [--on DAY] [--known-on DAY] [--from IMPOSER] [--json]',
    summary: 'What is charged on WHO’s goods on a day, and under which law.',
    load: () => import('./status.ts'),
  },
  {
    name: 'calendar',
    usage: '[WHO [PRODUCT]] [--days N] [--ics]',
    summary: 'Dates of the law that are coming up, in words or as an iCalendar file.',
    load: () => import('./calendar.ts'),
  },
  {
    name: 'read',
    usage: '[FILE] [--explain]',
    summary: 'Facts found in items (JSON lines in, JSON lines out).',
    load: () => import('./read.ts'),
  },
  {
    name: 'stories',
    usage: '[FILE]',
    summary: 'Which items tell one story (JSON lines in, JSON lines out).',
    load: () => import('./stories.ts'),
  },
  {
    name: 'parse-feed',
    usage: '[FILE|ADDRESS...] [--content-type TYPE] [--url BASE]',
    summary: 'Feed documents, from disk or asked for, as neutral items: a JSON line each.',
    load: () => import('./parse-feed.ts'),
  },
  {
    name: 'why',
    usage: 'ID',
    summary: 'Why an item (I-1) or a story (S-1) was posted or not, sentence by sentence.',
    load: () => import('./why.ts'),
  },
  {
    name: 'data',
    usage: 'check',
    summary: 'Check the ledger’s reference data: structure, chains, gaps, overlaps, unknown codes.',
    load: () => import('./data.ts'),
  },
  {
    name: 'backfill',
    usage: '--from DAY [--feed ID] [--again]',
    summary:
      'Fill items, stories and ledger from the archives of sources; resumable, tells nobody.',
    load: () => import('./backfill.ts'),
  },
  {
    name: 'feeds',
    usage: 'list [ID|TIER] | export [FILE.opml] | import FILE.opml | release ID | drop ID',
    summary: 'How the feeds are; as OPML and from it; a decision on what a storm left.',
    load: () => import('./feeds.ts'),
  },
  {
    name: 'deliveries',
    usage: 'failed | redeliver NUMBER | log CHANNEL',
    summary: 'Posts that were given up, and sent again; what was sent to a channel, and why.',
    load: () => import('./deliveries.ts'),
  },
  {
    name: 'doctor',
    usage: '',
    summary: 'Check configuration, database, credentials and feeds, and say what to mend.',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'config',
    usage: '',
    summary: 'Every configuration key with its effective value (secrets masked).',
    load: () => import('./config.ts'),
  },
  {
    name: 'import',
    usage: 'hts FILE',
    summary:
      'Normal (MFN) duties of the United States from a JSON export of hts.usitc.gov, for status.',
    load: () => import('./import.ts'),
  },
  {
    name: 'export',
    usage: 'FILE',
    summary: 'A consistent copy of the SQLite database.',
    load: () => import('./export.ts'),
  },
];

/** The verb of that name, loaded when it is run. */
export function findVerb(name: string): Verb | undefined {
  const found = VERBS.find((verb) => verb.name === name);
  return found && { ...found, run: async (args) => (await found.load()).run(args) };
}

/** How one verb is called, and what it does. */
export function renderVerbUsage({ name, usage, summary }: Omit<Verb, 'run'>): string {
  return `${`${name} ${usage}`.trim()}\n      ${summary}`;
}

/** The whole usage text. */
export function renderUsage(): string {
  const lines = VERBS.map((verb) => `  ${renderVerbUsage(verb)}`);
  return `usage: tariffwatch VERB ...\n\n${lines.join('\n')}\n\nExit codes: 0 done, 1 failed, 2 wrong usage.\n`;
}
