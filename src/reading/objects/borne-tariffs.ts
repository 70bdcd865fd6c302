// Tariffs that a sentence only says are borne: their cost is passed on, somebody warns of the blow from them, an index falls
// on them, somebody evades them. Nothing is done to such a tariff by any verb. In: a line, a phrase for a tariff. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, means, tokenText } from '../words/scene.ts';

/** True for a tariff that is only borne, evaded or named as the reason why something falls. */
export function isMerelyBorne(line: Line, tariff: Hit): boolean {
  if (line.lang !== 'en') return false;
  return (
    isBurden(line, tariff) ||
    isHarmFrom(line, tariff) ||
    isWhyOf(line, tariff) ||
    isCopedWith(line, tariff) ||
    isRefunded(line, tariff) ||
    isPassedBy(line, tariff) ||
    isOnlyMeant(line, tariff)
  );
}

const BURDENS: ReadonlySet<string> = new Set(
  'legality validity lawfulness constitutionality fate cost costs impact impacts implication implications effect effects burden brunt pain fallout toll consequences weight sting bite'.split(
    ' ',
  ),
);
const BEFORE_NOUN = 3;

// "pass on the cost of tariffs": what is done is done to the cost.
function isBurden(line: Line, tariff: Hit): boolean {
  for (let at = tariff.from - 1; at >= Math.max(1, tariff.from - BEFORE_NOUN); at -= 1) {
    if (tokenText(line, at) === 'of') return BURDENS.has(tokenText(line, at - 1));
  }
  return false;
}

const HARMS: ReadonlySet<string> = new Set(
  'hit hits blow blows damage impact loss losses pain harm headwind headwinds pressure fallout drag bill costs cost squeeze'.split(
    ' ',
  ),
);

// "warns of a $1 billion hit from Brazilian tariffs".
function isHarmFrom(line: Line, tariff: Hit): boolean {
  for (let at = tariff.from - 1; at >= Math.max(1, tariff.from - BEFORE_NOUN); at -= 1) {
    if (tokenText(line, at) === 'from') return HARMS.has(tokenText(line, at - 1));
  }
  return false;
}

const FALLING =
  /^(?:fall|drop|slip|slid|sink|sank|tumbl|plung|slump|declin|dip|eas|weaken|retreat|fell|ris|rose|gain|jump|climb|surg|rall|soar)(?:s|es|ed|ing|e|en|ped|ping|y|ies|ied)?$/;
const TARIFF_WORD = /^(?:tariff|dut|lev(?:y|ies)|surcharge|surtax)/;
const SUBJECT_WITHIN = 3;

// "the business mood falls on tariffs"; "the duty falls on cars" is laid on them.
function isWhyOf(line: Line, tariff: Hit): boolean {
  for (let on = tariff.from - 1; on >= Math.max(1, tariff.from - 2); on -= 1) {
    if (tokenText(line, on) !== 'on') continue;
    if (!FALLING.test(tokenText(line, on - 1))) return false;
    const subject = line.tokens.slice(Math.max(0, on - 1 - SUBJECT_WITHIN), on - 1);
    return !subject.some(({ text }) => TARIFF_WORD.test(text));
  }
  return false;
}

const COPING: ReadonlySet<string> = new Set(
  'absorb absorbs absorbed absorbing offset offsets offsetting weather weathers weathered weathering withstand withstands withstood stomach stomachs evade evades evaded evading evasion dodge dodges dodged dodging sidestep sidesteps sidestepped sidestepping circumvent circumvents circumvented circumventing'.split(
    ' ',
  ),
);
const PASSING = /^pass(?:es|ed|ing)?$/;
/** Verbs of two words: the second word, and the first. */
const COPING_PAIRS: ReadonlyMap<string, RegExp> = new Map([
  ['on', PASSING],
  ['along', PASSING],
  ['off', /^shrug(?:s|ged|ging)?$/],
  ['with', /^(?:cop(?:e|es|ed|ing)|grappl(?:e|es|ed|ing)|wrestl(?:e|es|ed|ing))$/],
]);
const COPED_WITHIN = 6;
const LINKS: ReadonlySet<string> = new Set(['in', 'of', 'to', 'on', 'from', 'and', 'by']);

// "absorbs $40 million in tariffs", "to pass on tariffs", "charged with evading duties": no verb but this one is done to them.
// A state that hopes to dodge a tariff asks to be spared.
function isCopedWith(line: Line, tariff: Hit): boolean {
  if (isPassedOn(line, tariff)) return true;
  for (let at = tariff.from - 1; at >= Math.max(0, tariff.from - COPED_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    const isPair = COPING_PAIRS.get(text)?.test(tokenText(line, at - 1)) === true;
    if (isPair || COPING.has(text)) return !isByState(line, at);
    const hit = hitOver(line, at);
    if (hit?.meanings.has('verb') === true && !LINKS.has(text)) return false;
  }
  return false;
}

// "passes tariffs on to shoppers".
function isPassedOn(line: Line, tariff: Hit): boolean {
  return (
    PASSING.test(tokenText(line, tariff.from - 1)) &&
    /^(?:on|along)$/.test(tokenText(line, tariff.to)) &&
    tokenText(line, tariff.to + 1) === 'to'
  );
}

/** "charged with dodging tariffs": the offence, whoever's customs name it. */
const CHARGED: ReadonlySet<string> = new Set(['with', 'of', 'for', 'over', 'who', 'that']);

function isByState(line: Line, verb: number): boolean {
  if (CHARGED.has(tokenText(line, verb - 1))) return false;
  return line.hits.some(
    ({ from, to, meanings }) =>
      to <= verb &&
      verb - from <= COPED_WITHIN &&
      (meanings.has('place') || meanings.has('leadership')),
  );
}

const REFUNDING = /^(?:refund|repay|repaid|reimburs)/;
const REFUNDED_WITHIN = 5;
const OF_REFUNDS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'its',
  'on',
  'for',
  'illegal',
  'unlawful',
]);

// "Refunds of illegal tariffs start", "starts refunding unlawful steel tariffs": what begins is the refund.
function isRefunded(line: Line, tariff: Hit): boolean {
  for (let at = tariff.from - 1; at >= Math.max(0, tariff.from - REFUNDED_WITHIN); at -= 1) {
    if (REFUNDING.test(tokenText(line, at))) return true;
    const hit = hitOver(line, at);
    const isOfIt =
      OF_REFUNDS.has(tokenText(line, at)) || NAMES.some((name) => hit?.meanings.has(name));
    if (!isOfIt) return false;
  }
  return false;
}

const NAMES = ['place', 'product', 'goods'] as const;

// "the court passes again on tariffs": it leaves them alone.
function isPassedBy(line: Line, tariff: Hit): boolean {
  for (let on = tariff.from - 1; on >= Math.max(1, tariff.from - 2); on -= 1) {
    if (tokenText(line, on) !== 'on') continue;
    const at = tokenText(line, on - 1) === 'again' ? on - 2 : on - 1;
    return PASSING.test(tokenText(line, at)) && line.classes.has('court');
  }
  return false;
}

const MEANS: ReadonlySet<string> = new Set(
  'toolkit toolbox tools basis powers law laws framework procedure procedures grounds rules'.split(
    ' ',
  ),
);

// "strengthens the legal toolkit for countermeasures": what is strengthened is the toolkit.
function isOnlyMeant(line: Line, tariff: Hit): boolean {
  return (
    means(tariff, 'tariff', 'retaliation') &&
    tokenText(line, tariff.from - 1) === 'for' &&
    MEANS.has(tokenText(line, tariff.from - 2))
  );
}
