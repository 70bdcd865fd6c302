// Places that are only where something is: whose industry is helped, where goods are traded.
// In: a line and the tokens of a place. Out: yes or no.

import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

// "a shield for the EU steel sector": whom a measure helps.
export function isHelped(line: Line, to: number): boolean {
  return line.tokens.slice(to, to + 3).some((token) => INDUSTRIES.has(token.text));
}

const INDUSTRIES: ReadonlySet<string> = new Set(
  'sector sectors industry industries producers makers mills farmers growers steelmakers carmakers'.split(
    ' ',
  ),
);

/** "goods from non-EU countries": all but the one that is named; "subsidies from the Chinese government": who pays them. */
export function isLeftOutByName(line: Line, from: number): boolean {
  if (line.lang !== 'en') return false;
  const before = tokenText(line, from - 1);
  const paid = before === 'the' ? from - 2 : from - 1;
  if (tokenText(line, paid) === 'from' && PAID.test(tokenText(line, paid - 1))) return true;
  return tokenText(line, before === '-' ? from - 2 : from - 1) === 'non';
}

const PAID = /^(?:subsid(?:y|ies)|funding|grants|loans)$/;

const AID = /^(?:subsid(?:y|ies)|overcapacity|oversupply|overproduction)$/;
const CASES = wordGroup('probe investigation inquiry dumping');

/** "after a probe into dumping and Chinese subsidies": what was looked into, and nobody who acts. */
export function isOfAid(line: Line, to: number): boolean {
  if (line.lang !== 'en' || line.isTitle || !AID.test(tokenText(line, to))) return false;
  return says(line, CASES);
}

const OFFICE =
  /^(?:government|officials?|ministers?|cabinet|parliament|authorities|administration|lawmakers|negotiators|envoys?|delegation|leaders?)$/;

/** "the government in Ottawa", "officials from India": the office is that of the place behind it. */
export function isNounOfOffice(line: Line, preposition: string, at: number): boolean {
  if (line.lang !== 'en' || (preposition !== 'in' && preposition !== 'from')) return false;
  return (
    OFFICE.test(tokenText(line, at - 1)) ||
    // "according to a statement from the Tariff Commission".
    (preposition === 'from' && STATED.test(tokenText(line, at - 1)))
  );
}

const STATED =
  /^(?:statement|announcement|notice|note|notification|release|circular|decree|document)$/;

const BODY =
  /^(?:association|institute|federation|chamber|confederation|lobby|guild|society|alliance)$/;
const BODY_WITHIN = 4;

/** "the Indian Steel Association", "the Brazil Steel Institute": the place is part of the name of an industry's body. */
export function isOfBody(line: Line, to: number, within = BODY_WITHIN): boolean {
  if (line.lang !== 'en') return false;
  for (let at = to; at < to + within; at += 1) {
    const token = line.tokens[at];
    if (token?.kind !== 'word' || hitFrom(line, at)?.meanings.has('prep') === true) return false;
    if (BODY.test(token.text)) return isCapital(line, at);
  }
  return false;
}

const POLICY: ReadonlySet<string> = new Set(
  'strategy policy regime scheme budget overhaul'.split(' '),
);
const POLICY_WITHIN = 3;

/** "UK steel strategy: 50% tariff on imports": whose policy on its goods it is. */
export function isOfPolicy(line: Line, to: number): boolean {
  if (line.lang !== 'en') return false;
  return line.tokens.slice(to, to + POLICY_WITHIN).some(({ text }) => POLICY.has(text));
}

type Place = { readonly from: number; readonly to: number; readonly isPossessive: boolean };

const MARKETS =
  /^(?:futures|prices?|shares|stocks?|ends|ended|closes|closed|settles|settled|rallies|rallied)$/;
const WHY: ReadonlySet<string> = new Set(['as', 'after', 'on', 'following', 'amid']);
const MARKET_WITHIN = 5;

/** "Malaysian palm oil ends higher as India cuts its tax": where the goods are traded whose price moves. */
export function isOfMarket(line: Line, { from, to, isPossessive }: Place): boolean {
  if (line.lang !== 'en' || !line.isTitle || isPossessive || from > 0) return false;
  const behind = line.tokens.slice(to);
  const moves = behind.findIndex(({ text }) => MARKETS.test(text));
  if (moves < 1 || moves > MARKET_WITHIN) return false;
  return behind.slice(moves).some(({ text }) => WHY.has(text));
}

/** "duties on US imports of steel", "EU imports of Chinese cars": who buys the goods, and not where they come from. */
export function isBuyerOf(line: Line, to: number): boolean {
  return (
    line.lang === 'en' && tokenText(line, to) === 'imports' && tokenText(line, to + 1) === 'of'
  );
}

const OCCASIONS: ReadonlySet<string> = new Set(['after', 'over', 'amid', 'despite', 'following']);
const OCCASION_WITHIN = 4;

/** "Trump berates Brazil after Lula speech, doubles tariff": whose speech it was; who doubles stands before. */
export function isOfOccasion(line: Line, from: number, to: number): boolean {
  if (line.lang !== 'en' || !line.isTitle || !OCCASIONS.has(tokenText(line, from - 1)))
    return false;
  const behind = line.tokens.slice(to, to + OCCASION_WITHIN);
  const comma = behind.findIndex(({ text }) => text === ',');
  if (comma < 0 || hitFrom(line, to + comma + 1)?.meanings.has('verb') !== true) return false;
  return !line.hits.some(
    (hit) => hit.from >= to && hit.to <= to + comma && hit.meanings.has('verb'),
  );
}

/** "US trading partners": others than the state that is named before them. */
export function isPartners(line: Line, before: Hit, { from, to, meanings }: Hit): boolean {
  const isWorld = meanings.get('place')?.includes('WORLD') === true;
  return isWorld && before.to === from && tokenText(line, to - 1) === 'partners';
}

const TURNED_AWAY = /^(?:diverted|redirected|deflected|displaced|rerouted)$/;
const OFFERS =
  /^(?:offers?|proposals?|pledges?|promises?|concessions?|challenges?|pressures?|headwinds?|uncertainty)$/;

/** "as steel diverted from the US market spills over", "zero-tariff offers from Peru are not enough", "denied an exemption despite
 * US-made commitment": whence goods are turned away, who offers something, what did not help. */
export function isMereMention(line: Line, from: number, preposition: string, at: number): boolean {
  if (line.lang !== 'en') return false;
  if (tokenText(line, from - 1) === 'despite') return true;
  const governing = tokenText(line, at - 1);
  return preposition === 'from' && (TURNED_AWAY.test(governing) || OFFERS.test(governing));
}

const RECIPIENTS = /^(?:leaders|presidents|governments|countries|nations|states|partners)$/;
const NAMED_WITHIN = 6;

/** "Letters went to five more leaders, among them those of Peru": to whom they went. */
export function isOfRecipients(line: Line, preposition: string, at: number): boolean {
  if (line.lang !== 'en' || preposition !== 'of' || tokenText(line, at - 1) !== 'those')
    return false;
  return line.tokens
    .slice(Math.max(0, at - NAMED_WITHIN), at)
    .some(({ text }) => RECIPIENTS.test(text));
}
