// The runner of commands, with all that they may use.
import { randomBytes } from 'node:crypto';
import { createCommandRunner } from '../commands/run-command.ts';
import { SECOND_MS } from '../domain/day.ts';
import { createStoryCurator } from '../pipeline/curate.ts';
import { decideHold } from '../pipeline/decide-hold.ts';
import type { CommandRunner } from '../ports/world.ts';
import type { CalendarDesk } from './calendar-routes.ts';
import type { Core } from './core.ts';
import { createFeedAdmin } from './feed-admin.ts';
import { createDutyShelf } from './normal-duty-file.ts';
import { type FeedClients, openPassPorts } from './open-poller.ts';

/** `onDeliveries`: a command planned messages that should go out at once. */
export function openCommands(
  core: Core,
  clients: FeedClients,
  calendar: CalendarDesk,
  onDeliveries: () => void,
): CommandRunner {
  const { config, store, books, live, feeds, clock, log, adminChannel } = core;
  const passPorts = openPassPorts({ ...core, clients });
  const withDuties = createDutyShelf(config.TARIFFWATCH_DATA_DIR);
  const run = createCommandRunner({
    store,
    ledger: () => withDuties(books.ledger()),
    feeds,
    curators: config.TARIFFWATCH_CURATORS,
    perMinute: config.TARIFFWATCH_COMMANDS_PER_MINUTE,
    pressWaitMs: config.TARIFFWATCH_GROUP_WAIT_SECONDS * SECOND_MS,
    calendarAddress: (words) => calendar.address(words),
    feedAdmin: createFeedAdmin({
      store,
      live,
      tools: clients,
      clock,
      async decideHold(feed, kind, by) {
        const decided = await decideHold(passPorts, { feed, kind, by, adminChannel });
        if (decided !== null) onDeliveries();
        return decided;
      },
    }),
    curateStory: createStoryCurator(passPorts, onDeliveries),
    newReference: () => randomBytes(4).toString('hex'),
    clock,
    log,
  });
  return async (text, context) => {
    // Another process may have learned something; when the database does not answer, the command itself says so.
    await books.freshLedger().catch(() => undefined);
    return run(text, context);
  };
}
