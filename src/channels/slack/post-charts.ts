// The charts of a message as pictures in a Slack channel. Slack shows no picture of ours in a private answer: a file must be
// in a channel to be seen, and an address must be public. So a chart follows its text where the text is posted.
import type { WebClient } from '@slack/web-api';
import { cleanLine, cutText } from '../../domain/clean-text.ts';
import { chartsOf, type Message } from '../../domain/message.ts';
import type { ChartDrawer } from '../../ports/world.ts';
import { MAX_ALT_TEXT, MAX_HEADER } from './slack-limits.ts';

export type ChartPlace = { readonly channel: string; readonly threadTs: string | undefined };

/**
 * Uploads each chart of `message`: three calls of the Web API, none repeated.
 * @throws what the SDK throws: `not_in_channel`, `missing_scope`, a lost connection.
 */
export async function postCharts(
  client: WebClient,
  drawChart: ChartDrawer,
  message: Message,
  place: ChartPlace,
): Promise<void> {
  for (const chart of chartsOf(message)) {
    await client.files.uploadV2({
      ...(place.threadTs === undefined
        ? { channel_id: place.channel }
        : { channel_id: place.channel, thread_ts: place.threadTs }),
      file: Buffer.from(drawChart(chart)),
      filename: 'tariff-history.png',
      title: cutText(cleanLine(chart.title), MAX_HEADER),
      alt_text: cutText(cleanLine(chart.alt), MAX_ALT_TEXT),
    });
  }
}
