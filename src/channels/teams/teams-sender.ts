// Sends and edits messages in Teams through the seam: one call of the Connector each. What to do next is the outbox's decision.
import { z } from 'zod';
import type { SendOutcome } from '../../domain/delivery.ts';
import type { Chart, Message } from '../../domain/message.ts';
import { isBareText } from '../../domain/message-text.ts';
import { pngAddress } from '../../domain/png-address.ts';
import { RenderFaultError, rendered } from '../../domain/render-fault.ts';
import type { ChannelSettings } from '../../domain/subscription.ts';
import type { ChannelPort, ChartDrawer, Clock } from '../../ports/world.ts';
import { outcomeOfFault, outcomeOfId } from './send-outcome.ts';
import type { TeamsActivity, TeamsAddress, TeamsPort } from './teams-port.ts';
import { summaryOf, toCard, toFallbackText } from './to-card.ts';

export type TeamsSenderOptions = {
  readonly teams: TeamsPort;
  /** Checked again before every send: a stored address may be older than the list. */
  readonly isServiceUrl: (address: string) => boolean;
  readonly drawChart: ChartDrawer;
  readonly clock: Clock;
};

const ADDRESS = z.object({
  serviceUrl: z.string(),
  tenantId: z.string(),
  teamId: z.string().nullable(),
  conversationId: z.string().min(1),
  kind: z.enum(['channel', 'group', 'personal']),
  botId: z.string(),
});

const TYPING: TeamsActivity = { type: 'typing' };

/** A receipt is `<id>` for a post, `<id of the post>/<id>` for an answer in its thread. */
export function createTeamsSender(options: TeamsSenderOptions): ChannelPort {
  const { teams, clock } = options;

  async function attempt<Outcome>(
    channel: ChannelSettings,
    call: (address: TeamsAddress) => Promise<Outcome>,
  ): Promise<Outcome | SendOutcome> {
    const address = readAddress(channel.address);
    if (address === null) return { kind: 'channel-gone', reason: 'no address is known' };
    if (!options.isServiceUrl(address.serviceUrl)) {
      return { kind: 'channel-gone', reason: 'its service address is not one of Teams' };
    }
    try {
      return await call(address);
    } catch (fault) {
      if (fault instanceof RenderFaultError) throw fault;
      return outcomeOfFault(fault, clock.now());
    }
  }

  return {
    platform: 'teams',
    send: (channel, message, sending) =>
      attempt(channel, async (address) => {
        const root = sending.threadOf === null ? null : rootOf(sending.threadOf);
        const id = await teams.post(
          address.serviceUrl,
          conversationOf(address, root),
          rendered(() => activityOf(message, options.drawChart, sending.possibleRepeat)),
        );
        const outcome = outcomeOfId(id);
        return outcome.kind === 'sent' && root !== null && address.kind === 'channel'
          ? { kind: 'sent', receipt: `${root}/${outcome.receipt}` }
          : outcome;
      }),
    // Goes where posts go, and leaves nothing in the conversation.
    async probe(channel) {
      const outcome = await attempt(channel, async (address) => {
        await teams.post(address.serviceUrl, address.conversationId, TYPING);
        return null;
      });
      return outcome?.kind === 'bad-payload' ? null : outcome;
    },
    edit: (channel, receipt, message) =>
      attempt(channel, async (address) => {
        await teams.update(
          address.serviceUrl,
          conversationOf(address, rootOf(receipt)),
          receipt.slice(receipt.lastIndexOf('/') + 1),
          // An edit made twice is the same edit: it needs no note of a possible repeat.
          rendered(() => activityOf(message, options.drawChart)),
        );
        return { kind: 'sent', receipt } as const;
      }),
  };
}

/** The message as an activity; `summary` is what a phone shows. */
export function activityOf(
  message: Message,
  drawChart: ChartDrawer,
  possibleRepeat = false,
): TeamsActivity {
  const pictureOf = (chart: Chart) => pngAddress(drawChart(chart));
  if (isBareText(message)) {
    return {
      type: 'message',
      textFormat: 'plain',
      text: toFallbackText(message, { possibleRepeat }),
    };
  }
  return {
    type: 'message',
    summary: `${summaryOf(message)}${possibleRepeat ? ' (possible repeat)' : ''}`,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: toCard(message, { possibleRepeat, pictureOf }),
      },
    ],
  };
}

function readAddress(stored: string | null): TeamsAddress | null {
  if (stored === null) return null;
  try {
    const address = ADDRESS.safeParse(JSON.parse(stored));
    return address.success ? address.data : null;
  } catch {
    return null;
  }
}

function rootOf(receipt: string): string {
  const slash = receipt.indexOf('/');
  return slash === -1 ? receipt : receipt.slice(0, slash);
}

/** A thread of a channel has an address of its own; chats have no threads. */
function conversationOf(address: TeamsAddress, root: string | null): string {
  return root !== null && address.kind === 'channel'
    ? `${address.conversationId};messageid=${root}`
    : address.conversationId;
}
