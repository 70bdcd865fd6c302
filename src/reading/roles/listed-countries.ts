// Countries that only a list names. In: the item and who is known to be hit. Out: the countries of the list added.
// "Malaysia opens a probe on steel from four countries" / "China, India, Japan and South Korea are the origins."

import type { JurisdictionCode } from '../../domain/jurisdiction.ts';
import type { Action } from '../../domain/reading.ts';
import { ratedPlaces } from '../places/rated-places.ts';
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import {
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  oncePerLine,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { tellsBan } from './aside.ts';
import { addAll, type Found } from './found.ts';
import { RELIEF } from './imply-imposer.ts';
import { partiesOf } from './parties-of.ts';
import { ratedAbroad } from './rated-abroad.ts';

const LISTED_WITHIN = 3;
/** A list that gives each country its rate goes on for many sentences. */
const LAST_OF_LIST = 12;
/** "four small Latin American countries". */
const COUNT_WITHIN = 4;
const COUNTED = wordGroup(
  'countries nations economies partners origins allies members states suppliers paises pays paesi lander landern landen стран страны krajow',
);
const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

/** Adds the countries of the first list where the title counts them, or where a trade remedy or inquiry names nobody. */
export function addListedCountries(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  if (RELIEF.has(lead.action)) return;
  addRated(scene, lead, imposers, exempted, targets);
  const isRemedy =
    lead.about === 'probe' ||
    // "finalises Section 301 tariff changes" / "tariffs on Chinese imports": a case under that law is one against certain states.
    (lead.line.isTitle && lineHas(lead.line, 'instrument', 'Section 301')) ||
    (scene.title !== null && lineHas(scene.title, 'notice', 'determination')) ||
    scene.lines.some(
      (line) =>
        line.classes.has('tariff') && REMEDIES.some((kind) => lineHas(line, 'tariff', kind)),
    ) ||
    // "Provisional duties imposed" / "a preliminary determination of dumping for wire from Peru and Chile".
    (scene.lang === 'en' &&
      scene.lines.some((line) => line.index === 1 && lineHas(line, 'instrument', 'AD')));
  const isCounted =
    (scene.title !== null && countsCountries(scene.title)) || countsCountries(lead.line);
  const isOpen = [...targets.keys()].every((code) => code === 'WORLD' || imposers.has(code));
  if (isRemedy && !isOpen) addOthersOfList(scene, imposers, exempted, targets);
  if (!isCounted && !(isRemedy && isOpen)) return;
  if (targets.size === 0 && isRemedy) addOrigin(scene, imposers, exempted, targets);
  for (const line of scene.lines) {
    if (line.index > LISTED_WITHIN) break;
    if (tellsBan(line)) continue;
    // "Duties remain for the US and the UK" where they are halted for others.
    if (EASED.has(lead.action) && line !== lead.line && lineHas(line, 'verb', 'keep')) continue;
    for (const group of partiesOf(line)) {
      if (!isList(group) || group.codes.some((code) => imposers.has(code))) continue;
      if (imposers.size === 0 && isThreatening(line, group)) {
        addAll(imposers, group.codes, line, 'role:listed');
        return;
      }
      addAll(
        targets,
        group.codes.filter((code) => !exempted.has(code)),
        line,
        'role:listed',
      );
      return;
    }
  }
}

// "duties on Chinese steel" / "duties on imports of steel from China and Brazil": the first sentence names all origins of the case.
function addOthersOfList({ lines }: Scene, imposers: Found, exempted: Found, targets: Found): void {
  const line = lines.find(({ isTitle }) => !isTitle);
  if (line === undefined || line.lang !== 'en' || !isOfCase(line)) return;
  const list = partiesOf(line).find(
    (group) =>
      group.preposition === 'from' &&
      isList(group) &&
      group.codes.some((code) => targets.has(code)) &&
      !group.codes.some((code) => imposers.has(code)),
  );
  const codes = list?.codes.filter((code) => !exempted.has(code));
  if (codes !== undefined) addAll(targets, codes, line, 'role:listed');
}

function isOfCase(line: Line): boolean {
  return line.classes.has('probe') || REMEDIES.some((kind) => lineHas(line, 'tariff', kind));
}

const THREATENING = ['threaten', 'retaliate'] as const;

// "Norway and Peru vow to strike back" / "Both countries pledged reprisals": who is listed acts.
function isThreatening(line: Line, { role, to }: PlaceGroup): boolean {
  return (
    line.isTitle &&
    line.lang === 'en' &&
    role === 'bare' &&
    THREATENING.some((family) => means(hitFrom(line, to), 'verb', family))
  );
}

const EASED: ReadonlySet<Action> = new Set(['suspended', 'removed', 'reduced', 'delayed']);
const RATED_WITHIN = 4;
const RATED: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'threatened',
  'proposed',
  'reduced',
  // "Duties amended" / "25% for Peru and 12% for Chile".
  'other',
]);

// "Lesotho gets 50%, Madagascar 47%, Mauritius (40%)": each country with a rate of its own is hit.
function addRated(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  if (!RATED.has(lead.action)) return;
  for (const line of scene.lines) {
    if (line.index > LAST_OF_LIST) return;
    if (line.index > LISTED_WITHIN && ratedPlaces(line).length < 2) continue;
    const listed = partiesOf(line).filter((group) => ratedPlaces(line).includes(group));
    const named = [
      ...ratedCountries(line),
      ...ratedAbroad(line, partiesOf(line)),
      ...listed.flatMap((group) => group.codes),
      ...firstOfList(line, listed),
    ];
    const codes = (says(line, COMPARED) ? [] : named).filter(
      (code) => !imposers.has(code) && !exempted.has(code),
    );
    if (codes.length < 2 || isOfOthers(line, lead, named, targets)) continue;
    targets.delete('WORLD');
    addAll(targets, codes, line, 'role:with-its-rate');
  }
}

const FACING = wordGroup('face faces');

// "targets Thailand" / "South Korea and Japan face 25%, Laos 40%": whom the title names has a rate of its own, and others are told
// with it.
function isOfOthers(
  line: Line,
  { line: title }: Step,
  named: readonly JurisdictionCode[],
  targets: Found,
): boolean {
  if (line.lang !== 'en' || line.isTitle || !title.isTitle || !says(line, FACING)) return false;
  const hit = partiesOf(title).flatMap(({ codes }) => codes.filter((code) => targets.has(code)));
  return hit.length === 1 && hit[0] !== 'WORLD' && !named.some((code) => code === hit[0]);
}

// "Chinese coil will face 15-43 percent, Russian 6-9 percent and Indian 7": the goods stand at the first alone.
function firstOfList(line: Line, listed: readonly PlaceGroup[]): readonly JurisdictionCode[] {
  const next = listed[0];
  if (next === undefined || !next.kinds.includes('demonym')) return [];
  const [first] = partiesOf(line).filter(({ to }) => to < next.from);
  if (first === undefined || !first.kinds.includes('demonym')) return [];
  const isCharged = (name: 'gainer' | 'percent'): boolean =>
    hitsOf(line, name).some((hit) => hit.from >= first.to && hit.to <= next.from);
  return isCharged('gainer') && isCharged('percent') ? first.codes : [];
}

/** "while Peru pays 15% and Mexico 10%": with whom whoever is hit is compared; "supplies 30% of it, Mexico 10%": shares. */
const COMPARED = wordGroup(
  'supplies supplied accounts accounted sends sent ships shipped shares while whereas rival rivals competitor competitors door compared versus against than',
);

const ratedCountries = oncePerLine((line): readonly JurisdictionCode[] => {
  if (line.lang !== 'en' || hitsOf(line, 'percent').length < 2) return [];
  if (says(line, COMPARED)) return [];
  const rates = hitsOf(line, 'percent');
  return partiesOf(line).flatMap((group, at, all) => {
    const { codes, to, kinds } = group;
    if (isChargedFor(line, group)) return codes;
    const isNamed = kinds.every((kind) => kind === 'name');
    const rate = rates.find((hit) => hit.from > to);
    const next = all[at + 1]?.from ?? line.tokens.length;
    const isOwn = rate !== undefined && rate.from - to <= RATED_WITHIN && rate.from < next;
    return isNamed && isOwn && !codes.includes('WORLD') ? codes : [];
  });
});

const FOR: ReadonlySet<string> = new Set(['for', 'on', 'against']);

// "6% to 265.1% for Brazilian producers": right behind the rate stands whose it is.
function isChargedFor(line: Line, { codes, from, kinds }: PlaceGroup): boolean {
  const at = tokenText(line, from - 1) === 'the' ? from - 2 : from - 1;
  const isParty = kinds.every((kind) => kind === 'name' || kind === 'demonym');
  return (
    isParty &&
    codes.length === 1 &&
    codes[0] !== 'WORLD' &&
    FOR.has(tokenText(line, at)) &&
    hitsOf(line, 'percent').some((hit) => hit.to === at)
  );
}

const ORIGINS: ReadonlySet<string> = new Set(['from', 'originating', 'exported', 'imported']);

// "a preliminary determination of dumping respecting goods from Mexico": the one origin that the text of a remedy names.
function addOrigin(scene: Scene, imposers: Found, exempted: Found, targets: Found): void {
  for (const line of scene.lines) {
    if (line.index > LISTED_WITHIN) return;
    const origin = partiesOf(line).find(
      (group) =>
        (group.role === 'origin' ||
          (group.role === 'object' && ORIGINS.has(group.preposition)) ||
          areMakersOf(line, group)) &&
        !isAuthority(group) &&
        !group.codes.some((code) => code === 'WORLD' || imposers.has(code) || exempted.has(code)),
    );
    if (origin === undefined) continue;
    addAll(targets, origin.codes, line, 'role:origin-of-goods');
    return;
  }
}

const MAKERS =
  /^(?:\w*makers|producers|exporters|mills|suppliers|companies|firms|manufacturers|growers)$/;

// "66.82% for Chinese producers".
function areMakersOf(line: Line, { to, preposition }: PlaceGroup): boolean {
  return line.lang === 'en' && FOR.has(preposition) && MAKERS.test(tokenText(line, to));
}

function isList(group: PlaceGroup): boolean {
  const isNamed = group.kinds.every((kind) => kind === 'name' || kind === 'demonym');
  return group.codes.length > 1 && isNamed && !group.isPair && !group.codes.includes('WORLD');
}

/** "from four countries", "India and 3 other countries". */
export function countsCountries(title: Line): boolean {
  if (!says(title, COUNTED)) return false;
  return title.tokens.some((token, at) => {
    if (!COUNTED.has(token.text)) return false;
    const start = Math.max(0, at - COUNT_WITHIN);
    const before = title.tokens.slice(start, at);
    return before.some(
      ({ kind }, place) =>
        (kind === 'number' &&
          // "parcels below €150 from countries outside": an amount.
          !CURRENCY.has(tokenText(title, start + place - 1)) &&
          !hitsOf(title, 'percent').some(
            (hit) => hit.from <= start + place + 1 && start + place < hit.to,
          )) ||
        title.hits.some((hit) => hit.meanings.has('number') && hit.to === start + place + 1) ||
        COUNTS.has(tokenText(title, start + place)),
    );
  });
}

const CURRENCY: ReadonlySet<string> = new Set(['€', '$', '£', '¥', '₹']);
const COUNTS: ReadonlySet<string> = new Set(
  'many numerous several some various multiple certain unfriendly friendly hostile neighbouring neighboring dozens both otros tres cuatro cinco seis autres trois quatre cinq tre quattro cinque sei otto altri outros tres quatro drei vier funf acht двух трех трёх четырех четырёх пяти шести trzech czterech'.split(
    ' ',
  ),
);
