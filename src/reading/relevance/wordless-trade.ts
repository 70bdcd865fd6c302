// What a title tells of trade without any word for a tariff: an inquiry ("probes Indian steel imports", "輸入を調査へ"), a relief
// ("rules out carve-out for Australian steel"), a cap ("caps imports of rice"). In: a step. Out: whether it is about what comes from
// another country.
import type { Action } from '../../domain/reading.ts';
import { isAuthority, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, type Scene } from '../words/scene.ts';

const TRADE_INQUIRY = /\btrade (?:practices? )?(?:probe|inquiry|investigation)/;
const OF_IMPORTS =
  /\b(?:probe|probes|probing|investigate|investigates|investigation into|probe into|inquiry into) imports of\b/;
const TRADED =
  /\b(?:trade (?:probe|inquiry|investigation|commission|panel|body|court)|(?:us)?itc|dumped|dumping|subsid|imports)/;

/** True for a step that is one of trade though its title names no tariff. */
export function isWordlessTrade(step: Step, scene: Scene): boolean {
  return isTradeInquiry(step, scene) || isTradeRelief(step) || isImportCap(step);
}

// "probes Indian steel imports", "orders inquiry into dumped steel": a state looks into what comes from another.
function isTradeInquiry(step: Step, scene: Scene): boolean {
  const { line, family, about, object } = step;
  if (about !== 'probe' || !line.isTitle) return false;
  if (line.lang !== 'en' && isBackedInquiry(line, scene)) return true;
  if (family !== 'open') return false;
  const places = hitsOf(line, 'place').length;
  const isForeign = places > 1 && line.classes.has('product');
  // "무역위, 중국산 후판 조사 착수": an office that looks into what comes from another country.
  const text = textOf(line);
  if (line.lang !== 'en') return isForeign && (isOfficeFirst(line) || isOfImports(text));
  // "opens trade investigation into Brazil", "to probe imports of wind turbines": the words name what is looked into.
  if (places > 1 && TRADE_INQUIRY.test(text)) return true;
  if (places > 0 && line.classes.has('product') && OF_IMPORTS.test(text)) return true;
  if (isForeign && (TRADED.test(text) || isIntoGoods(line))) return true;
  // "opens national security probe into drone imports": Section 232 is not named.
  if (/national security/.test(text) && /imports/.test(text) && line.classes.has('product'))
    return true;
  return isRemedyCase(line, object) || (TRADE_OFFICE.test(text) && isIntoState(line));
}

// "Peru caps imports of rice": a state holds goods down to a quantity.
function isImportCap({ line, about, object, verb }: Step): boolean {
  return about === 'quota' && object === verb && line.isTitle && line.classes.has('product');
}

/** Goods that are looked into for data, safety and labels as well. */
const CHECKED: ReadonlySet<string> = new Set(['evs', 'autos', 'agri', 'pharma', 'semiconductors']);

// "opens probe into Taiwanese, Chinese stainless steel": goods of other countries are what is looked into.
function isIntoGoods(line: Line): boolean {
  const into = line.tokens.findIndex(({ text }) => text === 'into');
  const places = hitsOf(line, 'place').filter((hit) => hit.from > into);
  const end = places.at(-1)?.to ?? -1;
  if (into < 0 || places[0]?.from !== into + 1) return false;
  return (
    places.every((hit) => means(hit, 'placekind', 'demonym')) &&
    hitsOf(line, 'product').some(
      (hit) => hit.from === end && !CHECKED.has(hit.meanings.get('product')?.[0] ?? ''),
    )
  );
}

const REMEDY = /^(?:safeguard|dumping|anti-?dumping|anti-?subsidy)/;

// "opens safeguard case on steel bars": a remedy of trade against goods, whoever sells them.
function isRemedyCase(line: Line, probe: Hit): boolean {
  const isNamed = line.tokens.slice(probe.from, probe.to).some(({ text }) => REMEDY.test(text));
  return isNamed && line.classes.has('place') && line.classes.has('product');
}

/** Who looks into what another state does in trade, and what it is called. */
const TRADE_OFFICE = /\b(?:ustr|trade representative|trade (?:practices|barriers?|policies))\b/;
const INTO: ReadonlySet<string> = new Set(['into', 'against', 'of', 'on', 'in', 'by']);
const INTO_WITHIN = 2;

// "opens investigation into Chile's unfair trade practices": what a state does needs no goods; what a firm does is none of trade.
function isIntoState(line: Line): boolean {
  const groups = placeGroups(line);
  return groups.some(
    (group, at) =>
      at > 0 &&
      line.tokens
        .slice(Math.max(0, group.from - INTO_WITHIN), group.from)
        .some(({ text }) => INTO.has(text)) &&
      group.codes.every((code) => groups[0]?.codes.includes(code) !== true),
  );
}

/** What only the text says of an inquiry of a trade office: who complained, and that a gazette prints it. */
const COMPLAINT =
  /skarg|жалоб|заявлени[ея] производ|şikayet|şikâyet|plainte|denuncia de|queixa|petição|beschwerde|klacht|denuncia dei|reclamo|제소|申請|申请|申诉|申訴|permohonan|pemohon|khiếu nại|hồ sơ yêu cầu/;

// "KE wszczęła dochodzenie ws. opon z Chin" / "Skargę złożyła koalicja producentów": goods of another country, and in the text
// the complaint of their makers or the gazette.
function isBackedInquiry(line: Line, scene: Scene): boolean {
  if (!line.classes.has('product') || OTHER_INQUIRY.test(textOf(line))) return false;
  const isForeign = placeGroups(line).some(({ role }) => role === 'origin' || role === 'object');
  return (
    isForeign &&
    scene.lines.some(
      (other) =>
        !other.isTitle &&
        other.index <= 2 &&
        (COMPLAINT.test(textOf(other)) || (line.lang === 'tr' && other.classes.has('formal'))),
    )
  );
}

function textOf(line: Line): string {
  return line.raw.slice(line.start, line.end).toLowerCase();
}

// "ouvre une enquête sur les importations", "輸入を調査へ": what is looked into is what crosses the border.
const IMPORTED =
  /import|\bimpor\b|einfuhr|invoer|ithal|przywoz|przywóz|импорт|ввоз|輸入|进口|進口|수입|nhập khẩu/;

/** Words of those who look into smuggling, fraud and food safety, and of what they find. */
const OTHER_INQUIRY =
  /polic|polizei|staatsanwalt|zollfahnd|parquet|fiscal[ií]a|procura|prokurat|прокур|полиц|следств|savcıl|polis|검찰|경찰|식약처|밀수|警察|検察|検疫|检疫|食品安全|警方|coca[iï]n|schmugg|contreband|contraband|contrabband|kokain|przemyt|контрабанд|kaçak|smokkel/;

/** Words for what a trade office looks into. */
const UNFAIR =
  /dumping|subsid|subven|демпинг|субсид|ダンピング|補助金|덤핑|보조금|倾销|傾銷|补贴|補貼|phá giá/;

function isOfImports(text: string): boolean {
  return IMPORTED.test(text) && !OTHER_INQUIRY.test(text);
}

/** True for a title with the formula of a trade office; outside English prosecutors open inquiries by the same words. */
export function isTradeNotice(title: Line): boolean {
  if (title.lang === 'en' || !title.classes.has('notice')) return title.classes.has('notice');
  const text = title.raw.slice(title.start, title.end).toLowerCase();
  return title.classes.has('instrument') || UNFAIR.test(text) || isOfImports(text);
}

function isOfficeFirst(line: Line): boolean {
  const [first, second] = placeGroups(line);
  if (first === undefined || second === undefined || !isAuthority(first)) return false;
  return second.role === 'origin' || second.role === 'object';
}

const RELIEVED: ReadonlySet<Action> = new Set([
  'exempted',
  'exemption-sought',
  'exemption-denied',
  'exemption-ended',
]);

// "rules out carve-out for Australian steel": two states and goods leave no other relief to think of.
function isTradeRelief({ line, about, action, object }: Step): boolean {
  if (!line.isTitle || about !== 'relief' || !RELIEVED.has(action)) return false;
  if (line.lang !== 'en') return isReliefBetween(line);
  const named = line.tokens.slice(object.from, object.to);
  if (!named.some(({ text }) => RELIEF.test(text))) return false;
  const codes = new Set(hitsOf(line, 'place').flatMap((hit) => hit.meanings.get('place') ?? []));
  return codes.size > 1 && line.classes.has('product');
}

// "Norge ber EU om unntak for ferrolegeringer": of oil and gas the relief is one from sanctions.
function isReliefBetween(line: Line): boolean {
  const codes = new Set(hitsOf(line, 'place').flatMap((hit) => hit.meanings.get('place') ?? []));
  const goods = hitsOf(line, 'product').flatMap((hit) => hit.meanings.get('product') ?? []);
  return codes.size > 1 && goods.length > 0 && !goods.some((slug) => SANCTIONED.has(slug));
}

const SANCTIONED: ReadonlySet<string> = new Set(['energy', 'coal', 'semiconductors', 'aircraft']);

/** The first look lets titles with any relief through (`isRelief` in build-lexicon.ts). */
const RELIEF = /^(?:exemption|exclusion)s?$|^carve-?out|^waiver/;
