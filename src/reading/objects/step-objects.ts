// A step, and what something can be done to in a sentence: tariffs, quotas, reliefs, inquiries, deals. In: a line. Out: those phrases.
import type { Action } from '../../domain/reading.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  oncePerLine,
  tokenText,
} from '../words/scene.ts';
import { type Mood, OBJECTS, type StepObject } from './action-table.ts';
import { isMerelyBorne } from './borne-tariffs.ts';
import { isFelt } from './felt-tariffs.ts';
import { isOfImports } from './quota-words.ts';

/** One step as a sentence tells it. Token positions are those of `line`. */
export type Step = {
  readonly line: Line;
  readonly verb: Hit;
  readonly object: Hit;
  readonly family: string;
  readonly about: StepObject;
  readonly mood: Mood;
  readonly action: Action;
  /** Told as old news: behind "after", "since", "who". */
  readonly isBackground: boolean;
  readonly weight: number;
};

/** "renews tariff threat": only ending a threat is more than a threat. */
export function saysThreat(line: Line, object: Hit): boolean {
  // "fires back with the threat of tariffs".
  const isHeldOut =
    tokenText(line, object.from - 1) === 'of' && THREAT.test(tokenText(line, object.from - 2));
  return isHeldOut || /^(?:threat|letters?$)/.test(tokenText(line, object.to - 1));
}

const THREAT = /^threats?$/;

export type ObjectHit = { readonly hit: Hit; readonly abouts: readonly StepObject[] };

/** The phrases of a line that something can be done to. */
export const objectsIn = oncePerLine((line): readonly ObjectHit[] => {
  const found: ObjectHit[] = [];
  const named = OBJECTS.filter((object) => line.classes.has(object));
  if (named.length === 0 && !MORE.some((name) => line.classes.has(name))) return found;
  const [hasRate, hasZero] = [line.classes.has('uncounted'), line.classes.has('zerorate')];
  for (const hit of line.hits) {
    const abouts = named.filter((object) => hit.meanings.has(object) && isMeant(line, hit, object));
    if (abouts.length > 0) found.push({ hit, abouts });
    else if (hasRate && isItsRate(hit, line)) found.push({ hit, abouts: ['tariff'] });
    else if (hasZero && (isFreeEntry(hit, line) || isZeroTariff(hit, line)))
      found.push({ hit, abouts: ['relief'] });
  }
  return found;
});

const MORE = ['zerorate', 'uncounted'] as const;

// "A alíquota passará a 35%", "Ставка вырастет": behind a title that speaks of a tariff its rate is what changes.
function isItsRate(hit: Hit, line: Line): boolean {
  if (line.lang === 'en' || !means(hit, 'uncounted', 'rate')) return false;
  // "Zollstreit: US-Satz sinkt auf 15 Prozent".
  if (!line.isTitle) return line.isUnderTariff;
  return line.classes.has('tariff') || line.classes.has('zerorate');
}

/** A word for a tariff, or for its rate, within a phrase that says nought: "arancel cero", "нулевую ставку". */
const NAMES_TARIFF =
  /^(?:arancel|cla|cel|clo|zoll|zolle|dazi|dazio|tarif|heffing|нулев|пошлин|мит|vergi|tull|told)/;

// "prorroga el arancel cero": a tariff of nought is a relief that is granted, extended or offered.
function isZeroTariff(hit: Hit, line: Line): boolean {
  if (line.lang === 'en' || hit.meanings.size > 1 || hit.to - hit.from !== 2) return false;
  return [hit.from, hit.from + 1].some((at) => NAMES_TARIFF.test(tokenText(line, at)));
}

const FREE = /^(?:duty|tariff|zero)$/;
const TRADE: ReadonlySet<string> = new Set(
  'import imports importation access entry shipments quota quotas trade treatment window supply supplies inflows purchases'.split(
    ' ',
  ),
);
const TRADED_WITHIN = 4;

/** "extends duty-free cotton imports", "ends duty-free access": an adjective that says of goods that they are let off. */
export function isFreeEntry(hit: Hit, line: Line): boolean {
  if (line.lang !== 'en' || hit.meanings.has('relief') || !means(hit, 'zerorate')) return false;
  if (hit.to - hit.from !== 2 || !FREE.test(tokenText(line, hit.from))) return false;
  for (let at = hit.to; at < hit.to + TRADED_WITHIN; at += 1) {
    if (TRADE.has(tokenText(line, at))) return true;
    if (line.tokens[at]?.kind !== 'word') return false;
  }
  return false;
}

/** True when something can be done to what the phrase names. */
export function isObject(hit: Hit, line: Line): boolean {
  return objectsIn(line).some((object) => object.hit === hit);
}

// "duty" and "tax" alone count only in the company of goods or a rate.
function isMeant(line: Line, hit: Hit, object: StepObject): boolean {
  if (isMerelyBorne(line, hit) || isFelt(line, hit)) return false;
  const isWeak = object === 'tariff' && means(hit, 'tariff', 'weak');
  if (isWeak && !hasTradeCompany(line) && !isTheDuty(line, hit)) return false;
  return object !== 'quota' || !means(hit, 'quota', 'quota') || hasImports(line, hit);
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'these', 'those', 'both', 'such', 'new']);

// "The duties are put back" behind a title that speaks of a tariff.
function isTheDuty(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en') return line.isUnderTariff;
  return (
    line.isUnderTariff &&
    DUTY.has(tokenText(line, hit.from)) &&
    DEFINITE.has(tokenText(line, hit.from - 1))
  );
}

function hasImports(line: Line, hit: Hit): boolean {
  // "import quota" says it itself.
  if (isOfImports(line, hit)) return true;
  return (
    lineHas(line, 'goods') ||
    lineHas(line, 'tariff') ||
    (lineHas(line, 'product') && lineHas(line, 'place'))
  );
}

/** True when a sentence speaks of goods, imports or a rate, so that "duty" alone is meant as a tariff. */
export const hasTradeCompany = oncePerLine(
  (line): boolean =>
    (lineHas(line, 'percent') && !isTaxAtHome(line)) ||
    lineHas(line, 'goods') ||
    lineHas(line, 'foreign') ||
    (lineHas(line, 'product') &&
      (lineHas(line, 'place') || laysDutyOnGoods(line) || isDutyOfGoods(line))) ||
    hitsOf(line, 'tariff').some((hit) => !means(hit, 'tariff', 'weak')) ||
    isLaidOn(line) ||
    isBetweenStates(line),
);

/** Goods on which a duty is more often an excise. */
const EXCISED =
  /^(?:fuel|petrol|diesel|gas|alcohol|beer|wine|wines|spirits|whisky|whiskey|cider|tobacco|cigarettes?|vapes?|liquor|energy|electricity|oil)$/;

// "Increase in rice duty": the goods are named right before.
function isDutyOfGoods(line: Line): boolean {
  return hitsOf(line, 'product').some(
    (hit) => DUTY.has(tokenText(line, hit.to)) && !EXCISED.test(tokenText(line, hit.to - 1)),
  );
}

// "Governo taxa super-ricos em 10%", "taxe les géants du numérique à 3 %": outside English the verb is the same for a tax at home.
function isTaxAtHome(line: Line): boolean {
  return line.lang !== 'en' && lineHas(line, 'othertax') && !lineHas(line, 'product');
}

/** Languages that have one word for a tax and a duty. */
const ONE_WORD: ReadonlySet<string> = new Set(['vi', 'tr']);

// "Mỹ hoãn 90 ngày thuế với Mexico", "ABD'nin Meksika vergileri": what one state takes from another is no tax at home.
function isBetweenStates(line: Line): boolean {
  if (!ONE_WORD.has(line.lang) || lineHas(line, 'othertax')) return false;
  const states = new Set(hitsOf(line, 'place').flatMap((hit) => hit.meanings.get('place') ?? []));
  return states.size > 1;
}

const LAYING = [
  'impose',
  'raise',
  'cut',
  'remove',
  'threaten',
  'propose',
  'suspend',
  'delay',
] as const;

// "may slap duties on digital-tax countries": what a state lays right on something is a tariff unless it is drunk or burnt.
function isLaidOn(line: Line): boolean {
  if (line.lang !== 'en' || !line.classes.has('place') || !line.classes.has('verb')) return false;
  const isDomestic = hitsOf(line, 'product').some((hit) =>
    DOMESTIC.has(hit.meanings.get('product')?.[0] ?? ''),
  );
  if (isDomestic) return false;
  return hitsOf(line, 'tariff').some(
    (hit) =>
      DUTY.has(tokenText(line, hit.from)) &&
      tokenText(line, hit.to) === 'on' &&
      !isObligation(line, hit.to) &&
      line.hits.some(
        (verb) =>
          verb.to === phraseStart(line, hit.from) &&
          LAYING.some((family) => means(verb, 'verb', family)),
      ),
  );
}

const DUTY: ReadonlySet<string> = new Set(['duty', 'duties']);
const OBLIGED_WITHIN = 4;

// "imposes a duty on drivers to report accidents": what somebody has to do.
function isObligation(line: Line, on: number): boolean {
  const to = line.tokens.findIndex(({ text }, at) => at > on && text === 'to');
  return (
    to > 0 &&
    to - on <= OBLIGED_WITHIN &&
    line.tokens[to + 1]?.kind === 'word' &&
    !FIGURES.has(tokenText(line, to + 1)) &&
    !line.tokens.slice(on, to).some(({ kind }) => kind !== 'word')
  );
}

const FIGURES: ReadonlySet<string> = new Set(['zero', 'nil', 'the', 'a', 'as', 'up']);

const DESCRIBING: ReadonlySet<string> = new Set(
  'the a an new fresh final extra additional further higher lower steep stiff hefty heavy punitive temporary interim preliminary permanent special'.split(
    ' ',
  ),
);

// "sets a steep final duty on": where the noun phrase of a duty begins.
function phraseStart(line: Line, duty: number): number {
  let at = duty;
  while (DESCRIBING.has(tokenText(line, at - 1))) at -= 1;
  return at;
}

const DOMESTIC: ReadonlySet<string> = new Set(['agri', 'energy']);

/** "imposes duties on hot-rolled steel", "waives duty on rice"; a duty on fuel, drink or sweets may be a tax at home. */
export function laysDutyOnGoods(line: Line): boolean {
  return hitsOf(line, 'product').some((hit) => {
    const slug = hit.meanings.get('product')?.[0] ?? '';
    const isTaxedAtHome =
      slug === 'energy' ||
      (slug === 'agri' &&
        line.tokens
          .slice(hit.from, hit.to + 1)
          .some(({ text }) => EXCISED.test(text) || SWEET.test(text)));
    const at = hit.from - 1;
    return !isTaxedAtHome && tokenText(line, at) === 'on' && DUTY.has(tokenText(line, at - 1));
  });
}

const SWEET = /^(?:sugar|sugary|sweets?|sodas?|soft|drinks?|chocolate|chips|crisps|betel|pan)$/;

/** True for a question. */
export function lineEndsAsQuestion(line: Line): boolean {
  return line.tokens[line.tokens.length - 1]?.text === '?';
}

/** "tariff deal", "tax exemption": a tariff word right before another noun that something is done to only describes it. */
export function isAttribute(line: Line, hit: Hit, probes: readonly Hit[]): boolean {
  if (!hit.meanings.has('tariff')) return false;
  if (probes.some((probe) => probe.from === hit.to) || isOfRelief(line, hit)) return true;
  if (isKindOfProbe(line, hit, probes)) return true;
  const next = hitFrom(line, hit.to);
  return next !== undefined && DESCRIBED.some((name) => next.meanings.has(name));
}

const KINDS = /^(?:dumping|antidumping|countervailing|subsid(?:y|ies)|antisubsidy|[ac]vd|ad)$/;
const BETWEEN_KINDS: ReadonlySet<string> = new Set([',', 'and', 'or', '&', '/', '-']);
const KINDS_WITHIN = 5;

// "opens anti-dumping, subsidy probes": kinds of inquiries in a list, and no duty.
function isKindOfProbe(line: Line, hit: Hit, probes: readonly Hit[]): boolean {
  if (line.lang !== 'en' || !KINDS.test(tokenText(line, hit.to - 1))) return false;
  if (!BETWEEN_KINDS.has(tokenText(line, hit.to))) return false;
  return probes.some(
    (probe) =>
      probe.from > hit.to &&
      probe.from - hit.to <= KINDS_WITHIN &&
      line.tokens
        .slice(hit.to, probe.from)
        .every(({ text }) => BETWEEN_KINDS.has(text) || KINDS.test(text) || text === 'anti'),
  );
}

const RELIEVED_WITHIN = 7;

// "the exemption from Peru's 25% tariff ends": what ends is the exemption.
function isOfRelief(line: Line, tariff: Hit): boolean {
  return hitsOf(line, 'relief').some(
    (hit) =>
      hit.to <= tariff.from &&
      tariff.from - hit.to <= RELIEVED_WITHIN &&
      tokenText(line, hit.to) === 'from' &&
      !isParted(line, hit.to, tariff.from),
  );
}

const DESCRIBED = ['relief', 'deal', 'refund'] as const;
