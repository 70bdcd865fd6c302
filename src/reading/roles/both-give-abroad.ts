// Bargains of other languages than English in which each side lowers a tariff: "En échange d'une baisse des droits chinois, Ottawa
// ramène son tarif", "Delhi baisse ses droits sur le vin, Bruxelles supprime les siens". In: the item, its leading step and the roles
// found so far. Out: each side added to the other.
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { moodOf } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';

const EASINGS: ReadonlySet<Action> = new Set([
  'reduced',
  'removed',
  'suspended',
  'exempted',
  'deal-reached',
]);
const NEAR = 3;

/** Two states that each give something are both imposers and both targets, where nobody else is named as either. */
export function addBothGiving(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (scene.lang === 'en' || !EASINGS.has(lead.action)) return;
  for (const line of scene.lines) {
    if (line.index > NEAR) return;
    const pair = partsOfExchange(line) ?? bothEasing(line);
    if (pair === null || pair[0] === pair[1]) continue;
    const isOnlyThey = [...imposers.keys(), ...targets.keys()].every(
      (code) => code === 'WORLD' || pair.includes(code),
    );
    if (!isOnlyThey) continue;
    targets.delete('WORLD');
    addAll(imposers, pair, line, 'role:each-gives');
    addAll(targets, pair, line, 'role:each-gives');
    return;
  }
}

type Pair = readonly [string, string];

/** What opens the price of a bargain: the last words of "en échange d'", "im Gegenzug für"; folded. */
const IN_RETURN: Readonly<Record<string, RegExp>> = {
  fr: /\ben (?:échange|contrepartie) (?:d['’]|de |du |des )/i,
  es: /\ba cambio de /i,
  it: /\bin cambio (?:di |del |della |dei )/i,
  pt: /\bem troca d[eoa]s? /i,
  de: /\bim (?:gegenzug|tausch) (?:für|gegen) /i,
  nl: /\bin ruil voor /i,
  pl: /\bw zamian za /i,
  ru: /в обмен на /i,
};

// "En échange d'une baisse des droits chinois sur le homard, le Canada ...": up to the comma stands what the other gives.
function partsOfExchange(line: Line): Pair | null {
  const opening = IN_RETURN[line.lang]?.exec(line.raw.slice(line.start, line.end));
  if (opening === undefined || opening === null) return null;
  const start = line.start + opening.index;
  const from = line.tokens.findIndex((token) => token.start >= start);
  const to = opening.index > FIRST ? line.tokens.length : endOfPrice(line, from);
  const isInside = ({ from: at }: { readonly from: number }) => at >= from && at < to;
  if (!hitsOf(line, 'tariff').some(isInside)) return null;
  const groups = placeGroups(line).filter(({ codes }) => codes.length === 1);
  const giver = groups.find((group) => isInside(group) && group.role !== 'place');
  const other = groups.find((group) => !isInside(group) && group.role !== 'origin');
  return giver === undefined || other === undefined ? null : [codeOf(other), codeOf(giver)];
}

// "Im Gegenzug für niedrigere Zölle auf Wein streicht die EU ...": without a comma the verb ends it.
function endOfPrice(line: Line, from: number): number {
  const comma = line.tokens.findIndex(({ text }, at) => at > from && text === ',');
  if (comma >= 0) return comma;
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from > from);
  const verb = hitsOf(line, 'verb').find(
    (hit) =>
      tariff !== undefined &&
      hit.from >= tariff.to &&
      EASE.some((family) => means(hit, 'verb', family)),
  );
  return verb?.from ?? line.tokens.length;
}

/** Letters before which a phrase still opens its sentence. */
const FIRST = 2;
const ACTING: ReadonlySet<string> = new Set(['bare', 'subject']);

function codeOf({ codes }: PlaceGroup): string {
  return codes[0] ?? '';
}

const EASE = ['cut', 'remove', 'suspend', 'exempt'] as const;

// "Brasil baja su arancel a los autos y México reduce el suyo": each verb has its own state before it and a tariff behind it.
function bothEasing(line: Line): Pair | null {
  const [first, second] = hitsOf(line, 'verb').flatMap((verb) => giverOf(line, verb) ?? []);
  if (first === undefined || second === undefined || first === second) return null;
  return [codeOf(first), codeOf(second)];
}

function giverOf(line: Line, verb: Hit): PlaceGroup | null {
  if (!EASE.some((family) => means(verb, 'verb', family)) || !isDone(line, verb)) return null;
  const giver = placeGroups(line).findLast((group) => group.to <= verb.from);
  if (giver === undefined || giver.codes.length !== 1 || !ACTING.has(giver.role)) return null;
  if (verb.from - giver.to > GIVER_WITHIN || !eases(line, verb)) return null;
  return giver;
}

const GIVER_WITHIN = 2;
const MOODS: ReadonlySet<string> = new Set(['plain', 'future']);

function isDone(line: Line, verb: Hit): boolean {
  return MOODS.has(moodOf(line, verb));
}

const EASED_WITHIN = 6;
/** "les siens", "el suyo", "a sua", "quelli": the other's own tariff; folded. */
const OWN =
  /^(?:sien|siens|sienne|siennes|suyo|suyos|suya|suyas|sua|suas|seu|seus|suoi|propri|quelli|quello|swoje|ihrigen|eigenen)$/;

function eases(line: Line, verb: Hit): boolean {
  const end = verb.to + EASED_WITHIN;
  if (hitsOf(line, 'tariff').some((hit) => hit.from >= verb.to && hit.from <= end)) return true;
  return Array.from({ length: EASED_WITHIN }, (_, step) => verb.to + step).some(
    (at) => OWN.test(tokenText(line, at)) || isGermanOwn(line, at),
  );
}

// "Indien kürzt seine auf britischen Whisky".
function isGermanOwn(line: Line, at: number): boolean {
  const text = tokenText(line, at);
  return (text === 'seine' || text === 'ihre') && tokenText(line, at + 1) === 'auf';
}
