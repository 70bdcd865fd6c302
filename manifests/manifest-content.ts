// What both platforms are told about the app: the command table in, the two manifests out. Pure; `write-manifests.ts` writes
// them to files and `package-teams.ts` fills in what only the installer knows.
import type { CommandSpec } from '../src/commands/command.ts';

type ListedCommand = Pick<CommandSpec, 'name' | 'summary'>;

/** Stands for the address under which Slack reaches the program. */
export const HOST_PLACEHOLDER = 'your-host.example';

/** Stands for the app id of the Azure Bot; a manifest of Teams must hold a GUID, and this one is nobody's. */
export const APP_ID_PLACEHOLDER = '00000000-0000-0000-0000-000000000000';

const NAME = 'Tariffwatch';
const SHORT = 'Tariff alerts, digests and a dated tariff ledger, in your channel.';
const LONG =
  'Tariffwatch reads the announcements of customs authorities, gazettes and the press, works out what each one says about ' +
  'tariffs and exemptions, and keeps a dated ledger of what every country’s goods pay. It posts one alert per event to the ' +
  'channels that follow it, edits that post as the story grows, and answers questions: what does Japan’s steel pay today, ' +
  'and what did it pay on 1 April? Every figure is shown with the sentence it was read from. A threat never reads as law, ' +
  'and what is not known is said to be unknown. Its answers are information, not legal advice.';

/**
 * Each event that Slack is asked for, with the scope it needs;
 * https://docs.slack.dev/reference/events and https://docs.slack.dev/reference/scopes
 */
export const SLACK_EVENTS: Readonly<Record<string, string | null>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  member_joined_channel: 'channels:read',
  channel_left: 'channels:read',
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_deleted: 'channels:read',
  group_left: 'groups:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_deleted: 'groups:read',
  app_uninstalled: null,
  tokens_revoked: null,
};

/** What the program calls besides: slash command, chat.postMessage, chat.update, chat.postEphemeral, files.uploadV2. */
const SLACK_CALL_SCOPES = ['commands', 'chat:write', 'files:write'];

/** Commands that the hint beside `/tariff` names: it is one short line. */
const HINTED_COMMANDS = ['recent', 'watch', 'list', 'digest', 'why', 'help'];

/** App manifest of Slack, schema version 2; https://docs.slack.dev/reference/app-manifest */
export function slackManifest(commands: readonly ListedCommand[]): object {
  const url = `https://${HOST_PLACEHOLDER}/slack/events`;
  const scopes = Object.values(SLACK_EVENTS).filter((scope) => scope !== null);
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: NAME,
      description: SHORT,
      long_description: LONG,
      background_color: '#0b3d5c',
    },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: NAME, always_online: true },
      slash_commands: [
        {
          command: '/tariff',
          url,
          description: 'Ask what a country pays, follow tariff news, set the digest',
          usage_hint: [
            'japan steel',
            ...present(commands, HINTED_COMMANDS).map(({ name }) => name),
          ].join(' | '),
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: [...new Set([...SLACK_CALL_SCOPES, ...scopes])].sort() } },
    settings: {
      event_subscriptions: { request_url: url, bot_events: Object.keys(SLACK_EVENTS) },
      interactivity: { is_enabled: true, request_url: url },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  };
}

/** Commands offered by Teams while one types, ten at most; the others work all the same. */
const TEAMS_COMMANDS = [
  'status',
  'recent',
  'watch',
  'unwatch',
  'list',
  'digest',
  'mute',
  'why',
  'sources',
  'help',
];

const TEAMS_SCOPES = ['team', 'personal', 'groupChat'];

/** App manifest of Teams 1.19; https://learn.microsoft.com/microsoft-365/extensibility/schema/ */
export function teamsManifest(commands: readonly ListedCommand[]): object {
  const listed = present(commands, TEAMS_COMMANDS);
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json',
    manifestVersion: '1.19',
    version: '1.0.0',
    id: APP_ID_PLACEHOLDER,
    developer: {
      name: NAME,
      websiteUrl: `https://${HOST_PLACEHOLDER}/`,
      privacyUrl: `https://${HOST_PLACEHOLDER}/privacy`,
      termsOfUseUrl: `https://${HOST_PLACEHOLDER}/terms`,
    },
    name: { short: NAME, full: `${NAME}: tariff alerts and a dated ledger` },
    description: { short: SHORT, full: LONG },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0b3d5c',
    bots: [
      {
        botId: APP_ID_PLACEHOLDER,
        scopes: TEAMS_SCOPES,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: TEAMS_SCOPES,
            commands: listed.map(({ name, summary }) => ({ title: name, description: summary })),
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
  };
}

/** The named commands that the table has, in the order of the names. */
function present(
  commands: readonly ListedCommand[],
  names: readonly string[],
): readonly ListedCommand[] {
  return names.flatMap((name) => commands.filter((command) => command.name === name));
}
