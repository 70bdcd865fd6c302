// One person's words in, one answer out, in time and whatever happens: the step between Slack's listeners and the commands.
import { faultMessage } from '../../domain/fault-message.ts';
import type { Store } from '../../ports/store.ts';
import type {
  Clock,
  CommandAnswer,
  CommandContext,
  CommandRunner,
  Log,
} from '../../ports/world.ts';
import type { SlackLimits } from './slack-limits.ts';

export type CommandDesk = {
  /**
   * The answer to `text`, or null when the same request (`key`) was answered before; a null key is no guard. Never rejects:
   * a fault is logged and answered with a reference.
   */
  answer(text: string, context: CommandContext, key: string | null): Promise<CommandAnswer | null>;
  /** True the first time; true also when that cannot be known, since a lost event is worse than a repeated one. */
  isFirst(key: string): Promise<boolean>;
};

export type CommandDeskOptions = {
  readonly runCommand: CommandRunner;
  readonly firstTime: Store['firstTime'];
  /** True for words that change nothing: they need no guard against repetition. */
  readonly isQuestion: (text: string) => boolean;
  readonly newReference: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: SlackLimits;
};

export function createCommandDesk(options: CommandDeskOptions): CommandDesk {
  const { clock, limits, log } = options;
  const isNew = (key: string) => options.firstTime(key, clock.now(), limits.rememberMs);
  return {
    async answer(text, context, key) {
      try {
        if (key !== null && !options.isQuestion(text) && !(await isNew(key))) return null;
        return await options.runCommand(text, context);
      } catch (fault) {
        const reference = options.newReference();
        log.error('a command of Slack failed', { reference, fault });
        return { message: faultMessage(reference), visibility: 'private' };
      }
    },
    async isFirst(key) {
      try {
        return await isNew(key);
      } catch (fault) {
        log.error('an event of Slack could not be checked for repetition', { fault });
        return true;
      }
    },
  };
}
