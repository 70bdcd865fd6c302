import { prepositionBefore } from '../places/preposition-before.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitOver,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isAside, tellsBan } from './aside.ts';
import type { LineRoles } from './assign-place.ts';
import { addAll, type Found, type Parties } from './found.ts';
import { goesOnBeside } from './going-on.ts';
import { lineRoles } from './line-roles.ts';
import { isSameFamily, tellsOtherMeasure, tellsOthersDeed } from './other-matter.ts';
import { isAnswerOfUnnamed, NOBODY, ownersIn, tellsOthersTariff } from './others-tariff.ts';
import { BURDENS } from './spared-places.ts';
import { tellsTalksAbroad } from './told-along.ts';
import { isAccepted } from './who-bears.ts';

/** What the other sentences that speak of the same imposer add to the leading one. */
export function completeFromLines(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  { imposers, targets, exempted }: Parties,
  leadRoles: LineRoles,
): void {
  // "on steel imports from all countries": the countries that the text names lose an exemption, or are examples.
  const isWorldwide = targets.size === 1 && targets.has('WORLD');
  for (const line of scene.lines) {
    if (line === lead.line || isAside(line) || goesOnBeside(line, lead)) continue;
    if (comparesOthers(line, lead, { imposers, targets })) continue;
    if (isAnswerOfUnnamed(scene, lead) && tellsOthersTariff(line, NOBODY)) {
      for (const { codes, role } of placeGroups(line)) {
        const isHit = role === 'origin' || role === 'object';
        addAll(isHit ? imposers : targets, codes, line, 'role:who-is-answered');
      }
      continue;
    }
    if (imposers.size > 0 && tellsOthersTariff(line, { imposers, targets })) {
      const own = steps.find((candidate) => candidate.line === line);
      const isOurs = lead.verb === lead.object && isToldHere(line, steps);
      if (isOurs && !tellsOthersDeed(line, own, lead, false))
        turnToOwner(line, { imposers, targets });
      continue;
    }
    const here = steps.filter((candidate) => candidate.line === line);
    // "Scotch tariffs suspended" / "has lifted the duty introduced in 2019": of two, the one that the title tells as well.
    const step = here.find(({ family }) => isSameFamily(family, lead.family)) ?? here[0];
    if (step === undefined && lineHas(line, 'verb', 'keep')) continue;
    const roles = lineRoles(line, step ?? null, lead.action);
    const spared = [...roles.exempted].filter((code) => !imposers.has(code));
    addAll(exempted, spared, line, 'role:spared');
    // Who asks to be let off imposes nothing: that the sentence still tells.
    const isOfActor = [...roles.targets].some((code) => imposers.has(code));
    if (!isOfActor && tellsOtherMeasure(line, step, lead, targets.size > 0)) continue;
    const isOnSame = [...roles.targets].some((code) => targets.has(code));
    if (imposers.size === 0 && tellsOthersDeed(line, step, lead, isOnSame)) {
      const isAnswer = [...roles.imposers].some((code) => targets.has(code));
      if (isAnswer) addAll(imposers, roles.targets, line, 'role:who-is-answered');
      continue;
    }
    if (tellsSpared(line, lead, step)) {
      addAll(exempted, roles.targets, line, 'role:spared');
      continue;
    }
    clearBearers(roles, lead, leadRoles, imposers);
    const isSameImposer =
      roles.imposers.size === 0 ||
      imposers.size === 0 ||
      [...roles.imposers].some((code) => imposers.has(code));
    if (!isSameImposer || step?.isBackground === true) continue;
    if (imposers.size === 0 && isAnswered(lead, roles, targets)) {
      addAll(imposers, roles.targets, line, 'role:who-answers');
      continue;
    }
    const isTalk = line.lang !== 'en' && step === undefined && tellsTalksAbroad(line);
    const mayAct = !isTalk || namesMeasure(line);
    if (imposers.size === 0 && mayAct) {
      // "EU seeks relief in US" / "Brussels has suspended its own tariffs": who asks is not asked.
      const isPlea = lead.action === 'exemption-sought' && lineHas(line, 'tariff', 'retaliation');
      const actors = [...roles.imposers].filter((code) => !isPlea || !targets.has(code));
      addAll(imposers, actors, line, 'role:other-sentence');
    }
    const isNear = line.index <= 2 || !namesGoods(scene);
    if (isWorldwide || (targets.size > 0 && isIntoDeeds(lead))) continue;
    const isOpen = targets.size === 0 || chargesSeveral(line, roles);
    if (step === undefined && (tellsTrade(line) || tellsBan(line))) continue;
    const isTitleAbroad = line.isTitle && line.lang !== 'en';
    const mayName =
      step !== undefined ||
      (isOpen && (isTitleAbroad || speaksOfTariffs(line) || isGoodsAndOrigin(line)));
    const told = withoutSufferers(line, roles.targets);
    const named = step === undefined ? withoutCauses(line, told) : told;
    if (isNear && mayName) addAll(targets, named, line, 'role:other-sentence');
  }
}

const FACING = wordGroup('face faces pay pays bear bears');
const AHEAD = wordGroup('will would shall could may must');

// "The EU and Japan face 15%" behind a step on the Swiss alone: what others bear already, to compare with.
function comparesOthers(
  line: Line,
  lead: Step,
  { imposers, targets }: Pick<Parties, 'imposers' | 'targets'>,
): boolean {
  if (line.lang !== 'en' || line.isTitle || targets.size === 0 || targets.has('WORLD'))
    return false;
  if (!says(line, FACING) || says(line, AHEAD) || !line.classes.has('percent')) return false;
  const groups = placeGroups(line);
  const first = groups[0];
  if (first === undefined || !FACING.has(tokenText(line, first.to))) return false;
  const isKnown = ({ codes }: PlaceGroup): boolean =>
    codes.some((code) => imposers.has(code) || targets.has(code) || code === 'WORLD');
  return !groups.some(isKnown) && placeGroups(lead.line).some(isKnown);
}

const MOST = /^(?:hardest|worst|most)$/;
const SUFFERS_WITHIN = 4;

// "Brazil is hit most", "India and Brazil will be hardest hit": of all who are hit.
function withoutSufferers(line: Line, codes: LineRoles['targets']): LineRoles['targets'] {
  if (line.lang !== 'en') return codes;
  const suffering = placeGroups(line).filter(({ to }) => {
    const behind = line.tokens.slice(to, to + SUFFERS_WITHIN).map(({ text }) => text);
    return behind.includes('hit') && behind.some((text) => MOST.test(text));
  });
  return new Set(
    [...codes].filter((code) => !suffering.some((group) => group.codes.includes(code))),
  );
}

// "die Umlenkung der Ströme durch die US-Zölle": whose tariffs only bring something about is not hit.
function withoutCauses(line: Line, codes: LineRoles['targets']): LineRoles['targets'] {
  if (line.lang === 'en' || !line.classes.has('cause')) return codes;
  const causes = placeGroups(line).filter(
    ({ role, from }) => role === 'owner' && hitBefore(line, from)?.meanings.has('cause') === true,
  );
  return new Set([...codes].filter((code) => !causes.some((group) => group.codes.includes(code))));
}

const ORIGIN = /^(?:from|originating|imported|exported)$/;

// "Aluminium foil from China" / "The ministry imposed duties of 25%": a title that is nothing but the goods and their origin.
function isGoodsAndOrigin(line: Line): boolean {
  if (line.lang !== 'en' || !line.isTitle || hitsOf(line, 'verb').some(isDeed)) return false;
  const [group, ...others] = placeGroups(line).filter(({ role }) => role !== 'place');
  if (group === undefined || others.length > 0 || !ORIGIN.test(group.preposition)) return false;
  const { at } = prepositionBefore(line, group.from);
  const goods = hitsOf(line, 'product').findLast((hit) => hit.to <= at);
  const isEnd = group.to === line.tokens.length || tokenText(line, group.to) === '(';
  return isEnd && goods !== undefined && isOneName(line, goods.to, at);
}

const NAME_WITHIN = 2;

// "Graphite electrodes from", and not "Steel news from".
function isOneName(line: Line, from: number, to: number): boolean {
  if (to - from > NAME_WITHIN) return false;
  return line.tokens
    .slice(from, to)
    .every(({ kind }, at) => kind === 'word' && hitOver(line, from + at) === undefined);
}

function isDeed(hit: Hit): boolean {
  return !means(hit, 'verb', 'exempt');
}

function isToldHere(line: Line, steps: readonly Step[]): boolean {
  return steps.some((step) => step.line === line && !step.isBackground);
}

// "Japan reels as tariffs bite" / "Turkish tariffs of 35% took effect": where only a noun tells the step, who is named with it lays
// nothing once the text tells whose tariff took effect.
function turnToOwner(
  line: Line,
  { imposers, targets }: { readonly imposers: Found; readonly targets: Found },
): void {
  const owner = ownersIn(line)[0];
  if (owner === undefined) return;
  for (const [code, fact] of imposers) targets.set(code, fact);
  targets.delete('WORLD');
  imposers.clear();
  addAll(imposers, owner.codes, line, 'role:whose-tariff');
}

// "the minister said Korea would get": who speaks of what it gets lays nothing, nor does who accepts a tariff.
function clearBearers(roles: LineRoles, lead: Step, leadRoles: LineRoles, imposers: Found): void {
  if (imposers.size > 0 && [...roles.imposers].every((code) => roles.targets.has(code)))
    roles.imposers.clear();
  if (isAccepted(lead)) for (const code of leadRoles.targets) roles.imposers.delete(code);
}

// "Исключение сделано для Великобритании": outside English a sentence of its own tells who is spared.
function tellsSpared(line: Line, lead: Step, step: Step | undefined): boolean {
  return line.lang !== 'en' && step?.action === 'exempted' && BURDENS.has(lead.action);
}

// "countermeasures against the US" / "The US imposed tariffs on Canada": whom the other side hit is who answers.
function isAnswered(lead: Step, roles: LineRoles, targets: Found): boolean {
  if (lead.object.meanings.get('tariff')?.includes('retaliation') !== true) return false;
  const hit = [...roles.targets];
  return (
    roles.imposers.size > 0 &&
    [...roles.imposers].every((code) => targets.has(code)) &&
    hit.length > 0 &&
    hit.every((code) => code !== 'WORLD' && !targets.has(code))
  );
}

// "Most would be 35%, on cars from China, India and Thailand": a list of who is charged completes the first names.
function chargesSeveral(line: Line, roles: LineRoles): boolean {
  return roles.targets.size > 1 && line.classes.has('percent') && !line.isTitle;
}

// A Section 301 case against Peru: what it holds against Peru names whom Peru treats better.
function isIntoDeeds({ line, about }: Step): boolean {
  return about === 'probe' && lineHas(line, 'instrument', 'Section 301');
}

const MEASURES = ['tariff', 'percent', 'goods', 'probe', 'relief', 'quota', 'deal'] as const;

function namesMeasure(line: Line): boolean {
  return MEASURES.some((name) => line.classes.has(name));
}

// "Manila's lobby called it devastating": a sentence without any word of the matter names nobody who is hit.
function speaksOfTariffs(line: Line): boolean {
  return namesMeasure(line) || line.classes.has('verb');
}

const TRADE = wordGroup(
  'rose fell grew jumped dropped declined surged slumped supplies supplied supply accounts accounted shipped sends sent ships buys exported sold bought worth',
);

// "Imports from Japan rose 25%", "Japan supplies a quarter of it": what is traded tells nobody who is hit.
function tellsTrade(line: Line): boolean {
  if (line.isTitle || line.classes.has('tariff')) return false;
  return line.lang === 'en' ? says(line, TRADE) : tellsGrowth(line);
}

// "Die Einfuhren aus Japan stiegen um 25 Prozent".
function tellsGrowth(line: Line): boolean {
  return line.classes.has('movement') && line.classes.has('percent');
}

function namesGoods(scene: Scene): boolean {
  return scene.title !== null && lineHas(scene.title, 'product');
}
