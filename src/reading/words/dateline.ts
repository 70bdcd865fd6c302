// In: the opening of a report and the day of its item. Out: the day that the report speaks from.
import { type Day, daysBetween, isDay } from '../../domain/day.ts';

const DATELINE = /^[A-Z][^.(\n]{1,40}, ([A-Z][a-z]{2})[a-z]{0,6}\.? (\d{1,2}) ?[(\-–—:]/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** "LONDON, April 14 (Xinhua)": a report taken over later speaks of its own day. Only a day shortly before counts. */
export function datelineDay(summary: string, published: Day): Day {
  const found = DATELINE.exec(summary.slice(0, 80));
  const month = MONTHS.indexOf(found?.[1] ?? '?') / 3 + 1;
  if (found === null || !Number.isInteger(month) || month < 1) return published;
  const day = `${published.slice(0, 4)}-${String(month).padStart(2, '0')}-${(found[2] ?? '').padStart(2, '0')}`;
  const isShortlyBefore =
    isDay(day) && daysBetween(day, published) >= 0 && daysBetween(day, published) <= 3;
  return isShortlyBefore ? day : published;
}
