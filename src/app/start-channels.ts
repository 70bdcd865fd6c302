// A workspace that was lost with its token is back when a token that serves is there. Nobody else would tell us, and none of its
// channels can: so a platform that has such channels is asked as the program starts.
import type { Store } from '../ports/store.ts';
import type { ChannelApp, ChannelEventHandler, Log, SignIn } from '../ports/world.ts';

export type StartParts = {
  readonly channels: readonly ChannelApp[];
  readonly store: Pick<Store, 'channels'>;
  readonly onEvent: ChannelEventHandler;
  readonly log: Log;
};

const RETRY_MS = 30_000;

/** Starts the platforms, then asks each until it has answered; what is returned ends the asking. */
export async function startChannels(parts: StartParts): Promise<() => void> {
  for (const channel of parts.channels) await channel.start();
  return watchForReturn(parts);
}

function watchForReturn(parts: StartParts): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const ask = (app: ChannelApp, signIn: SignIn): void => {
    askOnce(parts, app, signIn).catch((fault: unknown) => {
      parts.log.warn('whether a sign-in serves could not be asked', { fault });
      const timer = setTimeout(() => ask(app, signIn), RETRY_MS);
      timers.add(timer.unref());
    });
  };
  for (const app of parts.channels) {
    if (app.signIn !== undefined) ask(app, app.signIn);
  }
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}

async function askOnce(
  { store, onEvent, log }: StartParts,
  { port: { platform } }: ChannelApp,
  signIn: SignIn,
): Promise<void> {
  const after = signIn.pauses;
  const isWaitedFor = (await store.channels()).some(
    ({ channel, pausedReason, pausedBy }) =>
      channel.platform === platform &&
      pausedBy === null &&
      pausedReason !== null &&
      after.includes(pausedReason),
  );
  if (!isWaitedFor) return;
  const tenantId = await signIn.tenant();
  if (tenantId === null) log.warn('the sign-in of a platform is refused', { platform });
  else await onEvent({ kind: 'tenant-returned', platform, tenantId, after });
}
