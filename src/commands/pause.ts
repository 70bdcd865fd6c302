// pause, resume: silence in a channel that somebody asked for. Nothing is unsubscribed; what is planned meanwhile waits.
import type { Message } from '../domain/message.ts';
import { channelPausedMessage, channelResumedMessage } from '../messages/channel-pause-message.ts';
import { readChannelState, touchChannel } from './channel-state.ts';
import type { CommandRequest } from './command.ts';

/** `pause` */
export async function pause(request: CommandRequest): Promise<Message> {
  const { store, context, now } = request;
  await touchChannel(request);
  const { channel, userName } = context;
  const isNew = await store.pauseChannel(channel, `asked for by ${userName}`, now, userName);
  const { settings } = await readChannelState(request);
  return channelPausedMessage(settings, isNew);
}

/** `resume` */
export async function resume(request: CommandRequest): Promise<Message> {
  const { settings } = await readChannelState(request);
  const isResumed = await request.store.resumeChannel(request.context.channel, request.now);
  return channelResumedMessage(isResumed ? settings : null);
}
