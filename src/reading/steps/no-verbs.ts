// Words that tell a step elsewhere and are a noun or an attribute there: "tariff levels", "cuts duty-free quotas", "three strikes
// against the tariffs". In: a verb and its object. Out: yes or no. English only.
import { hitFrom, tokenText } from '../words/scene.ts';
import type { Pair } from './pair.ts';

type Rule = (pair: Pair) => boolean;

// "Three strikes against the tariffs": a noun.
const isCounted: Rule = ({ line, verb }) =>
  tokenText(line, verb.from) === 'strikes' &&
  hitFrom(line, verb.from - 1)?.meanings.has('number') === true;

const DEFYING = /^(?:def(?:y|ies|ied)|flout|exceed|breach|bust|overshoot|exhaust|fill)/;

// "Traders defy duty-free quota", "cuts duty-free quotas": which quota it is, behind the verb of those who do something to it.
const isKindOfQuota: Rule = ({ line, verb, about }) =>
  about === 'quota' &&
  (DEFYING.test(tokenText(line, verb.from - 1)) ||
    (verb.meanings.has('zerorate') &&
      line.hits.some((hit) => hit.to === verb.from && hit.meanings.has('verb'))));

// "the US effective tariff stands at 55%": what all come to, and nothing that starts.
const isEffectiveRate: Rule = ({ line, verb, object }) =>
  tokenText(line, verb.from) === 'effective' && object.from === verb.to;

const NOUNS = /^levels?$/;

// "Tariff levels on cars", "quotas at 2024 levels": how high it is, where nothing says that it levels anything.
const isMereLevel: Rule = ({ line, verb, object }) =>
  (NOUNS.test(tokenText(line, verb.from)) &&
    (object.to === verb.from || line.tokens[verb.from - 1]?.kind === 'number')) ||
  (tokenText(line, verb.from) === 'sticking' && /^points?$/.test(tokenText(line, verb.to)));

const AIMED = /^(?:stock|share|price|profit|growth|sales|earnings|output|climate|inflation)$/;

// "cuts stock targets on tariff threat": what is aimed at.
const isAim: Rule = ({ line, verb, object }) => {
  const end = Math.max(verb.to, object.from);
  return line.tokens
    .slice(verb.from, end)
    .some(({ text }, at) => text === 'targets' && AIMED.test(tokenText(line, verb.from + at - 1)));
};

const OVERSIGHT = /^(?:oversight|supervision|monitoring|scrutiny|enforcement)$/;

// "to strengthen oversight of tariff-rate quotas": the quotas stay what they are.
const isOversight: Rule = ({ line, verb, object }) =>
  object.from >= verb.to &&
  line.tokens.slice(verb.to, object.from).some(({ text }) => OVERSIGHT.test(text));

/** The rules; each holds where the word does nothing to the object. */
export const NO_VERBS: readonly Rule[] = [
  isCounted,
  isKindOfQuota,
  isEffectiveRate,
  isMereLevel,
  isAim,
  isOversight,
];
