// What a measure puts in place of another: "new quotas take the place of the safeguard", "steel beyond them pays 50% duty instead of
// 25%". In: an English sentence and a tariff of it. Out: the verb, what it is done to and its family.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';

const PAYING = wordGroup('pay pays');
const PAID_WITHIN = 6;
const INSTEAD = wordGroup('instead rather');
const BEHIND: ReadonlySet<string> = new Set(['of', 'than']);
const INSTEAD_WITHIN = 4;
const TAX = /^tax/;

// "cars pay 10% duty instead of 20%", "steel pays a duty of 50% rather than 25%": what is paid now, and what it was.
function paysInstead(line: Line, object: Hit): Phrase | null {
  // "pays 5% tax instead of 8%": a tax is taken at home as well.
  if (TAX.test(tokenText(line, object.to - 1))) return null;
  const at = lastPlaceOf(line, PAYING, Math.max(0, object.from - PAID_WITHIN), object.from);
  if (at < 1 || isParted(line, at, object.from)) return null;
  const instead = placeOf(line, INSTEAD, object.to, object.to + INSTEAD_WITHIN + 1);
  if (instead < 0 || !BEHIND.has(tokenText(line, instead + 1))) return null;
  const [now, before] = [
    hitsOf(line, 'percent').find((hit) => hit.from > at && hit.to <= instead),
    hitsOf(line, 'percent').find((hit) => hit.from === instead + 3),
  ].map((hit) => (hit === undefined ? Number.NaN : Number(tokenText(line, hit.from - 1))));
  if (now === undefined || before === undefined || !(Math.abs(now - before) > 0)) return null;
  return { ...phraseOf(object, at, now > before ? 'raise' : 'cut'), cost: 0 };
}

const REPLACING = wordGroup(
  'replace replaces replacing succeed succeeds supersede supersedes take takes taking',
);
const TAKING = /^tak/;
const REPLACED_WITHIN = 7;
const OF_SOMETHING = ['product', 'place'] as const;

// "a new system of steel quotas takes the place of the safeguard": what is laid is the quota.
function replacesTariff(line: Line, object: Hit): Phrase | null {
  const at = lastPlaceOf(line, REPLACING, Math.max(0, object.from - REPLACED_WITHIN), object.from);
  if (at < 1 || isParted(line, at, object.from)) return null;
  const isPlace = tokenText(line, at + 1) === 'the' && tokenText(line, at + 2) === 'place';
  if (TAKING.test(tokenText(line, at)) && !isPlace) return null;
  // "Quotas to replace tariffs, says a lobby": nobody's, and on nothing.
  if (!OF_SOMETHING.some((name) => line.classes.has(name))) return null;
  const quota = hitsOf(line, 'quota').findLast((hit) => hit.to <= at && at - hit.to <= 2);
  return quota === undefined ? null : { ...phraseOf(quota, at, 'impose', 'quota'), cost: 0 };
}

/** Phrases of what comes in place of something. */
export const insteadPhrases: readonly PhraseFinder[] = [
  { needs: [PAYING, INSTEAD, 'percent'], find: paysInstead },
  { needs: ['quota', REPLACING], find: replacesTariff },
];
