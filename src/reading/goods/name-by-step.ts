// Goods outside the product lists, told by how the step stands to them. In: an English sentence and the leading step. Out: their
// name: "hits widgets with a 25% duty", "exempts widgets from tariffs", "anti-dumping probe into widgets", "Indian widgets to face".

import type { Step } from '../objects/step-objects.ts';
import { relievedFirmAt } from '../steps/relieved-firm.ts';
import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitOver, hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { isOneOfGoods } from './group-of-name.ts';
import { type GoodsName, isKnownName, phraseFrom, tellsHow } from './phrase-of-goods.ts';

/** The name of what the step is done to; null when the sentence names nothing. */
export function goodsOfStep(line: Line, lead: Step): string | null {
  const found =
    probedGoods(line) ??
    sparedGoods(line) ??
    relievedGoods(line, lead) ??
    struckGoods(line, lead) ??
    ratedGoods(line, lead) ??
    bearingGoods(line) ??
    goodsBefore(line);
  return found?.name ?? null;
}

type Finder = (line: Line, hit: Hit) => GoodsName | null;

function firstOf(line: Line, hits: readonly Hit[], find: Finder): GoodsName | null {
  for (const hit of hits) {
    const found = find(line, hit);
    if (found !== null) return found;
  }
  return null;
}

const INTO: ReadonlySet<string> = new Set(['into', 'on', 'of', 'over', 'against', 'concerning']);
const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

// "opens anti-dumping probe into widgets", "inquiry into widgets from India": other inquiries look into deeds.
function probedGoods(line: Line): GoodsName | null {
  return firstOf(line, hitsOf(line, 'probe'), (_, probe) => {
    if (!INTO.has(tokenText(line, probe.to))) return null;
    const found = phraseFrom(line, probe.to + 1);
    if (found === null) return null;
    const isRemedy = REMEDIES.some((law) => means(probe, 'instrument', law));
    return isRemedy || isFrom(line, found.to) || isImports(line, found.to) ? found : null;
  });
}

function isFrom(line: Line, at: number): boolean {
  return tokenText(line, at) === 'from' && hitFrom(line, at + 1)?.meanings.has('place') === true;
}

function isImports(line: Line, at: number): boolean {
  return hitFrom(line, at)?.meanings.has('goods') === true;
}

const FREED_FROM: ReadonlySet<string> = new Set(['from', 'of']);

// "exempts widgets from tariffs", "frees widgets of duty".
function sparedGoods(line: Line): GoodsName | null {
  const verbs = hitsOf(line, 'verb').filter((hit) => means(hit, 'verb', 'exempt'));
  return firstOf(line, verbs, (_, verb) => {
    const found = phraseFrom(line, verb.to);
    const isFreed = found !== null && FREED_FROM.has(tokenText(line, found.to));
    return isFreed && hitsOf(line, 'tariff').some((hit) => hit.from > found.to) ? found : null;
  });
}

const RELIEVED: ReadonlySet<string> = new Set(['for', 'on']);
/** Whom a relief is for, or how long: plurals that are no goods. */
const NO_GOODS =
  /(?:^|-)(?:exporters|importers|farmers|automakers|carmakers|companies|firms|businesses|industries|suppliers|retailers|buyers|sellers|countries|nations|economies|allies|partners|states|members|neighbours|neighbors|workers|consumers|months|years|weeks|days|talks|goods|products|items|imports|exports|cases|reasons|purposes|sectors|conditions|requests)$/;

// "denied tariff exemption on 5 Mac Pro parts", "grants an exclusion for watch bands".
function relievedGoods(line: Line, lead: Step): GoodsName | null {
  if (line !== lead.line || lead.about !== 'relief') return null;
  const { to } = lead.object;
  if (!RELIEVED.has(tokenText(line, to)) || relievedFirmAt(line, lead) >= 0) return null;
  const isCounted =
    line.tokens[to + 1]?.kind === 'number' ||
    hitFrom(line, to + 1)?.meanings.has('additional') === true;
  const found = named(phraseFrom(line, isCounted ? to + 2 : to + 1));
  return found === null || NO_GOODS.test(found.name) ? null : found;
}

// "hits widgets with a 25% duty": between the verb of the step and its tariff.
function struckGoods(line: Line, lead: Step): GoodsName | null {
  if (line !== lead.line || lead.object.from < lead.verb.to) return null;
  const found = phraseFrom(line, lead.verb.to);
  return found !== null && tokenText(line, found.to) === 'with' ? found : null;
}

// "levy 25% on widgets": a plural, since "25% on average" names nothing.
function ratedGoods(line: Line, lead: Step): GoodsName | null {
  if (line !== lead.line && !lineHas(line, 'tariff')) return null;
  return firstOf(line, hitsOf(line, 'percent'), (_, rate) =>
    tokenText(line, rate.to) === 'on' ? named(phraseFrom(line, rate.to + 1)) : null,
  );
}

// "Indian widgets to face a 25% tariff", "Chinese widgets will be charged 25%".
function bearingGoods(line: Line): GoodsName | null {
  if (!lineHas(line, 'tariff')) return null;
  const origins = hitsOf(line, 'place').filter((hit) => means(hit, 'placekind', 'demonym'));
  return firstOf(line, origins, (_, origin) => {
    const found = named(phraseFrom(line, origin.to));
    if (found === null || isProperName(line, origin.to)) return null;
    const next = hitFrom(line, found.to);
    return means(next, 'mood', 'future') || next?.meanings.has('gainer') === true ? found : null;
  });
}

// "the Indian Widget Association will face": in a text a capital begins a name of its own.
function isProperName(line: Line, at: number): boolean {
  return !line.isTitle && isCapital(line, at);
}

function named(found: GoodsName | null): GoodsName | null {
  if (found !== null && MAKERS.has(found.name.slice(found.name.lastIndexOf('-') + 1))) return null;
  return found !== null && (/[^s]s$/.test(found.name) || isKnownName(found.name)) ? found : null;
}

/** Words of a name that may stand before "tariff" or "imports". */
const BEFORE_WITHIN = 3;
const BEFORE = ['tariff', 'goods', 'relief', 'quota'] as const;
const MAKERS: ReadonlySet<string> = new Set(['makers', 'producers', 'manufacturers', 'growers']);

// "cuts watch tariff", "lead imports", "tool makers win": only words that a heading is known for.
function goodsBefore(line: Line): GoodsName | null {
  for (let to = 1; to < line.tokens.length; to += 1) {
    const head = hitFrom(line, to);
    const isHead = BEFORE.some((name) => head?.meanings.has(name) === true);
    const found = isHead || MAKERS.has(tokenText(line, to)) ? knownNameBefore(line, to) : null;
    if (found !== null) return found;
  }
  return null;
}

function knownNameBefore(line: Line, to: number): GoodsName | null {
  for (let from = Math.max(0, to - BEFORE_WITHIN); from < to; from += 1) {
    if (!areWords(line, from, to)) continue;
    const words = line.tokens.slice(from, to).map(({ text }) => text);
    const name = words.join('-');
    // "key imports": though a key is goods as well.
    if (tellsHow(line, to - 1)) continue;
    if (isKnownName(name) || isOneOfGoods(name)) return { name, to };
  }
  return null;
}

function areWords(line: Line, from: number, to: number): boolean {
  return line.tokens
    .slice(from, to)
    .every(({ kind }, at) => kind === 'word' && hitOver(line, from + at) === undefined);
}
