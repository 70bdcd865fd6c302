// One test for each clue by which two items are told to be one step, or kept apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, INSTRUMENTS, RUNGS } from '../../../src/domain/reading.ts';
import type { StorySource } from '../../../src/domain/story.ts';
import type { ClueName } from '../../../src/stories/clue.ts';
import { compareSources } from '../../../src/stories/compare-sources.ts';
import { MATCH_SCORE } from '../../../src/stories/story-index.ts';
import { aSource, noFacts, rates } from './a-source.ts';

function cluesOf(left: StorySource, right: StorySource): readonly ClueName[] {
  return compareSources(left, right).clues.map((clue) => clue.name);
}

function scoreOf(left: StorySource, right: StorySource): number {
  return compareSources(left, right).score;
}

describe('facts that agree', () => {
  it('joins two reports of one day with the same facts in two languages', () => {
    const english = aSource({ title: 'US puts 25% on Japanese steel' });
    const german = aSource({ title: 'USA erheben 25 Prozent auf Stahl aus Japan' });

    expect(scoreOf(english, german)).toBeGreaterThan(MATCH_SCORE);
  });

  it('takes a rate that a headline rounds for the same rate', () => {
    const exact = aSource({ facts: { rates: rates(27.83) } });

    expect(cluesOf(exact, aSource({ facts: { rates: rates(27.8) } }))).toContain(
      'same uncommon rate',
    );
    expect(cluesOf(exact, aSource({ facts: { rates: rates(28) } }))).toContain(
      'same uncommon rate',
    );
  });

  it('takes two whole figures for two rates however near', () => {
    const [left, right] = [
      aSource({ facts: { rates: rates(25) } }),
      aSource({ facts: { rates: rates(26) } }),
    ];

    expect(cluesOf(left, right)).toContain('different rates');
  });

  it('takes a product within a wider group for an overlap', () => {
    const [cars, electric] = [
      aSource({ facts: { products: ['autos'] } }),
      aSource({ facts: { products: ['evs'] } }),
    ];

    expect(cluesOf(cars, electric)).toContain('products overlap');
  });

  it('takes a member state for part of the EU', () => {
    const [bloc, member] = [
      aSource({ facts: { targets: ['EU'] } }),
      aSource({ facts: { targets: ['DE'] } }),
    ];

    expect(cluesOf(bloc, member)).toContain('targets overlap');
  });

  it('does not take a country outside for part of the EU', () => {
    const [bloc, other] = [
      aSource({ facts: { targets: ['EU'] } }),
      aSource({ facts: { targets: ['GB'] } }),
    ];

    expect(cluesOf(bloc, other)).toContain('different targets');
  });
});

describe('two sides of a bargain', () => {
  const title = 'Ottawa and Beijing trade canola for electric cars';
  const lowered = { action: 'reduced', products: ['agri', 'evs'], rates: rates(6.1) } as const;
  const ours = { ...lowered, imposers: ['CA'], targets: ['CN'] };
  const theirs = { ...lowered, imposers: ['CN'], targets: ['CA'] };

  it('are one step, whichever side an item tells first', () => {
    const [left, right] = [aSource({ title, facts: ours }), aSource({ title, facts: theirs })];

    expect(cluesOf(left, right)).toContain('two sides of a bargain');
    expect(cluesOf(left, right)).not.toContain('different imposers');
    expect(scoreOf(left, right)).toBeGreaterThan(MATCH_SCORE);
  });

  it('need more than the same parties and day', () => {
    const [left, right] = [
      aSource({ title, facts: { ...ours, rates: rates(10) } }),
      aSource({ title: 'Duty on peas halved', facts: { ...theirs, rates: rates(24) } }),
    ];

    expect(scoreOf(left, right)).toBeLessThan(MATCH_SCORE);
  });

  it('are seen in a request that is read the wrong way round', () => {
    const facts = { action: 'exemption-denied' } as const;
    const [asked, answered] = [
      aSource({ title, facts: { ...facts, imposers: ['US'], targets: ['JP'] } }),
      aSource({ title, facts: { ...facts, imposers: ['JP'], targets: ['US'] } }),
    ];

    expect(scoreOf(asked, answered)).toBeGreaterThan(MATCH_SCORE);
  });

  it('are not seen in a duty and the answer to it', () => {
    const duty = aSource({ title, facts: { ...ours, action: 'imposed' } });
    const answer = aSource({ title, facts: { ...theirs, action: 'retaliation-imposed' } });

    expect(cluesOf(duty, answer)).toContain('different imposers');
    expect(scoreOf(duty, answer)).toBeLessThan(MATCH_SCORE);
  });
});

describe('the rate of a relief', () => {
  it('is told as none by one and as that of the measure by another', () => {
    const free = aSource({ facts: { action: 'exempted', rates: rates(0) } });
    const spared = aSource({ facts: { action: 'exempted', rates: rates(10, 30) } });

    expect(cluesOf(free, spared)).not.toContain('different rates');
  });

  it('is another one where both state a duty that remains', () => {
    const lower = aSource({ facts: { action: 'reduced', rates: rates(15) } });
    const lowest = aSource({ facts: { action: 'reduced', rates: rates(10) } });

    expect(cluesOf(lower, lowest)).toContain('different rates');
  });

  it('is another one where a duty is set at none', () => {
    const none = aSource({ facts: { action: 'imposed', rates: rates(0) } });

    expect(cluesOf(none, aSource())).toContain('different rates');
  });
});

describe('long lists', () => {
  const deal = { action: 'deal-reached', imposers: ['US'], targets: ['TW'] } as const;

  it('of a deal are told in part by each desk', () => {
    const chips = aSource({ facts: { ...deal, products: ['semiconductors'] } });
    const wood = aSource({ facts: { ...deal, products: ['lumber', 'pharma'] } });

    expect(cluesOf(chips, wood)).toContain('product may differ');
  });

  it('takes free nouns that share no word for two cases of one day', () => {
    const [paper, plastics, boards] = ['other:paper', 'other:plastics', 'other:paper-boards'].map(
      (product) => aSource({ facts: { products: [product] } }),
    ) as [StorySource, StorySource, StorySource];

    expect(cluesOf(paper, plastics)).toContain('goods of other names');
    expect(cluesOf(paper, boards)).toContain('product may differ');
  });

  it('of a retaliation are told as goods by one and by their best known by another', () => {
    const answer = { action: 'retaliation-imposed', imposers: ['IN'], targets: ['US'] } as const;
    const goods = aSource({ facts: { ...answer, products: ['all-goods'] } });
    const almonds = aSource({ facts: { ...answer, products: ['agri'] } });

    expect(cluesOf(goods, almonds)).toContain('product may differ');
  });
});

describe('facts that disagree keep items apart, whatever their wording', () => {
  const title = 'Washington puts 25% duty on imports';
  const report = aSource({ title });

  it.each<[string, StorySource]>([
    [
      'another imposer',
      aSource({ title: 'Ottawa puts 25% duty on imports', facts: { imposers: ['CA'] } }),
    ],
    ['another target', aSource({ title, facts: { targets: ['KR'] } })],
    ['another product at the same rate', aSource({ title, facts: { products: ['autos'] } })],
    ['aluminium instead of steel', aSource({ title, facts: { products: ['aluminium'] } })],
    ['the same words two months later', aSource({ title, on: '2025-05-05' })],
  ])('%s', (_name, other) => {
    expect(scoreOf(report, other)).toBeLessThan(MATCH_SCORE);
  });

  it('another rate, told in other words', () => {
    const doubled = aSource({ title: 'Levy doubled for Tokyo', facts: { rates: rates(50) } });

    expect(scoreOf(report, doubled)).toBeLessThan(MATCH_SCORE);
  });
});

describe('steps', () => {
  it('keeps a rise apart from the rise before it, which it names', () => {
    const parcels = { products: ['other:parcels'] } as const;
    const first = aSource({
      title: 'Parcels from Japan to pay 90%',
      facts: { ...parcels, rates: rates(90), oldRates: [30] },
    });
    const second = aSource({
      title: 'Washington lifts duty on small packets from 90% to 120%',
      facts: { ...parcels, rates: rates(120), oldRates: [90] },
      on: '2025-03-04',
    });

    expect(cluesOf(first, second)).toContain('new rate of one is old to the other');
    expect(scoreOf(first, second)).toBeLessThan(MATCH_SCORE);
  });

  it('takes the refusal of a request for the next step, however alike they are told', () => {
    const title = 'Mexico tomato duties of 17.09% go ahead';
    const asked = aSource({ title, facts: { action: 'exemption-sought', rates: rates(17.09) } });
    const refused = aSource({
      title,
      facts: { action: 'exemption-denied', rates: rates(17) },
      on: '2025-03-05',
    });

    expect(cluesOf(asked, refused)).toContain('request and answer');
  });

  it('keeps a request for an exemption apart from the exemption', () => {
    const sought = aSource({ facts: { action: 'exemption-sought' } });

    expect(cluesOf(sought, aSource({ facts: { action: 'exempted' } }))).toContain(
      'request and answer',
    );
  });

  it('lets "threatens" and "imposes" of one day be two ways to put it', () => {
    const threat = aSource({ facts: { action: 'threatened' } });

    expect(cluesOf(threat, aSource())).toContain('step may differ');
    expect(scoreOf(threat, aSource())).toBeGreaterThan(MATCH_SCORE);
  });

  it('takes the decision that follows a plan days later for the next step', () => {
    const plan = aSource({
      title: 'Duty on plate from Japan proposed',
      facts: { action: 'proposed' },
    });
    const decision = aSource({ title: 'Japanese steel now pays', on: '2025-03-08' });

    expect(cluesOf(plan, decision)).toContain('later step');
    expect(scoreOf(plan, decision)).toBeLessThan(MATCH_SCORE);
  });

  it('keeps a provisional duty apart from the final one', () => {
    const provisional = aSource({ title: 'Hanoi sets provisional dumping duty on coil' });
    const final = aSource({ title: 'Definitive dumping duty on coil', on: '2025-03-10' });

    expect(cluesOf(provisional, final)).toContain('provisional against final');
    expect(scoreOf(provisional, final)).toBeLessThan(MATCH_SCORE);
  });

  it('keeps an extension apart from the waiver it extends', () => {
    const waiver = aSource({ title: 'Cotton duty waived', facts: { action: 'exempted' } });
    const longer = aSource({
      title: 'Cotton waiver extended',
      facts: { action: 'exempted' },
      on: '2025-03-13',
    });

    expect(cluesOf(waiver, longer)).toContain('one says extension');
    expect(scoreOf(waiver, longer)).toBeLessThan(MATCH_SCORE);
  });

  it('keeps a refund order apart from the ruling it follows', () => {
    const ruling = aSource({ title: 'Court strikes down levies', facts: noFacts('struck-down') });
    const refund = aSource({
      title: 'Court orders refunds of levies',
      facts: noFacts(),
      on: '2025-03-04',
    });

    expect(scoreOf(ruling, refund)).toBeLessThan(MATCH_SCORE);
  });
});

describe('courts', () => {
  const facts = { ...noFacts('struck-down'), imposers: ['US'] };
  const ruling = aSource({ title: 'Trade court strikes down global tariffs', facts });

  it.each([
    'Appeals court pauses ruling that blocked tariffs',
    'Federal court reinstates global tariffs',
    'Berufungsgericht setzt Urteil aus',
  ])('keep a stay apart from the ruling it stays: %s', (title) => {
    const stay = aSource({ title, facts });

    expect(cluesOf(ruling, stay)).toContain('one says stay');
    expect(scoreOf(ruling, stay)).toBeLessThan(MATCH_SCORE);
  });

  it('stay nothing where a duty merely stays or a leader pauses it', () => {
    expect(
      cluesOf(
        ruling,
        aSource({ title: 'Global tariffs illegal, court says, but they stay', facts }),
      ),
    ).not.toContain('one says stay');
    expect(cluesOf(ruling, aSource({ title: 'Washington pauses tariffs', facts }))).not.toContain(
      'one says stay',
    );
  });
});

describe('acts with a number', () => {
  const authority = { publisher: 'Trade Remedies Board', rung: 'statement' } as const;
  const act = (title: string, given = {}) => aSource({ ...authority, ...given, title });

  it.each([
    ['Circular Nº 3 of 8 February 2024', 'Circular Nº 4 of 8 February 2024'],
    ['Notification No. 12/2025-Customs', 'Notification No. 13/2025-Customs'],
    ['Steel Order: SOR/2025-95', 'Steel Order: SOR/2025-96'],
    ['Regulation (EU) 2025/778', 'Regulation (EU) 2025/779'],
    ['公告2025年第12号', '公告2025年第13号'],
  ])('of one authority are two steps: %s, %s', (left, right) => {
    expect(cluesOf(act(left), act(right))).toContain('two acts by number');
    expect(scoreOf(act(left), act(right))).toBeLessThan(MATCH_SCORE);
  });

  it('are one step under one number, and where two authorities number it', () => {
    const [first, again] = ['Circular Nº 3 on plate', 'Circular Nº 3: duty on plate'];
    const elsewhere = { publisher: 'Official Journal' };

    expect(cluesOf(act(first), act(again))).not.toContain('two acts by number');
    expect(cluesOf(act(first), act('Circular Nº 4', elsewhere))).not.toContain(
      'two acts by number',
    );
  });

  it('are no matter of the press, nor of the numbers of messages', () => {
    const [left, right] = [
      aSource({ title: 'Circular Nº 3 out' }),
      aSource({ title: 'Circular Nº 4 out' }),
    ];

    expect(cluesOf(left, right)).not.toContain('two acts by number');
    expect(cluesOf(act('CSMS # 1234 - Guidance'), act('CSMS # 1235 - Guidance'))).not.toContain(
      'two acts by number',
    );
  });
});

describe('titles', () => {
  const title = 'Adjusting Imports of Timber and Lumber Into the United States';
  const order = aSource({ title, publisher: 'White House', rung: 'instrument', facts: noFacts() });

  it('that are one in the gazette and where it was signed name one act, whatever was read', () => {
    const printed = aSource({
      title: 'Adjusting imports of timber and lumber into the United States',
      publisher: 'Official Gazette',
      rung: 'gazette',
      on: '2025-03-07',
    });

    expect(cluesOf(order, printed)).toContain('same title elsewhere');
    expect(scoreOf(order, printed)).toBeGreaterThan(MATCH_SCORE);
  });

  it('of guidance on an act keep the words of its title, weeks later and in other forms', () => {
    const act = aSource({
      title: 'Suspending Preferential Treatment of Orchid Bulbs',
      publisher: 'White House',
      rung: 'instrument',
      facts: noFacts('exemption-ended'),
    });
    const guidance = { title: 'GUIDANCE: Suspension of Preferential Treatment of Orchid Bulbs' };
    const customs = aSource({ ...guidance, publisher: 'Customs', rung: 'customs' });
    const paper = aSource({ ...guidance, publisher: 'Island Post' });

    expect(cluesOf(act, customs)).toContain('official title relayed');
    expect(cluesOf(act, paper)).not.toContain('official title relayed');
  });

  it('of a customs message and of those that update it are known by its number', () => {
    const customs = { publisher: 'Customs', rung: 'customs' } as const;
    const first = aSource({
      ...customs,
      title: 'CSMS # 99000101 - GUIDANCE: Additional Duties on Certain Kitchen Goods',
      facts: noFacts('imposed'),
    });
    const update = aSource({
      ...customs,
      title: 'CSMS # 99000187 - UPDATE: Filing Instructions',
      summary: 'This message updates CSMS # 99000101 and adds a heading. See also CSMS # 99000042.',
      facts: noFacts('other'),
      on: '2025-03-08',
    });
    const other = aSource({
      ...customs,
      title: 'CSMS # 99000042 - GUIDANCE: Additional Duties on Certain Garden Goods',
      facts: noFacts('imposed'),
      on: '2025-03-08',
    });

    expect(cluesOf(first, update)).toContain('updates its message');
    expect(scoreOf(first, update)).toBeGreaterThan(MATCH_SCORE);
    expect(cluesOf(other, update)).not.toContain('updates its message');
    expect(cluesOf(first, other)).not.toContain('updates its message');
  });

  it('of a document that the gazette prints anew weeks later, or corrects, join the first print', () => {
    const address = 'https://www.federalregister.gov/documents';
    const gazette = {
      publisher: 'US Federal Register',
      rung: 'gazette',
      title: 'Ending the Reduced Duty on Samples Sent by Letter',
      facts: noFacts('exemption-ended'),
    } as const;
    const first = aSource({ ...gazette, link: `${address}/2025/03/03/2025-90017/ending-the` });
    const [reprint, correction, other] = ['R1-2025-90017', 'C1-2025-90017', '2025-90018'].map(
      (number) =>
        aSource({
          ...gazette,
          on: '2025-04-16',
          link: `${address}/2025/04/16/${number}/ending-the`,
        }),
    );

    expect(scoreOf(first, reprint as StorySource)).toBeGreaterThan(MATCH_SCORE);
    expect(scoreOf(first, correction as StorySource)).toBeGreaterThan(MATCH_SCORE);
    expect(scoreOf(first, other as StorySource)).toBeLessThan(MATCH_SCORE);
  });

  it('that are short are alike by chance', () => {
    const [left, right] = [aSource({ title: 'New tariffs' }), aSource({ title: 'New tariffs' })];

    expect(cluesOf(left, { ...right, publisher: 'Island Post' })).not.toContain(
      'same title elsewhere',
    );
  });

  it('of two acts of one authority hold apart, those of an act and its fact sheet do not', () => {
    const house = { publisher: 'White House', rung: 'statement' } as const;
    const [act, other, sheet] = [
      aSource({ ...house, title: 'Implementing the Agreement with Japan' }),
      aSource({ ...house, title: 'Modifying the Scope of Reciprocal Tariffs' }),
      aSource({ ...house, title: 'Fact Sheet: The President implements an agreement' }),
    ];

    expect(cluesOf(act, other)).toContain('two texts of one authority');
    expect(cluesOf(act, sheet)).not.toContain('two texts of one authority');
  });
});

describe('days', () => {
  it('takes the cut that the press tells of again after a week for its entry into force', () => {
    const facts = { action: 'reduced', products: ['autos'], rates: rates(15) } as const;
    const signed = aSource({ title: 'Duty on Japanese cars cut to 15% by order', facts });
    const charged = aSource({
      title: 'US cuts tariff on Japanese autos to 15%',
      facts,
      on: '2025-03-14',
    });

    expect(cluesOf(signed, charged)).toContain('news again after a week');
    expect(scoreOf(signed, charged)).toBeLessThan(MATCH_SCORE);
  });

  it('takes a request that is made again weeks later for another request', () => {
    const facts = { action: 'exemption-sought', rates: rates(19) } as const;
    const request = aSource({ title: 'Tokyo asks for relief from the 19% duty on steel', facts });
    const again = aSource({
      title: 'Japan again asks for relief from 19% tariff on steel',
      facts,
      on: '2025-03-25',
    });

    expect(scoreOf(request, again)).toBeLessThan(MATCH_SCORE);
  });

  it('takes an entry into force told as news for a step of its own', () => {
    const announced = aSource({ facts: { effectiveOn: '2025-03-12' }, on: '2025-02-20' });
    const inForce = aSource({ facts: { effectiveOn: '2025-03-12' }, on: '2025-03-12' });

    expect(cluesOf(announced, inForce)).toContain('entry into force of what was announced');
    expect(scoreOf(announced, inForce)).toBeLessThan(MATCH_SCORE);
  });

  it('joins the gazette that prints the act on the day it takes effect', () => {
    const announced = aSource({ facts: { effectiveOn: '2025-03-12' }, on: '2025-03-04' });
    const gazette = aSource({
      publisher: 'Official Gazette',
      rung: 'gazette',
      facts: { effectiveOn: '2025-03-12' },
      on: '2025-03-12',
    });

    expect(cluesOf(announced, gazette)).toContain('official text, late');
    expect(scoreOf(announced, gazette)).toBeGreaterThan(MATCH_SCORE);
  });

  it('keeps two acts of one gazette apart, twins of one day as well', () => {
    const act = { publisher: 'Official Gazette', rung: 'gazette' } as const;
    const dumping = aSource({ ...act, title: 'Glass From Japan: Antidumping Duty Order' });
    const subsidy = aSource({ ...act, title: 'Glass From Japan: Countervailing Duty Order' });

    expect(cluesOf(dumping, subsidy)).toContain('two acts of one gazette');
    expect(scoreOf(dumping, subsidy)).toBeLessThan(MATCH_SCORE);
  });

  it('joins a customs notice and its update', () => {
    const notice = { publisher: 'Customs', rung: 'customs' } as const;
    const [first, update] = [
      aSource({ ...notice, title: 'Guidance on duty for plate from Japan' }),
      aSource({ ...notice, title: 'Update: guidance on duty for plate from Japan' }),
    ];

    expect(scoreOf(first, update)).toBeGreaterThan(MATCH_SCORE);
  });

  it('tells two measures by the days on which they end', () => {
    const [short, long] = [
      aSource({ facts: { endsOn: '2025-09-30' } }),
      aSource({ facts: { endsOn: '2025-12-31' } }),
    ];

    expect(cluesOf(short, long)).toContain('different end dates');
  });

  it('does not compare beyond two months', () => {
    expect(scoreOf(aSource(), aSource({ on: '2025-06-01' }))).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('words and things beside facts', () => {
  it('joins headlines without facts by their words', () => {
    const left = aSource({ title: 'Trade court orders refunds of levies', facts: noFacts() });
    const right = aSource({ title: 'Levies must be refunded, court orders', facts: noFacts() });

    expect(scoreOf(left, right)).toBeGreaterThan(MATCH_SCORE);
  });

  it('does not join two generic items of one day that share no word', () => {
    const facts = { ...noFacts('imposed'), imposers: ['US'] };
    const left = aSource({ title: 'Importers brace for tariff order', facts });
    const right = aSource({ title: 'Markets fall as trade dispute widens', facts });

    expect(scoreOf(left, right)).toBeLessThan(MATCH_SCORE);
  });

  it('does not hold foreign words against an item', () => {
    const english = aSource({ title: 'The duty on plate is here' });
    const polish = aSource({ title: 'Nowa oplata graniczna' });

    expect(cluesOf(english, polish)).not.toContain('no telling word shared');
  });
});

const anySource = fc
  .record({
    imposers: fc.subarray(['US', 'CA', 'EU']),
    targets: fc.subarray(['JP', 'KR', 'EU', 'DE', 'WORLD']),
    products: fc.subarray(['steel', 'aluminium', 'autos', 'all-goods', 'other:films']),
    pcts: fc.subarray([10, 25, 27.8, 27.83, 50]),
    action: fc.constantFrom(...ACTIONS),
    instrument: fc.constantFrom(null, ...INSTRUMENTS),
    effectiveOn: fc.constantFrom(null, '2025-03-12', '2025-03-13', '2025-04-01'),
    rung: fc.constantFrom(...RUNGS),
    on: fc.constantFrom('2025-03-01', '2025-03-03', '2025-03-12', '2025-04-20'),
    title: fc.constantFrom(
      'Court orders refunds',
      'Provisional duty',
      'Zoll auf Stahl',
      'Extension of levy',
    ),
  })
  .map(({ rung, on, title, pcts, ...facts }) =>
    aSource({ rung, on, title, facts: { ...facts, rates: rates(...pcts) } }),
  );

it('compares either way with the same result', () => {
  fc.assert(
    fc.property(anySource, anySource, (left, right) => {
      expect(scoreOf(left, right)).toBeCloseTo(scoreOf(right, left), 9);
    }),
  );
});
