// The one place that makes text safe for mrkdwn, Slack's own markup. It strips nothing: `cleanText` does that before.

/** `& < >` as entities, which is all that mrkdwn needs: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
