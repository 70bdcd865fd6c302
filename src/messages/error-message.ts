// What a user sees when a command could not be done: their own mistake with what to do next, or a reference to quote.
// Never a stack trace, never a secret.
import type { UserError } from '../domain/error.ts';
import { type Message, type MessageBlock, SUMMARY_LIMIT } from '../domain/message.ts';
import { cutWords } from './wording.ts';

/** For mistakes that the asker can mend. */
export function errorMessage(error: UserError): Message {
  return {
    summary: cutWords(`${error.message} ${error.hint}`, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [
      { kind: 'text', spans: [{ text: error.message, bold: true }] },
      { kind: 'text', spans: [{ text: error.hint }] },
      ...moreFaults(error),
    ],
    buttons: [{ label: 'Help', command: 'help' }],
    ...(error.faults.length === 0 ? {} : { faults: error.faults }),
  };
}

// The first one is the error itself.
function moreFaults({ faults }: UserError): readonly MessageBlock[] {
  if (faults.length < 2) return [];
  return [{ kind: 'list', items: faults.map(({ text }) => [{ text }]) }];
}

/** For everything else: our fault, with the reference under which it was logged. */
export function faultMessage(reference: string): Message {
  const text = `Something went wrong on our side. Reference ${reference}.`;
  return {
    summary: text,
    accent: 'trouble',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      {
        kind: 'text',
        spans: [
          { text: 'Try again in a moment. If it stays, give the reference to your operator.' },
        ],
      },
    ],
    buttons: [{ label: 'Debug', command: 'debug' }],
  };
}
