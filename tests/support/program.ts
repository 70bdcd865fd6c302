// Starts the real program as users do (`node dist/cli.js VERB`), in a temporary folder, and ends it.
//
//   const program = await startProgram({ environment: { ...slackEnvironment(slack) } });
//   await slack.sendCommand(program.url, { text: 'list' }); await program.stop(); program.removeFolder();
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeSlack } from './fake-slack.ts';
import type { FakeTeams } from './fake-teams.ts';

const ROOT = join(import.meta.dirname, '../..');

export type Environment = Readonly<Record<string, string>>;

export type Program = {
  readonly url: string;
  readonly folder: string;
  readonly pid: number;
  /** All that was written to stderr so far. */
  log(): string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: nothing of the program runs after this. */
  kill(): Promise<void>;
  /** Resolves when the process ends by itself. */
  ended(): Promise<number | null>;
  removeFolder(): void;
};

export type ProgramOptions = {
  readonly verb?: string;
  readonly args?: readonly string[];
  readonly environment?: Environment;
  /** A folder of an earlier run, to go on with its data. */
  readonly folder?: string;
};

/** Only what a stranger's shell has: no key of ours leaks in from outside. */
function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC' };
}

export function slackEnvironment(slack: FakeSlack): Environment {
  return {
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
  };
}

export function teamsEnvironment(teams: FakeTeams): Environment {
  return {
    TEAMS_APP_ID: teams.appId,
    TEAMS_APP_PASSWORD: teams.appPassword,
    TEAMS_TENANT_ID: teams.tenantId,
    TEAMS_OPENID_URL: teams.openIdUrl,
    TEAMS_LOGIN_URL: teams.loginUrl,
    TEAMS_SERVICE_HOSTS: teams.serviceHost,
  };
}

export type VerbOptions = {
  readonly environment?: Environment;
  readonly input?: string;
  readonly folder?: string;
};

export type VerbResult = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs a verb to its end. */
export function runVerb(args: readonly string[], options: VerbOptions = {}): Promise<VerbResult> {
  return startVerb(args, options).ended;
}

/** Starts a verb that ends by itself, or by `kill` (SIGKILL). */
export function startVerb(
  args: readonly string[],
  options: VerbOptions = {},
): { readonly ended: Promise<VerbResult>; readonly kill: () => void } {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    cwd: options.folder ?? tmpdir(),
    env: { ...bareEnvironment(), ...options.environment },
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  child.stdin.end(options.input ?? '');
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout: stdout(),
    stderr: stderr(),
  }));
  return { ended, kill: () => child.kill('SIGKILL') };
}

/** Starts a verb that stays, and waits for the address it prints. Rejects with the log when it ends before that. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tariffwatch-'));
  const child = spawn(
    process.execPath,
    [join(ROOT, 'dist/cli.js'), options.verb ?? 'serve', ...(options.args ?? [])],
    {
      cwd: folder,
      env: {
        ...bareEnvironment(),
        PORT: '0',
        TARIFFWATCH_DATA_DIR: join(folder, 'data'),
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = await addressOf(child, stdout, stderr, ended);
  return {
    url,
    folder,
    pid: child.pid ?? 0,
    log: stderr,
    ended: () => ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    removeFolder: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  return () => text;
}

async function addressOf(
  child: ChildProcess,
  stdout: () => string,
  stderr: () => string,
  ended: Promise<number | null>,
): Promise<string> {
  const found = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const address = /http:\/\/[\w.:[\]]+/.exec(stdout());
      if (address !== null) resolve(address[0]);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`the program ended with ${code} before it listened:\n${stdout()}${stderr()}`);
  });
  return Promise.race([found, failed]);
}

/** Asks again until `check` holds; fails with `what` after `limitMs`. The only waiting that acceptance tests do. */
export async function waitUntil(
  what: string,
  check: () => boolean | Promise<boolean>,
  limitMs = 20_000,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
