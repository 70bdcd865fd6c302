import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/domain/message.ts';
import { ACTIONS, MEASURE_STAGES, RELIEF_STAGES } from '../../../src/domain/reading.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import {
  storyChangeMessage,
  storyCorrectionMessage,
  storyLine,
  storyMessage,
  storyUpdateMessage,
  storyWithdrawalMessage,
  storyWithdrawnMessage,
} from '../../../src/messages/story-message.ts';
import { headlineWords, ratesWords } from '../../../src/messages/wording.ts';
import { aChange, aRate, aSource, aStory, NOON } from '../../support/story-builder.ts';

const heading = (message: Message) =>
  message.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))[0];

describe('the headline', () => {
  it('is stage, who, on whom, product, old rate to new rate, and what it comes on top of', () => {
    const story = aStory({ rates: [aRate(50)], oldRates: [25], targets: ['JP', 'KR'] });

    expect(heading(storyMessage(story, NOON))).toBe(
      'Announced: United States → Japan and South Korea, steel, 25% → 50% additional',
    );
  });

  it('tells no old rate that was said of a part of its goods only', () => {
    const told = (products: readonly string[], oldRates: readonly number[]) =>
      aSource(aStory({ products, oldRates }));
    const story = (...sources: ReturnType<typeof told>[]) =>
      aStory({ products: ['aluminium', 'steel'], oldRates: [10], sources });
    const partly = storyMessage(story(told(['aluminium'], [10]), told(['steel'], [])), NOON);
    const wholly = storyMessage(story(told(['aluminium', 'steel'], [10])), NOON);

    expect(heading(partly)).toContain('aluminium and steel, 25% additional');
    expect(printMessage(partly)).toContain('Rate: 25% additional');
    expect(heading(wholly)).toContain('aluminium and steel, 10% → 25% additional');
  });

  it('of relief names who asked, and no duty on anybody', () => {
    const story = aStory({ action: 'exemption-sought', stage: null, relief: 'sought', rates: [] });

    expect(heading(storyMessage(story, NOON))).toBe(
      'Exemption sought: Japan, from the United States duty on steel',
    );
  });

  it('of relief tells the duty as what it is relief from, and expects no date of a request', () => {
    const story = aStory({ stage: null, relief: 'refused', effectiveOn: null });

    expect(heading(storyMessage(story, NOON))).toBe(
      'Exemption refused: Japan, from the United States duty of 25% additional on steel',
    );
    expect(printMessage(storyMessage(story, NOON))).not.toContain('Dates');
  });

  it('leaves out what was not read and never fills it in', () => {
    const story = aStory({ imposers: [], targets: [], rates: [], effectiveOn: null });
    const text = printMessage(storyMessage(story, NOON));

    expect(heading(storyMessage(story, NOON))).toBe('Announced: steel');
    expect(text).toContain('Rate: not stated');
    expect(text).toContain('Dates: not stated');
    expect(text).not.toMatch(/\b0%|United States/);
  });

  it('falls back on the source’s own title when no fact was read', () => {
    const story = aStory({
      imposers: [],
      targets: [],
      products: [],
      rates: [],
      stage: null,
      action: 'other',
    });

    expect(heading(storyMessage(story, NOON))).toBe(
      'Tariff step reported: Duty of 25% on steel announced',
    );
  });
});

describe('a threat never reads as law', () => {
  const law = /\b(in force|charged|charges|imposed|now pays?)\b/i;
  const belowLaw = [...MEASURE_STAGES.filter((stage) => stage !== 'in-force'), null];
  const cases = ACTIONS.flatMap((action) =>
    [null, ...RELIEF_STAGES].flatMap((relief) =>
      belowLaw.map((stage) => ({ action, relief, stage })),
    ),
  );

  it.each(cases)('$action, $stage, relief $relief', (facts) => {
    expect(headlineWords(facts)).not.toMatch(law);
  });

  it('and a threat is told as a threat whatever the action', () => {
    for (const action of ACTIONS) {
      expect(headlineWords({ action, relief: null, stage: 'threatened' })).toMatch(/hreatened$/);
    }
  });
});

describe('rates', () => {
  it.each([
    [[aRate(25)], [], '25% additional'],
    [[aRate(15, 'floor')], [], 'topped up to 15%'],
    [[aRate(15, 'total')], [], '15% in total'],
    [[aRate(100, 'ceiling')], [], 'up to 100%'],
    [[aRate(25, 'out-of-quota')], [], '25% outside the quota'],
    [[aRate(25, 'unstated')], [], '25%'],
    [[aRate(25), aRate(10)], [], '25%, 10% additional'],
    [[aRate(25), aRate(40, 'total')], [], '25% additional and 40% in total'],
    [[aRate(50)], [25], '25% → 50% additional'],
    [[], [25], 'was 25%'],
    [[], [], ''],
  ])('%#: %o, before %o', (rates, oldRates, expected) => {
    expect(ratesWords({ rates, oldRates })).toBe(expected);
  });

  it('without a stated base say that the text does not say', () => {
    const text = printMessage(storyMessage(aStory({ rates: [aRate(25, 'unstated')] }), NOON));

    expect(text).toContain('25% (the text does not say what it comes on top of)');
  });
});

describe('an alert', () => {
  it('names the calendar of the day, the evidence, the sentence and the address of each source', () => {
    const text = printMessage(storyMessage(aStory({ rung: 'gazette' }), NOON));

    expect(text).toContain('from 12 Mar 2025 (US Eastern time)');
    expect(text).toContain('Evidence: official gazette');
    expect(text).toContain('“The duty of 25% on steel takes effect on 12 March.”');
    expect(text).toContain('<https://news.example/steel>');
  });

  it('counts outlets and independent origins apart', () => {
    const story = aStory();
    const sources = ['A', 'B', 'C'].map((publisher) =>
      aSource(story, { publisher, origin: 'One Agency' }),
    );

    const text = printMessage(storyMessage({ ...story, sources }, NOON));

    expect(text).toContain('3 outlets, 1 independent origin');
  });

  it('shows a look-alike host as the browser would go to it', () => {
    const story = aStory();
    const sources = [aSource(story, { link: 'https://uѕtr.gov/steel' })];

    expect(printMessage(storyMessage({ ...story, sources }, NOON))).toContain('xn--utr-fhd.gov');
  });

  it('lists four sources and counts the rest', () => {
    const story = aStory();
    const sources = Array.from({ length: 9 }, () => aSource(story));

    expect(printMessage(storyMessage({ ...story, sources }, NOON))).toContain('5 more sources');
  });
});

describe('an update, a change, a correction, a withdrawal', () => {
  const before = aStory();
  const after = aStory({ version: 2, stage: 'in-force', rates: [aRate(50)], oldRates: [25] });

  it('edits the post to the latest state and keeps the old one struck through', () => {
    const message = storyUpdateMessage(aChange('stage', after, before), NOON);

    expect(heading(message)).toMatch(/^In force: /);
    expect(printMessage(message)).toContain('Stage: (no longer: Announced) → In force');
  });

  it('tells a change old to new', () => {
    const message = storyChangeMessage(aChange('stage', after, before));

    expect(heading(message)).toBe('S-12: Announced → In force');
    expect(message.summary).toMatch(/^S-12: Announced → In force: United States → /);
    expect(printMessage(message)).toContain('Rate: (no longer: 25% additional) → 50% additional');
  });

  it('says in a change and in a correction of whom it speaks, since both are shown apart from the post', () => {
    for (const tell of [storyChangeMessage, storyCorrectionMessage]) {
      const text = printMessage(tell(aChange('stage', after, before)));

      expect(text).toContain('United States → Japan, steel');
    }
  });

  it('cites the source that brought the change, not the first one', () => {
    const late = aSource(after, { itemId: 'I-9', publisher: 'The Register', seenAt: NOON + 1 });
    const message = storyChangeMessage(
      aChange('stage', { ...after, sources: [...before.sources, late] }, before),
    );

    expect(printMessage(message)).toContain('The Register');
    expect(printMessage(message)).not.toContain('The Daily');
  });

  it('strikes the wrong fact in a correction, and only that', () => {
    const message = storyCorrectionMessage(
      aChange('correction', aStory({ targets: ['KR'] }), before),
    );
    const text = printMessage(message);

    expect(message.summary).toMatch(/^Correction: /);
    expect(text).toContain('On: (no longer: Japan) → South Korea');
    expect(text).not.toContain('Rate:');
  });

  it('strikes everything a withdrawn story claimed and says why', () => {
    const story = aStory({ withdrawn: 'the source took it back' });

    for (const message of [storyWithdrawnMessage(story, NOON), storyWithdrawalMessage(story)]) {
      const text = printMessage(message);
      expect(text).toContain('(no longer: Announced: United States → Japan');
      expect(text).toContain('the source took it back');
    }
  });
});

describe('every message of a story', () => {
  const long = fc.string({ maxLength: 2_000, unit: 'grapheme' });
  const stories = fc
    .record({
      title: long,
      targets: fc.array(fc.constantFrom('JP', 'KR', 'VN', 'TR', 'WORLD'), { maxLength: 5 }),
      products: fc.array(
        fc.oneof(
          fc.constantFrom('steel', 'agri'),
          long.map((text) => `other:${text}`),
        ),
        {
          maxLength: 4,
        },
      ),
      quote: long,
      withdrawn: fc.option(long),
    })
    .map(({ quote, ...part }) => {
      const story = aStory(part);
      return { ...story, sources: [aSource(story, { quote, title: part.title })] };
    });

  it('has a summary that fits a phone notification, whatever the sources say', () => {
    fc.assert(
      fc.property(stories, stories, (before, after) => {
        const change = aChange('correction', after, before);
        const messages = [
          storyMessage(after, NOON),
          storyUpdateMessage(change, NOON),
          storyChangeMessage(change),
          storyCorrectionMessage(change),
          storyWithdrawnMessage(after, NOON),
        ];
        for (const message of messages) {
          expect(message.summary.length).toBeLessThanOrEqual(150);
          expect(message.summary).not.toBe('');
        }
        expect(
          storyLine(after)
            .map((span) => span.text)
            .join('').length,
        ).toBeLessThan(500);
      }),
    );
  });
});
