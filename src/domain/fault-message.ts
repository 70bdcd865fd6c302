// What a person is told when the program itself failed: never the cause, always a reference that stands in the log beside it.
import type { Message } from './message.ts';

export function faultMessage(reference: string): Message {
  const text = `That did not work, and it is our fault, not yours. Reference ${reference}.`;
  const advice = 'Try again in a minute; if it stays, give the reference to whoever runs this bot.';
  return {
    summary: text,
    accent: 'trouble',
    blocks: [
      { kind: 'text', spans: [{ text }] },
      { kind: 'context', spans: [{ text: advice }] },
    ],
    buttons: [],
  };
}
