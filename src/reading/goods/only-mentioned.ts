// Goods that a sentence mentions without being what a step falls on, or that go with others it names. In: goods or a sentence. Out: yes
// or no. English only.
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';

/** True for "farm goods such as wheat and cotton": raw cotton is one of the farm goods it is listed with. */
export function isFarmExample(line: Line, { from }: Hit): boolean {
  const such = line.tokens.findIndex(
    ({ text }, at) => text === 'such' && tokenText(line, at + 1) === 'as',
  );
  const whole = such < 0 || such > from ? undefined : hitBefore(line, such);
  return means(whole, 'product', 'agri');
}

/** True for "opens a Section 301 investigation of Peru that names curbs on cars": what a state does is looked into, and no goods. */
export function looksIntoDeeds(line: Line, { action }: Step): boolean {
  return (
    action === 'investigation-opened' && !line.isTitle && lineHas(line, 'instrument', 'Section 301')
  );
}

const BEFORE = wordGroup('after');
const WAS = /^(?:was|were|had|have|has)$/;
const WAS_WITHIN = 8;

/** True for "... - weeks after steel duties on its neighbour were dropped": which duties came before. */
export function isOfDutyBefore(line: Line, product: Hit): boolean {
  if (line.lang !== 'en' || line.isTitle || !says(line, BEFORE)) return false;
  const after = lastPlaceOf(line, BEFORE, 1, product.from);
  const duty = hitFrom(line, product.to);
  if (after < 0 || duty?.meanings.has('tariff') !== true) return false;
  if (!line.hits.some((hit) => hit.to === after + 1 && hit.meanings.has('background')))
    return false;
  return line.tokens.slice(duty.to, duty.to + WAS_WITHIN).some(({ text }) => WAS.test(text));
}

const POTATO = wordGroup(/^(?:potato|potatoes|fries|crisps|spuds?)$/);

/** True for the "chips" of a text on potatoes. */
export function isOfPotatoes({ lines }: Scene, line: Line, { from, to }: Hit): boolean {
  if (line.lang !== 'en' || to - from > 1 || tokenText(line, from) !== 'chips') return false;
  return lines.some((each) => says(each, POTATO));
}
