// Answers of Slack after which nobody knows whether the message stands.
import type { ScriptedAnswer } from '../support/scripted-answers.ts';

export const UNCLEAR_ANSWERS: readonly {
  readonly what: string;
  readonly answer: ScriptedAnswer;
}[] = [
  ...[500, 502, 503, 504].flatMap((status) => [
    { what: `${status}, not stored`, answer: { kind: 'status', status } as const },
    { what: `${status}, stored`, answer: { kind: 'status', status, accepted: true } as const },
  ]),
  { what: 'reset before it is stored', answer: { kind: 'reset', accepted: false } },
  { what: 'reset after it is stored', answer: { kind: 'reset', accepted: true } },
  { what: 'half an answer, stored', answer: { kind: 'cut-json' } },
  { what: 'HTML instead of JSON, stored', answer: { kind: 'html' } },
  { what: 'an unknown error code', answer: { kind: 'error', code: 'something_new' } },
  { what: 'internal_error', answer: { kind: 'error', code: 'internal_error' } },
];
