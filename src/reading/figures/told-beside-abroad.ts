// Rates that a sentence in another language than English tells beside the step: a mean of all tariffs ("la tasa media"), an earlier
// deed of a named year ("En 2018 impuso"), the tariff that is answered ("responde al arancel del 41%"), what somebody else does to
// the goods of who takes the step. In: a percentage in its sentence. Out: yes or no.
import { isChargedByAnswered } from '../places/into-market.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { isInClauseOfOther, relativeDoer } from '../places/relative-doer.ts';
import {
  hitBefore,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  tokenText,
} from '../words/scene.ts';
import { isOfEarlierMonth, wasForAWhile } from './earlier-abroad.ts';
import type { RateAt } from './rate-at.ts';

/** Steps whose rate is that of a measure which stands or was to come. */
const HALTING = /^(?:delayed|suspended|exempted|exemption-)/;

/**
 * True for a rate of a sentence that tells of a mean, another time, an answered tariff or another doer. `isSecond`: the step has
 * a rate of its own, or the sentence is about other goods.
 */
export function isBesideStepAbroad(at: RateAt, isSecond: boolean): boolean {
  const { line, lead } = at;
  if (line.isTitle || line === lead.line) return false;
  if (isMean(at) || isInClauseOfOther(line, at.percent.from, at.sides.imposers)) return true;
  if (isOfBound(at)) return true;
  if (lead.action.startsWith('retaliation') && isChargedByAnswered(line, at.sides.targets))
    return true;
  const doer = relativeDoer(line, at.percent.from);
  if (doer?.codes.some((code) => at.sides.imposers.has(code)) === true) return false;
  if (isAnsweredTariff(at) || isOfClauseBefore(at)) return true;
  if (HALTING.test(lead.action)) return false;
  if ((isSecond || at.all[0] !== at.percent) && isOnlyAskedFor(at)) return true;
  if (isSecond && (isOfYearBefore(at) || isOfEarlierMonth(at) || wasForAWhile(at))) return true;
  return isOnGoodsOfImposer(at) || isThreatOfOther(at);
}

/** "medio", "durchschnittliche", "moyen": of all tariffs together; folded. */
const MEAN =
  /^(?:medi[oa]s?|promedio|efectiv[oa]s?|efetiv[oa]s?|durchschnitt|effektive|moyen|effectif|gemiddeld|effectieve|medi[oae]$|sredni|средн|ortalama|rata-rata|trung binh)/;
/** Scripts without spaces, read character by character. */
const MEAN_SIGNS = ['平均', '평균'] as const;
const MEAN_WITHIN = 14;

function isMean({ line, percent }: RateAt): boolean {
  const from = Math.max(0, percent.from - MEAN_WITHIN);
  const before = line.tokens.slice(from, percent.from);
  const at = before.findLastIndex(({ text }) => MEAN.test(text));
  // "un 14 por ciento medio y casi un 20": right behind a figure it is said of that one.
  if (at >= 0 && hitBefore(line, from + at)?.meanings.has('percent') === true) return false;
  if (at >= 0) return !isParted(line, from + at, percent.from);
  const joined = before.map(({ text }) => text).join('');
  return MEAN_SIGNS.some((sign) => joined.includes(sign));
}

const BOUND =
  /(?:\bomc|\bwto|organização mundial do comércio|organización mundial del? comercio|organisation mondiale du commerce|welthandelsorganisation)[^.;]{0,20}$/i;

// "o máximo permitido pela Organização Mundial do Comércio, que é 35%": what nobody may go beyond.
function isOfBound({ line, percent }: RateAt): boolean {
  return BOUND.test(line.raw.slice(line.start, line.tokens[percent.from]?.start ?? line.start));
}

const YEAR = /^(?:19|20)\d\d$/;
/** "En 2018", "2018年": where the sentence opens. */
const OPENING = 2;

function isOfYearBefore({ line, publishedOn }: RateAt): boolean {
  if (publishedOn === null) return false;
  const opening = line.tokens.slice(0, OPENING);
  const year = opening.find(({ text }) => YEAR.test(text));
  return year !== undefined && Number(year.text) < Number(publishedOn.slice(0, 4));
}

const TO_WHAT: ReadonlySet<string> = new Set(
  'al a à aux au auf às ao aos alla al alle ai op на na'.split(' '),
);
const ANSWER = /^(?:antwort|reaktion|respuesta|reponse|resposta|risposta|antwoord|odpowiedz|ответ)/;
const ANSWERED_WITHIN = 10;
const FIGURE_WITHIN = 3;

// "responde al arancel del 41% que China impuso", "Antwort auf den Zoll von 41 Prozent".
function isAnsweredTariff({ line, percent }: RateAt): boolean {
  const from = Math.max(0, percent.from - ANSWERED_WITHIN);
  const answers = line.hits.filter(
    (hit) => hit.meanings.has('retaliation') || means(hit, 'verb', 'retaliate'),
  );
  return line.tokens.slice(from, percent.from).some(({ text }, steps) => {
    const end = from + steps + 1;
    const isAnswer = ANSWER.test(text) || answers.some((hit) => hit.to === end);
    // The little word may be the last one of the phrase: "responde a".
    const isTo = TO_WHAT.has(tokenText(line, end)) || (isAnswer && TO_WHAT.has(text));
    // "die Antwort auf die 25 Prozent der USA": the figure itself is what is answered.
    const isFigure = !line.isTitle && percent.from - end <= FIGURE_WITHIN;
    return isAnswer && isTo && (isFigure || namesTariff(line, end, percent.from));
  });
}

// "reagiert auf die Zölle und verlangt 25 Prozent": behind a verb of its own begins what is charged.
function namesTariff(line: Line, from: number, to: number): boolean {
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= from && hit.to <= to);
  return (
    tariff !== undefined &&
    !hitsOf(line, 'verb').some((hit) => hit.from >= tariff.to && hit.to <= to)
  );
}

const AFTER: ReadonlySet<string> = new Set(['后', '後']);

// "美国宣布对中国钢铁加征50%关税后,加方决定": what another did before, in a clause of its own.
function isOfClauseBefore({ line, percent, sides }: RateAt): boolean {
  if (line.lang !== 'zh') return false;
  const end = line.tokens.findIndex(({ text }, at) => at >= percent.to && text === ',');
  if (end < 0 || !AFTER.has(tokenText(line, end - 1))) return false;
  const groups = placeGroups(line);
  const isOwn = ({ codes }: PlaceGroup): boolean => codes.some((code) => sides.imposers.has(code));
  const doer = groups[0];
  return (
    doer !== undefined &&
    doer.to <= percent.from &&
    isActing(doer) &&
    !isOwn(doer) &&
    groups.some((group) => group.from > end && isActing(group) && isOwn(group))
  );
}

// "ベトナムはインドのコメに41%の報復関税を課す", "China erhebt auf Reis aus Indien 41 Prozent": who opens the sentence taxes the imposer's goods.
function isOnGoodsOfImposer({ line, percent, sides }: RateAt): boolean {
  const { imposers } = sides;
  const [doer, ...others] = placeGroups(line);
  if (imposers.size === 0 || doer === undefined || doer.from > 1 || !isActing(doer)) return false;
  const isKnown = (code: string): boolean => imposers.has(code) || code === 'WORLD';
  if (doer.codes.some(isKnown)) return false;
  // "美方宣布对中国商品加征关税后,中方决定": behind what was answered the imposer itself acts.
  if (
    others.some((group) => group.to <= percent.from && isActing(group) && group.codes.some(isKnown))
  )
    return false;
  return others.some(
    ({ codes, role }) => GOODS_OF.has(role) && codes.every((code) => imposers.has(code)),
  );
}

// "A Turquia ameaça taxar algodão em 23%", "中国は71%の報復関税を警告していた": who opens the sentence only says what it would do.
function isThreatOfOther({ line, sides, lead }: RateAt): boolean {
  const { imposers } = sides;
  const groups = placeGroups(line);
  const [doer] = groups;
  if (imposers.size === 0 || lead.action === 'deal-reached') return false;
  if (doer === undefined || doer.from > 1) return false;
  // "A Turquia ameaça": at the start "A" is the article.
  if (!isActing(doer) && !(line.lang === 'pt' && doer.from === 1)) return false;
  const isKnown = (code: string): boolean => imposers.has(code) || code === 'WORLD';
  if (doer.codes.some(isKnown)) return false;
  if (groups.some((group) => group !== doer && isActing(group) && group.codes.some(isKnown)))
    return false;
  return (
    lineHas(line, 'verb', 'threaten') ||
    lineHas(line, 'mood', 'threat') ||
    lineHas(line, 'tariff', 'retaliation') ||
    line.classes.has('retaliation')
  );
}

const GOODS_OF: ReadonlySet<string> = new Set(['origin', 'object', 'owner', 'place', 'into']);

function isActing({ role }: PlaceGroup): boolean {
  return role === 'bare' || role === 'subject';
}

const ASKING =
  /^(?:pedia[mn]?|pidio|pidieron|solicitaba[mn]?|solicito|reclamaba[mn]?|exigia[mn]?|chiedeva(?:no)?|reclamait|reclamaient|demandait|demandaient)$/;
const ASKED_WITHIN = 5;

// "el gremio pedía al menos un 30 %": what somebody without a tariff of his own asked for.
function isOnlyAskedFor({ line, percent, sides }: RateAt): boolean {
  const from = Math.max(0, percent.from - ASKED_WITHIN);
  const at = line.tokens.findLastIndex(
    ({ text }, place) => place >= from && place < percent.from && ASKING.test(text),
  );
  if (at < 0 || isParted(line, at, percent.from)) return false;
  return !placeGroups(line).some(
    ({ to, codes }) =>
      to <= at && !isParted(line, to, at) && codes.some((code) => sides.imposers.has(code)),
  );
}
