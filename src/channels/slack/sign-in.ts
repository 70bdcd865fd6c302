// The bot token as the sign-in of a workspace: whether it serves, and which pauses end when one that serves is there.
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { SignIn } from '../../ports/world.ts';
import { WORKSPACE_LEFT } from './listen-for-events.ts';
import { WORKSPACE_REFUSALS } from './send-outcome.ts';

export function openSignIn(client: WebClient): SignIn {
  return {
    pauses: [...WORKSPACE_REFUSALS, ...Object.values(WORKSPACE_LEFT)],
    async tenant() {
      try {
        return (await client.auth.test()).team_id ?? null;
      } catch (fault) {
        if (fault instanceof WebAPIPlatformError) return null;
        throw fault;
      }
    },
  };
}
