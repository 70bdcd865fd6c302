// Counters and gauges of the program, in the Prometheus text format. Labels are bounded: no tenant, channel or item names.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  pollEnded(outcome: string, durationMs: number): void;
  itemsEnded(outcome: string, count: number): void;
  deliveryEnded(outcome: string): void;
  commandEnded(command: string, durationMs: number): void;
  /** Seconds since the oldest unsent row was enqueued; 0 when nothing waits. */
  oldestUnsent(seconds: number): void;
  feedsFailing(count: number): void;
  feedsHeld(count: number): void;
  render(): Promise<string>;
};

/** A registry of its own, so that two apps in one test process do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const polls = new Counter({
    name: 'tariffwatch_polls_total',
    help: 'Polls of feeds by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const pollSeconds = new Histogram({
    name: 'tariffwatch_poll_seconds',
    help: 'Duration of a pass over one feed',
    registers,
  });
  const items = new Counter({
    name: 'tariffwatch_items_total',
    help: 'Items by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const deliveries = new Counter({
    name: 'tariffwatch_deliveries_total',
    help: 'Attempts by outcome class',
    labelNames: ['outcome'],
    registers,
  });
  const commandSeconds = new Histogram({
    name: 'tariffwatch_command_seconds',
    help: 'Duration of a command',
    labelNames: ['command'],
    registers,
  });
  const unsent = new Gauge({
    name: 'tariffwatch_oldest_unsent_seconds',
    help: 'Age of the oldest unsent message',
    registers,
  });
  const failing = new Gauge({
    name: 'tariffwatch_feeds_failing',
    help: 'Feeds whose last poll failed',
    registers,
  });
  const held = new Gauge({
    name: 'tariffwatch_feeds_held',
    help: 'Feeds of which a storm waits for a decision',
    registers,
  });
  return {
    pollEnded: (outcome, durationMs) => {
      polls.inc({ outcome });
      pollSeconds.observe(durationMs / 1000);
    },
    itemsEnded: (outcome, count) => items.inc({ outcome }, count),
    deliveryEnded: (outcome) => deliveries.inc({ outcome }),
    commandEnded: (command, durationMs) => commandSeconds.observe({ command }, durationMs / 1000),
    oldestUnsent: (seconds) => unsent.set(seconds),
    feedsFailing: (count) => failing.set(count),
    feedsHeld: (count) => held.set(count),
    render: () => registry.metrics(),
  };
}
