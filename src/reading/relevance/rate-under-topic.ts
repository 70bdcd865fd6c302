// A title that only names a tariff over a text that tells its rate: "China: Zölle auf Milchprodukte" / "Die Sätze von 21,9 Prozent
// sollen ab dem 23. Dezember erhoben werden". In: an item in which no step was found. Out: yes or no.
import { ratedPlaces } from '../places/rated-places.ts';
import { hitsOf, type Line, lineHas, type Scene } from '../words/scene.ts';

const OPENING = 2;
const LAYING = ['impose', 'start', 'apply', 'raise', 'tax'] as const;
const NAMING = ['place', 'product', 'goods'] as const;
/** Sentences that tell what was, what may be, or what somebody counts. */
const OUT = ['share', 'othertax', 'saying', 'deal'] as const;

/** True where the title is about a tariff and the opening of the text tells what is charged, and from when or by whom. */
export function tellsRateUnderTopic({ title, lines }: Scene): boolean {
  // In English a verb that no list knows may stand in the title: "Tariffs batter carmakers".
  if (title === null || title.lang === 'en' || !namesTariff(title)) return false;
  return lines.some(
    (line) => !line.isTitle && line.index <= OPENING && tellsCharge(line, title.lang),
  );
}

const REMEDIES = ['AD', 'CVD'] as const;
const LAST_OF_CASE = 3;

/** True where an English title names a trade remedy, with a verb that no list knows or none ("Final mattress antidumping numbers are
 * in"), and the text sets out the rate of each country under the eyes of the office that finds it. */
export function tellsRatesOfCase({ title, lines }: Scene): boolean {
  if (title === null || title.lang !== 'en' || title.raw.includes('?')) return false;
  if ([...title.hits, ...title.marks].some(({ meanings }) => meanings.has('frame'))) return false;
  const isRemedy = REMEDIES.some(
    (kind) => lineHas(title, 'tariff', kind) || lineHas(title, 'instrument', kind),
  );
  if (!isRemedy || title.classes.has('background')) return false;
  const near = lines.filter((line) => !line.isTitle && line.index <= LAST_OF_CASE);
  return near.some(({ classes }) => classes.has('leadership')) && near.some(setsOutRates);
}

function setsOutRates(line: Line): boolean {
  const isElse = line.classes.has('movement') || line.classes.has('share');
  return !isElse && !line.classes.has('background') && ratedPlaces(line).length > 1;
}

function namesTariff(title: Line): boolean {
  if (title.raw.includes('?') || !title.classes.has('tariff') || title.classes.has('mood'))
    return false;
  if ([...title.hits, ...title.marks].some(({ meanings }) => meanings.has('frame'))) return false;
  return NAMING.some((name) => title.classes.has(name)) && !title.classes.has('verb');
}

function tellsCharge(line: Line, lang: string): boolean {
  if (line.lang !== lang || !line.classes.has('percent')) return false;
  if (OUT.some((name) => line.classes.has(name))) return false;
  const rate = hitsOf(line, 'percent')[0]?.from ?? 0;
  if (hitsOf(line, 'background').some(({ to }) => to <= rate)) return false;
  const isLaid = LAYING.some((family) => lineHas(line, 'verb', family));
  return isLaid || (line.classes.has('effective') && hitsOf(line, 'gainer').length > 0);
}
