// The manifests say what the code does: commands of the table, events that are listened for, scopes that both need.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { App } from '@slack/bolt';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SLACK_EVENTS, slackManifest, teamsManifest } from '../../manifests/manifest-content.ts';
import { buildTeamsPackage } from '../../manifests/teams-package.ts';
import { listenForEvents } from '../../src/channels/slack/listen-for-events.ts';
import { listenForWords } from '../../src/channels/slack/listen-for-words.ts';
import { COMMANDS } from '../../src/commands/command-table.ts';

const FOLDER = join(import.meta.dirname, '../../manifests');
const SCHEMA = join(FOLDER, '../../shared/schemas/slack-manifest-2.json');

if (!existsSync(SCHEMA)) console.log(`skipped: no schema at ${SCHEMA}`);

type SlackManifest = {
  readonly features: {
    readonly slash_commands: readonly {
      readonly command: string;
      readonly url: string;
      readonly usage_hint: string;
    }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: {
      readonly request_url: string;
      readonly bot_events: readonly string[];
    };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url: string };
  };
};

type TeamsManifest = {
  readonly id: string;
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly bots: readonly {
    readonly botId: string;
    readonly commandLists: readonly {
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
};

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as T;
}

const slack = readJson<SlackManifest>('slack.json');
const teams = readJson<TeamsManifest>('teams/manifest.json');
const names = COMMANDS.map(({ name }) => name);

describe('the files', () => {
  it.each([
    ['slack.json', slackManifest(COMMANDS)],
    ['teams/manifest.json', teamsManifest(COMMANDS)],
  ])('%s is up to date with the command table (npm run manifests)', (path, content) => {
    expect(readJson(path)).toEqual(JSON.parse(JSON.stringify(content)));
  });

  it.each([
    ['color', 192],
    ['outline', 32],
  ])('%s.png is the drawing beside it, %i pixels wide, with transparency', (icon, width) => {
    const png = readFileSync(join(FOLDER, `teams/${icon}.png`));
    const drawing = readFileSync(join(FOLDER, `teams/${icon}.svg`), 'utf8');

    expect(png.equals(new Resvg(drawing).render().asPng())).toBe(true);
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([width, width, 6]);
  });

  it('the outline icon is white and nothing else, as Teams asks', () => {
    const drawing = readFileSync(join(FOLDER, 'teams/outline.svg'), 'utf8');
    const { pixels } = new Resvg(drawing).render();

    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
      // Colours are premultiplied: white is as bright as it is opaque.
      expect([red, green, blue]).toEqual([alpha, alpha, alpha]);
    }
  });
});

/** What the listeners ask Bolt for, without Bolt. */
function listenedEvents(): string[] {
  const events: string[] = [];
  const app = {
    event: (name: string) => events.push(name),
    message: () => events.push('message.im'),
    command: () => 0,
    action: () => 0,
    shortcut: () => 0,
    view: () => 0,
  } as unknown as App;
  listenForEvents(app, {} as never);
  listenForWords(app, {} as never);
  return events.sort();
}

/** Scopes of the Web API methods that the code calls; https://docs.slack.dev/reference/methods */
const SCOPES_OF_CALLS: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'auth.test': [],
  'files.uploadV2': ['files:write'],
  // A modal needs a trigger of the person, and no scope.
  'views.open': [],
  'views.update': [],
};

describe('the manifest of Slack', () => {
  it('subscribes to the events that are listened for, and to no other', () => {
    expect([...slack.settings.event_subscriptions.bot_events].sort()).toEqual(listenedEvents());
  });

  it('asks for the scopes that its events and calls need, and for no other', () => {
    const called = [
      'listen-for-events.ts',
      'listen-for-forms.ts',
      'listen-for-words.ts',
      'post-charts.ts',
      'slack-port.ts',
    ].flatMap((file) => {
      const code = readFileSync(join(FOLDER, '../src/channels/slack', file), 'utf8');
      return [...code.matchAll(/client\.(\w+\.\w+)\(|calls\.call\('(\w+\.\w+)'/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
    });
    const needed = [
      'commands',
      ...Object.values(SLACK_EVENTS).filter((scope) => scope !== null),
      ...called.flatMap((method) => SCOPES_OF_CALLS[method] ?? [`unknown call ${method}`]),
    ];

    expect(called.length).toBeGreaterThanOrEqual(6);
    expect(slack.oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
  });

  it('names one command, and hints only at words that work', () => {
    const [command, ...others] = slack.features.slash_commands;

    expect(others).toEqual([]);
    expect(command?.command).toBe('/tariff');
    const hinted = (command?.usage_hint ?? '').split(' | ').slice(1);
    expect(hinted.length).toBeGreaterThan(3);
    expect(hinted.filter((word) => !names.includes(word))).toEqual([]);
  });

  it('sends everything to the one address that the program listens on', () => {
    const addresses = [
      slack.features.slash_commands[0]?.url,
      slack.settings.event_subscriptions.request_url,
      slack.settings.interactivity.request_url,
    ];

    expect(new Set(addresses)).toEqual(new Set(['https://your-host.example/slack/events']));
    expect(slack.settings.interactivity.is_enabled).toBe(true);
  });

  it.skipIf(!existsSync(SCHEMA))(
    'is valid by the schema of Slack, which would see a mistake',
    () => {
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

      expect(validate(slack) ? [] : validate.errors).toEqual([]);
      expect(validate({ ...slack, features: { slash_commands: [{ command: 'tariff' }] } })).toBe(
        false,
      );
    },
  );
});

describe('the manifest of Teams', () => {
  const commands = teams.bots[0]?.commandLists[0]?.commands ?? [];

  it('offers commands of the table in its words', () => {
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const { title, description } of commands) {
      expect(COMMANDS.find(({ name }) => name === title)?.summary, title).toBe(description);
    }
  });

  it('keeps to the lengths of its schema, version 1.19', () => {
    expect(teams.name.short.length).toBeLessThanOrEqual(30);
    expect(teams.name.full.length).toBeLessThanOrEqual(100);
    expect(teams.description.short.length).toBeLessThanOrEqual(80);
    expect(teams.description.full.length).toBeLessThanOrEqual(4_000);
    expect(commands.length).toBeLessThanOrEqual(10);
    for (const { title, description } of commands) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });
});

describe('the package of Teams', () => {
  const input = {
    manifest: readFileSync(join(FOLDER, 'teams/manifest.json'), 'utf8'),
    color: readFileSync(join(FOLDER, 'teams/color.png')),
    outline: readFileSync(join(FOLDER, 'teams/outline.png')),
    appId: '11111111-2222-4333-8444-555555555555',
    host: 'bot.example.org',
  };

  it('holds three files at its root, with the app id and the host filled in', () => {
    const files = unzipSync(buildTeamsPackage(input));

    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    expect(JSON.parse(manifest)).toMatchObject({ id: input.appId, bots: [{ botId: input.appId }] });
    expect(manifest).not.toContain('your-host.example');
    expect(manifest).not.toContain('00000000-0000');
  });

  it('has the same bytes in every zone', () => {
    const zone = process.env['TZ'];
    const packages = ['UTC', 'Asia/Tokyo', 'America/New_York'].map((name) => {
      process.env['TZ'] = name;
      return Buffer.from(buildTeamsPackage(input)).toString('base64');
    });
    process.env['TZ'] = zone;

    expect(new Set(packages).size).toBe(1);
  });

  it.each([
    ['no GUID', { appId: 'my-app' }],
    ['the placeholder', { appId: '00000000-0000-0000-0000-000000000000' }],
    ['a host with a path', { host: 'bot.example.org/x' }],
    ['an address instead of a host', { host: 'https://bot.example.org' }],
    ['no host', { host: '' }],
  ])('is not made with %s', (_, changes) => {
    expect(() => buildTeamsPackage({ ...input, ...changes })).toThrow(RangeError);
  });
});
