// Tariffs of those who sell power, water, rides or room to park, in other languages than English, where one word means them and a duty:
// "Tarifas da eletricidade sobem 1%", "Waterschappen verhogen tarieven". In: a title. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import type { Line, Scene } from '../words/scene.ts';

/** Words that mean a price list as well as a duty, folded. */
const PRICE_LIST = /^(?:tari(?:f|e)|taryf|тариф)/;
const SELLERS =
  /^(?:e?letric|elettric|elektric|electri|elektr|strom|energ|enea|energa|luz|luce|corriente|gas|gaz|agua|acqua|wasser|water|woda|wody|telef|taxi|taksi|takso|metro|bus|onibus|autobus|tren|trem|treni|bahn|post|correi|posta|peaj|pedag|maut|tol|netbeheer|waterschap|prad|listrik|air$|parkir|электр|тепло|вод|газ|жкх|коммун|проезд|связ|такси|почт|eau|train|sncf|edf|stationn|parch?egg|parke|parkow|парков|estacionam|aparcam|mairie|commune|comune|gemeente|prefeitura|ayuntam|мэри|муницип|belediye|miasto|cantin|kita|kinderop|creche|autostrad|autopist|autobahn|pedagg|trein|kaartje|fahrkart|fahrpreis|billet|ns$|krankenhaus|ziekenhuis|notaris|notar)/;

/** True where such a seller's title speaks of no tariff and its text only of a price list: "NS: kaartje duurder" / "tarieven". */
export function isUtilityInText({ title, lines }: Scene): boolean {
  if (title === null || title.lang === 'en') return false;
  if (NOT_SOLD.some((name) => title.classes.has(name))) return false;
  const tariffs = lines.flatMap(({ hits, tokens }) =>
    hits.filter((hit) => hit.meanings.has('tariff')).map(({ from }) => tokens[from]?.text ?? ''),
  );
  const isPriceList = tariffs.length > 0 && tariffs.every((text) => PRICE_LIST.test(text));
  return isPriceList && title.tokens.some(({ text }) => SELLERS.test(text));
}

const NOT_SOLD = ['tariff', 'goods', 'foreign', 'place', 'product'] as const;

/** Languages whose word for a duty is another: "dazi", "aranceles", "cła", "пошлины", "droits", "heffing". */
const OTHER_WORD: ReadonlySet<string> = new Set(['it', 'es', 'fr', 'pl', 'ru', 'nl']);

/** True where the title speaks of such a seller, of nothing that crosses a border and of no duty by another word. */
export function isUtilityAbroad(title: Line): boolean {
  if (title.lang === 'en' || title.classes.has('goods') || title.classes.has('foreign'))
    return false;
  const tariffs = title.hits.filter((hit) => hit.meanings.has('tariff'));
  if (tariffs.length === 0) return false;
  const isPriceList = tariffs.every(
    ({ from, to }) => to - from === 1 && PRICE_LIST.test(title.tokens[from]?.text ?? ''),
  );
  if (!isPriceList) return false;
  const groups = placeGroups(title);
  // "Tariffe in aumento del 2%": where another word means a duty, a price list without a state or goods is no duty.
  const isNobodys = groups.length === 0 && !title.classes.has('product');
  if (isNobodys && OTHER_WORD.has(title.lang)) return true;
  // "Buenos Aires" sells nothing.
  const isNamed = title.tokens.some(
    ({ text }, at) => SELLERS.test(text) && !groups.some(({ from, to }) => from <= at && at < to),
  );
  if (!isNamed) return false;
  return groups.length < 2 && !groups.some(({ role }) => role === 'origin' || role === 'object');
}
