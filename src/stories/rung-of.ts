// Where an item was published and how it is worded in, the rung of its evidence out, with a reason for people.
// A press item stays press whatever it quotes; an authority's page is an instrument only when it is the signed text itself.
import type { FeedTier } from '../domain/feed.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Rung } from '../domain/reading.ts';

export type RungInput = {
  readonly tier: FeedTier;
  /** Country of the publisher, or null when it has none. */
  readonly country: JurisdictionCode | null;
  readonly title: string;
  readonly summary: string;
  readonly imposers: readonly JurisdictionCode[];
};

export type RungDecision = { readonly rung: Rung; readonly reason: string };

/** Openings of texts about an act, which are not the act. */
const ABOUT_AN_ACT =
  /^\W{0,4}(?:fact ?sheet|press|statement|remarks|readout|media|news|frequently|faq|q&a|questions|update on|background|joint statement|what )/i;

/** Titles and first words of acts, as gazettes and authorities print them. */
const ACT_TITLES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'executive order', pattern: /^\W{0,4}executive order\b/i },
  { name: 'proclamation', pattern: /^\W{0,4}(?:a )?(?:presidential )?proclamation\b/i },
  { name: 'EU regulation', pattern: /\b(?:implementing|delegated) regulation \(eu\)/i },
  { name: 'EU regulation', pattern: /^\W{0,4}(?:commission|council) (?:regulation|decision)\b/i },
  { name: 'order in council', pattern: /\border[- ]in[- ]council\b/i },
  { name: 'statutory instrument', pattern: /\bregulations (?:19|20)\d\d\b/i },
  { name: 'notification', pattern: /^\W{0,4}notification no\b/i },
  {
    name: 'decree',
    pattern: /^\W{0,4}(?:decree|decreto|décret|decision) (?:no|n\.|nº|n°|number)/i,
  },
];
const ENACTING_WORDS =
  /\b(?:by the authority vested in me|now, therefore|it is hereby (?:ordered|proclaimed)|has adopted this regulation|makes the following regulations|is pleased to order|hereby (?:imposes|notifies))\b/i;

/** Characters of the summary in which an act's own enacting words are looked for. */
const OPENING = 1_200;

/** True for a title that announces a text about an act: a fact sheet, a statement, questions and answers. */
export function isAboutAnAct(title: string): boolean {
  return ABOUT_AN_ACT.test(title);
}

/** The rung of one item's evidence, the reason in words. */
export function rungOf(input: RungInput): RungDecision {
  const decision = rungByTier(input);
  if (!isForeign(input) || decision.rung === 'press') return decision;
  return decision.rung === 'statement'
    ? decision
    : { rung: 'statement', reason: 'an authority of another country than the one that acts' };
}

function rungByTier(input: RungInput): RungDecision {
  switch (input.tier) {
    case 'gazette':
      return { rung: 'gazette', reason: 'published in a gazette' };
    case 'customs':
      return { rung: 'customs', reason: 'published by the customs authority' };
    case 'authority':
      return rungOfAuthority(input);
    case 'multilateral':
      return { rung: 'statement', reason: 'published by a multilateral body' };
    case 'wire':
      return { rung: 'press', reason: 'reported by a news agency' };
    case 'press':
      return { rung: 'press', reason: 'reported by the press' };
  }
}

function rungOfAuthority({ title, summary }: RungInput): RungDecision {
  if (isAboutAnAct(title)) return { rung: 'statement', reason: 'a statement about the act' };
  const act = ACT_TITLES.find(({ pattern }) => pattern.test(title));
  if (act !== undefined) {
    return { rung: 'instrument', reason: `the text of the act itself (${act.name})` };
  }
  if (ENACTING_WORDS.test(summary.slice(0, OPENING))) {
    return { rung: 'instrument', reason: 'the text of the act itself (enacting words)' };
  }
  return { rung: 'statement', reason: 'stated by the authority' };
}

function isForeign({ country, imposers }: RungInput): boolean {
  return country !== null && imposers.length > 0 && !imposers.includes(country);
}
