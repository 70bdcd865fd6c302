// The deliverer over the channels that run, with the limits of the configuration; every outcome is counted.
import type { Config } from '../config/config-keys.ts';
import { createDeliverer, type Deliverer } from '../delivery/deliver-outbox.ts';
import {
  DEFAULT_DELIVERER_LIMITS,
  type DelivererLimits,
} from '../delivery/deliver-outbox-attempt.ts';
import { SECOND_MS } from '../domain/day.ts';
import type { Metrics } from '../infra/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { ChannelApp, ChannelPort, Clock, Log } from '../ports/world.ts';
import { createCrashPoint } from './crash-point.ts';

export type DelivererParts = {
  readonly config: Config;
  readonly store: Store;
  readonly channels: readonly ChannelApp[];
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
};

/** @throws UserError `config-invalid` when the crash point of a drill is none. */
export function openDeliverer(parts: DelivererParts): Deliverer {
  const { config, metrics, channels } = parts;
  return createDeliverer({
    store: parts.store,
    ports: new Map(channels.map(({ port }) => [port.platform, counted(port, metrics)])),
    clock: parts.clock,
    random: parts.random,
    log: parts.log,
    limits: limitsOf(config),
    crashPoint: createCrashPoint(config.TARIFFWATCH_CRASH_AT),
  });
}

/** What is short beside the quiet wait stays so when that is set to less than the others are by default. */
export function limitsOf(
  config: Pick<Config, 'TARIFFWATCH_LANE_SECONDS' | 'TARIFFWATCH_QUIET_SECONDS'>,
): DelivererLimits {
  const limits = DEFAULT_DELIVERER_LIMITS;
  const quietMs = config.TARIFFWATCH_QUIET_SECONDS * SECOND_MS;
  return {
    ...limits,
    laneIntervalMs: config.TARIFFWATCH_LANE_SECONDS * SECOND_MS,
    quietMs,
    firstRetryMs: Math.min(limits.firstRetryMs, 2 * quietMs),
    firstProbeMs: Math.min(limits.firstProbeMs, quietMs),
    pollMs: Math.min(limits.pollMs, quietMs / 4),
  };
}

function counted(port: ChannelPort, metrics: Metrics): ChannelPort {
  return {
    ...port,
    send: async (...args) => {
      const outcome = await port.send(...args);
      metrics.deliveryEnded(outcome.kind);
      return outcome;
    },
    edit: async (...args) => {
      const outcome = await port.edit(...args);
      metrics.deliveryEnded(outcome.kind);
      return outcome;
    },
  };
}
