// A process that plans and delivers messages until it is killed; the test that starts it is the platform.
// In: one JSON argument (see `Job` in tests/contract/store-crash.test.ts). Uses the compiled program.
import { createDeliverer } from '../../dist/delivery/deliver-outbox.js';
import { DEFAULT_DELIVERER_LIMITS } from '../../dist/delivery/deliver-outbox-attempt.js';
import { openStore } from '../../dist/storage/open-store.js';

const job = JSON.parse(process.argv[2]);
const log = {
  debug() {},
  info() {},
  warn() {},
  error: (...said) => process.stderr.write(`${JSON.stringify(said)}\n`),
};

async function tell(path, body) {
  const answer = await fetch(`${job.platformUrl}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return answer.json();
}

const store = await openStore({ dataDir: job.dataDir, databaseUrl: job.databaseUrl, log });

async function post(settings, message, { possibleRepeat }) {
  const channel = settings.channel.channelId;
  try {
    const { receipt } = await tell('/post', {
      channel,
      key: message.summary,
      marked: possibleRepeat,
    });
    return { kind: 'sent', receipt };
  } catch {
    return { kind: 'ambiguous', reason: 'the platform went away' };
  }
}

const deliverer = createDeliverer({
  store,
  ports: new Map([['slack', { platform: 'slack', send: post, edit: post }]]),
  clock: { now: () => Date.now() },
  log,
  limits: { ...DEFAULT_DELIVERER_LIMITS, ...job.limits },
  random: Math.random,
});
deliverer.start();

for (let number = 0; number < job.messages; number += job.channels) {
  const deliveries = Array.from({ length: job.channels }, (_, channel) => {
    const key = `${job.name}-${String(number + channel).padStart(6, '0')}`;
    return {
      dedupeKey: key,
      channel: { platform: 'slack', tenantId: 'T1', channelId: `C${channel}` },
      kind: 'alert',
      storyId: null,
      storyVersion: null,
      message: { summary: key, accent: 'info', blocks: [], buttons: [] },
      reason: 'test',
      notBefore: 0,
      mode: 'post',
    };
  });
  await store.enqueue(deliveries, Date.now());
  await tell(
    '/planned',
    deliveries.map(({ dedupeKey }) => dedupeKey),
  );
  deliverer.wake();
}
await tell('/ready', {});

async function leave() {
  const left = await deliverer.drain(5_000);
  await store.close();
  process.exit(left);
}
process.on('SIGTERM', () => void leave());
