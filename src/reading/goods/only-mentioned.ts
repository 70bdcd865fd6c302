// Goods that a sentence mentions without being what a step falls on, or that go with others it names. In: goods or a sentence. Out: yes
// or no. English only.
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, type Line, lineHas, means, tokenText } from '../words/scene.ts';

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
