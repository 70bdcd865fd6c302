// A bare Bolt app that echoes, in a process of its own: what our answers are measured against. Arguments: the signing secret
// and the address of the API. Prints its port.
import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

const [signingSecret, slackApiUrl] = process.argv.slice(2);
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  authorize: () => Promise.resolve({ botToken: 'xoxb-bench' }),
  clientOptions: { slackApiUrl },
  logLevel: LogLevel.ERROR,
});
app.command('/tariff', async ({ ack, command }) => ack({ text: command.text }));
const server = createServer(receiver.requestListener);
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
