// The answers of watch.
import { expect, it } from 'vitest';
import { watchPreviewMessage } from '../../../src/messages/watch-message.ts';
import { aStory } from '../../support/story-builder.ts';

const filter = { include: {}, exclude: {}, countries: [] };

it.each([
  [1, 'Would have posted once in the last 14 days.'],
  [2, 'Would have posted 2 times in the last 14 days; noisiest: United States (2).'],
])('names what comes most often only where %i stories let it be said', (count, text) => {
  const taken = Array.from({ length: count }, () => aStory());

  const message = watchPreviewMessage({ filter, assumptions: [], taken, days: 14 });

  expect(message.summary).toContain(text);
});
