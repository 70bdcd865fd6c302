// The day after the one a text has just named, outside English: "annoncé vendredi, appliqué dès le lendemain", "商务部4日公告，次日起
// 实施". In: the sentences of an item and the days seen in them. Out: the day, or null.
import { addDays, type Day, daysBetween } from '../../domain/day.ts';
import type { Fact } from '../../domain/reading.ts';
import { evidenceOf, type Line, means, type Scene } from '../words/scene.ts';

type SeenDay = { readonly line: Line; readonly day: Day; readonly role: string };

/** How a language names the day after, as printed. */
const NEXT: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:lendemain|jour suivant|jour d[’']après)(?! (?:de|du|des)(?!\p{L}))(?!\p{L})/iu,
  es: /(?<!\p{L})(?:al|el|del|desde el|partir del) día siguiente(?! de(?!\p{L}))|(?<!\p{L})un día después(?! de)/iu,
  pt: /(?<!\p{L})(?:no|do|partir do|já no) dia seguinte(?!\p{L})|(?<!\p{L})um dia depois(?! d)/iu,
  it: /(?<!\p{L})(?:giorno (?:successivo|seguente|dopo)|indomani)(?! (?:di|del))(?!\p{L})/iu,
  de: /(?<!\p{L})(?:(?:nächsten|folgenden|nächstfolgenden) Tag|Folgetag|tags darauf|Tag darauf|einen Tag später)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:(?:volgende|daaropvolgende) dag|dag (?:later|erna|daarna))(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:następnego dnia|dzień później|kolejnego dnia|od następnego)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:на следующий день|со следующего дня|днем позже|днём позже)(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:ertesi gün|sonraki gün|bir gün sonra)/iu,
  id: /(?<!\p{L})(?:keesokan hari|hari berikutnya|sehari (?:kemudian|setelahnya))/iu,
  vi: /ngày (?:hôm sau|kế tiếp|tiếp theo)|một ngày sau(?! khi)/iu,
  ko: /(?:다음 ?날|이튿날|이튿 날)/u,
  zh: /次日|翌日|隔日|第二天|隔天/u,
  sv: /(?<!\p{L})(?:dagen efter|dagen därpå|följande dag|nästa dag)(?!\p{L})/iu,
};
/** How the day after is made a beginning by the little word before it. */
const FROM =
  /(?:dès le|partir du|compter du|desde el|partir del|a partir do|dal|vom|vanaf de|od|со|since|自|从|從|từ)\s*$/iu;
const FROM_BEHIND = /^\s*(?:부터|起|an(?!\p{L})|itibaren|ten itibaren|den itibaren)/iu;
const NEAR = 40;
/** Days between the item and what it tells as news. */
const NEWS_WITHIN = 3;

/** The day on which the step starts where a sentence says that this is the day after. */
export function dayAfterTold(scene: Scene, seen: readonly SeenDay[]): Fact<Day> | null {
  const { publishedOn } = scene;
  const line = scene.lines.find(startsNextDay);
  if (publishedOn === null || line === undefined) return null;
  const told = seen.findLast(({ line: other }) => other.index <= line.index);
  if (told === undefined || told.role === 'end') return null;
  if (Math.abs(daysBetween(told.day, publishedOn)) > NEWS_WITHIN) return null;
  return { value: addDays(told.day, 1), evidence: evidenceOf(line, 'date:day-after') };
}

function startsNextDay(line: Line): boolean {
  const next = NEXT[line.lang];
  if (next === undefined) return false;
  const text = line.raw.slice(line.start, line.end);
  const found = next.exec(text);
  if (found === null) return false;
  const end = found.index + found[0].length;
  if (FROM.test(text.slice(0, found.index)) || FROM_BEHIND.test(text.slice(end))) return true;
  const isNear = (from: number, to: number): boolean =>
    to >= line.start + found.index - NEAR && from <= line.start + end + NEAR;
  return line.hits.some((hit) => {
    const isStart = means(hit, 'effective') || means(hit, 'verb', 'start');
    const [first, last] = [line.tokens[hit.from], line.tokens[hit.to - 1]];
    return isStart && first !== undefined && last !== undefined && isNear(first.start, last.end);
  });
}
