// Every verb of a headline with every noun of what becomes of a tariff: the action follows from the two by one table, so that no
// pair is left to chance ("announces tariff cut" lays no tariff). Own words; English.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

/** What may become of a tariff, and how headlines call it. */
const NOUNS = {
  tariff: [
    '25% tariff on rice',
    'new tariffs on rice',
    'import duties on rice',
    'anti-dumping duty on Chinese rice',
    'safeguard duty on rice',
  ],
  rise: [
    'tariff hike on rice',
    'duty increase on rice',
    'higher tariffs on rice',
    'tariff increases on rice',
    'rise in tariffs on rice',
    'increase in duty on rice',
    'steeper tariffs on rice',
    'doubling of tariffs on rice',
  ],
  cut: [
    'tariff cut on rice',
    'tariff cuts for rice',
    'duty reduction on rice',
    'lower tariffs on rice',
    'reduction in duty on rice',
    'cut in import tax on rice',
    'reduced duty on rice',
  ],
  end: [
    'tariff removal on rice',
    'removal of tariffs on rice',
    'abolition of duty on rice',
    'end to tariffs on rice',
    'elimination of rice tariffs',
  ],
  pause: [
    'tariff suspension on rice',
    'suspension of tariffs on rice',
    'tariff freeze on rice',
    'pause in tariffs on rice',
    'moratorium on rice tariffs',
  ],
  delay: [
    'tariff delay on rice',
    'delay of tariffs on rice',
    'postponement of rice tariffs',
    'delay to rice duty',
  ],
  relief: [
    'tariff exemption for rice',
    'duty waiver for rice',
    'exemption from duty for rice',
    'tariff exclusion for rice',
    'duty-free access for rice',
    'zero duty on rice',
    'carve-out for rice from tariffs',
  ],
  quota: ['import quota on rice', 'tariff-rate quota for rice', 'new quotas on rice imports'],
  answer: [
    'retaliatory tariffs on US rice',
    'counter-tariffs on US rice',
    'countermeasures on US rice',
  ],
} as const;
type Noun = keyof typeof NOUNS;
type Expected = Partial<Record<Noun, readonly string[]>>;

/** What a verb that makes it so comes to; where the corpus calls one thing by two names, both are right. */
const MADE: Expected = {
  tariff: ['imposed'],
  rise: ['increased'],
  cut: ['reduced'],
  end: ['removed'],
  pause: ['suspended', 'delayed'],
  delay: ['delayed', 'suspended'],
  relief: ['exempted', 'removed'],
  quota: ['quota-set'],
  answer: ['retaliation-imposed'],
};
const PLANNED: Expected = {
  ...Object.fromEntries(Object.keys(NOUNS).map((noun) => [noun, ['proposed']])),
  tariff: ['proposed', 'threatened'],
  rise: ['proposed', 'threatened'],
  quota: ['proposed', 'threatened'],
  answer: ['retaliation-threatened', 'proposed'],
};
const HELD_UP = ['delayed', 'suspended'];
const DENIED = ['exemption-denied', 'no'];

const VERBS: readonly (readonly [kind: string, verbs: string, expected: Expected])[] = [
  [
    'makes it so',
    'announces|approves|introduces|unveils|orders|adopts|confirms|implements|enacts|signs off on|rolls out|brings in|decrees|signs|finalises|to introduce|ratifies|gazettes|notifies|issues',
    MADE,
  ],
  [
    'agrees on it',
    'agrees|clears',
    { ...MADE, tariff: ['imposed', 'deal-reached'], rise: ['increased', 'imposed'] },
  ],
  [
    'only plans it',
    'plans|considers|weighs|mulls|proposes|drafts|studies|prepares|is considering|plans to introduce|may approve|looks at|floats|tables|moots|recommends|could approve|set to consider',
    PLANNED,
  ],
  [
    'threatens it',
    'threatens|threatens to introduce',
    { tariff: ['threatened'], rise: ['threatened'], answer: ['retaliation-threatened'] },
  ],
  ['promises it', 'promises|pledges|vows', { cut: ['proposed'], relief: ['proposed'] }],
  [
    'turns it down',
    'rejects|rules out|refuses|turns down|says no to',
    { cut: DENIED, end: DENIED, pause: DENIED, delay: DENIED, relief: DENIED },
  ],
  [
    'ends it',
    'ends|scraps|lifts|revokes|withdraws|cancels|rescinds|terminates',
    {
      tariff: ['removed'],
      answer: ['removed'],
      quota: ['removed'],
      pause: ['exemption-ended'],
      relief: ['exemption-ended'],
    },
  ],
  [
    'puts it off',
    'delays|postpones|puts off|defers|shelves|suspends|pauses',
    { tariff: HELD_UP, rise: HELD_UP, cut: HELD_UP, answer: HELD_UP },
  ],
  [
    'goes on with it',
    'extends|prolongs|renews',
    { relief: ['exempted', 'other'], pause: ['suspended', 'delayed', 'exempted'] },
  ],
];

/** Headlines that open with the noun and tell behind it what becomes of it. */
const SUBJECTS: Expected = {
  tariff: [
    '25% tariff on rice',
    'New tariffs on rice',
    'Import duties on rice',
    'Rice tariff',
    'Ghana rice duty',
  ],
  rise: [
    'Tariff hike on rice',
    'Duty increase on rice',
    'Increase in rice duty',
    'Ghana tariff hike',
  ],
  cut: ['Tariff cut on rice', 'Duty reduction on rice', 'Rice tariff cut'],
  pause: ['Tariff suspension on rice', 'Suspension of rice duty', 'Tariff pause on rice'],
  relief: ['Tariff exemption for rice', 'Duty waiver for rice', 'Rice duty exemption'],
  quota: ['Import quota on rice', 'Tariff-rate quota for rice'],
  answer: ['Retaliatory tariffs on US rice', 'Counter-tariffs on US rice'],
};

const PREDICATES: readonly (readonly [kind: string, verbs: string, expected: Expected])[] = [
  [
    'is made',
    'announced|approved|takes effect|comes into force|kicks in|introduced|is introduced|to take effect in July|starts today|now in force|enters into force on 1 July|goes into effect|unveiled|signed into law|begins',
    { ...MADE, answer: ['retaliation-imposed', 'imposed'] },
  ],
  [
    'is planned',
    'proposed|planned|under consideration|considered|recommended|mulled|on the cards|mooted',
    {
      ...PLANNED,
      pause: ['proposed', 'exemption-sought'],
      relief: ['proposed', 'exemption-sought'],
    },
  ],
  [
    'is ended',
    'scrapped|lifted|removed|abolished|withdrawn|revoked|expires|to be lifted|will be scrapped|cancelled|repealed',
    {
      tariff: ['removed'],
      pause: ['exemption-ended'],
      relief: ['exemption-ended'],
      quota: ['removed'],
      answer: ['removed'],
    },
  ],
  [
    'is held up',
    'delayed|postponed|deferred|put off|put on hold|suspended|paused|to be delayed',
    { tariff: HELD_UP, rise: HELD_UP, cut: HELD_UP, answer: HELD_UP },
  ],
  [
    'is raised',
    'raised to 50%|doubled|increased|hiked to 50%|to rise to 50%|to double|rises to 50%',
    { tariff: ['increased'] },
  ],
  [
    'is lowered',
    'cut to 5%|lowered|reduced|halved|to fall to 5%|slashed to 5%|to be cut',
    { tariff: ['reduced'] },
  ],
  [
    'is voided',
    'struck down|ruled illegal|overturned by court|blocked by court|declared illegal',
    { tariff: ['struck-down'], answer: ['struck-down'] },
  ],
  [
    'is turned down',
    'rejected|ruled out|refused|turned down',
    { tariff: ['no'], cut: DENIED, relief: DENIED },
  ],
];

function actionOf(title: string, summary = ''): string {
  const reading = readItem({ title, summary, published: '2025-06-10', lang: 'en' });
  return reading.relevance === 'yes' ? reading.action : 'no';
}

function cellsOf(table: typeof VERBS) {
  return table.flatMap(([kind, verbs, expected]) =>
    (Object.keys(expected) as Noun[]).map((noun) => ({
      kind,
      verbs: verbs.split('|'),
      noun,
      right: expected[noun] ?? [],
    })),
  );
}

describe('verb x what becomes of a tariff', () => {
  it.each(cellsOf(VERBS))(
    'a verb that $kind, with a $noun, is read as one of $right',
    ({ verbs, noun, right }) => {
      const misread = verbs.flatMap((verb) =>
        NOUNS[noun].flatMap((name) => {
          const action = actionOf(`Ghana ${verb} ${name}`);
          return right.includes(action) ? [] : [`${verb} ${name}: ${action}`];
        }),
      );
      expect(misread).toEqual([]);
    },
  );

  it.each(cellsOf(PREDICATES))(
    'a $noun that $kind is read as one of $right',
    ({ verbs, noun, right }) => {
      const misread = verbs.flatMap((verb) =>
        (SUBJECTS[noun] ?? []).flatMap((name) => {
          const action = actionOf(`${name} ${verb}`, 'Ghana made it known on Tuesday.');
          return right.includes(action) ? [] : [`${name} ${verb}: ${action}`];
        }),
      );
      expect(misread).toEqual([]);
    },
  );
});
