// `poll --once`: one pass over the due feeds, a line a feed. Posts nothing: deliveries wait in the outbox for `serve`.
import { createApp } from '../app/create-app.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import type { Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Feed, FeedState } from '../domain/feed.ts';
import type { PassReport } from '../pipeline/pass-report.ts';
import { createTerminalLog } from './terminal-log.ts';
import { NO_WORDS, parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseVerbArgs(
    args,
    {
      once: { type: 'boolean', default: false },
      feed: { type: 'string', multiple: true },
    },
    NO_WORDS,
  );
  if (!values.once) throw new UsageError('say --once; `serve` polls on and on');
  const config = loadConfig(readEnvironment());
  const app = await createApp(config, { log: createTerminalLog(config) });
  try {
    const only = values.feed;
    for (const id of only ?? []) {
      if (app.feeds.some((feed) => feed.id === id && feed.enabled)) continue;
      throw new UserError(
        'unknown-feed',
        `There is no enabled feed "${id}".`,
        `Enabled feeds: ${app.feeds
          .filter((feed) => feed.enabled)
          .map((feed) => feed.id)
          .join(', ')}`,
      );
    }
    const reports = await app.pollOnce(only);
    const states = new Map((await app.store.feedStates()).map((state) => [state.feedId, state]));
    if (reports.length === 0) process.stderr.write(`${restWords(app.feeds, states)}\n`);
    for (const report of reports) {
      await print(`${lineOf(report)}${moreOf(report, states.get(report.feedId))}\n`);
    }
    return reports.length > 0 && reports.every((report) => report.kind === 'failed') ? 1 : 0;
  } finally {
    await app.stop();
  }
}

function minuteWords(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** That there is nothing to do now, and until when. */
function restWords(feeds: readonly Feed[], states: ReadonlyMap<string, FeedState>): string {
  const [next] = feeds
    .filter(({ enabled }) => enabled)
    .flatMap(({ id }) => states.get(id) ?? [])
    .filter(({ heldReason }) => heldReason === null)
    .sort((a, b) => a.nextPollAt - b.nextPollAt);
  if (next === undefined) return 'No feed is due.';
  return `No feed is due; the next is ${next.feedId} at ${minuteWords(next.nextPollAt)}.`;
}

/** What its reports do not say: warnings that the poll left, and when a failing feed is tried again. */
function moreOf(report: PassReport, state: FeedState | undefined): string {
  if (state === undefined) return '';
  if (report.kind === 'failed') {
    return state.heldReason === null ? `; next try ${minuteWords(state.nextPollAt)}` : '; paused';
  }
  const told = new Set(report.problems);
  const warnings = state.warnings.filter((warning) => !told.has(warning));
  return warnings.length === 0 ? '' : `; look: ${warnings.join(' ')}`;
}

function lineOf(report: PassReport): string {
  switch (report.kind) {
    case 'failed':
    case 'lost':
      return `${report.feedId}: failed: ${report.error}`;
    case 'not-modified':
      return `${report.feedId}: unchanged`;
    case 'items': {
      const baseline = report.isBaseline ? ' (first poll: nothing is announced)' : '';
      const problems =
        report.problems.length === 0 ? '' : `; problems: ${report.problems.join('; ')}`;
      const edited = report.edited === 0 ? '' : `, ${report.edited} edited`;
      return `${report.feedId}: ${report.fresh} new${edited}, ${report.known} known, ${report.news} read as tariff news, ${report.deliveries} messages planned${baseline}${problems}`;
    }
    default:
      return report.kind satisfies never;
  }
}
