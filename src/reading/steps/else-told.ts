// Verbs that tell of something else than a tariff beside them: what is felt, reckoned, earned or warned of. In: a verb and a tariff of
// an English line. Out: yes or no.
import { tokenText } from '../words/scene.ts';
import type { Pair } from './pair.ts';

type Rule = (pair: Pair) => boolean;

const FELT = /^(?:rise|hit|mount|climb|soar|increase|pile|spread)$/;

// "Toy makers face bleak Christmas as tariffs rise": nobody's, and only when the rest happens.
const isFeltBeside: Rule = ({ line, verb, object }) =>
  line.isTitle &&
  object.to === verb.from &&
  tokenText(line, object.from - 1) === 'as' &&
  FELT.test(tokenText(line, verb.from)) &&
  verb.to >= line.tokens.length;

const MEANT = /^(?:average|effective|weighted|mean)$/;
const MEANT_WITHIN = 3;

// "Bank sees average US tariff rising 15 points": a figure that somebody reckons.
const isMean: Rule = ({ line, object, family }) =>
  (family === 'raise' || family === 'cut') &&
  line.tokens
    .slice(Math.max(0, object.from - MEANT_WITHIN), object.from)
    .some(({ text }) => MEANT.test(text));

// "An accord that would cut the rate": what is cut stands behind.
const isCutByDeal: Rule = ({ line, verb, object, about }) =>
  about === 'deal' && object.to <= verb.from && /^cuts?$/.test(tokenText(line, verb.from));

const WARNED_WITHIN = 2;

// "in flux from tariffs as a carmaker warns profits will drop": of what one is warned stands behind.
const isWarnedOfElse: Rule = ({ line, verb, object, family }) =>
  family === 'threaten' &&
  /^warn(?:s|ed|ing)?$/.test(tokenText(line, verb.to - 1)) &&
  object.to < verb.from &&
  tokenText(line, object.to) !== ',' &&
  line.tokens.slice(object.to, verb.from).some(({ text }) => text === 'as') &&
  line.tokens.length - verb.to > WARNED_WITHIN;

const HURT = /^(?:hits?|pain|pressure|impact|fallout|blows?|toll|costs?)$/;

// "Toymaker, carmaker warn of US tariffs hit": what the tariffs do to those who warn, not to a state.
const isWarnedOfHurt: Rule = ({ line, verb, object }) => {
  const at = line.tokens.findIndex(({ text }) => /^warn(?:s|ed)?$/.test(text));
  return (
    at >= 0 &&
    at < object.from &&
    tokenText(line, at + 1) === 'of' &&
    verb.from === object.to &&
    HURT.test(tokenText(line, verb.from)) &&
    !line.hits.some(
      (hit) => hit.to <= at && (hit.meanings.has('place') || hit.meanings.has('leadership')),
    )
  );
};

const EARNED =
  /^(?:profits?|sales|earnings|revenues?|prices?|exports|shares|stocks|output|jobs|growth|orders)$/;
const BETWEEN = /^(?:set|to|will|may|could|expected|likely|due)$/;

// "tariffs leave makers in turmoil, profits set to drop": what drops stands right before.
const isOfEarnings: Rule = ({ line, verb, object }) => {
  if (object.to > verb.from) return false;
  let at = verb.from - 1;
  while (BETWEEN.test(tokenText(line, at))) at -= 1;
  return at >= object.to && EARNED.test(tokenText(line, at));
};

const RULES: readonly Rule[] = [
  isFeltBeside,
  isMean,
  isCutByDeal,
  isWarnedOfElse,
  isWarnedOfHurt,
  isOfEarnings,
];

/** True where one of these holds. */
export function tellsElse(pair: Pair): boolean {
  return RULES.some((holds) => holds(pair));
}
