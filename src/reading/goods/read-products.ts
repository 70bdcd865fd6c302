// In: the sentences of an item and its leading step. Out: product slugs of the measure.
// Goods that are spared or kept by name are not products of the step.
import type { Action, Fact } from '../../domain/reading.ts';
import { productGroups } from '../../reference/product-names.ts';
import type { Sides } from '../figures/rate-at.ts';
import { isCalledOffBeside } from '../steps/called-off.ts';
import type { Step } from '../steps/find-steps.ts';
import { goodsOfRow } from '../steps/rows-of-act.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { allGoods, allGoodsBeside, isAboutAllGoods, isOnStates, isSparing } from './all-goods.ts';
import { addCarParts } from './car-parts.ts';
import { isPartOfName } from './compound-goods.ts';
import { printedName } from './group-of-name.ts';
import { addIndustry } from './industry.ts';
import { membersBeside } from './list-members.ts';
import { hitsStates, listsGoods } from './listed-goods.ts';
import { type Found, settleMetals } from './metals.ts';
import { goodsNamedIn, noticeProduct } from './name-goods.ts';
import { narrow } from './narrow-goods.ts';
import { isFarmExample, isOfPotatoes, looksIntoDeeds } from './only-mentioned.ts';
import { isOtherGoods, isTheirs } from './other-goods.ts';
import {
  appliesTo,
  isAlso,
  isFreed,
  isHitByTariff,
  isLevied,
  isListed,
  isMoved,
  isOpened,
  isTaxed,
  isToldTaxed,
} from './taxed-goods.ts';
import { goodsAtLast } from './told-at-last.ts';

/** Products of the leading step; `hasTarget` says that a country (not every origin) is hit. */
export function readProducts(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  hasTarget: boolean,
  isOthers: (line: Line) => boolean,
  sides: Sides,
): readonly Fact<string>[] {
  const found: Found = new Map();
  const isGeneral =
    hasTarget && isAboutAllGoods(scene) && !isSpelledOut(scene, lead, isOthers, sides.targets);
  const isTitled = scene.title !== null && namesOwnGoods(scene.title, lead, sides);
  const isWhole = hasTarget && isOnStates(scene, lead, sides.targets);
  const mustBeLevied = (line: Line): boolean =>
    isWhole && !line.isTitle && !(lead.about === 'relief' && spares(line));
  for (const line of isGeneral ? [] : scene.lines) {
    if (!line.classes.has('product') || looksIntoDeeds(line, lead)) continue;
    const isStepLine =
      line.isTitle ||
      line === lead.line ||
      steps.some((step) => step.line === line && !step.isBackground);
    const row = goodsOfRow(scene, line);
    const isRow = row.length > 0;
    const isListing = isRow || (!isTitled && listsGoods(scene, line, lead) && !isOthers(line));
    const isContinuing =
      isListing ||
      CONTINUING.some((name) => lineHas(line, name)) ||
      goesOn(line, lead) ||
      tellsOfProbe(line, lead);
    if (!(isStepLine || isContinuing) || (isOthers(line) && !line.isTitle)) continue;
    if (isCalledOffBeside(line, lead, steps)) continue;
    // "钢铝仍维持50%": outside English a sentence of its own tells on what the old rate goes on.
    if (!isStepLine && lineHas(line, 'verb', 'keep') && (line.lang !== 'en' || keepsPaying(line)))
      continue;
    for (const hit of isRow ? row : hitsOf(line, 'product')) {
      const slug = hit.meanings.get('product')?.[0];
      if (slug === undefined || isPartOfName(line, hit)) continue;
      const mustBeTaxed = (isTitled && !line.isTitle) || !isStepLine;
      const isFirst = !isTitled && line.index <= 1 && isToldTaxed(line, hit);
      const isProbed = !isTitled && tellsOfProbe(line, lead);
      if (mustBeTaxed && !(isListing || isFirst || isProbed || isHit(line, hit, lead))) continue;
      if (isOtherGoods(line, hit, lead, sides)) continue;
      if (slug === 'cotton' && isFarmExample(line, hit)) continue;
      if (slug === 'semiconductors' && isOfPotatoes(scene, line, hit)) continue;
      // "Mısır'dan": the country, not the corn.
      if (hit.meanings.has('place')) continue;
      // Under "tariffs on Kenya" only goods count that the text puts a tariff on by name.
      const isNamed = isListing || isHitByName(line, hit, lead);
      if (mustBeLevied(line) && !isNamed && !(lead.about === 'deal' && isOpened(line, hit)))
        continue;
      const printed = productGroups().get(slug)?.printed ?? slug;
      if (!found.has(printed))
        found.set(printed, { value: printed, evidence: evidenceOf(line, 'product:named') });
      for (const value of membersBeside(line, hit))
        found.set(value, { value, evidence: evidenceOf(line, 'product:named') });
    }
    addCarParts(line, found);
  }
  settleMetals(scene, found);
  if (found.size === 0) {
    const notice = noticeProduct(scene);
    if (notice !== null) found.set(notice.value, notice);
  }
  if (found.size === 0) {
    addIndustry(scene, lead, found);
    if (found.size > 0) return [...found.values()];
  }
  if (found.size === 0) addNamedGoods(scene, lead, found);
  const told = withWhole(scene, lead, found, hasTarget, isWhole);
  // "first product exemptions" / "companies that import steel": what is let off is some goods, and the text may say which.
  const isOpen =
    told.length === 0 ||
    (lead.action === 'exempted' && told[0]?.value === 'all-goods' && told.length === 1);
  const last = isOpen ? goodsAtLast(scene, lead, isOthers, sides.targets) : [];
  return last.length === 0 ? told : last;
}

// All goods where none are named, or beside some.
function withWhole(
  scene: Scene,
  lead: Step,
  found: Found,
  hasTarget: boolean,
  isWhole: boolean,
): readonly Fact<string>[] {
  if (found.size === 0) {
    const whole = hasTarget || hitsStates(scene, lead) ? allGoods(scene, lead) : null;
    return whole === null ? [] : [whole];
  }
  const products = narrow(found, scene.title);
  const isNamed = products.some(
    ({ evidence }) => evidence.field === 'title' && NAMING.has(evidence.rule),
  );
  const whole =
    hasTarget && products.length > 0
      ? allGoodsBeside(scene, lead, isWhole && !isNamed && !isToldWhole(scene))
      : null;
  return whole === null ? products : [whole, ...products];
}

const TOLD_WITHIN = 4;
const LEVIES: ReadonlySet<string> = new Set(['duties', 'tariffs', 'levies']);

// "Peru hits Chile with tariffs of 50%" / "The duties on shoes and toys took effect": the text tells what they are on.
function isToldWhole({ lines }: Scene): boolean {
  return lines.some(
    (line) =>
      line.index === 1 &&
      !line.isTitle &&
      tokenText(line, 0) === 'the' &&
      LEVIES.has(tokenText(line, 1)) &&
      tokenText(line, 2) === 'on' &&
      hitsOf(line, 'product').some((hit) => hit.from <= TOLD_WITHIN),
  );
}

const PROBED_WITHIN = 2;

// "Brazil starts dumping probe" / "The probe will look at steel imported from India".
function tellsOfProbe(line: Line, lead: Step): boolean {
  return (
    lead.action === 'investigation-opened' &&
    line.index <= PROBED_WITHIN &&
    line.classes.has('probe')
  );
}

function isHit(line: Line, product: Hit, lead: Step): boolean {
  return (
    isTaxed(line, product) ||
    isListed(line, product) ||
    isMoved(line, product) ||
    isLetOff(line, product, lead)
  );
}

function isHitByName(line: Line, product: Hit, lead: Step): boolean {
  return (
    isLevied(line, product) ||
    isListed(line, product) ||
    isToldTaxed(line, product) ||
    isMoved(line, product) ||
    joinsWhole(line, product) ||
    isHitByTariff(line, product) ||
    isLetOff(line, product, lead)
  );
}

/** "eases tariffs on key imports" / "Coffee and beef are exempt": what is let off is what is eased. */
const EASING: ReadonlySet<Action> = new Set(['reduced', 'removed']);

function isLetOff(line: Line, product: Hit, lead: Step): boolean {
  return (isSparing(lead.action) || EASING.has(lead.action)) && isFreed(line, product);
}

// "自動車も15%となる", "L'aliquota vale anche per auto": goods that the rate for a whole country is said to fall on as well.
function joinsWhole(line: Line, hit: Hit): boolean {
  return line.lang !== 'en' && RATED.some((name) => lineHas(line, name)) && isAlso(line, hit);
}

const RATED = ['percent', 'uncounted'] as const;

/** Rules by which goods are told that no list has. */
const NAMING: ReadonlySet<string> = new Set(['product:by-its-name', 'product:notice-title']);
const LIST = /^(?:the )?list\b/;
const PAYING = wordGroup('paying facing');

// "Mexico will keep paying 25% on cars": on what the old rate goes on.
function keepsPaying(line: Line): boolean {
  return /^keeps?$/.test(tokenText(line, placeOf(line, PAYING) - 1));
}

const CONTINUING = ['percent', 'tariff', 'uncounted'] as const;
const GOES_ON_WITHIN = 2;

// "It also applies to car parts", "自動車部品も対象", "Bourbon and apples are on the list too": the step goes on to more goods.
function goesOn(line: Line, { action }: Step): boolean {
  if (line.index > GOES_ON_WITHIN) return false;
  const isOfGoods = (is: (line: Line, product: Hit) => boolean): boolean =>
    hitsOf(line, 'product').some((hit) => is(line, hit));
  return (
    lineHas(line, 'verb', 'apply') ||
    isOfGoods(isAlso) ||
    // "readies tariffs" / "The list also covers cars".
    (LIST.test(`${tokenText(line, 0)} ${tokenText(line, 1)}`) && isOfGoods(appliesTo)) ||
    // "drops tariffs on beef" / "The exemptions also cover tea".
    (EASING.has(action) && line.classes.has('relief') && isOfGoods(appliesTo)) ||
    (line.classes.has('gainer') && isOfGoods(isListed))
  );
}

// "has asked Washington to exempt cocoa": the goods that a relief is for.
function spares(line: Line): boolean {
  return (
    lineHas(line, 'relief') || hitsOf(line, 'verb').some((hit) => means(hit, 'verb', 'exempt'))
  );
}

function namesOwnGoods(title: Line, lead: Step, sides: Sides): boolean {
  return hitsOf(title, 'product').some((hit) => !isOtherGoods(title, hit, lead, sides));
}

const SPELLED_WITHIN = 2;

// "tariffs on Chinese goods" / "Levies of up to 50% on cars and hundreds of other products": the text tells which goods.
function isSpelledOut(
  scene: Scene,
  lead: Step,
  isOthers: (line: Line) => boolean,
  targets: ReadonlySet<string>,
): boolean {
  return scene.lines.some(
    (line) =>
      !line.isTitle &&
      line.index <= SPELLED_WITHIN &&
      !isOthers(line) &&
      !tellsAnother(line) &&
      (listsGoods(scene, line, lead) ||
        hitsOf(line, 'product').some(
          (hit) => (isLevied(line, hit) || isListed(line, hit)) && !isTheirs(line, hit, targets),
        )),
  );
}

const DEEDS = ['remove', 'cut', 'raise', 'suspend', 'impose', 'exempt'] as const;

// "It also lifts the duties on some farm goods": a second measure leaves the goods of the first as they are.
function tellsAnother(line: Line): boolean {
  const also = line.lang === 'en' ? line.tokens.findIndex(({ text }) => text === 'also') : -1;
  const verb = also < 0 ? undefined : hitFrom(line, also + 1);
  return (
    DEEDS.some((family) => means(verb, 'verb', family)) &&
    hitsOf(line, 'tariff').some((hit) => hit.from > also)
  );
}

const NAMED_WITHIN = 1;

// Goods that no list knows are told by their own name.
function addNamedGoods(scene: Scene, lead: Step, found: Found): void {
  const near = scene.lines.filter(
    (line) => line.isTitle || line === lead.line || line.index <= NAMED_WITHIN,
  );
  for (const line of near) {
    const name = goodsNamedIn(line, lead);
    if (name === null) continue;
    const value = printedName(line.lang, name);
    found.set(value, { value, evidence: evidenceOf(line, 'product:by-its-name') });
    return;
  }
}
