// Every configuration key: kind, default, meaning. The README's table and the typed values follow from it.

type KeyKind = 'text' | 'url' | 'number' | 'list' | 'choice';

export type KeySpec = {
  readonly kind: KeyKind;
  readonly fallback: string | null;
  readonly secret: boolean;
  readonly group: 'Program' | 'Feeds' | 'Delivery' | 'Slack' | 'Teams' | 'Operations';
  readonly doc: string;
  readonly min?: number;
  readonly max?: number;
  /** A count or a port: no part of one. */
  readonly whole?: true;
  readonly choices?: readonly string[];
  /** What a text, or each part of a list, must look like, and how that is said. */
  readonly shape?: { readonly pattern: RegExp; readonly words: string };
};

/** Every key, in the order of the documentation. A secret may also be given as a file through `<KEY>_FILE`. */
export const CONFIG_KEYS = {
  PORT: {
    kind: 'number',
    fallback: '3978',
    secret: false,
    group: 'Program',
    min: 0,
    max: 65_535,
    whole: true,
    doc: 'Port of the one HTTP server; 0 takes a free one.',
  },
  HOST: {
    kind: 'text',
    fallback: '127.0.0.1',
    secret: false,
    group: 'Program',
    doc: 'Address to listen on. Slack and Teams must reach it (through your TLS proxy) in HTTP mode.',
  },
  TARIFFWATCH_DATA_DIR: {
    kind: 'text',
    fallback: './data',
    secret: false,
    group: 'Program',
    doc: 'Folder of the SQLite database.',
  },
  DATABASE_URL: {
    kind: 'text',
    fallback: null,
    secret: true,
    group: 'Program',
    shape: { pattern: /^postgres(?:ql)?:\/\//, words: 'an address that begins with postgres://' },
    doc: 'postgres://... to share the work among several processes; without it SQLite is used.',
  },
  TARIFFWATCH_PREVIEW: {
    kind: 'choice',
    fallback: 'on',
    secret: false,
    group: 'Program',
    choices: ['on', 'off'],
    doc: 'The local page at `/` that shows channels and takes commands, for callers on this machine only.',
  },
  TARIFFWATCH_COMMANDS_PER_MINUTE: {
    kind: 'number',
    fallback: '30',
    secret: false,
    group: 'Program',
    min: 1,
    max: 1_000_000,
    whole: true,
    doc: 'How many commands one person may give within a minute, buttons included; each process counts for itself.',
  },
  TARIFFWATCH_CURATORS: {
    kind: 'list',
    fallback: '',
    secret: false,
    group: 'Program',
    doc: 'Who may decide ledger reviews, stories and feeds: platform user ids, comma-separated (`slack:U123, teams:29:1abc, preview:you`).',
  },
  TARIFFWATCH_ADMIN_CHANNEL: {
    kind: 'text',
    fallback: null,
    secret: false,
    group: 'Program',
    doc: 'Where operators are told what they must decide: a channel as `debug` names it there (`slack:T123:C456`, `teams:TENANT:19:abc@thread.tacv2`, `preview:local:general`). Without it the preview’s #operators.',
  },
  TARIFFWATCH_FEEDS: {
    kind: 'text',
    fallback: null,
    secret: false,
    group: 'Feeds',
    doc: 'CSV file of feeds to poll instead of the built-in catalogue.',
  },
  TARIFFWATCH_ALLOW_HOSTS: {
    kind: 'list',
    fallback: '',
    secret: false,
    group: 'Feeds',
    shape: { pattern: /^(?:\[[\da-f:.]+\]|[^\s:/[\]]+):\d{1,5}$/i, words: 'a pair of host:port' },
    doc: '`host:port` pairs that feeds may use although their address is private (intranets, tests).',
  },
  TARIFFWATCH_POLL_SECONDS: {
    kind: 'number',
    fallback: null,
    secret: false,
    group: 'Feeds',
    min: 0.05,
    max: 86_400,
    doc: 'One fixed interval for all feeds, instead of the interval that each feed earns by its own rhythm.',
  },
  TARIFFWATCH_CONTACT: {
    kind: 'text',
    fallback: null,
    secret: false,
    group: 'Feeds',
    doc: 'Mail or web address put into the User-Agent, so that publishers can reach you.',
  },
  TARIFFWATCH_GROUP_WAIT_SECONDS: {
    kind: 'number',
    fallback: '240',
    secret: false,
    group: 'Delivery',
    min: 0,
    max: 3_600,
    doc: 'How long a press-only story waits for further reports before it is posted. Official sources never wait.',
  },
  TARIFFWATCH_QUIET_SECONDS: {
    kind: 'number',
    fallback: '70',
    secret: false,
    group: 'Delivery',
    min: 0.1,
    max: 3_600,
    doc: 'How long a post whose fate is unknown rests before it is sent once more, marked as a possible repeat.',
  },
  TARIFFWATCH_LANE_SECONDS: {
    kind: 'number',
    fallback: '1',
    secret: false,
    group: 'Delivery',
    min: 0,
    max: 60,
    doc: 'Least time between two messages to one channel (Slack asks for about one a second).',
  },
  SLACK_SIGNING_SECRET: {
    kind: 'text',
    fallback: null,
    secret: true,
    group: 'Slack',
    doc: 'Basic Information > App Credentials > Signing Secret.',
  },
  SLACK_BOT_TOKEN: {
    kind: 'text',
    fallback: null,
    secret: true,
    group: 'Slack',
    doc: 'OAuth & Permissions > Bot User OAuth Token (`xoxb-...`).',
  },
  SLACK_APP_TOKEN: {
    kind: 'text',
    fallback: null,
    secret: true,
    group: 'Slack',
    doc: 'Basic Information > App-Level Tokens (`xapp-...`, scope connections:write); switches to socket mode.',
  },
  SLACK_API_URL: {
    kind: 'url',
    fallback: null,
    secret: false,
    group: 'Slack',
    doc: 'Another base address than Slack’s own, for tests.',
  },
  TEAMS_APP_ID: {
    kind: 'text',
    fallback: null,
    secret: false,
    group: 'Teams',
    doc: 'Azure Bot > Configuration > Microsoft App ID.',
  },
  TEAMS_APP_PASSWORD: {
    kind: 'text',
    fallback: null,
    secret: true,
    group: 'Teams',
    doc: 'App registration > Certificates & secrets > Client secret value.',
  },
  TEAMS_TENANT_ID: {
    kind: 'text',
    fallback: null,
    secret: false,
    group: 'Teams',
    doc: 'Directory (tenant) ID of a single-tenant registration.',
  },
  TEAMS_AUTH: {
    kind: 'choice',
    fallback: 'on',
    secret: false,
    group: 'Teams',
    choices: ['on', 'off'],
    doc: '`off` accepts unsigned activities from an emulator; refused unless HOST is a loopback address.',
  },
  TEAMS_OPENID_URL: {
    kind: 'url',
    fallback: null,
    secret: false,
    group: 'Teams',
    doc: 'OpenID metadata of another cloud than the public one.',
  },
  TEAMS_LOGIN_URL: {
    kind: 'url',
    fallback: null,
    secret: false,
    group: 'Teams',
    doc: 'Token endpoint of another cloud than the public one.',
  },
  TEAMS_SERVICE_HOSTS: {
    kind: 'list',
    fallback: '',
    secret: false,
    group: 'Teams',
    doc: 'Further hosts that an activity may name as its service address.',
  },
  TARIFFWATCH_LOG_LEVEL: {
    kind: 'choice',
    fallback: 'info',
    secret: false,
    group: 'Operations',
    choices: ['debug', 'info', 'warn', 'error', 'silent'],
    doc: 'Least severity that is logged to stderr.',
  },
  TARIFFWATCH_METRICS_TOKEN: {
    kind: 'text',
    fallback: null,
    secret: true,
    group: 'Operations',
    doc: 'Bearer token for `/metrics` from other machines; without it only this machine may read it.',
  },
  TARIFFWATCH_PUBLIC_URL: {
    kind: 'url',
    fallback: null,
    secret: false,
    group: 'Operations',
    doc: 'Address under which others reach this server (`https://tariffs.example.org`), for addresses in answers.',
  },
  TARIFFWATCH_CALENDAR_TOKEN: {
    kind: 'text',
    fallback: null,
    secret: true,
    group: 'Operations',
    doc: 'Long random text that opens `/calendar/<token>.ics` to other machines; without it `/calendar.ics` answers this machine only.',
  },
  TARIFFWATCH_CRASH_AT: {
    kind: 'text',
    fallback: null,
    secret: false,
    group: 'Operations',
    doc: '`point:n` kills the process the n-th time it passes a named point of a delivery: for fault drills.',
  },
} as const satisfies Readonly<Record<string, KeySpec>>;

export type ConfigKey = keyof typeof CONFIG_KEYS;

type ValueOf<Spec> = Spec extends { kind: 'number'; fallback: string }
  ? number
  : Spec extends { kind: 'number' }
    ? number | null
    : Spec extends { kind: 'list' }
      ? readonly string[]
      : Spec extends { kind: 'choice'; choices: readonly (infer Choice)[] }
        ? Choice
        : Spec extends { fallback: string }
          ? string
          : string | null;

export type Config = { readonly [Key in ConfigKey]: ValueOf<(typeof CONFIG_KEYS)[Key]> };

/** The configuration table of the README, in Markdown. */
export function renderConfigTable(): string {
  const rows = (Object.entries(CONFIG_KEYS) as [ConfigKey, KeySpec][]).map(
    ([key, spec]) =>
      `| ${spec.group} | \`${key}\`${spec.secret ? ' (secret)' : ''} | ${spec.fallback === null || spec.fallback === '' ? '' : `\`${spec.fallback}\``} | ${spec.doc} |`,
  );
  return ['| Group | Key | Default | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
