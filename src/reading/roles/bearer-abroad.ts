// Who bears a tariff and who lays it where a sentence outside English tells it by the order of the names: "Indien drohen Zölle der
// EU", "acier indien exempté par le Brésil", "Brasile scrive all'India: dazi". In: a line, its places, the step told there. Out: the
// two, or null where the order leaves it open.
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { complaintOf, isLayer, type Sides } from '../places/sides-abroad.ts';
import { toldOfOther } from '../places/told-of-other.ts';
import type { Step } from '../steps/find-steps.ts';
import { conditionOf } from '../steps/held-abroad.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { importedBy } from './imported-by.ts';

const OPENS_WITHIN = 7;
const FACED_WITHIN = 3;

/** Who bears it and who lays it by the order of the names; null where that leaves it open. */
export function sidesOf(line: Line, groups: readonly PlaceGroup[], step: Step): Sides | null {
  if (line.lang === 'en' || groups.length < 2) return null;
  const complaint = complaintOf(line);
  if (complaint !== null && BURDENS.has(step.action)) return complaint;
  const traded = importedBy(line, groups);
  if (traded !== null) return traded;
  // "dice que EE UU subirá el arancel a Perú": whose goods the sentence names bears it.
  const told = groups.length === 2 ? toldOfOther(line) : null;
  if (told !== null && told.layer.to <= step.verb.from) return told;
  const held = onCondition(line, groups, step);
  if (held !== null) return held;
  const bearer = groups[0];
  if (bearer === undefined || bearer.from > OPENS_WITHIN || bearer.isPair) return null;
  if (bearer.codes.includes('WORLD')) return null;
  if (step.action === 'exemption-sought') return askedOf(line, bearer, groups);
  const isBearing =
    (BURDENS.has(step.action) && isFacing(line, bearer, step)) ||
    (step.action === 'exempted' && isSparedThere(line, bearer, step)) ||
    isCalledUp(line, bearer);
  const layer = groups.find((group) => isBearing && isLayerThere(line, group, bearer));
  return layer === undefined ? toldTo(line, groups, step) : { bearer, layer };
}

const HELD: ReadonlySet<string> = new Set(['threatened', 'proposed', 'retaliation-threatened']);
const LAYING: ReadonlySet<string> = new Set(['bare', 'subject', 'owner', 'agent']);

// "Если Индия не уступит, Бразилия введет пошлину", "インドが譲歩しなければ、米国は": whose behaviour a threat waits for is whom it is for.
function onCondition(line: Line, groups: readonly PlaceGroup[], step: Step): Sides | null {
  const clause = HELD.has(step.action) ? conditionOf(line) : null;
  if (clause === null) return null;
  const bearer = groups.find(({ from, to }) => from >= clause.from && to <= clause.to);
  const layer = groups.find(
    (group) =>
      (group.from >= clause.to || group.to <= clause.from) &&
      LAYING.has(group.role) &&
      !group.codes.some((code) => code === 'WORLD' || bearer?.codes.includes(code)),
  );
  return bearer === undefined || layer === undefined ? null : { bearer, layer };
}

const BURDENS: ReadonlySet<string> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

// "Polska chce wyjątku od ceł USA", "India ajukan pengecualian ke AS": who asks stands first, the other is asked.
function askedOf(line: Line, bearer: PlaceGroup, groups: readonly PlaceGroup[]): Sides | null {
  const others = groups.filter(
    (group) => !group.codes.some((code) => code === 'WORLD' || bearer.codes.includes(code)),
  );
  // "pide a Bruselas que lo excluya de los aranceles de Trump": the one whose tariff it is grants it, whoever is asked to speak.
  const [asked] = others.length > 1 ? others.filter(({ role }) => role === 'owner') : others;
  // "India wil vrijstelling": the phrase of asking holds the relief, whose owner it looks like.
  const isAsking = ASKING.has(bearer.role) || means(hitFrom(line, bearer.to), 'verb', 'seek');
  return isAsking && asked !== undefined ? { bearer, layer: asked } : null;
}

const ASKING: ReadonlySet<string> = new Set(['bare', 'subject']);

const CALLING: ReadonlySet<string> = new Set([',', ':']);

// "Svizzera, dazi Usa giù al 15%": a state that a headline calls up before it tells of another's tariff.
function isCalledUp(line: Line, bearer: PlaceGroup): boolean {
  if (!VERB_SECOND.has(line.lang) || bearer.from > 1 || isAuthority(bearer)) return false;
  if (!line.isTitle || !CALLING.has(tokenText(line, bearer.to))) return false;
  const behind = placeGroups(line).filter((group) => group.from >= bearer.to);
  return (
    behind[0]?.role === 'owner' && behind.every(({ role }) => role !== 'bare' && role !== 'subject')
  );
}

// "India terancam tarif", "Indien drohen Zölle": right behind the name stands what comes over it, behind the tariff where verbs
// come last.
function isFacing(line: Line, bearer: PlaceGroup, step: Step): boolean {
  return (
    hitsOf(line, 'gainer').some(
      (hit) =>
        (hit.from >= bearer.to &&
          hit.from - bearer.to <= FACED_WITHIN &&
          !isCut(line, bearer.to, hit.from)) ||
        (VERB_LAST.has(line.lang) && hit.from >= step.object.to),
    ) || isThreatOver(line, bearer)
  );
}

// "Trump: Indonesia kena tarif": behind a mark or another name somebody else faces it.
function isCut(line: Line, from: number, to: number): boolean {
  return (
    line.tokens.slice(from, to).some(({ kind }) => kind === 'mark') ||
    placeGroups(line).some((group) => group.from >= from && group.to <= to)
  );
}

const VERB_LAST: ReadonlySet<string> = new Set(['ja', 'ko', 'tr']);

/** Plural verbs of threatening: behind the name of one state their subject is the tariffs, unless these are the means. */
const THREATEN_ALL: Readonly<
  Record<string, { readonly verbs: ReadonlySet<string>; readonly means: RegExp }>
> = {
  de: { verbs: new Set(['drohen']), means: /^mit$/ },
  pl: { verbs: new Set(['groza']), means: /^(?:clami|taryfami|clem)$/ },
  ru: { verbs: new Set(['грозят']), means: /^(?:пошлинами|тарифами)$/ },
};

function isThreatOver(line: Line, bearer: PlaceGroup): boolean {
  const told = THREATEN_ALL[line.lang];
  if (told === undefined || !told.verbs.has(tokenText(line, bearer.to))) return false;
  return !line.tokens.slice(bearer.to).some(({ text }) => told.means.test(text));
}

const GOODS = ['product', 'goods'] as const;

// "Indiaas staal vrijgesteld van Braziliaanse heffingen": goods that are spared stand first, before the participle.
function isSparedThere(line: Line, bearer: PlaceGroup, { verb, family }: Step): boolean {
  if ((family !== 'exempt' && family !== 'nominal') || bearer.to > verb.from) return false;
  const next = hitFrom(line, bearer.to);
  const behind = means(next, 'particle') ? hitFrom(line, next?.to ?? 0) : next;
  const before = hitBefore(
    line,
    bearer.preposition === '' ? bearer.from : prepositionAt(line, bearer),
  );
  return [behind, before].some((hit) => GOODS.some((name) => hit?.meanings.has(name) === true));
}

function prepositionAt(line: Line, { from, preposition }: PlaceGroup): number {
  return line.tokens.findLastIndex(({ text }, at) => at < from && text === preposition);
}

const IN_PLACE: ReadonlySet<string> = new Set(['place', 'into']);

function isLayerThere(line: Line, group: PlaceGroup, bearer: PlaceGroup): boolean {
  if (isLayer(line, group, bearer)) return true;
  return IN_PLACE.has(group.role) && group.from >= bearer.to;
}

const TOLD_WITHIN = 5;
/** Languages that put the verb behind its subject. */
const VERB_SECOND: ReadonlySet<string> = new Set('de fr es it pt nl pl ru id vi'.split(' '));
const BURDENING: ReadonlySet<string> = new Set([
  ...BURDENS,
  'retaliation-imposed',
  'retaliation-threatened',
  'exemption-denied',
]);
const NAMED: ReadonlySet<string> = new Set(['bare', 'subject']);
const TOLD: ReadonlySet<string> = new Set(['bare', 'subject', 'object', 'place']);

// "Brasilien setzt Indien unter Druck: 25 Prozent Zoll angedroht", "Brasile scrive all'India: dazi": the first does something to
// the second, whatever the verb, and behind it stands the tariff.
function toldTo(line: Line, groups: readonly PlaceGroup[], step: Step): Sides | null {
  const [layer, bearer, ...others] = groups;
  if (!VERB_SECOND.has(line.lang) || layer === undefined || bearer === undefined) return null;
  if (!BURDENING.has(step.action) || layer.from > OPENS_WITHIN || !NAMED.has(layer.role))
    return null;
  if (
    !TOLD.has(bearer.role) ||
    bearer.from - layer.to > TOLD_WITHIN ||
    bearer.codes.includes('WORLD')
  )
    return null;
  // "Zollhammer: USA belegen die Schweiz mit 39 Prozent": a noun may call it up before.
  const isAhead = step.object.to < layer.from && isParted(line, step.object.to, layer.from);
  if (bearer.to > step.object.from && !isAhead) return null;
  const between = line.tokens.slice(layer.to, bearer.from);
  const isVerb = between.length > 0 && between.every(({ kind }) => kind === 'word');
  const isOther = others.some(({ role }) => role !== 'origin' && role !== 'object');
  const isDenied = hitsOf(line, 'saying').some((hit) => means(hit, 'saying', 'judge'));
  if (!isVerb || isOther || isDenied || isGoverned(line, layer, bearer)) return null;
  return { bearer, layer };
}

const GOVERNING = ['gainer', 'tariff', 'background', 'cause', 'percent'] as const;
/** Verbs that are done to the one behind them. */
const DONE_TO: ReadonlySet<string> = new Set(['impose', 'tax', 'threaten', 'raise']);

// A verb of the lists between the two names has rules of its own.
function isGoverned(line: Line, layer: PlaceGroup, bearer: PlaceGroup): boolean {
  const isInside = (hit: Hit): boolean => hit.from >= layer.to && hit.to <= bearer.from;
  const isOtherVerb = hitsOf(line, 'verb').some(
    (hit) => isInside(hit) && hit.meanings.get('verb')?.some((name) => DONE_TO.has(name)) !== true,
  );
  return isOtherVerb || GOVERNING.some((name) => hitsOf(line, name).some(isInside));
}

/** "米、自動車に25%関税を決定 日本政府は交渉継続": behind the blank that parts a Japanese title somebody else does something else. */
export function isActingNext(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  { verb }: Step,
): boolean {
  if (line.lang !== 'ja' || !line.isTitle || group.role !== 'subject') return false;
  if (group.from < verb.to || groups[0] === group) return false;
  const before = line.raw.slice(line.tokens[verb.to - 1]?.end, line.tokens[group.from]?.start);
  return /\s/u.test(before);
}
