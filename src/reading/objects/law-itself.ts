// The name of a law that stands for the tariffs under it: "Section 232 lifted from Ukrainian steel", "to suspend Section 232 on
// Moldovan wire". In: a phrase of an English sentence. Out: yes or no. Where the law is only used, asked about or is the noun's
// attribute ("invokes Section 301", "the Section 232 process"), it stands for itself.
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, hitOver, type Line, means, tokenText } from '../words/scene.ts';

const LAWS = ['Section 232', 'Section 301', 'Section 122', 'Section 201', 'IEEPA'] as const;
/** "Court finds Section 232 proclamation unlawful": what is judged is what it lays. */
const ACT = /^(?:proclamations?|actions?|orders?)$/;
/** What is done to tariffs and hardly to a law. */
const ENDED = ['remove', 'suspend', 'delay', 'cut'] as const;
/** What is said of tariffs that come or come back: "to be reinstated on", "imposed on". */
const LAID = [...ENDED, 'impose', 'raise'] as const;
const HELPERS: ReadonlySet<string> = new Set(
  'to be is are was were been will would may could set being now'.split(' '),
);
const HELPED_WITHIN = 4;
const ON: ReadonlySet<string> = new Set(['on', 'from', 'for', 'against']);
const GOODS = ['product', 'place', 'goods'] as const;
const GOODS_WITHIN = 2;

/** True for a law that is lifted from, suspended on or laid back on goods. */
export function isLawItself(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en' || hit.meanings.has('probe') || hit.meanings.has('tariff')) return false;
  if (!LAWS.some((law) => means(hit, 'instrument', law))) return false;
  if (line.classes.has('court') && ACT.test(tokenText(line, hit.to))) return true;
  if (isOnGoods(line, hit.to)) {
    const verb = hitBefore(line, hit.from);
    return verb?.to === hit.from && ENDED.some((family) => means(verb, 'verb', family));
  }
  let at = hit.to;
  while (at - hit.to < HELPED_WITHIN && HELPERS.has(tokenText(line, at))) at += 1;
  const verb = hitFrom(line, at);
  const isDone = verb !== undefined && LAID.some((family) => means(verb, 'verb', family));
  // "lifted from" may be one phrase.
  return isDone && [verb.to, verb.to - 1].some((end) => isOnGoods(line, end));
}

function isOnGoods(line: Line, at: number): boolean {
  if (!ON.has(tokenText(line, at))) return false;
  for (let next = at + 1; next <= at + GOODS_WITHIN; next += 1) {
    const named = hitOver(line, next);
    if (GOODS.some((name) => named?.meanings.has(name) === true)) return true;
  }
  return false;
}
