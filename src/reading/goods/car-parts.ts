// Parts of cars that are named with the cars: "cars and their parts", "자동차·부품". In: a sentence and the goods found so far. Out: the
// goods with the other of the two added.
import type { Fact } from '../../domain/reading.ts';
import { evidenceOf, hitsOf, type Line, means, tokenText } from '../words/scene.ts';

type Found = Map<string, Fact<string>>;

/** Adds parts of cars, or the cars themselves, where the sentence joins the two. */
export function addCarParts(line: Line, found: Found): void {
  if (found.has('autos') === found.has('auto-parts')) return;
  const missing = found.has('autos') ? 'auto-parts' : 'autos';
  const isJoined = line.lang === 'en' ? missing === 'auto-parts' && namesParts(line) : joins(line);
  if (!isJoined) return;
  found.set(missing, { value: missing, evidence: evidenceOf(line, 'product:parts-of-cars') });
}

const PARTS_WITHIN = 6;
const PARTS: ReadonlySet<string> = new Set(['parts', 'components']);
const OF_CARS: ReadonlySet<string> = new Set(
  'their its key and certain some core on imported for'.split(' '),
);

// "cars and their parts", "duty on vehicles and key components".
function namesParts(line: Line): boolean {
  const cars = hitsOf(line, 'product').filter((hit) => means(hit, 'product', 'autos'));
  return line.tokens.some(
    (token, place) =>
      PARTS.has(token.text) &&
      OF_CARS.has(tokenText(line, place - 1)) &&
      cars.some((hit) => hit.to <= place && place - hit.to <= PARTS_WITHIN),
  );
}

const JOINED: Readonly<Record<string, RegExp>> = {
  ko: /(?:자동차|차량) ?(?:와|및|·|,) ?(?:자동차 ?)?부품/u,
  ja: /(?:自動車|車) ?(?:と|や|・|、|及び|および) ?(?:同|自動車)?部品/u,
  zh: /[汽整轿]?[车車] ?(?:和|及|与|與|、|及其|及相关)(?:其|汽[车車])?零(?:部件|组件|組件|件)/u,
  de: /\b(?:autos?|fahrzeugen?|pkw) und (?:deren )?(?:teilen?|ersatzteilen?|komponenten)\b/iu,
  fr: /\b(?:voitures|automobiles|véhicules) et (?:leurs |les |des )?(?:pièces|composants)/iu,
  es: /\b(?:autos|coches|automóviles|vehículos) y (?:sus |a )?(?:partes|piezas|componentes|refacciones)\b/iu,
  pt: /\b(?:carros|automóveis|veículos) e (?:suas )?(?:peças|partes|componentes)\b/iu,
  it: /\b(?:auto|automobili|veicoli) e (?:loro )?(?:componenti|ricambi|parti)\b/iu,
  nl: /\b(?:auto's|auto’s|voertuigen) en (?:auto-)?onderdelen\b/iu,
  pl: /\b(?:samochody|auta|pojazdy) i (?:ich )?części/iu,
  tr: /\b(?:otomobil|araç|araba)(?:lara|ler|lar)? ve (?:yedek )?parça/iu,
  ru: /(?:автомобили|машины) и (?:запчасти|комплектующие|автозапчасти)/iu,
  id: /\b(?:mobil|otomotif|kendaraan) dan (?:suku cadang|komponen)/iu,
  vi: /ô tô (?:và|,) (?:linh kiện|phụ tùng)/iu,
};

// "autos y sus partes", "汽车及零部件".
function joins(line: Line): boolean {
  return JOINED[line.lang]?.test(line.raw.slice(line.start, line.end)) === true;
}
