// The log of a verb: stderr, readable on a terminal, JSON elsewhere.
import type { Config } from '../config/config-keys.ts';
import { secretsOf } from '../config/load-config.ts';
import { createLog } from '../infra/log.ts';
import type { Log } from '../ports/world.ts';

export function createTerminalLog(config: Config): Log {
  return createLog({
    level: config.TARIFFWATCH_LOG_LEVEL,
    secrets: secretsOf(config),
    readable: process.stderr.isTTY === true,
    write: (line) => process.stderr.write(line),
  });
}
