// Whom a sentence says that the measure of the title falls on: "The levy hits Bahrain and Egypt", "It applies to Egypt", "The
// countries concerned are Egypt and Thailand", "Exporters in Egypt must pay it", "Egyptian goods had harmed producers". In: the item, its leading step and the roles
// found so far. Out: the targets added, where the title names nobody who is hit.
import type { Action } from '../../domain/reading.ts';
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, isParted, type Line, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { addAll, type Found } from './found.ts';
import { partiesOf } from './parties-of.ts';

const NEAR = 2;
const UNAFFECTED: ReadonlySet<Action> = new Set([
  'deal-reached',
  'struck-down',
  'exempted',
  'exemption-sought',
  'exemption-denied',
  'retaliation-imposed',
  'retaliation-threatened',
]);

/** Adds the countries of the first sentence that says whom the measure falls on. */
export function addBearersInText(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  if (UNAFFECTED.has(lead.action) || (lead.about !== 'tariff' && lead.about !== 'quota')) return;
  for (const line of scene.lines) {
    if (line.index > NEAR || line.lang !== 'en') return;
    if (line.isTitle) continue;
    const codes = partiesOf(line)
      .filter((group) => isToldBearer(line, group))
      .flatMap((group) => group.codes)
      .filter((code) => code !== 'WORLD' && !imposers.has(code) && !exempted.has(code));
    addAll(targets, codes, line, 'role:falls-on');
    if (codes.length > 0) return;
  }
}

function isToldBearer(line: Line, group: PlaceGroup): boolean {
  return (
    isBehindMeasure(line, group) ||
    isAffected(line, group) ||
    arePaying(line, group) ||
    isBlamed(line, group)
  );
}

const MEASURE =
  /^(?:it|they|these|those|this|levy|levies|dut(?:y|ies)|tariffs?|measures?|charges?|surtax(?:es)?|surcharges?|tax|order|move|step|decision|rates?)$/;
const SUBJECT_WITHIN = 5;
const BEARING =
  /^(?:hits?|covers?|targets?|affects?|concerns?|applies|apply|falls?|aimed|aims?|extends?|directed)$/;
const FILLING: ReadonlySet<string> = new Set(
  'to at on all the goods products imports import shipments exports deliveries supplies exporters producers makers mills companies firms from of in only mainly chiefly both'.split(
    ' ',
  ),
);
const BEHIND_WITHIN = 6;

// "The levy, of between 2 and 4 percent, hits goods from Egypt": the measure opens the sentence, a verb leads from it.
function isBehindMeasure(line: Line, group: PlaceGroup): boolean {
  if (group.role === 'owner') return false;
  let at = group.from - 1;
  while (FILLING.has(tokenText(line, at)) && group.from - at <= BEHIND_WITHIN) at -= 1;
  if (!BEARING.test(tokenText(line, at))) return false;
  const opening = line.tokens.slice(0, Math.min(at, SUBJECT_WITHIN));
  return opening.some(({ text }) => MEASURE.test(text));
}

const BE: ReadonlySet<string> = new Set('is are was were'.split(' '));
const AFFECTED = /^(?:affected|hit|targeted|covered|concerned|named|caught|singled)$/;
const COUNTRIES = /^(?:countries|origins|states|nations|country|origin)$/;
const NAMED_WITHIN = 3;

// "Egypt and Thailand are affected", "The countries concerned are Egypt and Thailand".
function isAffected(line: Line, group: PlaceGroup): boolean {
  if (BE.has(tokenText(line, group.to)) && AFFECTED.test(tokenText(line, group.to + 1)))
    return !hitsOf(line, 'mood').some((hit) => hit.from === group.to);
  if (!BE.has(tokenText(line, group.from - 1))) return false;
  return line.tokens
    .slice(Math.max(0, group.from - 1 - NAMED_WITHIN), group.from - 1)
    .some(({ text }) => COUNTRIES.test(text));
}

const SELLERS =
  /^(?:\w*(?:makers?|growers?|producers?|exporters?|millers?|suppliers?|shippers?)|mills?|firms?|compan(?:y|ies))$/;
const PAYING = /^(?:pay|face|faces|bear|owe)$/;
const PAYING_WITHIN = 5;

// "Exporters in Egypt and Thailand will have to pay", "Egypt's producers will have to pay".
function arePaying(line: Line, group: PlaceGroup): boolean {
  const named = tokenText(line, group.to) === "'s" ? group.to + 1 : group.to;
  const isTheirs = SELLERS.test(tokenText(line, named));
  const isThere =
    (group.preposition === 'in' || group.preposition === 'from') &&
    SELLERS.test(tokenText(line, group.from - 2));
  if (!isTheirs && !isThere) return false;
  return line.tokens
    .slice(group.to, group.to + PAYING_WITHIN)
    .some(({ text }) => PAYING.test(text));
}

const HARMING = wordGroup(
  /^(?:harm(?:ed|ing)|injur(?:ed|ing)|undercut(?:ting)?|undersold|flood(?:ed|ing)|hurt(?:ing)?|damag(?:ed|ing)|dumped)$/,
);

// "The ministry said Indian steel had harmed local producers": whose goods are blamed.
function isBlamed(line: Line, group: PlaceGroup): boolean {
  const at = placeOf(line, HARMING, group.to);
  return group.role === 'origin' && at >= 0 && !isParted(line, group.to, at);
}
