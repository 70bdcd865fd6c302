// "Tariff", "duty" and "quota" in another sense: power and water tariffs, fishing quotas, duties of care. In: the scene. Out: yes
// or no.

import { hasTariffWord, tariffWords } from '../objects/tariff-words.ts';
import { laysDutyOnGoods } from '../objects/trade-company.ts';
import type { Hit, HitClass } from '../words/lexicon.ts';
import {
  headMarks,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { isUtilityAbroad, isUtilityInText } from './utility-tariffs.ts';

/** True where a word list names another sense and nothing near the top of the item speaks of a tariff on goods. */
export function isOtherSense(scene: Scene): boolean {
  if (scene.title !== null && isUtilityAbroad(scene.title)) return true;
  if (isUtilityInText(scene)) return true;
  const line = scene.lines.find((candidate) => namesOtherSense(candidate));
  if (line === undefined) return false;
  const tradeWords = scene.lines.flatMap((candidate) => tariffWords(candidate)).length;
  const isTradeTitle =
    scene.title !== null &&
    hasTariffWord(scene.title) &&
    lineHas(scene.title, 'place') &&
    !isUtility(scene.title);
  if (isTradeTitle) return false;
  // "Power firms can't raise tariffs": where the text speaks of power more often than of tariffs, it is theirs.
  const others = scene.lines.flatMap(({ marks, hits }) => [...marks, ...hits]).filter(isOther);
  const isOfTrade = tradeWords > 1 && others.length <= tradeWords;
  if (!line.isTitle && (isOfTrade || chargesGoods(scene.title))) return false;
  return !scene.lines.some(
    (candidate) => candidate.index <= 1 && (saysTariffOn(candidate) || namesImportDuty(candidate)),
  );
}

const BRANDS =
  /^(?:jio|airtel|vodafone|vodacom|safaricom|telkomsel|ncell|grameenphone|banglalink|turkcell|etisalat|9mobile)$/;

// A firm that sells calls says what is meant only where the title names it.
function namesOtherSense(line: Line): boolean {
  const isMeant = (hit: Hit): boolean =>
    isOther(hit) && (line.isTitle || !BRANDS.test(tokenText(line, hit.from)));
  return lineHas(line, 'frame', 'homonym') && [...headMarks(line), ...line.hits].some(isMeant);
}

function isOther(hit: Hit): boolean {
  return means(hit, 'frame', 'homonym');
}

// "to tax Bolivian goods at 20%" / "It answers smuggling": a rate on the goods of a state is a tariff, whatever the text adds.
function chargesGoods(title: Line | null): boolean {
  if (title === null || title.lang !== 'en') return false;
  return ['goods', 'place', 'percent'].every((name) => title.classes.has(name as HitClass));
}

const UTILITIES =
  /^(?:jio|airtel|vodafone|telco|toll|canal|postal|freight|roaming|prepaid|rail|airport|hotel|room|taxi|bus|parking|insurance|motor|parcel|internet|broadband|phone|electric|power|water|energy|telecom|mobile|data|utilit|gas|household|consumer|customer|residential|home|user)/;

// "Nigeria's electricity regulator hikes tariffs": a state, but nothing that crosses its border.
function isUtility(title: Line): boolean {
  if (title.classes.has('goods') || title.classes.has('foreign') || saysTariffOn(title))
    return false;
  return [...title.marks, ...title.hits].some(
    (hit) =>
      means(hit, 'frame', 'homonym') &&
      title.tokens.slice(hit.from, hit.to).some(({ text }) => UTILITIES.test(text)),
  );
}

// "import duty and sales tax": the duty is called by what it is laid on.
function namesImportDuty(line: Line): boolean {
  return (
    line.lang === 'en' &&
    hitsOf(line, 'tariff').some((hit) => /^(?:import|customs)$/.test(tokenText(line, hit.from)))
  );
}

// "wind energy tariffs" / "removes tariffs on wind energy components": a power tariff is not laid on goods.
function saysTariffOn(line: Line): boolean {
  const isTrade =
    lineHas(line, 'goods') ||
    lineHas(line, 'foreign') ||
    isOfAnother(line) ||
    laysDutyOnGoods(line);
  return hitsOf(line, 'tariff').some(
    (hit) =>
      (!means(hit, 'tariff', 'weak') || isTrade) &&
      tokenText(line, hit.to) === 'on' &&
      !line.tokens.slice(hit.to, hit.to + WAY_WITHIN).some(({ text }) => WAY.test(text)),
  );
}

// "a tariff increase on the northern motorway" is a toll.
const WAY =
  /^(?:motorway|expressway|highway|freeway|bridge|tunnel|railway|metro|route|canal|road)s?$/;
const WAY_WITHIN = 5;

// "slaps a duty on Chinese cells": goods of a second country.
function isOfAnother(line: Line): boolean {
  const places = new Set(hitsOf(line, 'place').flatMap((hit) => hit.meanings.get('place') ?? []));
  return line.classes.has('product') && places.size > 1;
}
