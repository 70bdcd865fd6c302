// Answers to mute, unmute and "not a tariff". In: subjects as the store keeps them (`country:JP`); out: messages.
import type { Instant } from '../domain/day.ts';
import type { Message } from '../domain/message.ts';
import { countryName, joinWords, productName } from './names.ts';
import { instantWords } from './wording.ts';

const STILL = 'What is muted is still in the digest, and posts already made are still corrected.';

/** `country:JP` -> `Japan`, `product:steel` -> `steel`, `story:S-12` -> `S-12`. */
export function subjectWords(subject: string): string {
  const colon = subject.indexOf(':');
  const value = subject.slice(colon + 1);
  switch (subject.slice(0, colon)) {
    case 'country':
      return countryName(value);
    case 'product':
      return productName(value);
    default:
      return value;
  }
}

export function mutedMessage(subjects: readonly string[], until: Instant): Message {
  const what = joinWords(subjects.map(subjectWords));
  return noteMessage(`Muted here until ${instantWords(until)}: ${what}.`, STILL, [
    { label: 'Undo', command: `unmute ${subjects.join(' ')}` },
  ]);
}

export function unmutedMessage(subjects: readonly string[]): Message {
  const what = joinWords(subjects.map(subjectWords));
  return noteMessage(`No longer muted here: ${what}.`, 'What came meanwhile is in: recent', []);
}

export function notTariffMessage(storyId: string): Message {
  return noteMessage(
    `${storyId} is hidden in this channel.`,
    'It was noted for the operators of this bot; the story itself stays as it was read.',
    [{ label: 'Undo', command: `unmute story:${storyId}` }],
  );
}

function noteMessage(text: string, note: string, buttons: Message['buttons']): Message {
  return {
    summary: text,
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      { kind: 'context', spans: [{ text: note }] },
    ],
    buttons,
  };
}
