// Goods that a step on others lets off: "except", "sparing", "are exempt". In: goods in their sentence and the action of the step.
// Out: whether they are spared, so that the step does not fall on them.
import { isInSparedClause } from '../places/spared-clause.ts';
import { clauseAt } from '../steps/split-clauses.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { endOfList, headOfList } from './goods-list.ts';
import { isLeftUntouched } from './left-untouched.ts';
import { isListedException } from './listed-exceptions.ts';
import { mayBeExempt } from './may-be-exempt.ts';
import { isTillNow } from './spared-till-now.ts';

// "Beef spared as Chile rolls back tariffs": to be spared is the step.
const EASED: ReadonlySet<string> = new Set(['reduced', 'removed']);

const WORST = wordGroup('worst');

function isRelief(action: string): boolean {
  return action === 'exempted' || action === 'suspended' || action.startsWith('exemption');
}

// "India spared for now as Brazil delays steel tariff": who is spared has a clause of its own.
function isToldApart(line: Line, spare: Hit, product: Hit): boolean {
  if (!hitsOf(line, 'place').some((place) => place.to <= spare.from)) return false;
  const own = clauseAt(line, product.from);
  return own.owner !== null && own !== clauseAt(line, spare.from);
}

const EXCLUDING = wordGroup('excludes excluding exempts exempting spares sparing');

// "delays 50% levy on Peru, excludes cocoa and tin": right behind the verb that lets them off.
function isLeftOut(line: Line, product: Hit): boolean {
  const head = headOfList(line, product);
  return (
    line.lang === 'en' &&
    tokenText(line, head - 2) === ',' &&
    EXCLUDING.has(tokenText(line, head - 1))
  );
}

const ACTIVE: ReadonlySet<string> = new Set(
  'spares exempts excludes sparing exempting excluding'.split(' '),
);
/** "duty on copper pipes other than coated ones": what stands before is what the duty is on. */
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'except',
  'excepting',
  'other',
  'apart',
  'outside',
]);
const LEFT_WITHIN = 5;
/** Acts list what they let off at length. */
const SPARED_WITHIN = 60;

/** True behind "except", "sparing", or for the last of a list before "are exempt", "stay": no product of the step. Where the step
 * itself spares, only what is said to stay as it is. */
export function isSpared(line: Line, product: Hit, action: string): boolean {
  if (isLeftUntouched(line, product)) return true;
  if (isRelief(action)) {
    if (line.isTitle) return false;
    const end = endOfList(line, product);
    return hitsOf(line, 'except').some(
      (hit) => means(hit, 'except', 'left') && hit.from >= end && hit.from - end <= LEFT_WITHIN,
    );
  }
  if (isListedException(line, product) || isInSparedClause(line, product.from)) return true;
  if (mayBeExempt(line, product)) return true;
  if (isLeftOut(line, product)) return true;
  const spares = hitsOf(line, 'except').filter((hit) => !isTillNow(line, hit));
  // "spares the copper market from the worst with a 50% duty".
  if (spares.length === 0 || says(line, WORST)) return false;
  const end = endOfList(line, product);
  return spares.some((hit) => {
    if (line.isTitle && EASED.has(action) && hit.meanings.has('gainer')) return false;
    if (hit.to <= product.from) {
      if (isToldApart(line, hit, product)) return false;
      return product.from - hit.to <= SPARED_WITHIN && !isParted(line, hit.to, product.from);
    }
    // "duty on some chips, spares most": what the verb spares stands behind it.
    if (ACTIVE.has(tokenText(line, hit.from)) && hit.to - hit.from === 1) return false;
    if (PREPOSITIONS.has(tokenText(line, hit.from))) return false;
    const isNoun =
      tokenText(line, hit.to - 1) === 'for' || tokenText(line, hit.from - 1) === 'with';
    if (isNoun || tokenText(line, hit.from - 1) === 'to') return false;
    return hit.from - end <= 3 && hit.from >= end;
  });
}
