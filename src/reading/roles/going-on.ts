// What goes on beside a step that eases: "Coffee from Brazil will remain subject to a 40% duty" in an item about goods that are let
// off. In: a sentence and the leading step. Out: yes or no.
// English only.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

const EASING: ReadonlySet<Action> = new Set(['exempted', 'reduced', 'removed', 'suspended']);
const STAYING = wordGroup('remain remains stay stays continue continues');
const STILL = wordGroup('still');
const BORNE: ReadonlySet<string> = new Set(
  'subject liable under pay paying face facing attract attracting carry carrying bear bearing dutiable taxed charged'.split(
    ' ',
  ),
);
const STILL_BORNE = /^(?:pays?|faces?|attracts?|carr(?:y|ies)|bears?|charged|taxed)$/;
const BORNE_WITHIN = 3;
const EASES = ['cut', 'remove', 'exempt', 'suspend', 'grant', 'delay'] as const;

/** True for a sentence beside an easing step that only tells what is charged as before. */
export function goesOnBeside(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || line.isTitle || line === lead.line || !EASING.has(lead.action))
    return false;
  if (!says(line, STAYING) && !says(line, STILL)) return false;
  return line.tokens.some(({ text }, at) => goesOnAt(line, at, text) && !easesElse(line, at));
}

function goesOnAt(line: Line, at: number, text: string): boolean {
  if (STAYING.has(text)) {
    const next = line.tokens.slice(at + 1, at + 1 + BORNE_WITHIN);
    return next.some((token) => BORNE.has(token.text));
  }
  return STILL.has(text) && STILL_BORNE.test(tokenText(line, at + 1));
}

// "stay" itself may halt a tariff.
function easesElse(line: Line, at: number): boolean {
  return hitsOf(line, 'verb').some(
    (hit) => !(hit.from <= at && at < hit.to) && EASES.some((family) => means(hit, 'verb', family)),
  );
}
