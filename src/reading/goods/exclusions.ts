// Exclusions let off single goods, which the notice lists elsewhere. In: an item and its leading step. Out: yes or no.
import type { Step } from '../objects/step-objects.ts';
import { type Line, lineHas, type Scene } from '../words/scene.ts';

/** True for "extends exclusions", and for a notice of exclusions whose text tells what they are from. */
export function isOfExclusions({ title }: Scene, { line, object }: Step): boolean {
  const isNotice = title !== null && lineHas(title, 'notice', 'exempted');
  return (isNotice && saysExclusion(title)) || saysExclusion(line, object.from, object.to);
}

function saysExclusion({ tokens }: Line, from = 0, to: number = tokens.length): boolean {
  return tokens.slice(from, to).some(({ text }) => text.startsWith('exclusion'));
}
