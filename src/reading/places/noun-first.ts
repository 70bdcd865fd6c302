// Names that stand behind their noun: "acier indien", "droits de douane américains". In: a line and where a name stands. Out: yes
// or no.

import { isSmall } from '../words/letter-case.ts';
import {
  hitBefore,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  lineHas,
  means,
  tokenText,
} from '../words/scene.ts';

/** Languages in which no name stands before its goods: "Mỹ loại thép", "AS buka impor". */
export const GOODS_FIRST: ReadonlySet<string> = new Set(['vi', 'id', 'th']);

/** Languages that put the country behind the goods without a word between. */
export const NOUN_FIRST: ReadonlySet<string> = new Set([
  'vi',
  'id',
  'th',
  'it',
  'es',
  'pt',
  'fr',
  'ar',
  'ro',
]);

/** "droits de douane américains", "quote Ue": the name stands behind the tariff or the quota. */
export function followsTariff(line: Line, from: number): boolean {
  const before = hitBefore(line, from);
  if (LAID.some((name) => before?.meanings.has(name) === true)) return true;
  // "dazi provvisori Ue", "droits de douane provisoires européens": one adjective may stand between.
  const isWord = line.tokens[from - 1]?.kind === 'word' && hitOver(line, from - 1) === undefined;
  return isWord && hitBefore(line, from - 1)?.meanings.has('tariff') === true;
}

const LAID = ['tariff', 'quota'] as const;
/** Languages that bend no name and put it behind the whole phrase of a tariff. */
const UNBENT: ReadonlySet<string> = new Set(['id', 'vi']);

/** "Tarif baja AS naik", "Thuế thép của Mỹ": behind a tariff and its goods stands, where nobody else is named, whose tariff it is. */
export function followsTariffOnGoods(line: Line, from: number): boolean {
  if (!UNBENT.has(line.lang) || !line.isTitle || hitsOf(line, 'place').length > 1) return false;
  const at = tokenOf(line, from);
  const goods = hitsOf(line, 'product').find((hit) => hit.to === at);
  if (goods === undefined) return false;
  // A remedy is on whose goods they are: "Thuế chống bán phá giá thép Trung Quốc".
  const tariff = hitBefore(line, goods.from);
  return means(tariff, 'tariff', 'plain') || means(tariff, 'tariff', 'weak');
}

// Vietnamese may put "of" between.
function tokenOf(line: Line, from: number): number {
  return line.tokens[from - 1]?.text === 'cua' ? from - 1 : from;
}

const GOODS = ['goods', 'product'] as const;
/** First signs of "原产于", "来自", "产自". */
const MADE_IN: ReadonlySet<string> = new Set(['原', '来', '來', '产', '產']);

/** "acier indien": the name stands behind the goods. */
export function followsGoods(line: Line, from: number): boolean {
  if (line.tokens[from - 1]?.kind === 'mark') return false;
  // "contro il dumping indiano": whose goods are sold too cheaply.
  if (tokenText(line, from - 1) === 'dumping') return true;
  if (isAdjective(line, from) && (followsTaxedNoun(line, from) || followsConcerned(line, from)))
    return true;
  if (closesTitle(line, from)) return true;
  return GOODS.some((name) =>
    hitsOf(line, name).some(
      // "tarifas globais de Trump": goods of all origins, and a tariff before all.
      (hit) => hit.to <= from && from - hit.to <= 1 && !hit.meanings.has('tariff'),
    ),
  );
}

const MADE_WITHIN = 4;

// "thuế chống bán phá giá với thép cuộn cán nóng Trung Quốc": how the goods are made may stand between, up to the end of a title.
function closesTitle(line: Line, from: number): boolean {
  if (line.lang !== 'vi' || !line.isTitle || line.tokens.length - from > 2) return false;
  const goods = hitsOf(line, 'product').findLast(({ to }) => to <= from);
  if (goods === undefined || from - goods.to > MADE_WITHIN) return false;
  return line.tokens.slice(goods.to, from).every(({ kind }) => kind === 'word');
}

// Outside English and German an adjective is written small.
function isAdjective(line: Line, from: number): boolean {
  return NOUN_FIRST.has(line.lang) && isSmall(line, from);
}

/** "l'acier indien taxé à 25 %": behind the adjective of the goods stands what is done to them. */
export function isOfTaxedGoods(line: Line, from: number, to: number): boolean {
  // "原产于美国的进口高粱反倾销立案": whose goods they are, though the remedy follows.
  const before = line.lang === 'zh' ? hitBefore(line, from) : undefined;
  if (means(before, 'prep', 'object') && MADE_IN.has(tokenText(line, before?.from ?? 0)))
    return true;
  return (
    NOUN_FIRST.has(line.lang) && means(hitFrom(line, to), 'verb', 'tax') && followsGoods(line, from)
  );
}

/** "中 후판에 관세": in Korean goods in the dative bear the duty, and who acts is set off by a comma; the United States often is not. */
export function isOfDativeGoods(line: Line, from: number, to: number): boolean {
  if (line.lang !== 'ko' || !line.isTitle) return false;
  const [place, goods] = [hitFrom(line, from), hitFrom(line, to)];
  if (goods?.meanings.has('product') !== true || goods.meanings.has('tariff')) return false;
  if (!means(hitFrom(line, goods.to), 'particle', 'object')) return false;
  return from > 0 || !means(place, 'place', 'US');
}

/** "productos ecuatorianos que tendrán un arancel": the adjective is of the goods, though a tariff follows further on. */
export function isGoodsDemonym(
  line: Line,
  from: number,
  to: number,
  kinds: readonly string[],
): boolean {
  if (!NOUN_FIRST.has(line.lang) || !kinds.includes('demonym')) return false;
  return followsGoods(line, from) && hitFrom(line, to)?.meanings.has('tariff') !== true;
}

const NOUN_WITHIN = 3;
const OWNER_WITHIN = 4;

// "le droit sur le fil ukrainien": behind what a duty is on stands any noun, though the lists do not know it.
function followsTaxedNoun(line: Line, from: number): boolean {
  const noun = line.tokens[from - 1];
  if (noun?.kind !== 'word' || hitOver(line, from - 1) !== undefined) return false;
  const on = hitsOf(line, 'prep').find(
    (hit) =>
      hit.to < from && from - hit.to <= NOUN_WITHIN && LAID_ON.has(tokenText(line, hit.from)),
  );
  // "colpisce le viti cinesi": so behind the verb.
  const verb = ARTICLES.has(tokenText(line, from - 2)) ? hitBefore(line, from - 2) : undefined;
  if (means(verb, 'verb', 'impose') || means(verb, 'verb', 'tax')) return true;
  // "le droit antidumping de l'UE sur": whose duty it is may stand between.
  return hitsOf(line, 'tariff').some(
    (hit) => on !== undefined && hit.to <= on.from && on.from - hit.to <= OWNER_WITHIN,
  );
}

const CONCERNING =
  /^(?:riguard(?:a|ano|era)|interess(?:a|ano)|concerne(?:nt)?|vise(?:nt)?|afecta(?:n)?|atinge(?:m)?|dotyczy|ating[ie]u|alcanza(?:n)?)$/;
const CONCERNED_WITHIN = 4;

// "riguarda tredici marchi italiani", "concerne les fabricants chinois": whom a measure is said to concern.
function followsConcerned(line: Line, from: number): boolean {
  return line.tokens
    .slice(Math.max(0, from - CONCERNED_WITHIN), from - 1)
    .some(({ text }) => CONCERNING.test(text));
}

const ARTICLES: ReadonlySet<string> = new Set(
  'il lo la i gli le los las el les o os as a'.split(' '),
);
const LAID_ON: ReadonlySet<string> = new Set(
  'sur sobre sul sullo sulla sull sui sugli sulle'.split(' '),
);

const SELLING = /^(?:undertakings?|dumping|exports?|shipments?|sales|deliveries)$/;

/** "dazi sulle importazioni da Cile e Perù": behind goods the Italian word for "by" tells where they come from. */
export function isGoodsFrom(line: Line, at: number): boolean {
  // "price undertakings by Peruvian mills".
  if (line.lang === 'en') return SELLING.test(tokenText(line, at - 1));
  if (line.lang !== 'it') return false;
  const before = hitBefore(line, at);
  // "dazi antidumping sui pneumatici dalla Turchia": a remedy is laid on what comes from there.
  const isRemedy = lineHas(line, 'tariff', 'AD') || lineHas(line, 'tariff', 'CVD');
  if (isRemedy && GOODS.some((name) => before?.meanings.has(name) === true)) return true;
  // "dazi sull'acciaio dagli Usa": where nobody else is named, who lays them.
  if (!hitsOf(line, 'place').some((hit) => hit.to <= at)) return false;
  return GOODS.some((name) => before?.meanings.has(name) === true);
}
