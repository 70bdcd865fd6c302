// News that looks alike and is not: what a step is asked for or undone by within the hour, and its twin on other goods or
// another country. Each would be told to nobody if it were merged into the story before it.
import { describe, expect, it } from 'vitest';
import type { StorySource } from '../../../src/domain/story.ts';
import { compareSources } from '../../../src/stories/compare-sources.ts';
import { MATCH_SCORE } from '../../../src/stories/story-index.ts';
import { aSource, rates } from './a-source.ts';

function scoreOf(left: StorySource, right: StorySource): number {
  return compareSources(left, right).score;
}

describe('news and its reversal', () => {
  const facts = { rates: rates(30) };
  const summary = 'Plate from Japan pays the 30% duty of the United States.';
  const laid = aSource({ title: 'US lays 30% duty on steel plate from Japan', summary, facts });

  it.each([
    ['a request for relief', 'US is asked to spare steel plate from Japan', 'exemption-sought'],
    ['a refusal', 'US spares no steel plate from Japan its duty', 'exemption-denied'],
    ['a pause', 'US puts 30% duty on steel plate from Japan to sleep', 'suspended'],
    ['an end', 'US scraps 30% duty on steel plate from Japan', 'removed'],
  ] as const)(
    'are two stories within one hour and in the same words: %s',
    (_name, title, action) => {
      const answer = aSource({ title, summary, facts: { ...facts, action } });

      expect(scoreOf(laid, answer)).toBeLessThan(MATCH_SCORE);
    },
  );

  it.each(['exemption-denied', 'exempted'] as const)(
    'are two stories where one asks and the other answers: %s',
    (action) => {
      const asked = aSource({
        title: 'Japan asks US to spare its steel plate the 30% duty',
        summary,
        facts: { ...facts, action: 'exemption-sought' },
      });
      const answered = aSource({
        title: 'US answers Japan on the 30% duty on its steel plate',
        summary,
        facts: { ...facts, action },
      });

      expect(scoreOf(asked, answered)).toBeLessThan(MATCH_SCORE);
    },
  );

  it.each([
    ['another day than the duty', '2025-03-28', false],
    ['the day of the duty: its exceptions', '2025-03-20', true],
  ])('are told apart where who pays is let off it from %s', (_name, effectiveOn, isOne) => {
    const duty = aSource({
      title: 'Adjusting imports of steel plate from Japan',
      summary: 'All steel plate from Japan pays 30% from 20 March.',
      facts: { ...facts, effectiveOn: '2025-03-20' },
    });
    const relief = aSource({
      publisher: 'Other',
      title: 'Proclamation exempting Japan from the duty on steel plate',
      summary: 'Steel plate from Japan is exempt from the 30% duty.',
      facts: { ...facts, action: 'exempted', effectiveOn },
    });

    expect(scoreOf(duty, relief) >= MATCH_SCORE).toBe(isOne);
  });

  it('are two stories where a higher court lets go on what a court blocked a day before', () => {
    const facts = { products: ['other:toys'], rates: rates(40) } as const;
    const blocked = aSource({
      title: 'Trade court blocks 40% tariffs on toys',
      summary: 'The court ruled that the 40% tariffs on toys are illegal.',
      facts: { ...facts, targets: [], action: 'struck-down' },
    });
    const revived = aSource({
      title: 'Appeals court temporarily reinstates tariffs on toys',
      summary: 'The court paused the ruling that blocked the 40% tariffs on toys.',
      facts: { ...facts, targets: ['WORLD'], action: 'imposed' },
      on: '2025-03-04',
    });

    expect(scoreOf(blocked, revived)).toBeLessThan(MATCH_SCORE);
  });

  it('are two stories where a plan is halted hours later', () => {
    const metals = { products: ['steel', 'aluminium'] as const, rates: rates(50) };
    const plan = aSource({
      title: 'US to double duties on Japanese steel and aluminium to 50%',
      summary: 'The US will double duties on Japanese steel and aluminium to 50%.',
      facts: { ...metals, action: 'threatened' },
    });
    const halt = aSource({
      title: 'US backs off 50% duties on Japanese metals',
      summary: 'The US halted plans to double duties on Japanese steel and aluminium to 50%.',
      facts: { ...metals, action: 'suspended' },
    });

    expect(scoreOf(plan, halt)).toBeLessThan(MATCH_SCORE);
  });
  it('are two stories where an act is put to sleep from the day on which it was to begin', () => {
    const same = { rates: rates(30), products: ['steel'], effectiveOn: '2025-12-16' } as const;
    const act = aSource({
      publisher: 'Gazette',
      title: 'Adjusting Imports of Steel From Japan; Proclamation 11',
      summary:
        'Under section 232, imports of steel from Japan shall be subject to an additional 30 percent rate of duty, effective December 16, 2025.',
      facts: { ...same, action: 'imposed', instrument: 'Section 232' },
    });
    const pause = aSource({
      publisher: 'Cabinet',
      title: 'Suspending the Additional Duties on Steel From Japan',
      summary:
        'Under section 232, I suspend the additional 30 percent duty on imports of steel from Japan imposed by Proclamation 11, effective December 16, 2025.',
      facts: { ...same, action: 'suspended', instrument: 'Section 232' },
    });

    expect(scoreOf(act, pause)).toBeLessThan(MATCH_SCORE);
  });
  it.each([
    ['and its old rate is told', [40]],
    ['and its old rate is left out', []],
  ])(
    'are two stories where the duty is raised on the day of the customs notice on it, %s',
    (_name, oldRates) => {
      const notice = aSource({
        publisher: 'Customs',
        title: 'GUIDANCE: Import Duties on Steel from Japan',
        summary:
          'Effective December 20, imports of steel from Japan are subject to an additional 40 percent ad valorem duty under section 232.',
        facts: { rates: rates(40), effectiveOn: '2025-12-20', instrument: 'Section 232' },
      });
      const raise = aSource({
        publisher: 'Cabinet',
        title: 'Further Adjusting Imports of Steel from Japan',
        summary:
          'Under section 232, the additional rate of duty on imports of steel from Japan is increased to 60 percent ad valorem, effective January 5.',
        facts: {
          action: 'increased',
          rates: rates(60),
          oldRates,
          effectiveOn: '2026-01-05',
          instrument: 'Section 232',
        },
      });

      expect(scoreOf(notice, raise)).toBeLessThan(MATCH_SCORE);
    },
  );

  it('are two stories where a threat is proposed in form a week later', () => {
    const facts = { rates: rates(40), products: ['other:furniture'] };
    const threat = aSource({
      title: 'Minister threatens 40% tariff on furniture from Japan',
      summary: 'The minister threatened on Sunday to lay a 40% tariff on furniture from Japan.',
      facts: { ...facts, action: 'threatened' },
    });
    const proposal = aSource({
      title: 'US plans 40% tariff on Japanese furniture',
      summary: 'The ministry proposed a 40% tariff on furniture from Japan.',
      facts: { ...facts, action: 'proposed' },
      on: '2025-03-09',
    });

    expect(scoreOf(threat, proposal)).toBeLessThan(MATCH_SCORE);
  });
  it('are two stories where another rate is threatened hours after one was laid', () => {
    const onSteel = (verb: string, pct: number, action: 'imposed' | 'threatened') =>
      aSource({
        title: `US ${verb} ${pct}% tariff on steel from Japan`,
        summary: `The United States ${verb} a ${pct}% tariff on imports of steel from Japan.`,
        facts: { action, rates: rates(pct) },
      });

    expect(
      scoreOf(onSteel('imposes', 15, 'imposed'), onSteel('threatens', 50, 'threatened')),
    ).toBeLessThan(MATCH_SCORE);
  });
});

describe('twins of one day', () => {
  const laid = (origin: 'JP' | 'KR', goods: 'steel' | 'autos', publisher: string) => {
    const land = { JP: 'Japan', KR: 'South Korea' }[origin];
    const what = { steel: 'steel', autos: 'cars' }[goods];
    return aSource({
      publisher,
      title: `Cabinet lays 25% duty on ${what} from ${land}`,
      summary: `The cabinet on Monday laid a duty of 25% on ${what} imported from ${land} from August 1.`,
      facts: { targets: [origin], products: [goods], effectiveOn: '2025-08-01' },
    });
  };

  it('on two goods are two stories, whatever their wording', () => {
    expect(scoreOf(laid('JP', 'steel', 'One'), laid('JP', 'autos', 'Two'))).toBeLessThan(
      MATCH_SCORE,
    );
  });

  it('on two goods that no list knows are two stories too', () => {
    const onAll = (goods: string) =>
      aSource({
        title: `Cabinet slaps 25% tariff on imported ${goods}`,
        summary: `The cabinet said on Monday it will lay a 25% tariff on ${goods} from all countries from August 1.`,
        facts: { targets: ['WORLD'], products: [`other:${goods}`], effectiveOn: '2025-08-01' },
      });

    expect(scoreOf(onAll('pianos'), onAll('guitars'))).toBeLessThan(MATCH_SCORE);
  });

  it('on two goods of one group are two stories, and on one of them in two wordings one', () => {
    const onFood = (goods: string, publisher: string) =>
      aSource({
        publisher,
        title: `Cabinet lays 25% duty on ${goods} from Japan`,
        summary: `The cabinet on Monday laid a duty of 25% on ${goods} imported from Japan from August 1.`,
        facts: { products: ['agri'], effectiveOn: '2025-08-01' },
      });

    expect(scoreOf(onFood('sugar', 'One'), onFood('eggs', 'Two'))).toBeLessThan(MATCH_SCORE);
    for (const goods of ['sweeteners', 'sugar and eggs', 'raw sugar']) {
      expect(scoreOf(onFood('sugar', 'One'), onFood(goods, 'Two'))).toBeGreaterThan(MATCH_SCORE);
    }
  });

  it('on two countries are two stories, whatever their wording', () => {
    expect(scoreOf(laid('JP', 'steel', 'One'), laid('KR', 'steel', 'Two'))).toBeLessThan(
      MATCH_SCORE,
    );
  });
});
