// Somebody who types a command into a channel of the program.
import type { App } from '../../src/app/create-app.ts';
import type { Message } from '../../src/domain/message.ts';
import type { ChannelRef } from '../../src/domain/subscription.ts';

/** The answer, whoever may see it. The channel is named by its id, the asker by theirs unless they have a name. */
export async function askIn(
  app: App,
  channel: ChannelRef,
  text: string,
  asker: { readonly userId: string; readonly userName?: string } = { userId: 'u', userName: 'Ann' },
): Promise<Message> {
  const { message } = await app.runCommand(text, {
    channel,
    channelName: `#${channel.channelId}`,
    address: null,
    userName: asker.userId,
    ...asker,
  });
  return message;
}
