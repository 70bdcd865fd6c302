// Whether a step is on all goods. In: an item and its leading step. Out: all goods with the sentence that tells it, or null.
// A tariff on some goods must never be told as one on all.
import type { Fact } from '../../domain/reading.ts';
import type { Step } from '../objects/step-objects.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isOfCountermeasures } from './countermeasures.ts';
import { isOfExclusions } from './exclusions.ts';
import { hitsStates, isCounted } from './listed-goods.ts';
import { ratesStateBeforeGoods } from './rated-state.ts';

/** All goods, where a step on whole states names none; null where some goods are meant. */
export function allGoods(scene: Scene, lead: Step): Fact<string> | null {
  if (
    lead.about === 'probe' ||
    scene.lines.some((line) => (line.index <= 1 || line === lead.line) && isCounted(line))
  )
    return null;
  // A determination is one on some goods, known here or not.
  const isCase = (kind: string): boolean =>
    scene.title !== null && lineHas(scene.title, 'notice', kind);
  if (isCase('determination') || isCase('order')) return null;
  if (namesSomeGoods(scene, lead) || isOfExclusions(scene, lead) || isRemedy(scene)) return null;
  const isAction = lead.line.tokens[lead.object.to - 1]?.text.startsWith('action') === true;
  if (isAction && lead.family !== 'notice') return null;
  if (NOT_GENERAL.has(lead.object.meanings.get('tariff')?.[0] ?? '')) return null;
  if (isOfCountermeasures(scene, lead)) return null;
  const line =
    scene.lines.find(
      (candidate) => lineHas(candidate, 'goods', 'all') || lineHas(candidate, 'goods'),
    ) ??
    (lead.about === 'tariff' || setsRate(lead) || isRated(scene, lead) || isTruce(lead)
      ? lead.line
      : undefined);
  return line === undefined ? null : wholeBy(line, 'product:no-goods-named');
}

const TRUCE = /^(?:truces?|ceasefires?|tregua|treguas|treve)$/;

// "extend tariff truce by 90 days": what is held off between two states is on all goods.
function isTruce({ line, object }: Step): boolean {
  return line.tokens.slice(object.from, object.to).some(({ text }) => TRUCE.test(text));
}

const RATED: ReadonlySet<string> = new Set(['relief', 'pausenoun', 'deal']);

// "wijst verzoek om vrijstelling af" / "importheffing van 17 procent": outside English the text tells what rate is meant.
function isRated(scene: Scene, lead: Step): boolean {
  if (!RATED.has(lead.about)) return false;
  // "sign a memorandum" / "Washington will cut its tariff on Peru to 15%": the rate of a whole state.
  if (scene.lang === 'en') return lead.about === 'deal' && scene.lines.some(isRateOfState);
  // "トランプ新関税からEUの除外を要請": whose tariff it is, and who is to be let off it.
  if (lead.about === 'relief' && isOwnedTariff(lead.line, lead.object)) return true;
  // "日本请求美国将其排除在新关税之外": so for whoever asks another to be let off "the tariff".
  if (lead.action === 'exemption-sought' && lead.line.classes.has('tariff')) return true;
  return scene.lines.some(
    (line) =>
      line.index <= 2 &&
      line.classes.has('percent') &&
      (line.classes.has('tariff') || line.isUnderTariff),
  );
}

function isRateOfState(line: Line): boolean {
  const { index, classes } = line;
  const isOfAll = index <= 2 && classes.has('percent') && !classes.has('product');
  return isOfAll && classes.has('tariff') && lineHas(line, 'verb', 'cut');
}

const REMEDY_WITHIN = 2;

// "nakłada na Chiny cła" / "Ostateczne cła antydumpingowe objęły ...": a remedy is one on some goods, named or not. English texts
// name remedies that stand beside a general tariff as well.
function isRemedy({ lines, lang }: Scene): boolean {
  return lines.some(
    (line) =>
      line.index <= REMEDY_WITHIN &&
      (line.isTitle || lang !== 'en') &&
      (lineHas(line, 'tariff', 'AD') || lineHas(line, 'tariff', 'CVD')) &&
      !line.classes.has('retaliation'),
  );
}

function isOwnedTariff(line: Line, relief: Hit): boolean {
  const owned = placeGroups(line).filter(({ role }) => role === 'owner');
  // "관세 제외": a phrase of relief may hold the tariff.
  const tariffs = means(relief, 'relief', 'preference')
    ? [relief, ...hitsOf(line, 'tariff')]
    : hitsOf(line, 'tariff');
  return tariffs.some((hit) =>
    owned.some((group) => hit.from >= group.to && hit.from - group.to <= OWNED_WITHIN),
  );
}

/** "新", "신", "new" may stand between the owner and the tariff. */
const OWNED_WITHIN = 2;

function wholeBy(line: Line, rule: string): Fact<string> {
  return { value: 'all-goods', evidence: evidenceOf(line, rule) };
}

/** True where the title is about a tariff on, or a bargain with, whole states and names no goods at all. */
export function isOnStates(scene: Scene, lead: Step, targets: ReadonlySet<string>): boolean {
  const { title } = scene;
  if (title === null || lead.line !== title || lineHas(title, 'product') || isCounted(title)) {
    return false;
  }
  if (lead.about !== 'tariff' && lead.about !== 'deal' && lead.about !== 'relief') return false;
  if (NOT_GENERAL.has(lead.object.meanings.get('tariff')?.[0] ?? '')) return false;
  if (lead.action.startsWith('retaliation') || lineHas(title, 'tariff', 'retaliation'))
    return false;
  return (
    hitsStates(scene, lead) ||
    hitsOf(title, 'tariff').some(isGlobal) ||
    placeGroups(title).some(
      (group) => group.codes.some((code) => targets.has(code)) && !namesGoods(title, group),
    )
  );
}

// "hits Chinese plate with 34%": goods that no list has.
function namesGoods(title: Line, { kinds, to }: PlaceGroup): boolean {
  const next = title.tokens[to];
  return (
    title.lang === 'en' &&
    kinds.every((kind) => kind === 'demonym') &&
    next?.kind === 'word' &&
    next.text.length > SHORTEST_NAME &&
    hitOver(title, to) === undefined
  );
}

const SHORTEST_NAME = 3;

function isGlobal(hit: Hit): boolean {
  return hit.meanings.get('goods')?.includes('all') === true;
}

/** All goods beside some that are named: "reciprocal tariffs and auto duties", "a deal at 15%, with cars included". */
export function allGoodsBeside(scene: Scene, lead: Step, isWhole: boolean): Fact<string> | null {
  const { title } = scene;
  if (title === null || isSparing(lead.action) || lead.family === 'amend') return null;
  if (isWhole && lineHas(title, 'percent') && !lineHas(title, 'goods')) {
    return wholeBy(title, 'product:rate-on-states');
  }
  const rest = scene.lines.find((candidate) => ratesTheRest(candidate));
  if (rest !== undefined) return wholeBy(rest, 'product:all-the-rest');
  const line = scene.lines.find(
    (candidate) => candidate.index <= BESIDE_WITHIN && tellsWhole(candidate, lead),
  );
  return line === undefined ? null : wholeBy(line, 'product:global-tariff-beside');
}

/** What is left when some goods are named, by language; "all other goods" by its own words. */
const REST: Readonly<Record<string, RegExp>> = {
  en: /\b(?:all (?:the )?other (?:goods|products|imports|exports|items|shipments)|(?:with|most) other (?:goods|products|imports|exports)|everything else|all else|(?:the )?remaining (?:goods|products|exports|imports))\b/,
  de: /\b(?:alle(?:s)? (?:ubrigen?|anderen|andere)|die ubrigen)\b(?! (?:hersteller|unternehmen|produzenten|firmen|exporteure|lander|staaten))/,
  fr: /\b(?:tous les autres (?:produits|biens)|tout le reste|le reste des (?:produits|biens|exportations))\b/,
  es: /\b(?:(?:los )?demas (?:productos|bienes)|todo lo demas|el resto de (?:los )?(?:productos|bienes))\b/,
  pt: /\b(?:(?:os )?demais (?:produtos|bens)|todos os outros produtos|todo o resto|o restante dos produtos)\b/,
  it: /\b(?:tutti gli altri (?:prodotti|beni)|tutto il resto)\b/,
  nl: /\b(?:alle overige|alle andere (?:goederen|producten))\b/,
  id: /\b(?:selebihnya|sisanya|produk lain(?:nya)?)\b/,
};
const REST_LINES = 3;

// "Tea and rice come in free of duty; all other goods will pay 18%".
function ratesTheRest(line: Line): boolean {
  const pattern = REST[line.lang];
  if (pattern === undefined || line.index > REST_LINES || !line.classes.has('percent'))
    return false;
  // "The 15% on all other goods stays": what is kept is none of the step.
  if (lineHas(line, 'verb', 'keep')) return false;
  if (line.lang === 'en' && !says(line, REMAINING)) return false;
  return pattern.test(line.tokens.map(({ text }) => text).join(' '));
}

/** A word of these stands in each such phrase in English. */
const REMAINING = wordGroup('other else remaining');

const BESIDE_WITHIN = 1;

/** True for a step that lets some goods off. */
export function isSparing(action: string): boolean {
  return action === 'exempted' || action.startsWith('exemption');
}

// A global tariff joined to one on goods, or a bargain whose own clause has a rate and no goods.
function tellsWhole(line: Line, lead: Step): boolean {
  const isJoined = hitsOf(line, 'tariff').some(
    (hit) =>
      isGlobal(hit) &&
      (hitFrom(line, hit.to)?.meanings.has('join') === true ||
        JOINING.has(tokenText(line, hit.to))) &&
      hitsOf(line, 'product').some((product) => product.from > hit.to) &&
      (line.isTitle || hitsOf(line, 'verb').some((verb) => verb.to <= hit.from)),
  );
  if (isJoined) return true;
  if (!line.isTitle) return false;
  if (ratesStateBeforeGoods(line)) return true;
  if (lead.about === 'deal' && clausesOf(line).some(hasBareRate(line))) return true;
  return (lead.about !== 'deal' || line.lang !== 'en') && hasGlobalRate(line);
}

// "對等關稅15% 汽車亦為15%": the global tariff has a rate of its own, and behind it stand the goods.
function hasGlobalRate(line: Line): boolean {
  return hitsOf(line, 'tariff').some(
    (hit) =>
      isGlobal(hit) &&
      hitsOf(line, 'percent').some((rate) => rate.from >= hit.to && rate.from - hit.to <= 3) &&
      hitsOf(line, 'product').some((product) => product.from > hit.to),
  );
}

const JOINING: ReadonlySet<string> = new Set(['と', '・', '·', '和', '、', '及', '与', '與', '및']);

type Clause = { readonly from: number; readonly to: number };

function clausesOf(line: Line): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const [at, token] of line.tokens.entries()) {
    if (token.kind !== 'mark' || !CLAUSE_MARKS.has(token.text)) continue;
    clauses.push({ from, to: at });
    from = at + 1;
  }
  return [...clauses, { from, to: line.tokens.length }];
}

const CLAUSE_MARKS: ReadonlySet<string> = new Set([',', ';', ':', '-', '…', '|']);

function hasBareRate(line: Line): (clause: Clause) => boolean {
  return ({ from, to }) => {
    const has = (name: 'percent' | 'tariff' | 'product'): boolean =>
      hitsOf(line, name).some((hit) => hit.from >= from && hit.to <= to);
    return has('percent') && has('tariff') && !has('product');
  };
}

// "strikes a deal for a 15% tariff": the rate is on everything that is not named.
function setsRate(lead: Step): boolean {
  return lead.about === 'deal' && lineHas(lead.line, 'percent') && lineHas(lead.line, 'tariff');
}

// "on imports of steel articles from all countries", "imports of widgets": goods are named, whether or not they are known
// here. A tariff on some goods must never be told as one on all.
function namesSomeGoods(scene: Scene, lead: Step): boolean {
  return [scene.title, lead.line].some((line) =>
    line?.hits.some((hit) => {
      if (!IMPORTS.has(tokenText(line, hit.from)) || tokenText(line, hit.to) !== 'of') {
        return false;
      }
      const next = line.tokens[hit.to + 1];
      const known = hitFrom(line, hit.to + 1);
      return next?.kind === 'word' && (known === undefined || known.meanings.has('product'));
    }),
  );
}

const IMPORTS: ReadonlySet<string> = new Set(['imports', 'import', 'shipments', 'exports']);

const NOT_GENERAL: ReadonlySet<string> = new Set(['AD', 'CVD', 'safeguard']);

/** "tariffs on imports from Canada": a title that names goods in general settles it, whatever the text singles out. */
export function isAboutAllGoods(scene: Scene): boolean {
  const title = scene.title;
  return (
    title !== null &&
    lineHas(title, 'goods') &&
    placeGroups(title).some((group) => group.role === 'origin' || group.preposition === 'from') &&
    lineHas(title, 'tariff') &&
    !lineHas(title, 'product') &&
    !lineHas(title, 'industry') &&
    !isCounted(title) &&
    !title.tokens.some((token) => token.text === ';')
  );
}
