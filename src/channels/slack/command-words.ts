// What a person wrote to the bot in Slack, as the words of a command. Pure: Slack's tokens and entities in, plain text out.
import { cleanLine } from '../../domain/clean-text.ts';

/** Longer texts are no commands; the rest is dropped before anything looks at it. */
const MAX_COMMAND = 500;

/**
 * The words of a mention, a direct message or a slash command: without the mention that starts it, links as their
 * address, other mentions as written, entities decoded once.
 * https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export function commandWords(text: string): string {
  const plain = text
    .slice(0, 4 * MAX_COMMAND)
    .replace(/^\s*<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*/, '')
    .replace(/<(https?:[^<|>]+|mailto:[^<|>]+)(?:\|[^<>]*)?>/g, '$1')
    .replace(/<[#@!][^<|>]*\|([^<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return cleanLine(plain).slice(0, MAX_COMMAND);
}
