// The outcome of an item or story in a channel as one sentence. The outcomes themselves are found in delivery.
import type { ChannelOutcome } from '../domain/channel-outcome.ts';
import { OUTCOME_WORDING } from './why-message.ts';
import { instantWords } from './wording.ts';

/** One sentence for each outcome. */
export function outcomeWords(outcome: ChannelOutcome): string {
  switch (outcome.kind) {
    case 'posted':
      return `Posted ${instantWords(outcome.at)}: ${outcome.reason}.`;
    case 'waiting':
      return `Planned for ${instantWords(outcome.until)}: ${outcome.reason}.`;
    case 'kept':
      return `Not posted yet: it waits while the channel is paused (${outcome.reason}).`;
    case 'uncertain':
      return `Sent, but the platform gave no clear answer: ${outcome.reason}. It is looked at again after a quiet wait.`;
    case 'failed':
      return `Could not be posted: ${outcome.reason}. It can be sent again: debug redeliver.`;
    case 'folded':
      return `Not posted by itself, since it came too late for that: ${outcome.reason}.`;
    case 'item':
      return `Not posted: ${OUTCOME_WORDING[outcome.outcome]} (${outcome.reason}).`;
    case 'no-subscription':
      return 'Not posted: this channel has no subscriptions. Try: watch japan steel';
    case 'filtered':
      return `Not posted: filtered by ${outcome.terms.map(termWords).join(' and by ')}.`;
    case 'muted':
      return `Not posted: ${outcome.subject} ${outcome.isOver ? 'was' : 'is'} muted until ${instantWords(outcome.until)}.`;
    case 'paused':
      return `Not posted: the channel is paused (${outcome.reason}).`;
    case 'older-than-subscription':
      return `Not posted: it is older than the subscription of ${instantWords(outcome.subscribedAt)}, and a new subscription posts nothing old.`;
    case 'withdrawn':
      return `Not posted: the story was withdrawn (${outcome.reason}).`;
    case 'not-planned':
      return 'Not posted: nothing about it called for a post here when it came.';
    default:
      return outcome satisfies never;
  }
}

// What is excluded says so by its sign; what was asked for and did not fit has to be said.
function termWords(term: string): string {
  return term.startsWith('-') ? term : `${term} (it does not fit)`;
}
