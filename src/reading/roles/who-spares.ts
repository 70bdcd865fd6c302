// Verbs of sparing and refusing: whom they are done to stands behind them, or before them in the passive. In: a step or a
// verb of a line. Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, type Line, tokenText } from '../words/scene.ts';

/** Auxiliaries of the passive. */
export const BEING: ReadonlySet<string> = new Set(
  'is are was were be been being gets get got stay stays remain remains'.split(' '),
);

const SPARING = /^(?:exempted|excluded|spared|avoided)$/;
const HAVING: ReadonlySet<string> = new Set(['has', 'have', 'had']);
const DONE_TO = ['place', 'product', 'goods'] as const;

// "Brazil has exempted India", "Brazil exempted Indian steel": whom it is done to stands behind.
export function isDoneToBehind({ line, verb, family }: Step): boolean {
  return family === 'exempt' && isSparing(line, verb);
}

export function isSparing(line: Line, verb: Hit): boolean {
  if (!SPARING.test(tokenText(line, verb.from))) return false;
  const before = tokenText(line, verb.from - 1);
  if (BEING.has(before)) return false;
  const next = hitFrom(line, verb.to);
  // "India spared Brazil's tariff".
  if (next !== undefined && tokenText(line, next.to) === "'s") return false;
  return HAVING.has(before) || DONE_TO.some((name) => next?.meanings.has(name) === true);
}

// "India was denied an exemption".
export function isRefusedThere({ line, verb, family, about }: Step): boolean {
  return (
    (family === 'deny' || family === 'grant') &&
    about === 'relief' &&
    /^(?:denied|refused|granted|given|offered|accorded|awarded)$/.test(
      tokenText(line, verb.from),
    ) &&
    BEING.has(tokenText(line, verb.from - 1))
  );
}
