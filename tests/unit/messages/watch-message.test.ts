// The answers of watch.
import { expect, it } from 'vitest';
import { watchPreviewMessage } from '../../../src/messages/watch-message.ts';
import { aStory } from '../../support/story-builder.ts';

const filter = { include: {}, exclude: {}, countries: [] };

it('calls noisy what came beside what was asked for', () => {
  const asked = { include: { product: ['steel'] }, exclude: {}, countries: ['US'] };
  const taken = [
    aStory({ targets: ['JP'], products: ['steel', 'aluminium'] }),
    aStory({ targets: ['MX'], products: ['steel', 'aluminium'] }),
    aStory({ targets: ['CA'], products: ['steel'] }),
  ];

  const message = watchPreviewMessage({ filter: asked, assumptions: [], taken, days: 14 });

  expect(message.summary).toContain('3 times in the last 14 days; noisiest: aluminium (2).');
});

it.each([
  [1, 'Would have posted once in the last 14 days.'],
  [2, 'Would have posted 2 times in the last 14 days; noisiest: United States (2).'],
])('names what comes most often only where %i stories let it be said', (count, text) => {
  const taken = Array.from({ length: count }, () => aStory());

  const message = watchPreviewMessage({ filter, assumptions: [], taken, days: 14 });

  expect(message.summary).toContain(text);
});
