// In: the sentences of an item and its leading step. Out: product slugs of the measure.
// Goods that are spared or kept by name are not products of the step.
import type { Fact } from '../domain/reading.ts';
import { productGroups } from '../reference/product-names.ts';
import type { Step } from './find-steps.ts';
import type { Hit } from './lexicon.ts';
import { hitsStates, isCounted, listsGoods } from './listed-goods.ts';
import { goodsNamedIn, noticeProduct } from './name-goods.ts';
import { placeGroups } from './read-places.ts';
import {
  evidenceOf,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  type Scene,
  tokenText,
} from './scene.ts';

type Found = Map<string, Fact<string>>;

/** Products of the leading step; `hasTarget` says that a country (not every origin) is hit. */
export function readProducts(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  hasTarget: boolean,
  isOthers: (line: Line) => boolean,
  targets: ReadonlySet<string>,
): readonly Fact<string>[] {
  const found: Found = new Map();
  const isGeneral = hasTarget && isAboutAllGoods(scene) && !isSpelledOut(scene, isOthers, targets);
  const isTitled = scene.title !== null && lineHas(scene.title, 'product');
  for (const line of isGeneral ? [] : scene.lines) {
    const isStepLine =
      line.isTitle ||
      line === lead.line ||
      steps.some((step) => step.line === line && !step.isBackground);
    const isListing = !isTitled && listsGoods(scene, line) && !isOthers(line);
    const isContinuing = isListing || lineHas(line, 'percent') || lineHas(line, 'tariff');
    if (!(isStepLine || isContinuing) || (isOthers(line) && !line.isTitle)) continue;
    for (const hit of hitsOf(line, 'product')) {
      const slug = hit.meanings.get('product')?.[0];
      const mustBeTaxed = (isTitled && !line.isTitle) || !isStepLine;
      if (slug !== undefined && mustBeTaxed && !isListing && !isTaxed(line, hit)) continue;
      if (slug === undefined || (!isRelief(lead.action) && isSpared(line, hit))) continue;
      if (isAnswering(lead) && isTheirs(line, hit, targets)) continue;
      if (isAnswered(line, hit)) continue;
      const printed = productGroups().get(slug)?.printed ?? slug;
      if (!found.has(printed))
        found.set(printed, { value: printed, evidence: evidenceOf(line, 'product:named') });
    }
  }
  expandMetals(found);
  if (found.size === 0) {
    const notice = noticeProduct(scene);
    if (notice !== null) found.set(notice.value, notice);
  }
  if (found.size === 0) addNamedGoods(scene, lead, found);
  if (found.size === 0 && (hasTarget || hitsStates(scene, lead))) addAllGoods(scene, lead, found);
  return narrow(found);
}

// "tariffs on imports from Canada": a title that names goods in general settles it, whatever the text singles out.
function isAboutAllGoods(scene: Scene): boolean {
  const title = scene.title;
  return (
    title !== null &&
    lineHas(title, 'goods') &&
    placeGroups(title).some((group) => group.role === 'origin' || group.preposition === 'from') &&
    lineHas(title, 'tariff') &&
    !lineHas(title, 'product') &&
    !isCounted(title) &&
    !title.tokens.some((token) => token.text === ';')
  );
}

const SPELLED_WITHIN = 2;

// "tariffs on Chinese goods" / "Levies of up to 50% on cars and hundreds of other products": the text tells which goods.
function isSpelledOut(
  scene: Scene,
  isOthers: (line: Line) => boolean,
  targets: ReadonlySet<string>,
): boolean {
  return scene.lines.some(
    (line) =>
      !line.isTitle &&
      line.index <= SPELLED_WITHIN &&
      !isOthers(line) &&
      (listsGoods(scene, line) ||
        hitsOf(line, 'product').some(
          (hit) => (isLevied(line, hit) || isListed(line, hit)) && !isTheirs(line, hit, targets),
        )),
  );
}

// "countermeasures against US steel tariffs": the goods of the tariff that is answered are not those of the answer.
function isTheirs(line: Line, product: Hit, targets: ReadonlySet<string>): boolean {
  return placeGroups(line).some((group) => {
    if (group.role !== 'owner' || !group.codes.every((code) => targets.has(code))) return false;
    if (group.from >= product.to || product.from - group.to > THEIRS_WITHIN) return false;
    return !isParted(line, group.to, product.from);
  });
}

// "in answer to levies on EVs": what is answered is another measure, and so are its goods.
function isAnswered(line: Line, product: Hit): boolean {
  return line.hits.some(
    (hit) =>
      hit.meanings.has('retaliation') &&
      ANSWERED.has(tokenText(line, hit.to)) &&
      product.from > hit.to &&
      !isParted(line, hit.to, product.from),
  );
}

const ANSWERED: ReadonlySet<string> = new Set(['to', 'for', 'against', 'over']);

const THEIRS_WITHIN = 6;

function isAnswering(lead: Step): boolean {
  return (
    lead.action.startsWith('retaliation') ||
    lead.object.meanings.get('tariff')?.includes('retaliation') === true
  );
}

// "Almonds and apples are on the list": a list of the goods, told of as hit.
function isListed(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  return (
    hitFrom(line, end)?.meanings.has('gainer') === true &&
    /^(?:is|are|were|will|would|have)$/.test(tokenText(line, end))
  );
}

const LEVIED_WITHIN = 6;

// "duty on coal", "levies on American farm products": a tariff word, "on", and nothing but an origin before the goods.
function isLevied(line: Line, product: Hit): boolean {
  const on = line.tokens.findLastIndex(
    (token, at) => at < product.from && ON_GOODS.has(token.text),
  );
  if (on < 0 || product.from - on > 3) return false;
  return LEVY.some((name) =>
    hitsOf(line, name).some((hit) => hit.to <= on && on - hit.to <= LEVIED_WITHIN),
  );
}

const LEVY = ['tariff', 'percent'] as const;

const ON_GOODS: ReadonlySet<string> = new Set(['on', 'auf', 'sur', 'sobre', 'su', 'na', 'на']);

// Where the title names the goods, the text adds only those it puts a tariff word or a rate next to.
function isTaxed(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  return line.hits.some((hit) => {
    if (hit.meanings.has('percent')) return hit.from - end <= 4 && product.from - hit.to <= 14;
    if (!hit.meanings.has('tariff') && !hit.meanings.has('relief')) return false;
    return product.from >= hit.to ? product.from - hit.to <= 14 : hit.from - end <= 3;
  });
}

function isRelief(action: string): boolean {
  return action === 'exempted' || action === 'suspended' || action.startsWith('exemption');
}

function expandMetals(found: Found): void {
  const metals = found.get('metals');
  if (metals === undefined) return;
  found.delete('metals');
  const isNamed = ['steel', 'aluminium', 'copper'].some((slug) => found.has(slug));
  if (isNamed) return;
  for (const slug of ['steel', 'aluminium']) found.set(slug, { ...metals, value: slug });
}

// Behind "except", "sparing", or the last of a list before "are exempt", "stay": not a product of the step.
function isSpared(line: Line, product: Hit): boolean {
  const spares = hitsOf(line, 'except');
  if (spares.length === 0) return false;
  const end = endOfList(line, product);
  return spares.some((hit) => {
    if (hit.to <= product.from) {
      return product.from - hit.to <= 30 && !isParted(line, hit.to, product.from);
    }
    const isNoun =
      tokenText(line, hit.to - 1) === 'for' || tokenText(line, hit.from - 1) === 'with';
    if (isNoun || tokenText(line, hit.from - 1) === 'to') return false;
    return hit.from - end <= 3 && hit.from >= end;
  });
}

// "steel, aluminum and autos": the token behind the last member.
function endOfList(line: Line, product: Hit): number {
  let end = product.to;
  for (const hit of hitsOf(line, 'product')) {
    if (hit.from < end) continue;
    if (hit.from - end > 2) break;
    let isJoined = true;
    for (let at = end; at < hit.from; at += 1) {
      const isComma = tokenText(line, at) === ',';
      isJoined &&= isComma || hitFrom(line, at)?.meanings.has('join') === true;
    }
    if (!isJoined) break;
    end = hit.to;
  }
  return end;
}

const NAMED_WITHIN = 1;

// Goods that no list knows are told by their own name.
function addNamedGoods(scene: Scene, lead: Step, found: Found): void {
  const near = scene.lines.filter(
    (line) => line.isTitle || line === lead.line || line.index <= NAMED_WITHIN,
  );
  for (const line of near) {
    const name = goodsNamedIn(line);
    if (name === null) continue;
    const value = `other:${name}`;
    found.set(value, { value, evidence: evidenceOf(line, 'product:by-its-name') });
    return;
  }
}

function addAllGoods(scene: Scene, lead: Step, found: Found): void {
  if (
    lead.about === 'probe' ||
    scene.lines.some((line) => (line.index <= 1 || line === lead.line) && isCounted(line))
  )
    return;
  if (namesSomeGoods(scene, lead)) return;
  const isAction = lead.line.tokens[lead.object.to - 1]?.text.startsWith('action') === true;
  if (isAction && lead.family !== 'notice') return;
  if (NOT_GENERAL.has(lead.object.meanings.get('tariff')?.[0] ?? '')) return;
  const line =
    scene.lines.find(
      (candidate) => lineHas(candidate, 'goods', 'all') || lineHas(candidate, 'goods'),
    ) ?? (lead.about === 'tariff' || setsRate(lead) ? lead.line : undefined);
  if (line !== undefined) {
    found.set('all-goods', {
      value: 'all-goods',
      evidence: evidenceOf(line, 'product:no-goods-named'),
    });
  }
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

// A wider group next to a narrower one of it ("electric vehicles" and "vehicles") is the same goods said twice.
function narrow(found: Found): readonly Fact<string>[] {
  if (found.has('evs') && !found.has('auto-parts')) found.delete('autos');
  if (found.size > 1) found.delete('all-goods');
  return [...found.values()];
}
