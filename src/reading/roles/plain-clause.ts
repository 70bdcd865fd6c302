// Who lays a tariff on whom where a clause says it outright: a country, the verb right behind it, the tariff, and on whose
// goods ("after India imposed a 15% duty on Japanese copper"). Whatever else the sentence tells, nobody in it says it better.
// In: an English line, its places, the step. Out: the two sides, or null where the clause leaves one of them open.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { isLeftOutBy } from '../steps/refused-phrases.ts';
import { clauseAt, isInClause } from '../steps/split-clauses.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { ACTING, isOther, type Sides } from './sides.ts';
import { isPassiveFor } from './who-bears.ts';

/** Families whose subject is who lays, changes or lifts the tariff. */
const DONE_BY_IMPOSERS: ReadonlySet<string> = new Set(
  'impose announce raise cut remove suspend delay threaten'.split(' '),
);
const BESIDE_VERB: ReadonlySet<string> = new Set(
  'has have had will would is was government also already formally officially unilaterally recently first'.split(
    ' ',
  ),
);
const ADVERB = /ly$/;
const SUBJECT_WITHIN = 4;
const LAID_ON: ReadonlySet<string> = new Set(['on', 'against']);
const GOODS = ['product', 'goods'] as const;
const BEARER_WITHIN = 6;
const OWN: ReadonlySet<string> = new Set(['its', 'their']);

/** Both sides of the step as its own clause says them; null where it leaves one open, or speaks of several that bear it. */
export function plainClause(line: Line, groups: readonly PlaceGroup[], step: Step): Sides | null {
  if (line.lang === 'en' && step.family === 'deny') return leftOut(line, groups, step);
  if (line.lang !== 'en' || step.about !== 'tariff' || !DONE_BY_IMPOSERS.has(step.family))
    return null;
  const told = laidBy(line, groups, step) ?? ownedBy(line, groups, step);
  if (told !== null) return told;
  if (step.object.from < step.verb.to || isPassiveFor(step)) return null;
  const clause = clauseAt(line, step.verb.from);
  const inside = groups.filter((group) => isInClause(clause, group));
  const by = inside.findLast(
    (group) => group.to <= step.verb.from && isSubjectOf(line, group, step.verb.from),
  );
  if (by === undefined) return null;
  const [on, another] = inside.filter(
    (group) => group.from >= step.object.to && isBearer(line, group) && isOther(group, by),
  );
  if (another !== undefined) return null;
  if (on !== undefined) return on.from - step.object.to <= BEARER_WITHIN ? { by, on } : null;
  // "slams a 25% Chadian tariff on its copper": whose goods they are bears the other's tariff.
  if (OWN.has(tokenText(line, step.object.to + 1))) return null;
  const named = inside.find((group) => isNameOfDuty(group, step) && isOther(group, by));
  return named === undefined ? null : { by, on: named };
}

const ATTRIBUTE = /^(?:higher|lower|new|steeper|stiffer|heavier|bigger)$/;

// "reacts to higher 39% US tariff", "assesses new US tariff": no verb changes it, and the state right before it charges it.
function ownedBy(line: Line, groups: readonly PlaceGroup[], { verb, object }: Step): Sides | null {
  const isInfinitive =
    tokenText(line, verb.to - 1) === 'lower' &&
    /^(?:to|will|would|may|could|must)$/.test(tokenText(line, verb.to - 2));
  const isAttribute =
    !isInfinitive && (ATTRIBUTE.test(tokenText(line, verb.to - 1)) || verb.from === object.from);
  const by = groups.find(({ role, to }) => role === 'owner' && to === object.from);
  if (!isAttribute || by === undefined || by.from < 2) return null;
  if (hitsOf(line, 'verb').some((hit) => hit.to <= by.from && hit !== verb && isLaying(hit)))
    return null;
  const on = groups.find((group) => group.to <= by.from && isOther(group, by));
  return on === undefined ? null : { by, on };
}

const LAYING = [
  'impose',
  'threaten',
  'propose',
  'remove',
  'suspend',
  'delay',
  'retaliate',
] as const;

function isLaying(hit: Hit): boolean {
  return LAYING.some((family) => means(hit, 'verb', family));
}

const AGENT_WITHIN = 3;
const LAID_WITHIN = 5;

// "notes the tariffs imposed by Peru on Chilean goods": whoever speaks of them, one laid them on the other.
function laidBy(line: Line, groups: readonly PlaceGroup[], { verb, object }: Step): Sides | null {
  if (object.to !== verb.from) return null;
  const by = groups.find(
    ({ role, from }) => role === 'agent' && from >= verb.to && from - verb.to <= AGENT_WITHIN,
  );
  const on =
    by === undefined
      ? undefined
      : groups.find((group) => group.from >= by.to && isBearer(line, group) && isOther(group, by));
  if (by === undefined || on === undefined || on.from - by.to > LAID_WITHIN) return null;
  return { by, on };
}

const SAYING = ['saying', 'verb'] as const;

// "Peru makes clear that its deal with Cuba will not apply to Chile": whoever says so, and who stands behind the verb.
function leftOut(line: Line, groups: readonly PlaceGroup[], { verb }: Step): Sides | null {
  const on = groups.find(({ from }) => isLeftOutBy(line, verb, from));
  if (on === undefined) return null;
  const by = groups.find(
    (group) =>
      ACTING.has(group.role) &&
      isOther(group, on) &&
      (tokenText(line, group.to) === ':' ||
        SAYING.some((name) => hitFrom(line, group.to)?.meanings.has(name) === true)),
  );
  return { by: by ?? null, on };
}

// "Canada announces $21B in new US tariffs": nobody lays, lifts or cuts another's tariff, so the name tells on whom it is.
function isNameOfDuty({ role, from, to, codes, isPossessive }: PlaceGroup, step: Step): boolean {
  const isBetween = from >= step.verb.to && to <= step.object.from;
  return isBetween && role === 'owner' && !isPossessive && !codes.includes('WORLD');
}

function isSubjectOf(line: Line, group: PlaceGroup, verb: number): boolean {
  if (!ACTING.has(group.role) || group.preposition !== '' || group.isPair) return false;
  if (verb - group.to > SUBJECT_WITHIN || group.codes.includes('WORLD')) return false;
  for (let at = group.to; at < verb; at += 1) {
    const text = tokenText(line, at);
    const isLeader = hitFrom(line, at)?.meanings.has('leadership') === true;
    if (!isLeader && !BESIDE_VERB.has(text) && !ADVERB.test(text)) return false;
  }
  return true;
}

// "a duty on Japanese copper", "tariffs on copper from Japan"; behind the tariff itself "from" tells whose it is.
function isBearer(line: Line, { role, preposition, codes, from }: PlaceGroup): boolean {
  if (codes.includes('WORLD')) return false;
  if (role === 'origin' || LAID_ON.has(preposition)) return true;
  const goods = hitBefore(line, from - 1);
  return preposition === 'from' && GOODS.some((name) => goods?.meanings.has(name) === true);
}
