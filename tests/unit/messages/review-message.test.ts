import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import { reviewListMessage, reviewMessage } from '../../../src/messages/review-message.ts';
import { aMeasure } from '../ledger/measure-builder.ts';

function aReview(id: string, storyId: string, sourceName: string): Review {
  return {
    id,
    storyId,
    itemId: 'I-1',
    proposal: aMeasure({ sourceName }),
    missing: ['rate basis'],
    reason: `${sourceName} leaves open: rate basis.`,
    createdAt: Date.parse('2026-10-01T08:00:00Z'),
    decision: null,
  };
}

describe('the list of reviews', () => {
  it('says of a story that is asked about twice what differs between the two', () => {
    const text = printMessage(
      reviewListMessage([
        aReview('R-1', 'S-1', 'The House'),
        aReview('R-2', 'S-2', 'The House'),
        aReview('R-3', 'S-1', 'The Customs'),
        aReview('R-4', 'S-2', 'The House'),
      ]),
    );
    const [first, second, better, changed] = text.split('\n').filter((line) => /R-\d/.test(line));

    expect(first).not.toContain('the story of');
    expect(second).not.toContain('the story of');
    expect(better).toContain(
      'the story of R-1, there as The House tells it, here as The Customs does',
    );
    expect(changed).toContain('the story of R-2, which The House has changed since');
  });
});

describe('one review', () => {
  it.each([
    ['US', 'instrument:"Section 232"'],
    ['EU', 'instrument:safeguard'],
    ['', 'instrument:safeguard'],
  ])('of %s suggests an instrument that its imposer can use', (imposer, words) => {
    const review = {
      ...aReview('R-1', 'S-1', 'The House'),
      proposal: aMeasure({ imposer }),
      missing: ['instrument'],
    };

    expect(printMessage(reviewMessage(review, true))).toContain(`edit ${words} because`);
  });

  it('of an item in no story asks why of the item', () => {
    const review = { ...aReview('R-1', 'S-1', 'The House'), storyId: null };

    expect(reviewMessage(review, false).buttons).toEqual([{ label: 'Why', command: 'why I-1' }]);
    expect(printMessage(reviewMessage(review, false))).toContain('I-1, no story');
  });
});
