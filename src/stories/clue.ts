// What speaks for or against two items telling one step of one measure, and how much: one table of weights.
// Points are natural log-odds, rounded: fitted on labelled pairs with the reader's usual errors put in, then read by eye.

export const CLUES = {
  'same imposer': 0.3,
  'imposers overlap': 0.6,
  'imposer known to one': -0.1,
  'different imposers': -5,

  'same target': 1.9,
  'targets overlap': 1.3,
  'every origin': 0.4,
  'every origin against some': -2.2,
  'target known to one': 0,
  'different targets': -6,

  'same product': 1.9,
  'products overlap': 1.2,
  'all goods': -0.2,
  'all goods against some': -1.9,
  'product may differ': -0.9,
  'product known to one': -0.2,
  'different products': -6,

  'same uncommon rate': 1.6,
  'same rate': 0.9,
  'rate known to one': -0.5,
  'different rates': -3.2,

  'same rare step': 2,
  'same step': 1.2,
  'kindred step': 0.4,
  'step not named': -0.8,
  'step may differ': -1.1,
  'different step': -3,

  'one says extension': -1.2,
  'one says refund': -2.5,
  'one says comments': -1.5,
  'one says in-force': -0.8,
  'one says in-court': -0.3,
  'both say extension': 1,
  'both say refund': 1.5,
  'both say comments': 0.5,
  'both say in-force': 0.5,
  'both say in-court': 0.8,
  'same stage of the case': 0.3,
  'provisional against final': -2.5,

  'same instrument': 0.4,
  'different instruments': -2,

  'same effective date': 1.2,
  'effective dates close': 0.5,
  'different effective dates': -2,
  'entry into force of what was announced': -6,

  'published within a day': 3.4,
  'published within 3 days': 0.6,
  'published within a week': -0.7,
  'published within two weeks': -1.8,
  'published within a month': -4,
  'published within two months': -5.5,
  'official text, late': 1.3,
  'two official texts of one day': -1,
  'two official texts of two days': -2.5,

  'telling words shared': 3.8,
  'no telling word shared': -2,
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
