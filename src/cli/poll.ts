// `poll --once`: one pass over the due feeds, a line a feed. Posts nothing: deliveries wait in the outbox for `serve`.
import { createApp } from '../app/create-app.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { UserError } from '../domain/error.ts';
import type { PassReport } from '../pipeline/pass-report.ts';
import { createTerminalLog } from './terminal-log.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseVerbArgs(args, {
    once: { type: 'boolean', default: false },
    feed: { type: 'string', multiple: true },
  });
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
    if (reports.length === 0) process.stderr.write('No feed is due.\n');
    for (const report of reports) await print(`${lineOf(report)}\n`);
    return reports.length > 0 && reports.every((report) => report.kind === 'failed') ? 1 : 0;
  } finally {
    await app.stop();
  }
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
