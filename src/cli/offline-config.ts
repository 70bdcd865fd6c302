// The configuration of verbs that only show: whatever the environment holds, nothing of them may reach a real workspace
// or a real database.
import type { Config } from '../config/config-keys.ts';

/** `base` without credentials and databases, on loopback, with its data in `dataDir`. */
export function offlineConfig(base: Config, dataDir: string): Config {
  return {
    ...base,
    HOST: '127.0.0.1',
    TARIFFWATCH_DATA_DIR: dataDir,
    DATABASE_URL: null,
    TARIFFWATCH_PREVIEW: 'on',
    TARIFFWATCH_CURATORS: ['preview:you'],
    TARIFFWATCH_GROUP_WAIT_SECONDS: 0,
    TARIFFWATCH_LANE_SECONDS: 0,
    TARIFFWATCH_LOG_LEVEL: base.TARIFFWATCH_LOG_LEVEL === 'debug' ? 'debug' : 'warn',
    TARIFFWATCH_CRASH_AT: null,
    SLACK_SIGNING_SECRET: null,
    SLACK_BOT_TOKEN: null,
    SLACK_APP_TOKEN: null,
    TEAMS_APP_ID: null,
    TEAMS_APP_PASSWORD: null,
    TEAMS_AUTH: 'on',
  };
}
