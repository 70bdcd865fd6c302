// What operators are told when posts do not get out in time. Pure.
import { type Message, plain } from '../domain/message.ts';
import { ageWords } from './wording.ts';

/** `ageMs`: how long the oldest message waits beyond its time. */
export function lateMessage(ageMs: number): Message {
  const summary = `Posts are late: the oldest waits ${ageWords(ageMs)}`;
  return {
    summary,
    accent: 'trouble',
    blocks: [
      { kind: 'text', spans: [{ text: `${summary}.`, bold: true }] },
      {
        kind: 'text',
        spans: plain(
          'Nothing is lost: they go out, the oldest first, as soon as the platform takes them; what is over six hours late is told in one message. The log names the platform and the last error.',
        ),
      },
    ],
    buttons: [{ label: 'Debug', command: 'debug' }],
  };
}
