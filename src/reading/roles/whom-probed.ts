// Whose doings an inquiry is into: "opens Section 301 probe into trade practices of Brazil", "into dumping of steel by China". In: the
// leading step and the sides found so far. Out: those who stand behind the inquiry are among the targets. English only.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, isParted, type Line, type Scene } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';
import { partiesOf } from './parties-of.ts';

const BEHIND: ReadonlySet<string> = new Set(['of', 'in', 'by', 'against']);
const PROBED_WITHIN = 10;

/** Adds whom the sentence of an inquiry names behind it, and whom the text lists as looked into. */
export function addProbed(
  { lines }: Scene,
  { line, about, action, object }: Step,
  imposers: Found,
  targets: Found,
): void {
  // "presses ahead with new tariffs" / "launched probes of excess capacity in China and India": the title speaks of what may follow.
  if ((about !== 'probe' && action !== 'investigation-opened') || line.lang !== 'en') return;
  for (const next of lines) {
    if (next === line || next.index > LISTED_WITHIN || !next.classes.has('probe')) continue;
    const listed = partiesOf(next).filter((group) => isListOfOthers(group, imposers));
    for (const { codes } of listed) addAll(targets, codes, next, 'role:whom-probed');
  }
  for (const group of about === 'probe' ? partiesOf(line) : []) {
    if (!isBehind(line, object.to, group)) continue;
    const isOnlyActor = group.codes.some((code) => imposers.has(code)) && imposers.size === 1;
    if (isOnlyActor) continue;
    for (const code of group.codes) imposers.delete(code);
    addAll(targets, group.codes, line, 'role:whom-probed');
  }
}

const LISTED_WITHIN = 2;
const LISTING: ReadonlySet<string> = new Set([
  'including',
  'of',
  'into',
  'from',
  'in',
  'by',
  'against',
]);

// "Sixteen partners, including Peru and Laos, are the subject of the probe".
function isListOfOthers({ codes, kinds, preposition }: PlaceGroup, imposers: Found): boolean {
  return (
    codes.length > 1 &&
    LISTING.has(preposition) &&
    kinds.every((kind) => kind === 'name' || kind === 'demonym') &&
    !codes.some((code) => code === 'WORLD' || imposers.has(code))
  );
}

function isBehind(line: Line, end: number, { from, preposition, codes }: PlaceGroup): boolean {
  return (
    from >= end &&
    from - end <= PROBED_WITHIN &&
    BEHIND.has(preposition) &&
    !codes.includes('WORLD') &&
    !isParted(line, end, from) &&
    !hitsOf(line, 'tariff').some((hit) => hit.from >= end && hit.to <= from)
  );
}
