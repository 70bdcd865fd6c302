// Whose relief from a tariff it is, who is asked for it and who wishes for it. In: a line, a place of it, the step told there.
// Out: yes or no.
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitFrom, hitsOf, type Line, means, tokenText, wordBefore } from '../words/scene.ts';
import { WISH } from './beside-step.ts';
import { isChargedFrom } from './sides-of-relief.ts';
import { isGainer, isPassiveFor } from './who-bears.ts';

const RELIEF_WITHIN = 2;

/** "India's exemption from Brazil's tariff": whose relief it is, from another's tariff. */
export function isOfRelieved(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
): boolean {
  if (!group.isPossessive) return false;
  const relief = hitsOf(line, 'relief').find((hit) => hit.from > group.to);
  if (relief === undefined || relief.from - group.to > RELIEF_WITHIN) return false;
  return groups.some((other) => other.from >= relief.to && other.preposition === 'from');
}

/** "ABD'den muafiyet istedi": asked from a country. */
export function isAskedFrom(line: Line, group: PlaceGroup): boolean {
  return line.lang === 'tr' && means(hitFrom(line, group.to), 'particle', 'origin');
}

/** "rejects a request by India to be exempted": whose wish it is. */
export function isWished(line: Line, group: PlaceGroup, step: Step | null): boolean {
  const isRelief = step?.action === 'exemption-denied' || step?.action === 'exemption-sought';
  return isRelief && WISH.test(wordBefore(line, group.from, 2));
}

type Side = 'imposer' | 'target' | 'none';

const ANSWERED: ReadonlySet<string> = new Set(['exemption-sought', 'exemption-denied', 'exempted']);
const ASKED = /^(?:asked|urged|pressed|begged|lobbied|petitioned|implored|snubbed|rebuffed)$/;

/** "receives India's request", "asked by India to", "ends India's exemption", "comes away empty-handed". */
export function reliefSide(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
): Side | null {
  if (step === null || group.role === 'place') return null;
  if (line.lang !== 'en') return null;
  if (isOwnRelief(group, groups, step)) return 'target';
  if (isMarketOf(line, group, groups, step) || isVisited(line, group, step)) return 'imposer';
  const charger = groups.find((other) => isChargedFrom(line, other));
  // "comes away empty-handed".
  if (tokenText(line, step.verb.from) === 'empty' && !isAuthority(group))
    return group.to <= step.verb.from ? 'target' : group.role === 'owner' ? 'imposer' : null;
  if (!ANSWERED.has(step.action)) return null;
  const wisher = groups.find((other) => isWisher(line, other));
  if (wisher === undefined || wisher.role === 'place') return null;
  if (group.codes.some((code) => wisher.codes.includes(code))) return 'target';
  return charger === undefined || charger.codes.some((code) => group.codes.includes(code))
    ? 'imposer'
    : 'none';
}

const VISITING = /^(?:visit(?:s|ed|ing)?|tours?|toured)$/;

// "minister to visit Brazil to seek an exemption": whom one goes to see for it.
function isVisited(line: Line, { from }: PlaceGroup, { action }: Step): boolean {
  const before = tokenText(line, from - 1) === 'the' ? from - 2 : from - 1;
  return action === 'exemption-sought' && VISITING.test(tokenText(line, before));
}

function isWisher(line: Line, group: PlaceGroup): boolean {
  const at = group.isPossessive ? group.to + 1 : group.to;
  if (isNounOfWish(line, at)) return true;
  const before = wordBefore(line, group.from, 2);
  const last = wordBefore(line, group.from);
  return (last === 'by' && ASKED.test(before)) || (BY.has(last) && WISH.test(before));
}

const BY: ReadonlySet<string> = new Set(['by', 'from']);

// "the Indian bid for": no verb ("India bids for").
function isNounOfWish(line: Line, at: number): boolean {
  return WISH.test(tokenText(line, at)) || /^hopes?$/.test(tokenText(line, at));
}

// "Brazil ends India's rice duty exemption", "India's exemption extended by Brazil".
function isOwnRelief(group: PlaceGroup, groups: readonly PlaceGroup[], step: Step): boolean {
  if (step.about !== 'relief' || isAuthority(group) || step.action === 'exemption-sought')
    return false;
  const isOther = ({ codes }: PlaceGroup): boolean =>
    !codes.some((code) => code === 'WORLD' || group.codes.includes(code));
  if (group.isPossessive && group.from >= step.verb.to && group.to <= step.object.from)
    return !isGainer(step) && groups.some((other) => isOther(other) && other.to <= step.verb.from);
  return (
    group.role === 'owner' &&
    group.to <= step.object.from &&
    step.verb.from >= step.object.to &&
    groups.some((other) => isOther(other) && other.role === 'agent')
  );
}

const ENTRY = /^(?:access|entry)$/;

// "loses duty-free access to Brazil", "Indian rice granted duty-free access to Brazil".
function isMarketOf(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (step.about !== 'relief' || group.preposition !== 'to') return false;
  if (!ENTRY.test(tokenText(line, step.object.to - 1)) || group.from - step.object.to > 2)
    return false;
  const isGoods = groups.some(({ to, role }) => to <= step.verb.from && role === 'origin');
  return isGoods || isGainer(step) || isPassiveFor(step);
}

/** "Japón pierde la exención de los aranceles de EE UU": outside English who gains or loses a relief stands first, and so does
 * who weighs one ("EE UU estudia eximir a Japón"). */
export function reliefSideAbroad(
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
): Side | null {
  if (step === null || step.line.lang === 'en') return null;
  const [first, second] = groups;
  if (first === undefined || second === undefined || groups.length > 2 || !step.line.isTitle)
    return null;
  // "Pas d'exemption pour le Japon, prévient Washington".
  if (step.action === 'exemption-denied' && step.verb.to <= first.from && first.preposition !== '')
    return group === first ? 'target' : second.role === 'bare' ? 'imposer' : null;
  if (first.from > 1 || first.isPair || first.codes.some((code) => second.codes.includes(code)))
    return null;
  if (first.codes.includes('WORLD') || second.codes.includes('WORLD')) return null;
  if (step.action === 'exemption-denied' && isAskedOf(second, step))
    return group === first ? 'target' : 'imposer';
  const isRelief = step.about === 'relief' || step.family === 'exempt';
  if (!isRelief || first.to > step.verb.from) return null;
  if (
    step.family === 'lose' ? isGainer(step) : isGainer(step) && step.action !== 'exemption-sought'
  )
    return group === first ? 'target' : 'imposer';
  if (step.action !== 'proposed' || first.role !== 'bare') return null;
  return group === first ? 'imposer' : 'target';
}

const TO_WHOM: ReadonlySet<string> = new Set(['に', '에']);

// "日本、鉄鋼関税の適用除外を米に要請 認められず": who was asked stands before the asking, and the refusal last.
function isAskedOf({ to }: PlaceGroup, { line, verb }: Step): boolean {
  if (line.lang !== 'ja' && line.lang !== 'ko') return false;
  if (!TO_WHOM.has(tokenText(line, to)) && !TO_WHOM.has(tokenText(line, to - 1))) return false;
  return line.hits.some(
    (hit) =>
      hit.from >= to &&
      hit.to <= verb.from &&
      (means(hit, 'verb', 'seek') || means(hit, 'mood', 'seek')),
  );
}
