// Titles outside English that tell a step by nouns alone, though they state no rate: goods that are freed, goods without
// another's tariff, an inquiry called new, a respite called up behind a colon, new import quotas, Turkish goods in the dative before a duty. In: a title.
// Out: the step, or null.
import type { Action } from '../../domain/reading.ts';
import type { StepObject } from '../objects/action-table.ts';
import { lineEndsAsQuestion, objectsIn, type Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isOver } from './pause-over.ts';

const WEIGHT = 62;

type Way = (line: Line) => Hit | null;

/** Each way to tell a step without a verb, and what it tells. */
const WAYS: readonly { readonly tell: Way; readonly about: StepObject; readonly action: Action }[] =
  [
    { tell: freedGoods, about: 'relief', action: 'exempted' },
    { tell: withoutTheirs, about: 'tariff', action: 'exempted' },
    { tell: namedRelief, about: 'relief', action: 'exempted' },
    { tell: calledRespite, about: 'tariff', action: 'delayed' },
    { tell: newQuota, about: 'quota', action: 'quota-set' },
    { tell: dutyOnDative, about: 'tariff', action: 'imposed' },
  ];

/** "Nowe kwoty importowe UE na stal", "Binlerce ürüne ek gümrük vergisi": what the nouns of a title tell; null for nothing. */
export function nominalAbroad(line: Line): Step | null {
  if (line.lang === 'en') return null;
  const probe = newProbe(line);
  if (probe !== null) return told(line, probe, 'probe', 'investigation-opened');
  if (isElse(line)) return null;
  for (const { tell, about, action } of WAYS) {
    const object = tell(line);
    if (object === null) continue;
    return told(line, object, about, action);
  }
  return null;
}

function told(line: Line, object: Hit, about: StepObject, action: Action): Step {
  const step = { line, verb: object, object, family: 'nominal', about };
  return { ...step, mood: 'plain', action, isBackground: false, weight: WEIGHT };
}

const SPOKEN_OF = ['frame', 'mood', 'saying', 'court'] as const;
const SIGNS_OF_NEW = /新たな$|新$|새$|신규$/;

// "Usa, nuova indagine sulla Svizzera dopo lo stop ai dazi", "米、日本などに新たな調査 関税違憲判決受け": a state, an inquiry called new, and
// behind it into whom and what it follows; a verb would tell what becomes of it.
function newProbe(line: Line): Hit | null {
  if (!line.classes.has('tariff') || lineEndsAsQuestion(line)) return null;
  if (SPOKEN_OF.some((name) => line.classes.has(name))) return null;
  if (line.marks.some(({ meanings }) => meanings.has('frame'))) return null;
  const probe = hitsOf(line, 'probe').find((hit) => {
    const near = line.tokens.slice(Math.max(0, hit.from - NEW_WITHIN), hit.from);
    const signs = line.tokens.slice(Math.max(0, hit.from - 3), hit.from).map(({ text }) => text);
    return near.some(({ text }) => NEW.test(text)) || SIGNS_OF_NEW.test(signs.join(''));
  });
  if (probe === undefined || hitsOf(line, 'place').length < 2) return null;
  if (hitsOf(line, 'place')[0]?.from !== 0) return null;
  const isActed = hitsOf(line, 'verb').some((hit) => hit.to <= probe.from);
  return isActed ? null : probe;
}

const ELSE = ['frame', 'background', 'cause', 'saying'] as const;

// A mood tells that nothing is done yet; "without" is one only where it takes a tariff away.
function isElse(line: Line): boolean {
  if (lineEndsAsQuestion(line) || ELSE.some((name) => line.classes.has(name))) return true;
  return hitsOf(line, 'mood').some((hit) => !WITHOUT.has(tokenText(line, hit.from)));
}

const OPENS_WITHIN = 2;
const CUSTOMS = wordGroup(/^(?:bea|aranc|zoll|dazi|gumruk|ce[lł]|cl[ao]$|douan|пошлин|import)/);

// "Kopi dan pisang kini bebas tarif di AS", "给予零关税待遇": goods and that nothing is charged on them; a phrase that names the
// customs needs no state beside it ("Bea masuk nol persen untuk impor kapas").
function freedGoods(line: Line): Hit | null {
  const object = hitsOf(line, 'relief').find(
    (hit) => means(hit, 'relief', 'preference') || hit.meanings.has('zerorate'),
  );
  const isOfGoods = line.classes.has('product') || line.classes.has('goods');
  if (object === undefined || !isOfGoods) return null;
  const isNamed = object.from <= OPENS_WITHIN && object.to - object.from > 1 && says(line, CUSTOMS);
  return isNamed || line.classes.has('place') ? object : null;
}

/** Little words for "without" and "outside", folded; "vrij van" is one of two. */
const WITHOUT: ReadonlySet<string> = new Set(
  'bez без poza вне sin sem senza sans ohne zonder tanpa vrij'.split(' '),
);
const WITHOUT_WITHIN = 5;

// "Polskie meble bez amerykańskich ceł", "Tessile italiano senza dazi svizzeri": goods of one, and behind "without" the tariff
// of another.
function withoutTheirs(line: Line): Hit | null {
  if (!line.classes.has('product') && !line.classes.has('goods')) return null;
  const at = line.tokens.findIndex(({ text }) => WITHOUT.has(text));
  if (at < 1 || !hitsOf(line, 'place').some((hit) => hit.to <= at)) return null;
  const inside = line.hits.filter((hit) => hit.from >= at && hit.to <= at + WITHOUT_WITHIN);
  const tariff = inside.find((hit) => hit.meanings.has('tariff') || hit.meanings.has('zerorate'));
  return inside.some((hit) => hit.meanings.has('place')) ? (tariff ?? null) : null;
}

const FROM: ReadonlySet<string> = new Set(
  'von van de des du da do das dos del de los dai dal dalle od z от из'.split(' '),
);
const RELIEVED_WITHIN = 4;

// "Ausnahmen von US-Zöllen für Bananen": a relief opens the title, and behind it stands from what.
function namedRelief(line: Line): Hit | null {
  if (!line.classes.has('product') && !line.classes.has('goods')) return null;
  const relief = hitsOf(line, 'relief').find((hit) => hit.from <= OPENS_WITHIN);
  if (relief === undefined || !FROM.has(tokenText(line, relief.to))) return null;
  const isOfTariff = hitsOf(line, 'tariff').some(
    (hit) => hit.from > relief.to && hit.from - relief.to <= RELIEVED_WITHIN,
  );
  return isOfTariff && line.classes.has('place') ? relief : null;
}

const CALLING: ReadonlySet<string> = new Set([':', ',', '-', '–']);

// "Droits de douane : sursis de 90 jours pour le Mexique": behind the mark stands what becomes of the tariff before it.
function calledRespite(line: Line): Hit | null {
  if (!line.classes.has('place')) return null;
  const tariff = hitsOf(line, 'tariff')[0];
  const pause = hitsOf(line, 'pausenoun').find(
    (hit) => hit.from === 0 || CALLING.has(tokenText(line, hit.from - 1)),
  );
  if (tariff === undefined || pause === undefined || isOver(line, pause)) return null;
  // "Отсрочка на 90 дней: пошлины США", "Uitstel voor heffingen op Mexico": the respite may stand first.
  // "Auto dal Messico: tregua di un mese sui dazi Usa".
  if (tariff.from > pause.from)
    return hitsOf(line, 'verb').every((verb) => verb === pause) ? tariff : null;
  const between = line.tokens.slice(tariff.to, pause.from);
  return between.some(({ text }) => CALLING.has(text)) ? tariff : null;
}

/** Words for "new", folded; those of Indonesian and Vietnamese stand behind the noun. */
const NEW =
  /^(?:neue[nrs]?|nuevo|nuevos|nuova|nuove|nova|novas|novo|novos|nouveau|nouveaux|nowe|nowy|nowa|nowych|nieuwe|yeni|новая|новые|новых|нови[йх]|нові|baru|moi)$/;
const NEW_WITHIN = 2;

// "Neue EU-Quoten für Stahlimporte", "Kuota impor baru": quotas that are called new are set.
function newQuota(line: Line): Hit | null {
  const quota = objectsIn(line).find(({ abouts }) => abouts.includes('quota'))?.hit;
  if (quota === undefined || quota.from > NEW_WITHIN + 2) return null;
  if (!line.classes.has('product') && !line.classes.has('goods')) return null;
  const from = Math.max(0, quota.from - NEW_WITHIN);
  const near = [
    ...line.tokens.slice(from, quota.from),
    ...line.tokens.slice(quota.to, quota.to + 1),
  ];
  const isNew = near.some(({ text }) => NEW.test(text)) || NEW.test(tokenText(line, quota.from));
  return isNew ? quota : null;
}

const DATIVE = /[ae]$/;
const SHORTEST = 4;
/** First words by which Turkish calls a duty a further one. */
const FURTHER: ReadonlySet<string> = new Set(['ek', 'ilave', 'yeni']);

// "Binlerce ürüne ek gümrük vergisi": a title that ends with a further duty, and right before it on what.
function dutyOnDative(line: Line): Hit | null {
  if (line.lang !== 'tr') return null;
  const tariff = hitsOf(line, 'tariff').at(-1);
  if (tariff === undefined || tariff.to < line.tokens.length) return null;
  if (!FURTHER.has(tokenText(line, tariff.from))) return null;
  // "Maaşlara ek vergi": without the customs or goods it may be any tax.
  const isOfTrade = says(line, CUSTOMS) || line.classes.has('product') || line.classes.has('goods');
  if (!isOfTrade) return null;
  const goods = tokenText(line, tariff.from - 1);
  return goods.length >= SHORTEST && DATIVE.test(goods) ? tariff : null;
}
