// Goods that an office adds to the list of those on which a tariff lies: "is adding 407 codes to the list of derivative products".
// In: an item. Out: the step of its first sentence. English only.
import type { Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, oncePerLine, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';

const WEIGHT = 60;
const ADDING = wordGroup('add adds added adding');
const LIST = wordGroup('list lists');
const LIST_WITHIN = 16;
const OF_WITHIN = 14;
const TAXED = /^(?:derivatives?|dutiable|subject|tariffs?|dut(?:y|ies)|surtax|countermeasures)$/;
const HELD = /^(?:to|not|may|might|could|would|if|never)$/;
const GOODS =
  /^(?:codes|headings|subheadings|classifications|categories|lines|articles|products|items|goods)$/;

/** The step of a first sentence that adds goods to such a list. */
export function addedToList({ lines }: Scene, others: readonly Step[]): readonly Step[] {
  const line = lines.find(({ index, isTitle }) => !isTitle && index === 1);
  const verb = line === undefined ? null : additionIn(line);
  if (line === undefined || verb === null) return [];
  if (others.some((step) => step.line === line && !step.isBackground)) return [];
  const told = { line, verb, object: verb, family: 'raise', about: 'tariff' as const };
  return [{ ...told, mood: 'plain', action: 'increased', isBackground: false, weight: WEIGHT }];
}

/** The verb of a sentence that adds goods to the list of those under a tariff; null where none does. */
export const additionIn = oncePerLine((line: Line): Hit | null => {
  const at = line.lang === 'en' ? placeOf(line, ADDING, 1) : -1;
  const list = at < 0 ? -1 : placeOf(line, LIST, at, at + LIST_WITHIN);
  if (list < 0 || isParted(line, at, list)) return null;
  const added = line.tokens.slice(at, list);
  const isTo = added.some(({ text }) => text === 'to');
  const isOfTariff = line.tokens.slice(list, list + OF_WITHIN).some(({ text }) => TAXED.test(text));
  if (!isTo || !isOfTariff || !added.some(({ text }) => GOODS.test(text))) return null;
  // "asks to add 40 lines": nothing is added yet.
  if (HELD.test(tokenText(line, at - 1)) || HELD.test(tokenText(line, at - 2))) return null;
  return { from: at, to: at + 1, meanings: new Map([['verb', ['raise']]]) };
});
