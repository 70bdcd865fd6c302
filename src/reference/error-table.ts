// Every error that a user can be shown, by code: what it means and what to do. docs/ERRORS.md is generated from it.

type ErrorSpec = {
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
};

/** In the order of the documentation. A code never changes its meaning; messages may. */
export const ERROR_TABLE = [
  {
    code: 'unknown-command',
    meaning: 'The first word is no command, country or product.',
    remedy: 'Use the suggestion, or `help` for the list of commands.',
  },
  {
    code: 'unknown-word',
    meaning: 'A word of the command is no country, product or option that is known.',
    remedy: 'Use the suggestion, an ISO code, or a product word such as `steel`.',
  },
  {
    code: 'unknown-filter-key',
    meaning: 'A filter has the form `key:value`, and the key is not known.',
    remedy: 'Keys are imposer, target, product, stage, action, rung and source.',
  },
  {
    code: 'unknown-filter-value',
    meaning: 'The value after a filter key is not one of its values.',
    remedy: 'Use the suggestion or one of the values listed in the answer.',
  },
  {
    code: 'contradictory-filter',
    meaning: 'The same value is asked for and excluded, so nothing could ever match.',
    remedy: 'Drop one of the two.',
  },
  {
    code: 'two-lanes',
    meaning: 'One watch can follow one lane such as `jp>us`.',
    remedy: 'Run `watch` once for each lane.',
  },
  {
    code: 'missing-argument',
    meaning: 'The command needs a word that was not given.',
    remedy: 'Follow the example in the answer.',
  },
  {
    code: 'bad-date',
    meaning: 'A date could not be read, or is no day of the calendar.',
    remedy: 'Write it as 2025-03-12 or 12 March 2025.',
  },
  {
    code: 'bad-time',
    meaning: 'A time of day could not be read.',
    remedy: 'Write it as 08:30, from 00:00 to 23:59.',
  },
  {
    code: 'bad-zone',
    meaning: 'The time zone is not known.',
    remedy: 'Write it as Asia/Tokyo or Europe/Berlin.',
  },
  {
    code: 'bad-duration',
    meaning: 'A length of time could not be read.',
    remedy: 'Write it as 12h, 7d or 2w, at most 365d.',
  },
  {
    code: 'bad-setting',
    meaning: 'The setting or its value is not known.',
    remedy: 'Run `settings` to see every setting with its values.',
  },
  {
    code: 'not-found',
    meaning: 'No story, item or subscription with this id or link is known here.',
    remedy: 'Ids are printed at the foot of each post; `recent` lists the newest.',
  },
  {
    code: 'limit-reached',
    meaning: 'The channel or the workspace holds as many subscriptions as it may.',
    remedy: 'Remove some with `unwatch`, or widen one filter instead of adding another.',
  },
  {
    code: 'too-many',
    meaning:
      'One person gave more commands within a minute than one person may; buttons count too.',
    remedy: 'Wait as long as the answer says and ask again.',
  },
  {
    code: 'too-long',
    meaning: 'The command is longer than 500 characters.',
    remedy: 'Shorten it, or split it into several watches.',
  },
  {
    code: 'not-allowed',
    meaning: 'The command is for curators only.',
    remedy: 'Ask an operator to add you to TARIFFWATCH_CURATORS.',
  },
  {
    code: 'decided-already',
    meaning: 'Somebody else decided this review in the meantime.',
    remedy: 'Run `review` for what is still open.',
  },
  {
    code: 'story-split-item',
    meaning: 'A story is to be split by an item that is not among its sources.',
    remedy: 'See the sources of the story with `why`.',
  },
  {
    code: 'story-split-all',
    meaning: 'A split would move every source of a story, or none.',
    remedy: 'Name only the items that tell another step.',
  },
  {
    code: 'story-join',
    meaning: 'Two stories cannot be joined: they are one and the same, or one is withdrawn.',
    remedy: 'Name two stories that stand.',
  },
  {
    code: 'story-withdrawn',
    meaning: 'A story that is withdrawn is to be split or withdrawn.',
    remedy: 'See what was decided, and where its sources went, with `why`.',
  },
  {
    code: 'story-reinstate',
    meaning:
      'A story that is not withdrawn, or whose items are told in another one, is to be reinstated.',
    remedy: 'See what was decided, and where its items are told, with `why`.',
  },
  {
    code: 'story-changed',
    meaning: 'A story changed at the moment of a decision about it; nothing was done.',
    remedy: 'Look at it with `why`, and decide again if it still holds.',
  },
  {
    code: 'storage-unusable',
    meaning: 'The database file cannot be opened or written.',
    remedy: 'Check the folder, its space and rights, or set `TARIFFWATCH_DATA_DIR`.',
  },
  {
    code: 'storage-unreachable',
    meaning: 'The database server does not answer or refuses.',
    remedy: 'Check `DATABASE_URL` and that the server is running.',
  },
  {
    code: 'storage-newer',
    meaning: 'The database was written by a newer version of the program.',
    remedy: 'Start that version, or restore a backup that this one wrote.',
  },
  {
    code: 'backup-exists',
    meaning: 'The file that a copy is to be written to is there already.',
    remedy: 'Name a new file; nothing is overwritten.',
  },
  {
    code: 'backup-nothing',
    meaning: 'A copy was asked for of a database that is not there.',
    remedy: 'Name its folder by `TARIFFWATCH_DATA_DIR`.',
  },
  {
    code: 'backup-unwritable',
    meaning: 'The file that a copy is to be written to cannot be written.',
    remedy: 'Check that its folder is there, can be written and has space.',
  },
  {
    code: 'backup-by-server',
    meaning: 'The database is a server, which has its own backups.',
    remedy: 'Use pg_dump.',
  },
  {
    code: 'config-invalid',
    meaning: 'A key of the configuration has a value that cannot be used.',
    remedy:
      'All faults are listed at once; `tariffwatch config` prints every key with its meaning.',
  },
  {
    code: 'credential-missing',
    meaning: 'A platform is configured in part: one of its keys is missing.',
    remedy: 'The message names the key and where to find its value.',
  },
  {
    code: 'teams-auth-off',
    meaning: 'Checks of Teams messages are off on an address that others can reach.',
    remedy: 'Use `TEAMS_AUTH=off` only with `HOST=127.0.0.1`, for an emulator.',
  },
  {
    code: 'slack-app-token',
    meaning: 'Slack refuses the app-level token, so socket mode cannot start.',
    remedy: 'Make a token with the scope `connections:write` and switch Socket Mode on.',
  },
  {
    code: 'port-in-use',
    meaning: 'Another program listens on the port.',
    remedy: 'Stop it, or choose another `PORT` (0 takes any free one).',
  },
  {
    code: 'port-forbidden',
    meaning: 'This user may not listen on the port.',
    remedy: 'Choose a `PORT` above 1023.',
  },
  {
    code: 'host-unknown',
    meaning: '`HOST` is no address of this machine.',
    remedy: 'Use 127.0.0.1, or 0.0.0.0 for all addresses.',
  },
  {
    code: 'feeds-file',
    meaning: 'The list of feeds cannot be read, or has faulty rows, each named by its line.',
    remedy: 'Mend the file, or unset `TARIFFWATCH_FEEDS` to use the built-in catalogue.',
  },
  {
    code: 'unknown-feed',
    meaning: 'No enabled feed has this id.',
    remedy: 'Use one of the ids that the message lists.',
  },
  {
    code: 'input-unreadable',
    meaning: 'A file given on the command line cannot be read.',
    remedy: 'Check its name and your rights.',
  },
  {
    code: 'tariff-table-broken',
    meaning: 'A tariff table holds no tariff lines, or its copy in the data folder cannot be read.',
    remedy: 'Import a JSON export of hts.usitc.gov: `tariffwatch import hts FILE`.',
  },
  {
    code: 'file-exists',
    meaning: 'The file to write is there already.',
    remedy: 'Name a new file; nothing is overwritten.',
  },
  {
    code: 'not-embedded',
    meaning: 'A backup was asked for of a database that is a server.',
    remedy: 'Use its own tools, such as `pg_dump`.',
  },
  {
    code: 'feed-unreachable',
    meaning: 'The address given to `feed add` does not answer, or may not be asked.',
    remedy: 'Check the address in a browser; name private hosts in TARIFFWATCH_ALLOW_HOSTS.',
  },
  {
    code: 'feed-not-found',
    meaning: 'There is no feed at the address, and the page names none.',
    remedy: 'Give the address of the feed itself.',
  },
  {
    code: 'feed-known',
    meaning: 'The feed is polled already.',
    remedy: 'See it with `feed list`.',
  },
  {
    code: 'feed-limit',
    meaning: 'As many feeds were added as may be.',
    remedy: 'Remove one, or keep a list of your own in TARIFFWATCH_FEEDS.',
  },
  {
    code: 'feed-fixed',
    meaning: 'The feed comes with the list of feeds and cannot be removed by a command.',
    remedy: 'Pause it with `feed pause`.',
  },
  {
    code: 'opml-broken',
    meaning: 'The file is no OPML document, or names no feed.',
    remedy: 'Export the list from your feed reader as OPML.',
  },
  {
    code: 'backfill-none',
    meaning: 'No feed that was named has an archive that can be paged.',
    remedy: 'Leave `--feed` out to see which feeds have one.',
  },
] as const satisfies readonly ErrorSpec[];

/** The table of docs/ERRORS.md, in Markdown. */
export function renderErrorTable(): string {
  const rows = ERROR_TABLE.map(
    ({ code, meaning, remedy }) => `| \`${code}\` | ${meaning} | ${remedy} |`,
  );
  return ['| code | what it means | what to do |', '|---|---|---|', ...rows].join('\n');
}
