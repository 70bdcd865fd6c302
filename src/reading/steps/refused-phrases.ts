// English phrases by which a wish to be spared comes to nothing, or goods come in free: "leaves Washington empty-handed, 25%
// tariff stays", "won't budge on the duty", "let trucks in free of the surtax". In: a sentence and a tariff of it. Out: the
// verb, what it is done to and its family.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

const WITHIN = 14;
/** Words by one of which a refusal is told. */
const REFUSING = wordGroup('empty deaf budge yield relent');
/** The word by which goods come in without the duty. */
export const FREE = wordGroup('free');

/** "comes home empty-handed as the car tariff stays", "will not budge on its 30% tariff". */
export function sentAway(line: Line, object: Hit): Phrase | null {
  if (!line.classes.has('place') && !line.classes.has('leadership')) return null;
  const left = says(line, INTACT) ? leavesIntact(line, object) : -1;
  if (left >= 0) return { ...phraseOf(object, left, 'deny', 'relief'), cost: 1 };
  if (!says(line, REFUSING)) return null;
  for (let at = object.from - 1; at >= Math.max(1, object.from - WITHIN); at -= 1) {
    const refused = refusalAt(line, at);
    if (refused < 0) continue;
    if (isParted(line, at, object.from)) return null;
    return { ...phraseOf(object, refused, 'deny', 'relief'), cost: 1 };
  }
  return null;
}

/** The noun of what is not prolonged. */
export const SUSPENSION = wordGroup('suspension');
const PROLONGING = /^(?:extend|prolong|renew)(?:ing)?$/;
/** "won't" is cut at its mark: "won", "t". */
const REFUSED = /^(?:not|t|cannot|against|refus\w+|declin\w+)$/;
const OPEN = /^(?:may|might|could|should)$/;
const REFUSED_WITHIN = 3;
const SUSPENDED_WITHIN = 8;

/** "will not extend the suspension of duties on copper", "decides against renewing its duty suspension": the duty comes back. */
export function notProlonged(line: Line, object: Hit): Phrase | null {
  const noun = placeOf(line, SUSPENSION, 1);
  if (noun < 0 || Math.abs(noun - object.from) > SUSPENDED_WITHIN) return null;
  const end = Math.min(noun, object.from);
  const at = line.tokens.findIndex(
    ({ text }, place) => place < end && end - place <= REFUSED_WITHIN && PROLONGING.test(text),
  );
  for (let no = at - 1; no >= Math.max(0, at - REFUSED_WITHIN); no -= 1) {
    if (!REFUSED.test(tokenText(line, no)) || isParted(line, no, object.from)) continue;
    if (OPEN.test(tokenText(line, no - 1))) return null;
    // The refusal is part of the phrase and denies nothing more.
    const from = hitOver(line, no)?.from ?? no;
    const verb: Hit = { from, to: noun + 1, meanings: new Map([['verb', ['lose']]]) };
    return { ...phraseOf(object, at, 'lose', 'relief'), verb, cost: 1 };
  }
  return null;
}

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;
/** What is refused of a remedy. */
export const LAYING = wordGroup(
  /^(?:impose|imposing|levy|levying|slap|slapping|apply|applying|introduce|introducing|set|setting|lay|laying)$/,
);
const LAID_WITHIN = 5;

/** "won't impose anti-dumping duties on brandy", "decides not to levy a safeguard duty": an inquiry ends without one. */
export function notLaid(line: Line, object: Hit): Phrase | null {
  if (!line.isTitle || !REMEDIES.some((kind) => means(object, 'tariff', kind))) return null;
  const at = placeOf(line, LAYING, Math.max(1, object.from - LAID_WITHIN), object.from);
  for (let no = at - 1; no >= Math.max(0, at - REFUSED_WITHIN); no -= 1) {
    if (!REFUSED.test(tokenText(line, no))) continue;
    if (OPEN.test(tokenText(line, no - 1)) || isParted(line, no, object.from)) return null;
    const isByState = line.hits.some(
      (hit) => hit.to <= no && (hit.meanings.has('place') || hit.meanings.has('leadership')),
    );
    // The refusal is part of the phrase and denies nothing more.
    const from = hitOver(line, no)?.from ?? no;
    const verb: Hit = { from, to: at + 1, meanings: new Map([['verb', ['exempt']]]) };
    // Nearer than the verb alone, which refused tells nothing.
    return isByState ? { ...phraseOf(object, at, 'exempt'), verb, cost: -1 } : null;
  }
  return null;
}

const LEAVING = /^(?:leave|left|return|depart|fl(?:y|ies|ew)|go(?:es)?$|went|come|came|emerg)/;
const INTACT = wordGroup('intact untouched unchanged');
const INTACT_WITHIN = 4;

// "leaves the capital with the 17% tariff intact": who came to ask goes without.
function leavesIntact(line: Line, object: Hit): number {
  const behind = line.tokens.slice(object.to, object.to + INTACT_WITHIN);
  if (!behind.some(({ text }) => INTACT.has(text))) return -1;
  return line.tokens.findIndex(
    ({ text }, at) =>
      at > 0 && at < object.from && LEAVING.test(text) && withBetween(line, at, object),
  );
}

function withBetween(line: Line, from: number, object: Hit): boolean {
  return line.tokens.slice(from, object.from).some(({ text }) => text === 'with');
}

// Where the refusal begins; -1 where the word tells none.
function refusalAt(line: Line, at: number): number {
  const [text, next] = [tokenText(line, at), tokenText(line, at + 1)];
  if (text === 'empty' && next === 'handed') return at;
  if (text === 'deaf' && next === 'ears') return at;
  if (!YIELDING.has(text)) return -1;
  const refusing = line.hits.findLast(
    (hit) =>
      hit.to <= at &&
      at - hit.to <= 1 &&
      (means(hit, 'mood', 'refuse') || means(hit, 'mood', 'not') || means(hit, 'verb', 'deny')),
  );
  return refusing?.from ?? -1;
}

const YIELDING: ReadonlySet<string> = new Set(['budge', 'yield', 'relent']);

const FREE_WITHIN = 3;
const ENTERING: ReadonlySet<string> = new Set(
  'let lets letting allow allows allowed allowing import imports imported enter enters bring brings permit permits admit admits in sell'.split(
    ' ',
  ),
);
const ENTERED_WITHIN = 24;

/** "lets carmakers bring in trucks free of its counter-tariffs": who may come in without the duty is let off. */
export function freeOf(line: Line, object: Hit): Phrase | null {
  for (let at = object.from - 2; at >= Math.max(1, object.from - 2 - FREE_WITHIN); at -= 1) {
    if (tokenText(line, at) !== 'free') continue;
    const prep = tokenText(line, at + 1);
    if (prep !== 'of' && prep !== 'from') return null;
    const isEntry = line.tokens
      .slice(Math.max(0, at - ENTERED_WITHIN), at)
      .some(({ text }) => ENTERING.has(text));
    const isGoods = hitsOf(line, 'product').length > 0 || line.classes.has('goods');
    return isEntry && isGoods ? { ...phraseOf(object, at, 'exempt'), cost: 1 } : null;
  }
  return null;
}

const EXEMPTING = /^(?:exempt(?:s|ed)?|spare[sd]?|exclude[sd]?)$/;

/** "Steel tariffs: Peru exempts Chile": what is spared from stands before the colon. */
export function exemptsBehindColon(line: Line, object: Hit): Phrase | null {
  if (!line.isTitle || tokenText(line, object.to) !== ':') return null;
  const verb = hitsOf(line, 'verb').find(
    (hit) => hit.from > object.to && means(hit, 'verb', 'exempt'),
  );
  if (verb === undefined || !EXEMPTING.test(tokenText(line, verb.from))) return null;
  return { ...phraseOf(object, verb.from, 'exempt'), cost: 1 };
}

/** What a bargain does not do for others. */
export const REACHING = wordGroup('apply extend cover include');
const NOT_WITHIN = 6;
const WHOM_WITHIN = 2;

/** "its chip tariff deal with Peru will not apply to Chile", "the exemption does not cover Chile": what one is let off, another is
 * refused. */
export function keptFromOthers(line: Line, object: Hit): Phrase | null {
  if (!line.isTitle || (!line.classes.has('tariff') && !/tariff|dut/.test(wordsOf(line, object))))
    return null;
  const at = placeOf(line, REACHING, object.to + 1, object.to + NOT_WITHIN + 2);
  if (at < 0 || isParted(line, object.to, at)) return null;
  const no = /^(?:not|t|never)$/.test(tokenText(line, at - 1)) ? at - 1 : -1;
  const to = tokenText(line, at + 1) === 'to' ? at + 2 : at + 1;
  const isWhom = hitsOf(line, 'place').some((hit) => hit.from >= to && hit.from - to < WHOM_WITHIN);
  if (no < 0 || !isWhom) return null;
  const from = hitOver(line, no)?.from ?? no;
  const verb: Hit = { from, to, meanings: new Map([['verb', ['deny']]]) };
  return { ...phraseOf(object, at, 'deny', 'relief'), verb, cost: 0 };
}

/** Whom such a phrase leaves out stands right behind it. */
export function isLeftOutBy(line: Line, verb: Hit, place: number): boolean {
  return (
    (REACHING.has(tokenText(line, verb.to - 1)) || REACHING.has(tokenText(line, verb.to - 2))) &&
    place >= verb.to &&
    place - verb.to < WHOM_WITHIN
  );
}

function wordsOf(line: Line, { from, to }: Hit): string {
  return line.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}
