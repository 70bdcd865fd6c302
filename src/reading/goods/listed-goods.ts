// Goods that the text lists under a title that only speaks of goods. In: the item and a sentence. Out: yes or no.
// "tariffs on €95bn of US goods" / "Jets, cars and bourbon are on the list": the list tells which goods.

import type { Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { endOfList, headOfList } from './goods-list.ts';
import { isLedByExample, tellsExceptions } from './led-lists.ts';
import { isExample } from './taxed-goods.ts';

const LISTED_WITHIN = 3;
const FEWEST = 2;
const STARTS_WITHIN = 8;
const LISTING = wordGroup(
  'list lists listed crosshairs covers cover covered affected targeted targets include includes including among carry attract face caught worth hit slapped',
);
/** True for a sentence of the text that lists the goods of a title that names none. */
export function listsGoods(scene: Scene, line: Line, lead: Step): boolean {
  const { title } = scene;
  if (title === null || line.isTitle || line.index > LISTED_WITHIN) return false;
  if (lineHas(title, 'product')) return false;
  const goods = hitsOf(line, 'product');
  const first = goods[0];
  if (first === undefined || goods.length < FEWEST) return false;
  if (lead.about !== 'relief' && !isRelieving(lead) && tellsExceptions(line)) return false;
  const head = headOfList(line, first);
  const isLed =
    isExample(line, head) || isLedByExample(line, first, head) || isSpelledOutBehind(line, head);
  // A title that names neither goods nor more than one state leaves it to the text.
  const isOpen = lineHas(title, 'goods') || isCounted(title);
  if (!isOpen && !(placeGroups(title).length < 2 && (isLed || isToldFirst(line, first))))
    return false;
  if (isLed) return true;
  if (first.from > STARTS_WITHIN) return false;
  return says(line, LISTING) || lineHas(line, 'percent') || isToldFirst(line, first);
}

function isRelieving({ action }: Step): boolean {
  return action === 'exempted' || action.startsWith('exemption');
}

const OPENING: ReadonlySet<string> = new Set([',', ':', '-', '(', 'are', 'were']);
const MEMBER_WITHIN = 4;

// "duties on two imports, a plastic and certain nails", "five products: tyres, glass": the goods right behind what says that there are some.
function isSpelledOutBehind(line: Line, head: number): boolean {
  const mark = line.tokens.findLastIndex(({ text }, at) => at < head && OPENING.has(text));
  return (
    mark >= 0 &&
    head - mark <= MEMBER_WITHIN &&
    hitBefore(line, mark)?.meanings.has('goods') === true
  );
}

const TOLD_WITHIN = 6;

// "Shoes, lamps and bicycles now come in free of duty": the sentence begins with the list and tells what they pay.
function isToldFirst(line: Line, first: Hit): boolean {
  if (headOfList(line, first) > OPENS_WITHIN) return false;
  const end = endOfList(line, first);
  const told = line.hits.find(
    (hit) => hit.from >= end && TELLS.some((name) => hit.meanings.has(name)),
  );
  return told !== undefined && told.from - end <= TOLD_WITHIN && !isParted(line, end, told.from);
}

const OPENS_WITHIN = 4;
const TELLS = ['gainer', 'zerorate', 'relief'] as const;

const NUMBERED: ReadonlySet<string> = new Set(['list', 'lists', 'annex', 'tranche']);
const NUMBERED_WITHIN = 8;

/** "1,463 tariff classifications", "more than 1,400 products": a list that the text does not print. */
export function isCounted(line: Line): boolean {
  return (
    lineHas(line, 'uncounted', 'lines') ||
    hitsOf(line, 'goods').some((hit) => isSome(line, hit)) ||
    hitsOf(line, 'goods').some(
      (hit) =>
        line.tokens[hit.from - 1]?.kind === 'number' &&
        tokenText(line, hit.from - 1).length < 6 &&
        // "on List 1, 2 and 3 imports": which lists, and not how many goods.
        !line.tokens
          .slice(Math.max(0, hit.from - NUMBERED_WITHIN), hit.from)
          .some(({ text }) => NUMBERED.has(text)),
    )
  );
}

const SOME = /^(?:some|certain|select|selected)$/;
const GOODS = /^(?:goods|products|imports|items)$/;

// "tariffs on some products from Peru": which ones is left open.
function isSome(line: Line, { from, to }: Hit): boolean {
  return (
    line.lang === 'en' &&
    SOME.test(tokenText(line, from - 1)) &&
    GOODS.test(tokenText(line, to - 1))
  );
}

const STATES: ReadonlySet<string> = new Set('countries nations partners allies'.split(' '));
const STATE_WIDE = ['Section 122', 'IEEPA'] as const;

/** "tariffs on countries that trade with Iran", "the Section 122 tariffs": whole states are hit, whichever they are. */
export function hitsStates(scene: Scene, lead: Step): boolean {
  const { line } = lead;
  return (
    line.tokens.some(
      (token, at) =>
        at > 1 && (STATES.has(token.text) || (token.text === 'economies' && isOfStates(line, at))),
    ) ||
    // "tariff on buyers of Iranian oil": who buys is hit with all that he sells.
    hitsOf(line, 'holder').some((hit) => means(hit, 'holder', 'buyer')) ||
    hitsOf(line, 'goods').some((hit) => isOnAll(line, hit)) ||
    STATE_WIDE.some((law) => lineHas(scene.title ?? line, 'instrument', law))
  );
}

// "sets a 10% tariff on all goods": not the exemption of "all goods in transit".
function isOnAll(line: Line, { from, to, meanings }: Hit): boolean {
  const isLaid = line.lang === 'en' && meanings.get('goods')?.includes('all') === true;
  return isLaid && tokenText(line, from - 1) === 'on' && !OF_WHICH.has(tokenText(line, to));
}

/** "all goods in transit", "all products of copper": some. */
const OF_WHICH: ReadonlySet<string> = new Set('in of containing with made that'.split(' '));

const WHICH: ReadonlySet<string> = new Set('these those various other certain several'.split(' '));

// "the products of 60 economies", "on those economies": states are meant; "hurts Asian economies" tells how they fare.
function isOfStates(line: Line, at: number): boolean {
  return line.tokens[at - 1]?.kind === 'number' || WHICH.has(tokenText(line, at - 1));
}
