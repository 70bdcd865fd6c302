// feed: what operators do with the sources: add one that was found behind a page, pause, resume and remove; and decide on
// what a storm left.
import { UserError } from '../domain/error.ts';
import { FEED_TIERS, type Feed } from '../domain/feed.ts';
import type { Message } from '../domain/message.ts';
import { feedDoneMessage, feedListMessage, foundFeedMessage } from '../messages/feed-message.ts';
import { decidedWords, heldItemsMessage } from '../messages/hold-message.ts';
import type { FeedAdmin, FeedHints } from '../ports/feed-admin.ts';
import { findJurisdiction } from '../reference/find-jurisdiction.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import type { CommandRequest } from './command.ts';
import { mayDecide, refuseOthers } from './may-decide.ts';
import { takeFlag } from './tokens.ts';

const VERBS = ['list', 'add', 'remove', 'pause', 'resume', 'held', 'release', 'drop'] as const;
const EXAMPLE = 'feed add https://www.example.org/news tier:authority country:japan';

/** `feed [list | add <link> [tier: country: lang: name:] [--yes] | remove | pause | resume | held | release | drop <id>]` */
export async function feed(request: CommandRequest): Promise<Message> {
  const [word = 'list', ...rest] = request.words;
  const verb = word.toLowerCase();
  if (verb === 'list') return list(request);
  if (!VERBS.some((one) => one === verb)) {
    const near = nearestWord(verb, VERBS);
    throw new UserError(
      'unknown-word',
      `A feed is listed, added, removed, paused, resumed, released or dropped; "${word}" is none of them.`,
      `${near === null ? '' : `Did you mean ${near}? `}For example: ${EXAMPLE}`,
    );
  }
  if (verb === 'held') return held(request, feedNamed(request, rest[0]));
  refuseOthers(request, 'change feeds');
  if (verb === 'add') return add(request, rest);
  const found = feedNamed(request, rest[0]);
  switch (verb) {
    case 'remove':
      return remove(request, found);
    case 'pause':
      return pause(request, found);
    case 'resume':
      return resume(request, found);
    default:
      return decide(request, found, verb === 'release' ? 'release' : 'drop');
  }
}

async function held(request: CommandRequest, found: Feed): Promise<Message> {
  const states = await request.store.feedStates();
  const hold = states.find(({ feedId }) => feedId === found.id)?.hold ?? null;
  if (hold === null) return nothingHeld(found);
  const records = await request.store.heldItems(found.id);
  return heldItemsMessage({
    feed: found,
    hold,
    items: records.map(({ item }) => item),
    mayDecide: mayDecide(request),
  });
}

function nothingHeld(found: Feed): Message {
  return feedDoneMessage(
    found,
    'holds nothing: it was decided already, or there was no storm.',
    null,
  );
}

async function decide(
  request: CommandRequest,
  found: Feed,
  kind: 'release' | 'drop',
): Promise<Message> {
  const decided = await adminOf(request).decideHold(found, kind, request.context.userName);
  if (decided === null) return nothingHeld(found);
  return feedDoneMessage(found, `: ${decidedWords(decided)}`, null);
}

async function list(request: CommandRequest): Promise<Message> {
  const [states, added] = await Promise.all([
    request.store.feedStates(),
    request.feedAdmin?.addedIds() ?? [],
  ]);
  return feedListMessage({ feeds: request.feeds, states, added, mayChange: mayDecide(request) });
}

function adminOf({ feedAdmin }: CommandRequest): FeedAdmin {
  if (feedAdmin !== null) return feedAdmin;
  throw new UserError(
    'feed-fixed',
    'Feeds cannot be added or removed here.',
    'The list of feeds is set by TARIFFWATCH_FEEDS.',
  );
}

async function add(request: CommandRequest, words: readonly string[]): Promise<Message> {
  const { isSet: isConfirmed, rest } = takeFlag(words, 'yes');
  const [url, ...more] = rest;
  if (url === undefined) {
    throw new UserError(
      'missing-argument',
      'Which feed is to be added?',
      `For example: ${EXAMPLE}`,
    );
  }
  const admin = adminOf(request);
  const found = await admin.find(url, hintsIn(more));
  if (!isConfirmed) return foundFeedMessage(found, commandFor(found.feed));
  await admin.add(found.feed, request.context.userName);
  return feedDoneMessage(
    found.feed,
    'is added. Its first poll posts nothing old.',
    `feed remove ${found.feed.id}`,
  );
}

// What the button says again: the address that was found, and all that was derived or said of it.
function commandFor({ url, tier, country, language }: Feed): string {
  const place = country === null ? '' : ` country:${country}`;
  return `feed add ${url} tier:${tier}${place} lang:${language} --yes`;
}

function hintsIn(words: readonly string[]): FeedHints {
  const hints: { -readonly [key in keyof FeedHints]: FeedHints[key] } = {};
  for (const word of words) {
    const [, key = '', value = ''] = /^([a-z]+):(.+)$/i.exec(word) ?? [];
    switch (key.toLowerCase()) {
      case 'tier': {
        const tier = FEED_TIERS.find((one) => one === value.toLowerCase());
        if (tier === undefined) throw badHint(word, `A tier is one of ${FEED_TIERS.join(', ')}.`);
        hints.tier = tier;
        break;
      }
      case 'country': {
        const code = findJurisdiction(value)?.codes[0];
        if (code === undefined) throw badHint(word, 'Name the country of the publisher.');
        hints.country = code;
        break;
      }
      case 'lang':
        if (!/^[a-z]{2}$/i.test(value)) throw badHint(word, 'A language has two letters: ja, es.');
        hints.language = value.toLowerCase();
        break;
      case 'name':
        hints.publisher = value.slice(0, 80);
        break;
      default:
        throw badHint(word, 'After the link may stand tier:, country:, lang: and name:.');
    }
  }
  return hints;
}

function badHint(word: string, hint: string): UserError {
  return new UserError(
    'bad-setting',
    `"${word}" says nothing about a feed.`,
    `${hint} For example: ${EXAMPLE}`,
  );
}

function feedNamed(request: CommandRequest, id: string | undefined): Feed {
  const enabled = request.feeds.filter((one) => one.enabled);
  const found = enabled.find((one) => one.id.toLowerCase() === id?.toLowerCase());
  if (found !== undefined) return found;
  const near =
    id === undefined
      ? null
      : nearestWord(
          id,
          enabled.map((one) => one.id),
        );
  throw new UserError(
    'not-found',
    id === undefined ? 'Which feed?' : `There is no feed "${id}".`,
    near === null
      ? 'See their names with: sources press, or another kind'
      : `Did you mean ${near}?`,
  );
}

async function remove(request: CommandRequest, found: Feed): Promise<Message> {
  if (!(await adminOf(request).remove(found.id, request.context.userName))) {
    throw new UserError(
      'feed-fixed',
      `${found.id} comes with the list of feeds and cannot be removed from here.`,
      `Pause it: feed pause ${found.id}`,
    );
  }
  return feedDoneMessage(found, 'is removed. What it told stays in stories and ledger.', null);
}

async function pause({ store, context, now }: CommandRequest, found: Feed): Promise<Message> {
  await store.pauseFeed(found.id, `Paused by ${context.userName}.`, now);
  return feedDoneMessage(found, 'is paused.', `feed resume ${found.id}`);
}

async function resume({ store, now }: CommandRequest, found: Feed): Promise<Message> {
  const isResumed = await store.resumeFeed(found.id, now);
  return feedDoneMessage(
    found,
    isResumed ? 'runs again and is polled at once.' : 'was not paused.',
    null,
  );
}
