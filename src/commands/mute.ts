// mute, unmute, not-tariff: keeping something out of a channel for a while. What is muted is still in the digest, and what
// was posted before is still corrected.
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import {
  mutedMessage,
  notTariffMessage,
  subjectWords,
  unmutedMessage,
} from '../messages/mute-message.ts';
import { joinWords } from '../messages/names.ts';
import { readChannelState, touchChannel } from './channel-state.ts';
import type { CommandRequest } from './command.ts';
import { unknownWord } from './parse-filter.ts';
import { parseDuration } from './parse-values.ts';
import { findNamedThing } from './vocabulary.ts';

const NOT_TARIFF_MS = parseDuration('365d');
const MUTE_EXAMPLE = 'mute S-12 7d';

/** `mute <story | country | product> <7d>` */
export async function mute(request: CommandRequest): Promise<Message> {
  const { length, words } = takeLength(request.words);
  if (words.length === 0) {
    throw new UserError(
      'missing-argument',
      'Mute what, and for how long?',
      `For example: ${MUTE_EXAMPLE}, or: mute japan 7d`,
    );
  }
  const subjects = await readSubjects(request, words);
  if (length === null) {
    throw new UserError(
      'missing-argument',
      'Mute it for how long?',
      `At most a year, for example: mute ${words.join(' ')} 7d`,
    );
  }
  const until = request.now + parseDuration(length);
  await touchChannel(request);
  const { channel, userName } = request.context;
  for (const subject of subjects) {
    await request.store.setMute({ channel, subject, until, createdBy: userName });
  }
  return mutedMessage(subjects, until);
}

// "japan for 2 weeks", "japan 7d": what, and the last one or two words as the length.
function takeLength(typed: readonly string[]): {
  readonly words: readonly string[];
  readonly length: string | null;
} {
  const words = typed.filter((word) => word.toLowerCase() !== 'for');
  const last = words.at(-1) ?? '';
  const used = /^(?:hours?|days?|weeks?)$/i.test(last) ? 2 : Number(/^\d/.test(last));
  if (used === 0) return { words, length: null };
  return { words: words.slice(0, -used), length: words.slice(-used).join(' ') };
}

/** `unmute <story | country | product | all>` */
export async function unmute(request: CommandRequest): Promise<Message> {
  const { mutes } = await readChannelState(request);
  const wantsAll = request.words.length === 1 && request.words[0]?.toLowerCase() === 'all';
  const subjects = wantsAll
    ? mutes.map((one) => one.subject)
    : await readSubjects(request, request.words);
  const removed = mutes.filter((one) => subjects.includes(one.subject));
  // Ended, not forgotten: `why` still says what it kept out.
  for (const one of removed) await request.store.setMute({ ...one, until: request.now });
  if (removed.length > 0) return unmutedMessage(removed.map((one) => one.subject));
  throw new UserError(
    'not-found',
    'That is not muted here.',
    mutes[0] === undefined
      ? 'Nothing is muted here.'
      : `Muted are: ${joinWords(mutes.map((one) => subjectWords(one.subject)))}. For example: unmute ${subjectWords(mutes[0].subject)}`,
  );
}

/** `not-tariff <story>`: the button on a post. Hides the story here and tells the operators. */
export async function notTariff(request: CommandRequest): Promise<Message> {
  const [subject] = await readSubjects(request, request.words.slice(0, 1));
  if (subject === undefined || !subject.startsWith('story:')) {
    throw new UserError('missing-argument', 'Which story?', 'For example: not-tariff S-12');
  }
  const { channel, userName, userId } = request.context;
  await touchChannel(request);
  const until = request.now + NOT_TARIFF_MS;
  await request.store.setMute({ channel, subject, until, createdBy: userName });
  const storyId = subject.slice('story:'.length);
  request.log.warn('a story was marked as no tariff news', { storyId, userId });
  return notTariffMessage(storyId);
}

/** A subject as the store keeps it and as buttons give it: `country:JP`; null for anything else. */
function keptSubject(word: string): string | null {
  const parts = /^(story|country|product):(.+)$/i.exec(word);
  if (parts === null) return null;
  const kind = (parts[1] ?? '').toLowerCase();
  const value = parts[2] ?? '';
  return `${kind}:${kind === 'product' ? value.toLowerCase() : value.toUpperCase()}`;
}

async function readSubjects(
  request: CommandRequest,
  words: readonly string[],
): Promise<readonly string[]> {
  const first = words[0];
  if (first === undefined) {
    throw new UserError('missing-argument', 'Which one?', `For example: ${MUTE_EXAMPLE}`);
  }
  const kept = words.map(keptSubject);
  if (kept.every((subject) => subject !== null)) return kept;
  if (/^S-?\d+$/i.test(first)) {
    const id = first.toUpperCase().replace(/^S-?/, 'S-');
    if ((await request.store.story(id)) !== null) return [`story:${id}`];
    throw new UserError(
      'not-found',
      `I know no story ${id}.`,
      'Ids are printed at the foot of each post; the newest are listed by: recent',
    );
  }
  const thing = findNamedThing(words, 0);
  if (thing === null || thing.used < words.length) {
    throw unknownWord(words.slice(thing?.used ?? 0).join(' '), MUTE_EXAMPLE);
  }
  return thing.kind === 'product'
    ? [`product:${thing.slug}`]
    : thing.match.codes.map((code) => `country:${code}`);
}
