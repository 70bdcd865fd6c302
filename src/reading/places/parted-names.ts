// Two names that a comma parts rather than joins, or a bracket repeats. In: a sentence and two places of it. Out: yes or no.

import { isCapital, isSmall } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { isPossessedBehind } from './case-endings.ts';
import { isOfBody } from './mere-places.ts';

// "미국, 한국에 25% 관세", "Türkiye, Çin'den ...": where verbs come last, a comma behind the first name parts who acts from
// whom it hits, unless more names follow.
export function isTopic(line: Line, left: Hit, right: Hit): boolean {
  if (!TOPIC_FIRST.has(line.lang) || left.from > 2) return false;
  // The Japanese short name of a state may hold its comma: "米、".
  const mark = tokenText(line, left.to - 1) === ',' ? left.to - 1 : left.to;
  if (tokenText(line, mark) !== ',' || right.from !== mark + 1) return false;
  // In Chinese this comma only lists.
  if (line.lang === 'zh' && line.raw.charAt(line.tokens[mark]?.start ?? 0) === '、') return false;
  const next = line.hits.find((hit) => hit.from >= right.to && hit.meanings.has('place'));
  if (next === undefined || next.from - right.to > 2) return true;
  // "미국, 인도·일본산", "米、インドと日本": a list that another sign or word joins stands behind the comma.
  if (line.lang !== 'ko' && line.lang !== 'ja') return false;
  const between = line.raw.slice(line.tokens[right.to - 1]?.end, line.tokens[next.from]?.start);
  return !/[,、，]/.test(between);
}

const HEADED: ReadonlySet<string> = new Set(['it', 'es', 'pt', 'fr']);

// "Dazi India, Brasile prepara ...": a title headed by whose tariff it is about, and who acts on it behind the comma.
export function isHeading(line: Line, left: Hit, right: Hit): boolean {
  if (!HEADED.has(line.lang) || !line.isTitle || tokenText(line, left.to) !== ',') return false;
  const isHead = line.hits.some(
    (hit) => hit.from === 0 && hit.to === left.from && hit.meanings.has('tariff'),
  );
  if (!isHead || right.from !== left.to + 1) return false;
  const more = line.hits.find((hit) => hit.from >= right.to && hit.meanings.has('place'));
  return more === undefined || more.from - right.to > 1;
}

// "In a letter to India, Brazil sets 25%", "After talks with Japan, Turkey cuts duties": behind the phrase that opens the
// sentence stands who acts.
export function isOpening(line: Line, left: Hit, right: Hit): boolean {
  if (tokenText(line, left.to) !== ',' || right.from !== left.to + 1) return false;
  if (!OPENINGS.has(tokenText(line, 0)) || left.from > OPENS_WITHIN) return false;
  const at = ACTING_AIDS.has(tokenText(line, right.to)) ? right.to + 1 : right.to;
  const isAided = at > right.to;
  // "In tariffs on India, Brazil and China": a list goes on; an auxiliary behind the name says that it acts.
  const isList = line.hits.some((hit) => hit.to <= left.from && hit.meanings.has('tariff'));
  if (isList && !isAided) return false;
  const next = hitFrom(line, at);
  return isAided || DOING.some((name) => next?.meanings.has(name) === true);
}

// "on steel from India, Brazil's customs agency told", "tariffs on India, Brazil said": behind the bare comma stands who tells
// it; a list would join its last name by a word.
export function isTeller(line: Line, left: Hit, right: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, left.to) !== ',') return false;
  const isArticle = tokenText(line, left.to + 1) === 'the';
  if (right.from !== left.to + (isArticle ? 2 : 1)) return false;
  // "from China, the Brazil Steel Institute said".
  if (isOfBody(line, right.to)) return true;
  const isPossessive = tokenText(line, right.to) === "'s" || tokenText(line, right.to) === "'";
  if (!isPossessive) {
    return (
      SAYS.test(tokenText(line, right.to)) &&
      hitBefore(line, left.from)?.meanings.has('prep') === true
    );
  }
  if (tokenText(line, left.to - 1) === "'s") return false;
  return line.tokens
    .slice(right.to, right.to + TOLD_WITHIN)
    .some(({ text }, at) => SAYS.test(text) && !isParted(line, right.to, right.to + at));
}

const TOLD_WITHIN = 6;
const SAYS =
  /^(?:says|said|told|announced|announces|confirmed|confirms|warned|warns|stated|reported|added|adds|wrote)$/;

/** "ABD'den Hindistan'a yüzde 25 vergi": in Turkish headlines who acts stands first with "from", and another country follows. */
export function isSenderTo(line: Line, from: number, to: number): boolean {
  if (line.lang !== 'tr') return false;
  if (from === 0 && hitFrom(line, to + 1)?.meanings.has('place') === true) return true;
  // "Trump'tan yeni vergiler": from a leader comes what he does.
  const isLeader = means(hitFrom(line, from), 'placekind', 'leader');
  if (isLeader && from === 0 && ABLATIVE.has(tokenText(line, to))) return true;
  return ABLATIVE.has(tokenText(line, to)) && isGivenOnGoods(line, from, to + 1);
}

const GIVEN_WITHIN = 5;
const DATIVE = /[ae]$/;
const ABLATIVE: ReadonlySet<string> = new Set(['den', 'dan', 'ten', 'tan', 'nden', 'ndan']);

// "ABD'den bakıra yüzde 50 vergi", "ilaçlarına ABD'den gümrük muafiyeti": beside the name with "from" stands on what the duty, or the
// relief that closes the title, is laid; goods that come from there are no dative.
function isGivenOnGoods(line: Line, from: number, behind: number): boolean {
  const given = line.hits.findLast(
    (hit) => hit.meanings.has('tariff') || hit.meanings.has('relief'),
  );
  if (given === undefined || given.to !== line.tokens.length) return false;
  if (given.from < behind || given.from - behind > GIVEN_WITHIN) return false;
  const goods = from === 0 ? hitFrom(line, behind) : hitBefore(line, from);
  if (goods === undefined || !GOODS.some((name) => goods.meanings.has(name))) return false;
  return DATIVE.test(tokenText(line, goods.to - 1));
}

const GOODS = ['product', 'goods'] as const;

/** "反制印度，对": a comma behind whom the verb before it is done to makes no subject. */
export function isActedOn(line: Line, from: number, to: number): boolean {
  if (tokenText(line, to) !== ',') return false;
  const before = hitBefore(line, from)?.meanings.get('verb') ?? [];
  return before.includes('retaliate') || before.includes('threaten');
}

const ACTING_AIDS: ReadonlySet<string> = new Set('has is will would had was'.split(' '));
const OPENS_WITHIN = 16;
const OPENINGS: ReadonlySet<string> = new Set(
  'only just hours days weeks months a since with in after amid despite following under ahead before like unlike as while snubbing defying answering punishing pressuring targeting against balas membalas tanggapi menanggapi respons merespons'.split(
    ' ',
  ),
);
const DOING = ['verb', 'saying', 'gainer', 'mood'] as const;

const TOPIC_FIRST: ReadonlySet<string> = new Set(['ko', 'ja', 'tr', 'hi', 'zh']);

/** "la Norvège et l'Islande": an article between the joining word and the second name. */
export function isArticleOf(line: Line, right: Hit, at: number): boolean {
  return (
    line.lang !== 'en' &&
    at === right.from - 1 &&
    ARTICLES.has(tokenText(line, at)) &&
    hitBefore(line, at)?.meanings.has('join') === true
  );
}

const ARTICLES: ReadonlySet<string> = new Set(
  'l la le les il lo gli el los las os die das der den dem'.split(' '),
);

// "the People's Republic of China (China) and India": a short name in brackets is the country before it.
export function isAliasMark(line: Line, left: Hit, right: Hit, at: number): boolean {
  const text = tokenText(line, at);
  if (text === '(') {
    const own = left.meanings.get('place')?.[0];
    return at === right.from - 1 && own === right.meanings.get('place')?.[0];
  }
  return text === ')' && at === left.to && tokenText(line, left.from - 1) === '(';
}

// "Dazi sull'acciaio indiano, Brasile li alza": a comma joins no adjective to a name, which outside English the first letter tells.
export function areOfTwoKinds(line: Line, left: Hit, right: Hit): boolean {
  if (line.lang === 'en') return false;
  // "Türkiye ABD menşeli otomobillere": behind the second name stands that goods come from it.
  const behind = hitFrom(line, right.to);
  if (line.lang === 'tr' && right.from === left.to)
    return (
      behind?.meanings.get('particle')?.includes('origin') === true ||
      // "Türkiye Çin ve Hindistan menşeli ipliğe": so for a list of them.
      behind?.meanings.has('join') === true ||
      isPossessedBehind(line, right.from, right.to, right.meanings.get('placekind') ?? [])
    );
  // "los autos mexicanos y México reduce": nor does a joining word, where adjectives are written small.
  const isJoining = HEADED.has(line.lang) && hitFrom(line, left.to)?.meanings.has('join') === true;
  if (tokenText(line, left.to) !== ',' && !isJoining) return false;
  return isCapital(line, right.from) && isSmall(line, left.from);
}

/** "Norway & Peru impose", "인도·일본산": the sign is no word of its own, and two that it lists are no pair. */
export function isListedBySign({ raw, tokens }: Line, { to }: Hit, role: string): boolean {
  const sign = raw.slice(tokens[to - 1]?.end, tokens[to]?.start);
  return sign.includes('&') || (role === 'origin' && sign.includes('·'));
}

/** "Import of soda ash from Kenya-Definitive duty imposed": a dash without blanks, behind which the notice goes on with a capital. */
export function isDashed(line: Line, to: number): boolean {
  const next = line.tokens[to];
  const between = line.raw.slice(line.tokens[to - 1]?.end ?? 0, next?.start ?? 0);
  return /^[-–—]$/.test(between) && isCapital(line, to);
}
