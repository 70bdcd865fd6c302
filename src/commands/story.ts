// story: a wrong merge is split, a missed one joined, a false story withdrawn or reinstated, by curators with who, when and why.
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { storyCuratedMessage } from '../messages/curated-message.ts';
import type { StoryOrder } from '../ports/story-curator.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import type { CommandRequest } from './command.ts';
import { refuseOthers } from './may-decide.ts';
import { idOf } from './tokens.ts';

const VERBS = ['split', 'join', 'withdraw', 'reinstate'] as const;
const EXAMPLE = 'story S-12 split I-34 because it tells another measure';

/** `story <S-12> <split I-34 | join S-14 | withdraw | reinstate> because WHY` */
export async function story(request: CommandRequest): Promise<Message> {
  refuseOthers(request, 'decide about stories');
  const at = request.words.findIndex((word) => word.toLowerCase() === 'because');
  const [id, word, ...named] = at === -1 ? request.words : request.words.slice(0, at);
  if (id === undefined || word === undefined) {
    throw missing('Which story, and what is to be done with it?');
  }
  const found = await storyNamed(request, id);
  const verb = VERBS.find((one) => one === word.toLowerCase());
  if (verb === undefined) {
    const near = nearestWord(word, VERBS);
    throw new UserError(
      'unknown-word',
      `A story is split, joined, withdrawn or reinstated; "${word}" is none of them.`,
      `${near === null ? '' : `Did you mean ${near}? `}For example: ${EXAMPLE}`,
    );
  }
  const why = at === -1 ? '' : request.words.slice(at + 1).join(' ');
  if (why === '')
    throw missing('Why? The reason is kept, and told to those who were told wrongly.');
  const decision = { story: found, by: request.context.userName, why };
  return storyCuratedMessage(
    await request.curateStory(await orderOf(request, verb, named, decision)),
  );
}

async function orderOf(
  request: CommandRequest,
  verb: (typeof VERBS)[number],
  named: readonly string[],
  decision: Pick<StoryOrder, 'story' | 'by' | 'why'>,
): Promise<StoryOrder> {
  const ids = named.flatMap((word) => word.split(',')).filter((id) => id !== '');
  switch (verb) {
    case 'split':
      return { kind: verb, ...decision, itemIds: ids.map(idOf) };
    case 'join': {
      const [from, ...more] = ids;
      if (from === undefined || more.length > 0) throw missing('Join it with which one story?');
      return { kind: verb, ...decision, from: await storyNamed(request, from) };
    }
    case 'withdraw':
    case 'reinstate':
      if (ids.length > 0)
        throw missing(`Say why after "because": ${named.join(' ')} was not read.`);
      return { kind: verb, ...decision };
    default:
      return verb satisfies never;
  }
}

async function storyNamed({ store }: CommandRequest, word: string): Promise<Story> {
  const found = await store.story(idOf(word));
  if (found !== null) return found;
  throw new UserError(
    'not-found',
    `I know no story ${word}.`,
    'Ids look like S-12; the newest are listed by: recent',
  );
}

function missing(question: string): UserError {
  return new UserError('missing-argument', question, `For example: ${EXAMPLE}`);
}
