// Whether a step is on all goods. In: an item and its leading step. Out: all goods with the sentence that tells it, or null.
// A tariff on some goods must never be told as one on all.
import type { Fact } from '../../domain/reading.ts';
import type { Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { hitsStates, isCounted } from './listed-goods.ts';

/** All goods, where a step on whole states names none; null where some goods are meant. */
export function allGoods(scene: Scene, lead: Step): Fact<string> | null {
  if (
    lead.about === 'probe' ||
    scene.lines.some((line) => (line.index <= 1 || line === lead.line) && isCounted(line))
  )
    return null;
  if (namesSomeGoods(scene, lead) || isOfExclusions(lead)) return null;
  const isAction = lead.line.tokens[lead.object.to - 1]?.text.startsWith('action') === true;
  if (isAction && lead.family !== 'notice') return null;
  if (NOT_GENERAL.has(lead.object.meanings.get('tariff')?.[0] ?? '')) return null;
  const line =
    scene.lines.find(
      (candidate) => lineHas(candidate, 'goods', 'all') || lineHas(candidate, 'goods'),
    ) ??
    (lead.about === 'tariff' || setsRate(lead) || isRated(scene, lead) ? lead.line : undefined);
  return line === undefined ? null : wholeBy(line, 'product:no-goods-named');
}

const RATED: ReadonlySet<string> = new Set(['relief', 'pausenoun', 'deal']);

// "wijst verzoek om vrijstelling af" / "importheffing van 17 procent": outside English the text tells what rate is meant.
function isRated(scene: Scene, lead: Step): boolean {
  if (scene.lang === 'en' || !RATED.has(lead.about)) return false;
  return scene.lines.some(
    (line) =>
      line.index <= 2 &&
      line.classes.has('percent') &&
      (line.classes.has('tariff') || line.isUnderTariff),
  );
}

function wholeBy(line: Line, rule: string): Fact<string> {
  return { value: 'all-goods', evidence: evidenceOf(line, rule) };
}

// "exclusions from the China tariffs": certain goods are meant, whichever they are.
function isOfExclusions({ line, object }: Step): boolean {
  return line.tokens
    .slice(object.from, object.to)
    .some((token) => token.text.startsWith('exclusion'));
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
    placeGroups(title).some((group) => group.codes.some((code) => targets.has(code)))
  );
}

function isGlobal(hit: Hit): boolean {
  return hit.meanings.get('goods')?.includes('all') === true;
}

/** All goods beside some that are named: "reciprocal tariffs and auto duties", "a deal at 15%, with cars included". */
export function allGoodsBeside(scene: Scene, lead: Step, isWhole: boolean): Fact<string> | null {
  const { title } = scene;
  if (title === null || isSparing(lead.action)) return null;
  if (isWhole && lineHas(title, 'percent') && !lineHas(title, 'goods')) {
    return wholeBy(title, 'product:rate-on-states');
  }
  const line = scene.lines.find(
    (candidate) => candidate.index <= BESIDE_WITHIN && tellsWhole(candidate, lead),
  );
  return line === undefined ? null : wholeBy(line, 'product:global-tariff-beside');
}

const BESIDE_WITHIN = 1;

function isSparing(action: string): boolean {
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
