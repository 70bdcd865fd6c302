// What keeps a step from being done, as languages other than English say it: a condition before or behind it ("Si no cede Japón"),
// a bargain that is demanded on pain of a tariff ("Einigung oder 25 Prozent Zoll"). In: a line and a place in it. Out: yes or no, or
// where the condition stands.
import type { Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';

/** Turkish writes "if not" onto the verb: "atmazsa"; German opens a condition with "sollte". */
const IF_NOT = /m[ae]zs[ae](?:lar|ler)?$/;
const SHOULD: ReadonlySet<string> = new Set(['sollte', 'sollten']);
const VERB_LAST: ReadonlySet<string> = new Set(['ja', 'ko', 'tr']);

/** The clause outside English that says on what a threat waits: "Si no cede Japón,", "日本が譲歩しなければ"; null without one. */
export function conditionOf(line: Line): { readonly from: number; readonly to: number } | null {
  const at = conditionAt(line);
  if (at === null) return null;
  const isMark = (place: number): boolean =>
    tokenText(line, place) === ',' || isParted(line, place, place + 1);
  if (VERB_LAST.has(line.lang)) {
    let from = at.from;
    while (from > 0 && !isMark(from - 1)) from -= 1;
    return { from, to: at.to };
  }
  let to = at.to;
  while (to < line.tokens.length && !isMark(to)) to += 1;
  return { from: at.from, to };
}

function conditionAt(line: Line): { readonly from: number; readonly to: number } | null {
  if (line.lang === 'de' && SHOULD.has(tokenText(line, 0))) return { from: 0, to: 1 };
  const hit = hitsOf(line, 'mood').find((mood) => means(mood, 'mood', 'if'));
  if (hit !== undefined) return hit;
  const at = line.lang === 'tr' ? line.tokens.findIndex(({ text }) => IF_NOT.test(text)) : -1;
  return at < 0 ? null : { from: at, to: at + 1 };
}

/** "除非", "否则": the words of a condition that Chinese puts last, by their first character. */
const ELSE_BEHIND: ReadonlySet<string> = new Set(['除', '否']);

/** True where a step that ends at `end` waits for a condition of its sentence. */
export function waitsAbroad(line: Line, end: number): boolean {
  if (line.lang === 'de' && conditionAt(line)?.from === 0) return true;
  if (line.lang === 'tr' && conditionAt(line) !== null) return true;
  return hitsOf(line, 'mood').some(
    (hit) =>
      means(hit, 'mood', 'if') &&
      !isParted(line, Math.min(hit.to, end), hit.from) &&
      // "中国对美关税升至125% 称美方若再加": what is told first waits for nothing.
      !(line.lang === 'zh' && hit.from >= end && !ELSE_BEHIND.has(tokenText(line, hit.from))),
  );
}

/** Words for "or", folded. */
const OR: ReadonlySet<string> = new Set(
  'oder ou o u of albo lub czy или либо atau hoac か 아니면 否则 veya yoksa ya'.split(' '),
);

/** "đạt thỏa thuận hoặc chịu thuế", "Einigung oder": a bargain with "or" right behind it is demanded, not reached. */
export function isOrLed(line: Line, bargain: Hit): boolean {
  return line.lang !== 'en' && OR.has(tokenText(line, bargain.to));
}

/** "Ultimatum: sepakat atau kena tarif": where the "or" stands behind a bargain; -1 without one. */
export function orAbroad(line: Line): number {
  const bargain = line.hits.find(
    (hit) => (hit.meanings.has('deal') || means(hit, 'verb', 'commit')) && isOrLed(line, hit),
  );
  return bargain?.to ?? -1;
}

const IF_WITHIN = 2;

/** "米国で生産なら免除", "exento si fabrica allí": relief that only a condition would bring spares nobody yet. */
export function isOnlyIf(line: Line, verb: Hit): boolean {
  if (line.lang === 'en') return false;
  return hitsOf(line, 'mood').some((hit) => {
    const gap = hit.to <= verb.from ? verb.from - hit.to : hit.from - verb.to;
    return means(hit, 'mood', 'if') && gap >= 0 && gap <= IF_WITHIN;
  });
}

/** "関税発動、経産相「除外されず遺憾」": what a Japanese or Korean headline quotes is told beside what it tells itself. */
export function isQuoted(line: Line, verb: Hit): boolean {
  if (!line.isTitle || !QUOTING.has(line.lang)) return false;
  const at = line.tokens[verb.from]?.start ?? 0;
  const opening = line.raw.lastIndexOf('「', at);
  return opening > line.raw.lastIndexOf('」', at) && opening > 0;
}

const QUOTING: ReadonlySet<string> = new Set(['ja', 'ko']);

/** "関税が発動 日本は適用除外されず": that nobody is spared only goes on with the tariff told before it. */
export function isSparingDenied(step: Step, steps: readonly Step[]): boolean {
  const { line, family, mood, verb } = step;
  if (!CHARACTERS.has(line.lang) || family !== 'exempt' || mood !== 'not') return false;
  return steps.some(
    (other) => other.line === line && other.action === 'imposed' && other.verb.to <= verb.from,
  );
}

const CHARACTERS: ReadonlySet<string> = new Set(['ja', 'ko', 'zh']);

const HELD_OUT = ['cond', 'plan', 'threat'] as const;

/** "publie la liste des produits qui pourraient être taxés": what is announced is itself only held out. */
export function isOnlyHeldOut(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang === 'en') return false;
  return hitsOf(line, 'mood').some(
    (hit) =>
      hit.from >= verb.to &&
      hit.to <= object.from &&
      HELD_OUT.some((mood) => means(hit, 'mood', mood)),
  );
}
