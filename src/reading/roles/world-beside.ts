// Every origin beside countries with rates of their own: "10% on all imports, 34% on China" hits both. In: the item, the
// leading step and the roles found so far. Out: the targets settled.

import { isBeneath } from '../objects/beneath.ts';
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import {
  evidenceOf,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { isChargedApart } from './charged-beside.ts';
import { addAll, type Found } from './found.ts';
import { goesOnBeside } from './going-on.ts';
import { RELIEF } from './imply-imposer.ts';
import { tellsOtherMeasure, tellsOwnRate } from './other-matter.ts';
import { partiesOf } from './parties-of.ts';

const NEAR = 2;

/** Where WORLD and named countries are both told: keeps WORLD beside those with a rate of their own, else drops it. */
export function settleWorld(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  if (mayBoth(lead) && !isRemedy(scene)) {
    addOwnRates(scene, lead, imposers, exempted, targets);
    const lines = scene.lines.filter(
      (line) =>
        line === lead.line ||
        (line.index <= NEAR &&
          !goesOnBeside(line, lead) &&
          !lineHas(line, 'verb', 'keep') &&
          !tellsOtherMeasure(line, undefined, lead, true)),
    );
    const spots = lines.flatMap((line) => worldSpots(line, lead));
    for (const line of lines) {
      for (const group of partiesOf(line)) {
        if (
          group.codes.some((code) => code === 'WORLD' || imposers.has(code) || exempted.has(code))
        )
          continue;
        if (isExample(line, group) && targets.has(group.codes[0] ?? '')) {
          targets.set('WORLD', { value: 'WORLD', evidence: evidenceOf(line, BESIDE) });
          continue;
        }
        const spot = spots.find((candidate) => isApart(candidate, line, group));
        if (spot === undefined || !isOnItsOwn(spot, line, group)) continue;
        addAll(targets, group.codes, line, 'role:rate-of-its-own');
        targets.set('WORLD', { value: 'WORLD', evidence: evidenceOf(spot.line, BESIDE) });
      }
    }
  }
  const included = scene.lines.flatMap((line) => (line.index <= NEAR ? includedIn(line) : []));
  if (targets.has('WORLD')) for (const code of included) targets.delete(code);
  const isBeside = targets.get('WORLD')?.evidence.rule === BESIDE;
  if (targets.size > 1 && !isBeside) targets.delete('WORLD');
}

// "imports from all origins, Norway and Iceland included": they are hit as everybody is.
function includedIn(line: Line): readonly string[] {
  if (line.lang !== 'en') return [];
  return partiesOf(line).flatMap(({ codes, to }) => {
    const at = tokenText(line, to) === ',' ? to + 1 : to;
    const isAll = codes.includes('WORLD') && INCLUDED.has(tokenText(line, at));
    return isAll ? codes.filter((code) => code !== 'WORLD') : [];
  });
}

const INCLUDED: ReadonlySet<string> = new Set(['included', 'inclusive']);

/** The rule by which every origin stands beside those that are named. */
export const BESIDE = 'role:beside-named';

// "raises its steel tariff to 25%" / "Steel from Norway will face 50%": a rate of its own beside one for all.
function addOwnRates(
  { lines, title }: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  if (title === null || lead.line !== title || !title.classes.has('percent')) return;
  if (!title.classes.has('product') && !means(lead.object, 'goods', 'all')) return;
  if (partiesOf(title).some(({ codes }) => codes.some((code) => targets.has(code)))) return;
  for (const line of lines) {
    if (line.isTitle || line.index > NEAR || !tellsOwnRate(line, title)) continue;
    if (tellsOtherMeasure(line, undefined, lead, true)) continue;
    for (const group of partiesOf(line)) {
      const codes = group.codes.filter((code) => !imposers.has(code) && !exempted.has(code));
      if (codes.length === 0 || !isChargedApart(line, group)) continue;
      addAll(targets, codes, line, 'role:rate-of-its-own');
      targets.set('WORLD', { value: 'WORLD', evidence: evidenceOf(title, BESIDE) });
    }
  }
}

const AS_EXAMPLE: ReadonlySet<string> = new Set(['including', 'like']);

const INCLUDING = /^(?:inclu[iy]|compris|einschliesslich|wlacznie)/;

// "tightens rules on imports, including from Norway", "on all countries, including Norway": an example of all origins.
function isExample(line: Line, group: PlaceGroup): boolean {
  if (group.preposition === 'from' && tokenText(line, group.from - 2) === 'including') return true;
  const at = tokenText(line, group.from - 1) === 'the' ? group.from - 2 : group.from - 1;
  // "de cualquier país, incluyendo a México y Canadá".
  const isAbroad =
    line.lang !== 'en' && [at, at - 1].some((place) => INCLUDING.test(tokenText(line, place)));
  return (
    !line.isTitle &&
    (isAbroad || AS_EXAMPLE.has(tokenText(line, at))) &&
    partiesOf(line).some(({ codes, to }) => codes.includes('WORLD') && to <= group.from)
  );
}

const REMEDIES = ['AD', 'CVD'] as const;

// "54% for everyone else" in an anti-dumping order: the other firms of the same country.
function isRemedy(scene: Scene): boolean {
  return scene.lines.some(
    (line) =>
      line.index <= NEAR &&
      REMEDIES.some((kind) => lineHas(line, 'tariff', kind) || lineHas(line, 'instrument', kind)),
  );
}

function mayBoth({ action, about, family }: Step): boolean {
  if (
    // "Amending reciprocal tariffs as applied to imports from Peru": the act says to whom.
    family === 'amend' ||
    (about !== 'tariff' && about !== 'quota') ||
    action === 'deal-reached' ||
    action.startsWith('retaliation')
  )
    return false;
  return !RELIEF.has(action) || action === 'exempted';
}

/** Where a line says that every origin is meant. */
type Spot = { readonly line: Line; readonly from: number; readonly to: number };

function worldSpots(line: Line, lead: Step): readonly Spot[] {
  const places = partiesOf(line).filter(
    (group) =>
      group.codes.join() === 'WORLD' && group.preposition !== 'with' && group.role !== 'place',
  );
  const isGlobal =
    line === lead.line && means(lead.object, 'goods', 'all') && !isBeneath(line, lead.object);
  return [...places, ...(isGlobal ? [lead.object] : [])].map(({ from, to }) => ({
    line,
    from,
    to,
  }));
}

const OWN_WITHIN = 3;
const OWN: ReadonlySet<string> = new Set(['of', 'to', 'at']);

// "10% on all imports, 34% on China"; not "25% on all goods from Colombia": another rate or verb stands between.
function isApart(spot: Spot, line: Line, group: PlaceGroup): boolean {
  if (spot.line !== line) return true;
  const [from, to] = spot.to <= group.from ? [spot.to, group.from] : [group.to, spot.from];
  // "reciprocal tariffs of 25% on goods from Colombia": the rate of the measure itself.
  const start = OWN.has(tokenText(line, from)) ? from + OWN_WITHIN : from;
  return (
    hitsOf(line, 'percent').some((hit) => hit.from >= start && hit.to <= to) ||
    hitsOf(line, 'verb').some(
      (hit) => hit.from >= from && hit.to <= to && !GERUND.test(tokenText(line, hit.from)),
    )
  );
}

function isOnItsOwn(spot: Spot, line: Line, group: PlaceGroup): boolean {
  const isElsewhere = spot.line !== line && isChargedApart(line, group);
  return isElsewhere || isRated(line, group) || isSetApart(spot, line, group);
}

const GERUND = /ing$/;
const SET_WITHIN = 4;

// "pauses most tariffs but raises the rate on China": a change of its own, told without its rate.
function isSetApart(spot: Spot, line: Line, group: PlaceGroup): boolean {
  if (spot.line !== line || spot.to > group.from || !ON.has(group.preposition)) return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from >= spot.to &&
      hit.to <= group.from &&
      group.from - hit.to <= SET_WITHIN &&
      !GERUND.test(tokenText(line, hit.from)) &&
      (means(hit, 'verb', 'raise') || means(hit, 'verb', 'impose')),
  );
}

const RATE_WITHIN = 7;
const ON: ReadonlySet<string> = new Set('on for against from'.split(' '));
const TO: ReadonlySet<string> = new Set(['to', 'at', '(', ':', 'by']);

// "34% on China", "a 34 percent tax on imports from China", "125% China tariff", "raises China's to 125%".
function isRated(line: Line, group: PlaceGroup): boolean {
  if (group.role === 'place' || group.role === 'into' || isAuthority(group)) return false;
  return hitsOf(line, 'percent').some((percent) => {
    const isBefore = percent.to <= group.from;
    const [from, to] = isBefore ? [percent.to, group.from] : [group.to, percent.from];
    if (to < from || to - from > RATE_WITHIN || hasPlace(line, from, to)) return false;
    const words = line.tokens.slice(from, to).map((token) => token.text);
    if (words.some((word) => ENDING.has(word))) return false;
    if (isBefore)
      return words.length === 0 ? group.role === 'owner' : words.some((word) => ON.has(word));
    return words.some((word) => TO.has(word));
  });
}

const ENDING: ReadonlySet<string> = new Set([',', ';', '.', 'of', 'including', 'except']);

function hasPlace(line: Line, from: number, to: number): boolean {
  return (
    hitsOf(line, 'place').some((hit) => hit.from >= from && hit.to <= to) ||
    tokenText(line, to - 1) === 'with'
  );
}
