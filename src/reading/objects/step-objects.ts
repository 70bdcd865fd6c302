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
import { isLawItself } from './law-itself.ts';
import { isOfImports } from './quota-words.ts';
import { hasTradeCompany } from './trade-company.ts';

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
  return isHeldOut || /^(?:threat|letters?$|warnings?$)/.test(tokenText(line, object.to - 1));
}

const THREAT = /^threats?$/;

export type ObjectHit = { readonly hit: Hit; readonly abouts: readonly StepObject[] };

/** The phrases of a line that something can be done to. */
export const objectsIn = oncePerLine((line): readonly ObjectHit[] => {
  const found: ObjectHit[] = [];
  const named = OBJECTS.filter((object) => line.classes.has(object));
  if (named.length === 0 && !MORE.some((name) => line.classes.has(name))) return found;
  const [hasRate, hasZero] = [line.classes.has('uncounted'), line.classes.has('zerorate')];
  const isUnderLaw = line.classes.has('instrument');
  for (const hit of line.hits) {
    const abouts = named.filter((object) => hit.meanings.has(object) && isMeant(line, hit, object));
    if (abouts.length > 0) found.push({ hit, abouts });
    else if (hasRate && isItsRate(hit, line)) found.push({ hit, abouts: ['tariff'] });
    else if (hasZero && (isFreeEntry(hit, line) || isZeroTariff(hit, line)))
      found.push({ hit, abouts: ['relief'] });
    else if (isUnderLaw && isLawItself(line, hit)) found.push({ hit, abouts: ['tariff'] });
  }
  return found;
});

const MORE = ['zerorate', 'uncounted', 'instrument'] as const;

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
const ALLOWING: ReadonlySet<string> = new Set(
  'extends extend extended allows allow allowed permits permit permitted ends end ended halts'.split(
    ' ',
  ),
);

/** "extends duty-free cotton imports", "ends duty-free access": an adjective that says of goods that they are let off. */
export function isFreeEntry(hit: Hit, line: Line): boolean {
  if (line.lang !== 'en' || hit.meanings.has('relief') || !means(hit, 'zerorate')) return false;
  if (hit.to - hit.from !== 2 || !FREE.test(tokenText(line, hit.from))) return false;
  // "extends duty-free cotton".
  const isGoods = hitFrom(line, hit.to)?.meanings.has('product') === true;
  if (isGoods && ALLOWING.has(tokenText(line, hit.from - 1))) return true;
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
  if (object === 'deal' && isOfPartners(line, hit)) return false;
  const isWeak = object === 'tariff' && means(hit, 'tariff', 'weak');
  if (isWeak && !hasTradeCompany(line) && !isTheDuty(line, hit)) return false;
  return object !== 'quota' || !means(hit, 'quota', 'quota') || hasImports(line, hit);
}

const PARTNERS = /^(?:partners?|countries|nations|states|members)$/;

// "reach goods of FTA partners": whom a pact binds, and no pact that is made.
function isOfPartners(line: Line, { from, to }: Hit): boolean {
  const isName = tokenText(line, from) === 'fta' || tokenText(line, from) === 'free';
  return line.lang === 'en' && isName && PARTNERS.test(tokenText(line, to));
}

const DUTY: ReadonlySet<string> = new Set(['duty', 'duties']);
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
  // "duty-free rice quota".
  const isFree = hitsOf(line, 'zerorate').some((free) => isKindOfQuota(line, free));
  return (
    isFree ||
    lineHas(line, 'goods') ||
    lineHas(line, 'tariff') ||
    (lineHas(line, 'product') && lineHas(line, 'place'))
  );
}

/** True for a question. */
export function lineEndsAsQuestion(line: Line): boolean {
  return line.tokens[line.tokens.length - 1]?.text === '?';
}

/** "tariff deal", "tax exemption": a tariff word right before another noun that something is done to only describes it. */
export function isAttribute(line: Line, hit: Hit, probes: readonly Hit[]): boolean {
  if (isKindOfQuota(line, hit)) return true;
  if (!hit.meanings.has('tariff')) return false;
  if (probes.some((probe) => probe.from === hit.to) || isOfRelief(line, hit)) return true;
  if (isKindOfProbe(line, hit, probes)) return true;
  const next = hitFrom(line, hit.to);
  return next !== undefined && DESCRIBED.some((name) => next.meanings.has(name));
}

const GOODS_WITHIN = 3;

// "cuts duty-free sugar quota": of which kind the quota is.
function isKindOfQuota(line: Line, { meanings, to }: Hit): boolean {
  if (line.lang !== 'en' || !meanings.has('zerorate') || meanings.has('quota')) return false;
  const quota = hitsOf(line, 'quota').find(({ from }) => from >= to);
  return (
    quota !== undefined &&
    quota.from - to <= GOODS_WITHIN &&
    line.tokens.slice(to, quota.from).every(({ text }) => !AROUND.test(text))
  );
}

const AROUND = /^(?:\W+|for|on|of|in|to|from|and|under|as|with|into)$/;

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
