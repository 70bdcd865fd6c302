// Who may change what counts for everybody: the ledger, the feeds.
import { UserError } from '../domain/error.ts';
import type { CommandRequest } from './command.ts';

/**
 * Curators are named by configuration as `slack:U123`. While none is named, who sits at this machine decides: the preview
 * answers callers on it only.
 */
export function mayDecide(request: CommandRequest): boolean {
  const { channel, userId } = request.context;
  if (request.curators.length === 0) return channel.platform === 'preview';
  return request.curators.includes(`${channel.platform}:${userId}`);
}

/** @throws UserError `not-allowed`; `what` is what only curators do: "decide reviews". */
export function refuseOthers(request: CommandRequest, what: string): void {
  if (mayDecide(request)) return;
  throw new UserError(
    'not-allowed',
    `Only curators ${what}.`,
    `Ask an operator to add ${request.context.channel.platform}:${request.context.userId} to TARIFFWATCH_CURATORS.`,
  );
}
