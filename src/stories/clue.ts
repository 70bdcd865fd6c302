// What speaks for or against two items telling one step of one measure, and how much: one table of weights.
// Points are natural log-odds, rounded: fitted on labelled pairs with the reader's usual errors put in, then read by eye.

/** Clues of no weight are told in `why` all the same: most pairs that are looked at have them. */
export const CLUES = {
  'same imposer': 0,
  'imposers overlap': 0.4,
  'imposer known to one': -0.3,
  'imposer may differ': -2.5,
  'told by who is hit': -2,
  'different imposers': -8,

  'two sides of a bargain': -4,
  'two sides of a deal': -0.5,

  'same target': 1.2,
  'targets overlap': 0.8,
  'every origin': 0.2,
  'every origin, some named': -0.9,
  'every origin, some meant': -0.9,
  'every origin against some': -2.4,
  'target known to one': 0.2,
  'one list of countries': -0.6,
  'different targets': -9,

  'same product': 1.4,
  'products overlap': 0.7,
  'all goods': -0.4,
  'goods of one untold': -0.9,
  'all goods against some': -2.2,
  'product may differ': -1.1,
  'goods of other names': -7,
  'two goods of one group': -12,
  'product known to one': -0.1,
  'different products': -6,

  'same uncommon rate': 0.4,
  'same rate': 0.3,
  'rate known to one': -0.5,
  'raised from the rate of the other': -1.5,
  'different rates': -2.8,
  'one rate in each title': -7,
  'new rate of one is old to the other': -9,

  'same rare step': 2.2,
  'same step': 1.2,
  'kindred step': -0.1,
  'step not named': -0.8,
  'nothing read of one': -0.9,
  'both halt': 1,
  'one halts': -3,
  'step may differ': -0.7,
  'later step': -2.5,
  'different step': -2.5,
  'request and answer': -12,
  'opposite steps': -12,
  'plan and its end': -12,
  'one called off': -5,
  'both called off': 1.5,

  'one says extension': -1.3,
  'one says refund': -2.8,
  'one says comments': -1.6,
  'one says in-force': -1.7,
  'one says in-court': -0.1,
  'one says stay': -6,
  'one says in-answer': -1.2,
  'both say extension': 1.3,
  'both say refund': 1.7,
  'both say comments': 0.4,
  'both say in-force': 0.6,
  'both say in-court': 1.5,
  'both say stay': 1.5,
  'both say in-answer': 0.2,
  'same stage of the case': 0.6,
  'provisional against final': -2.3,

  'same instrument': 0.2,
  'different instruments': -2,

  'same effective date': 1.2,
  'effective dates close': 0.1,
  'different effective dates': -1.4,
  'same end date': 0.8,
  'different end dates': -1.5,
  'entry into force of what was announced': -6,

  'published within a day': 3.9,
  'published within 3 days': 1.3,
  'published within a week': -0.7,
  'published within two weeks': -1.4,
  'published within a month': -4.8,
  'published within two months': -6,
  'told again within 3 days': 2.3,
  'told again within a week': 0.6,
  'told again within two weeks': -0.2,
  'told again within two months': -0.8,
  'official text, late': 1.8,
  'news again after a week': -4.3,
  'news again after weeks': -2.5,
  'one form, two matters': -9,
  'two acts of one gazette': -9,
  'two acts by number': -9,
  'two texts of one authority': -2,

  'same title elsewhere': 7,
  'official title relayed': 6,
  'updates its message': 7,
  'one document': 14,

  'same countries named': 1.5,
  'other countries named': -1.2,
  'same products named': 1.9,
  'other products named': -3,
  'same percentages named': 1,
  'other percentages named': -0.5,

  'telling words shared': 2.8,
  'no telling word shared': -1,
} as const satisfies Readonly<Record<string, number>>;

export type ClueName = keyof typeof CLUES;

/** A clue that was found, with its weight in this pair. What it saw is worded by clue-words.ts: few pairs are told. */
export type Clue = {
  readonly name: ClueName;
  readonly points: number;
};

const WHOLE_CLUES: ReadonlyMap<ClueName, Clue> = new Map(
  (Object.keys(CLUES) as readonly ClueName[]).map((name) => [name, { name, points: CLUES[name] }]),
);

/** The clue of that name with its points, or with `share` (0 to 1) of them. Whole clues are one object each. */
export function clueOf(name: ClueName, share = 1): Clue {
  const whole = share === 1 ? WHOLE_CLUES.get(name) : undefined;
  return whole ?? { name, points: CLUES[name] * share };
}

/** Adds what was found, if anything was. */
export function addTo(clues: Clue[], clue: Clue | null): void {
  if (clue !== null) clues.push(clue);
}

/** Score of two items that cannot tell one step. */
export const REFUSED = Number.NEGATIVE_INFINITY;
