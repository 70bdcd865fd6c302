// What a title tells of trade without any word for a tariff: an inquiry ("probes Indian steel imports", "輸入を調査へ"), a relief
// ("rules out carve-out for Australian steel"). In: a step. Out: whether it is about what comes from another country.
import type { Action } from '../../domain/reading.ts';
import { isAuthority, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line } from '../words/scene.ts';

const TRADED = /\b(?:trade (?:probe|inquiry|investigation)|dumped|dumping|subsid|imports)/;

/** "probes Indian steel imports", "orders inquiry into dumped steel": a state looks into what comes from another. */
export function isTradeInquiry({ line, family, about }: Step): boolean {
  if (family !== 'open' || about !== 'probe' || !line.isTitle) return false;
  const isForeign = hitsOf(line, 'place').length > 1 && line.classes.has('product');
  // "무역위, 중국산 후판 조사 착수": an office that looks into what comes from another country.
  const text = line.raw.slice(line.start, line.end).toLowerCase();
  if (line.lang !== 'en') return isForeign && (isOfficeFirst(line) || IMPORTED.test(text));
  return isForeign && TRADED.test(text);
}

// "ouvre une enquête sur les importations", "輸入を調査へ": what is looked into is what crosses the border.
const IMPORTED =
  /import|\bimpor\b|einfuhr|invoer|ithal|przywoz|przywóz|импорт|ввоз|輸入|进口|進口|수입|nhập khẩu/;

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

/** "rules out carve-out for Australian steel": two states and goods leave no other relief to think of. */
export function isTradeRelief({ line, about, action, object }: Step): boolean {
  if (line.lang !== 'en' || !line.isTitle || about !== 'relief' || !RELIEVED.has(action))
    return false;
  const named = line.tokens.slice(object.from, object.to);
  if (!named.some(({ text }) => RELIEF.test(text))) return false;
  const codes = new Set(hitsOf(line, 'place').flatMap((hit) => hit.meanings.get('place') ?? []));
  return codes.size > 1 && line.classes.has('product');
}

/** The first look lets titles with any relief through (`isRelief` in build-lexicon.ts). */
const RELIEF = /^(?:exemption|exclusion)s?$|^carve-?out|^waiver/;
