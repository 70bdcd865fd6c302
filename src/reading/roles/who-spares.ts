// Verbs of sparing and refusing: whom they are done to stands behind them, or before them in the passive. In: a step or a
// verb of a line. Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

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
  if (BEING.has(before) || tokenText(line, verb.to - 1) === 'from') return false;
  const next = hitFrom(line, verb.to);
  // "India spared Brazil's tariff", "India spared Brazilian rice tariffs".
  if (next !== undefined && isOwner(line, next)) return false;
  return HAVING.has(before) || DONE_TO.some((name) => next?.meanings.has(name) === true);
}

const OWNED_WITHIN = 3;

function isOwner(line: Line, place: Hit): boolean {
  if (!place.meanings.has('place')) return false;
  if (tokenText(line, place.to) === "'s") return true;
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= place.to);
  if (tariff === undefined || tariff.from - place.to > OWNED_WITHIN) return false;
  return !line.hits.some(
    (hit) => hit.from >= place.to && hit.to <= tariff.from && hit.meanings.has('prep'),
  );
}

const GIVEN = /^(?:denied|refused|granted|given|offered|accorded|awarded)$/;
const RECEIVING = /^(?:receive|get|win|obtain|given|granted|offered)$/;
const ASKED = wordGroup('request requests bid bids plea pleas petition petitions appeal appeals');

// "India was denied an exemption", "India denied exemption": behind a country that opens a title the participle is a passive.
export function isRefusedThere({ line, verb, family, about }: Step): boolean {
  if (family !== 'deny' && family !== 'grant') return false;
  if (about !== 'relief') return false;
  // "Peru would not receive an exemption": one phrase of the lists.
  const isReceived = line.tokens.slice(verb.from, verb.to).some(({ text }) => RECEIVING.test(text));
  if (family === 'deny' && isReceived) return true;
  if (!GIVEN.test(tokenText(line, verb.from))) return false;
  return BEING.has(tokenText(line, verb.from - 1)) || isDeniedInTitle(line, verb);
}

function isDeniedInTitle(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !line.isTitle || says(line, ASKED)) return false;
  const before = hitBefore(line, verb.from);
  return (
    before?.from === 0 &&
    before.meanings.get('placekind')?.every((kind) => kind === 'name') === true &&
    !hitsOf(line, 'place').some((hit) => hit.from >= verb.to && hit.from - verb.to <= 1)
  );
}
