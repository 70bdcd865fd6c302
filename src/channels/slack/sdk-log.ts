// Our log as the SDK's logger. Its debug and info lines carry whole payloads and are dropped; the rest passes `cutSecrets`.
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../ports/world.ts';

export function toSdkLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn('the Slack SDK warns', { detail: words(parts) }),
    error: (...parts) => log.error('the Slack SDK reports an error', { detail: words(parts) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
