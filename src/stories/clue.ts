// What speaks for or against two items telling one step of one measure, and how much: one table of weights.
// Points are natural log-odds, rounded: fitted on labelled pairs with the reader's usual errors put in, then read by eye.

export const CLUES = {
  'same imposer': 0,
  'imposers overlap': 0.4,
  'imposer known to one': -0.2,
  'different imposers': -6.5,

  'same target': 1.7,
  'targets overlap': 1.0,
  'every origin': 0.4,
  'every origin against some': -2.5,
  'target known to one': 0.2,
  'different targets': -6,

  'same product': 1.8,
  'products overlap': 1.1,
  'all goods': -0.5,
  'all goods against some': -2.1,
  'product may differ': -1.1,
  'product known to one': -0.1,
  'different products': -6,

  'same uncommon rate': 0.9,
  'same rate': 0.5,
  'rate known to one': -0.5,
  'different rates': -3.3,

  'same rare step': 2.1,
  'same step': 1.0,
  'kindred step': 0.1,
  'step not named': -0.9,
  'step may differ': -0.9,
  'later step': -2,
  'different step': -2.5,

  'one says extension': -1.5,
  'one says refund': -2.8,
  'one says comments': -1.6,
  'one says in-force': -1.1,
  'one says in-court': -0.2,
  'both say extension': 1.3,
  'both say refund': 1.7,
  'both say comments': 0.4,
  'both say in-force': 0.6,
  'both say in-court': 1.2,
  'same stage of the case': 0.5,
  'provisional against final': -2.4,

  'same instrument': 0.1,
  'different instruments': -2,

  'same effective date': 1,
  'effective dates close': 0.3,
  'different effective dates': -1.6,
  'same end date': 0.8,
  'different end dates': -1.5,
  'entry into force of what was announced': -6,

  'published within a day': 3.5,
  'published within 3 days': 1.1,
  'published within a week': -0.8,
  'published within two weeks': -1.5,
  'published within a month': -4.4,
  'published within two months': -5.8,
  'official text, late': 1.6,
  'two official texts of one day': -1.8,
  'two official texts of two days': -2.6,

  'same things named': 2.1,
  'nothing named in common': -1.1,

  'telling words shared': 3.1,
  'no telling word shared': -1.5,
  'nothing telling in common': -0.6,
} as const satisfies Readonly<Record<string, number>>;

export type ClueName = keyof typeof CLUES;

/** A clue that was found, with its weight in this pair and what it saw, for `why`. */
export type Clue = { readonly name: ClueName; readonly points: number; readonly seen: string };

/** The clue of that name with its points, or with `share` (0 to 1) of them. */
export function clueOf(name: ClueName, seen = '', share = 1): Clue {
  return { name, points: CLUES[name] * share, seen };
}

/** Score of two items that cannot tell one step. */
export const REFUSED = Number.NEGATIVE_INFINITY;
