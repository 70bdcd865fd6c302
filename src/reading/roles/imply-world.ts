// Whether every origin is meant although none is named. In: the scene, the leading step and its roles. Out: targets.
// Countries that are named always win; deals and court rulings imply nobody.
import type { Action, Evidence, Fact } from '../../domain/reading.ts';
import { isBeneath } from '../objects/beneath.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { relievedFirmAt } from '../steps/relieved-firm.ts';
import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitBefore,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { RELIEF } from './imply-imposer.ts';
import { countsCountries } from './listed-countries.ts';
import type { Roles } from './read-roles.ts';
import { BLOCS } from './told-by-teller.ts';

const NO_WORLD: ReadonlySet<Action> = new Set(['deal-reached', 'struck-down', 'other']);

/** "revises duty rates on edible oils", "extends the duty on tiles": what is changed goes on for all. */
const CHANGED: ReadonlySet<string> = new Set(['extend', 'amend']);

const MAKING: ReadonlySet<Action> = new Set(['imposed', 'increased', 'reduced', 'removed']);

/** The targets, or WORLD where goods without an origin are hit by somebody: every origin is meant. */
export function withWorld(
  scene: Scene,
  lead: Step,
  roles: Roles,
  products: readonly Fact<string>[],
  isEverywhere: boolean,
): readonly Fact<string>[] {
  if (isEverywhere) {
    return [{ value: 'WORLD', evidence: evidenceOf(lead.line, 'target:global-tariff') }];
  }
  const isImport =
    /import|customs|arancel|zoll|douane|dazi|进口|進口|輸入|수입|ithal|nhập khẩu|ввоз|пошлин|واردات|جمركي|आयात|εισαγωγ/i.test(
      lead.line.raw.slice(lead.line.start, lead.line.end),
    );
  const isCompanys =
    (lead.action === 'exempted' && isFirms(lead.line)) ||
    isRefusedToFirm(lead) ||
    relievedFirmAt(lead.line, lead) >= 0 ||
    (lead.action === 'exempted' &&
      !isOnGoods(lead) &&
      lead.family !== 'exempt' &&
      lead.family !== 'extend' &&
      !(isImport && !lead.verb.meanings.has('gainer')));
  const isBounded =
    NO_WORLD.has(lead.action) &&
    !CHANGED.has(lead.family) &&
    !isAmendment(lead) &&
    !isOfLawOnAll(scene, lead, products);
  if (roles.targets.length > 0 && isGlobalAside(lead) && !isOnEachOther(roles)) {
    const evidence = evidenceOf(lead.line, 'target:global-tariff');
    // "hoãn thuế đối ứng, trừ Trung Quốc": who is left out of what is put off is hit by something else.
    if (lead.line.lang !== 'en' && STOPPED.has(lead.action)) return [{ value: 'WORLD', evidence }];
    return [
      { value: 'WORLD', evidence },
      ...roles.targets.filter(({ value }) => value !== 'WORLD'),
    ];
  }
  if (roles.targets.length > 0 || isBounded || isCompanys || isRemedy(lead)) return roles.targets;
  const isForeign = scene.lines.some(
    (line) => lineHas(line, 'foreign') || lineHas(line, 'goods', 'all'),
  );
  // "suspends tariffs on 100 goods".
  const isOnGoodsOfAll = lead.action === 'suspended' && lead.line.classes.has('goods');
  const isBroad =
    (MAKING.has(lead.action) || isOnGoodsOfAll) &&
    roles.imposers.length > 0 &&
    lead.about === 'tariff' &&
    lead.line.isTitle &&
    !lead.line.classes.has('notice');
  // "ends duty-free entry": an exemption that ends for nobody in particular ends for all.
  const isEndedForAll =
    lead.action === 'exemption-ended' && roles.imposers.length > 0 && lead.line.isTitle;
  const isBoundedInWords = [lead.line, scene.title].some(
    (line) =>
      line !== null &&
      (countsCountries(line) || lineHas(line, 'holder', 'region') || hitsAllies(line)),
  );
  if (isBoundedInWords || isOnBloc(lead) || isUnderCase(scene, lead)) return roles.targets;
  // "to drop many retaliatory tariffs": what answers one state is never on all.
  if (lead.line.lang === 'en' && means(lead.object, 'tariff', 'retaliation')) return roles.targets;
  const isTold = products.length > 0 || isForeign || isImport || isBroad || isEndedForAll;
  if (!isTold) return roles.targets;
  const evidence: Evidence = products[0]?.evidence ?? evidenceOf(lead.line, 'target:world');
  return [{ value: 'WORLD', evidence: { ...evidence, rule: 'target:no-origin-named' } }];
}

const OF_FIRM: ReadonlySet<string> = new Set(['da', 'do', 'de', 'di', 'du', 'della', 'von']);

// "poupam aviões da Embraer": goods of somebody who is no state.
function isFirms(line: Line): boolean {
  if (line.lang === 'en') return false;
  return hitsOf(line, 'product').some(({ to }) => {
    const name = line.tokens[to + 1];
    if (name === undefined || !OF_FIRM.has(tokenText(line, to))) return false;
    return hitFrom(line, to + 1) === undefined && isCapital(line, to + 1);
  });
}

// "Apple denied tariff exemption on five components": who asked for his own goods is no state.
function isRefusedToFirm({ line, verb, action }: Step): boolean {
  if (action !== 'exemption-denied' || line.lang !== 'en') return false;
  if (tokenText(line, verb.from) !== 'denied') return false;
  return !line.hits.some(
    (hit) => hit.to <= verb.from && (hit.meanings.has('place') || hit.meanings.has('leadership')),
  );
}

const LAWS_ON_ALL = ['Section 201', 'Section 232', 'safeguard'] as const;

// "Court throws out Section 201 duties on washers": such a law is on goods from everywhere.
function isOfLawOnAll(scene: Scene, { action }: Step, products: readonly Fact<string>[]): boolean {
  if (action !== 'struck-down' || products.length === 0) return false;
  return scene.lines.some((line) => LAWS_ON_ALL.some((law) => lineHas(line, 'instrument', law)));
}

// "Amendments to Adjusting Imports of Lumber": an act whose title only says that another is changed.
function isAmendment({ family, line, verb }: Step): boolean {
  return family === 'notice' && tokenText(line, verb.from).startsWith('amend');
}

// "Section 301 exclusions to expire": a case under that law is one against certain states, whether they are named or not.
function isUnderCase({ title }: Scene, { line, about }: Step): boolean {
  const isOnAll = [title, line].some((each) => each !== null && lineHas(each, 'goods', 'all'));
  return (
    about !== 'probe' &&
    !isOnAll &&
    [title, line].some((each) => each !== null && lineHas(each, 'instrument', 'Section 301'))
  );
}

// "raises tariffs on goods from Mercosur": the states of a bloc, and nobody else; they are not told by name.
function isOnBloc({ line, verb }: Step): boolean {
  const at = line.lang === 'en' ? placeOf(line, BLOCS, verb.to) : -1;
  if (at < 0) return false;
  return HITTING.has(tokenText(line, at - 1)) || BLOC_GOODS.test(tokenText(line, at + 1));
}

const HITTING: ReadonlySet<string> = new Set(['on', 'against', 'from', 'of', 'all']);
const BLOC_GOODS = /^(?:goods|imports|exports|products|countries|nations|states|members|bloc)$/;

const REMEDIES = ['AD', 'CVD'] as const;

// An anti-dumping duty is one on the goods of certain countries, whether they are named or not.
function isRemedy({ object, about }: Step): boolean {
  return (
    about === 'tariff' &&
    REMEDIES.some((kind) => object.meanings.get('tariff')?.includes(kind) === true)
  );
}

// "approves a duty waiver on palm oil": relief for goods is nobody's alone.
function isOnGoods({ line, object, about }: Step): boolean {
  // "extends the cotton duty waiver".
  const isNamed = hitsOf(line, 'product').some((hit) => hit.to === object.from);
  if (about === 'relief' && isNamed && line.lang === 'en') return true;
  return (
    about === 'relief' &&
    GOODS_BEHIND.has(tokenText(line, object.to)) &&
    (['product', 'goods'] as const).some((name) =>
      hitsOf(line, name).some(
        (hit) => hit.from > object.to && hit.from - object.to <= GOODS_WITHIN,
      ),
    )
  );
}

const GOODS_BEHIND: ReadonlySet<string> = new Set(['on', 'for']);
const GOODS_WITHIN = 3;

/** True for "global tariffs, "reciprocal tariffs", "the president's emergency tariffs": of one state on all the others. */
export function hitsEverywhere(scene: Scene, lead: Step, roles: Roles): boolean {
  // "revokes global tariff exemption": whom the text names had lost it before.
  if (lead.about === 'relief' && lead.line.isTitle && isOfAll(lead)) return true;
  if (MAKING.has(lead.action) && lead.about === 'tariff' && scene.lines.some(ratesWorld))
    return true;
  if (roles.targets.length > 0 || lead.about !== 'tariff') return false;
  if (MAKING.has(lead.action) && scene.lines.some((line) => isOnAll(line) || isOnArticles(line)))
    return true;
  // "Court rules Brazil's tariffs illegal" / "struck down the global tariffs": the opening says which ones.
  const opening =
    lead.action === 'struck-down' ? scene.lines.filter(({ index }) => index === 1) : [];
  return [lead.line, scene.title, ...opening].some(
    (line) => line !== null && hitsOf(line, 'tariff').some(isGlobalTariff),
  );
}

// "timber and lumber pay 10% worldwide": right behind the rate stands that it is for all.
function ratesWorld(line: Line): boolean {
  if (line.lang !== 'en' || line.index > 1) return false;
  return placeGroups(line).some(
    ({ from, codes }) =>
      codes.join() === 'WORLD' && hitsOf(line, 'percent').some((hit) => hit.to === from),
  );
}

function isOfAll({ line, object }: Step): boolean {
  if (line.lang !== 'en') return false;
  const before = hitBefore(line, object.from);
  const isGlobal = before !== undefined && isGlobalTariff(before);
  return isGlobal || /^(?:global|worldwide)$/.test(tokenText(line, object.from - 1));
}

// "适用于所有国家", "全ての国が対象": outside English a sentence of its own says that nobody is left out.
function isOnAll(line: Line): boolean {
  return (
    line.lang !== 'en' &&
    line.index === 1 &&
    placeGroups(line).every(({ codes }) => codes.join() === 'WORLD') &&
    line.classes.has('place')
  );
}

const ALLIES = wordGroup('allies neighbours neighbors');
const ALLIES_WITHIN = 3;

// "tariffs on European allies": some states, whoever they are.
function hitsAllies(line: Line): boolean {
  const at = line.lang === 'en' ? placeOf(line, ALLIES) : -1;
  if (at < 0) return false;
  return line.tokens
    .slice(Math.max(0, at - ALLIES_WITHIN), at)
    .some(({ text }) => text === 'on' || text === 'against');
}

const REGION_WITHIN = 3;

/** True for "scraps tariffs on imports from all but one African country", "duties on Asian goods": states of a part of the world,
 * none of them by name. */
export function hitsRegion({ line, verb, about }: Step): boolean {
  if (line.lang !== 'en' || about !== 'tariff') return false;
  return hitsOf(line, 'holder').some((hit) => {
    if (!means(hit, 'holder', 'region') || hit.from < verb.to) return false;
    const next = hitFrom(line, hit.to);
    const isNoun = next?.meanings.has('goods') === true || next?.meanings.has('holder') === true;
    const before = line.tokens.slice(Math.max(0, hit.from - REGION_WITHIN), hit.from);
    return isNoun || before.some(({ text }) => text === 'from');
  });
}

const ACT_SAYS_WITHIN = 2;

// "imposes a 10% duty on articles imported into the United States": what an act says of its own duty.
function isOnArticles(line: Line): boolean {
  if (line.lang !== 'en' || line.index > ACT_SAYS_WITHIN) return false;
  return hitsOf(line, 'goods').some(
    (hit) =>
      isGlobalTariff(hit) &&
      tokenText(line, hit.from) === 'on' &&
      hitBefore(line, hit.from)?.meanings.has('tariff') === true,
  );
}

// "Peru, Chile slash sweeping tariffs": those of the one on the other.
function isOnEachOther({ imposers, targets }: Roles): boolean {
  return targets.some(({ value }) => imposers.some((by) => by.value === value));
}

const STOPPED: ReadonlySet<Action> = new Set(['suspended', 'delayed']);
const ON: ReadonlySet<string> = new Set('on for against from of to over'.split(' '));

// "pauses reciprocal tariffs, but hikes duties on China": the country named belongs to something else.
function isGlobalAside({ line, object, verb, action, about, family }: Step): boolean {
  const isOwn = line.hits.some(
    (hit) => hit.meanings.has('place') && (hit.to === object.from || hit.from === object.to),
  );
  // "Amending reciprocal tariffs as applied to imports from Peru": an act says to whom.
  if (isBeneath(line, object) || family === 'amend') return false;
  const isPlain = about === 'tariff' && !NO_WORLD.has(action) && !RELIEF.has(action);
  if (!isPlain || !isGlobalTariff(object) || isOwn) return false;
  if (line.lang !== 'en') {
    const isNamed = line.hits.some((hit) => hit.from === object.to && hit.meanings.has('prep'));
    return STOPPED.has(action) && !isNamed;
  }
  return object.from >= verb.to && !ON.has(tokenText(line, object.to));
}

function isGlobalTariff(hit: Hit): boolean {
  return means(hit, 'goods', 'all');
}
