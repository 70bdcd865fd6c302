// Reads the `except` field of a measure: `CA; EU|@EU-MEMBERS from 2022-01-01 under Procl. 10328`. In: the cell and where it
// stands. Out: who is spared, when, under which law, on which condition. Whether an origin is among them is `origins.ts`'s.
import { isDay } from '../domain/day.ts';
import type { MeasureException } from '../domain/measure.ts';
import { DataFileError } from './data-file.ts';
import { parseOriginSet } from './origins.ts';

const ORIGINS_AND_DAYS = /^(?<origins>\S+)(?: from (?<from>\S+))?(?: to (?<to>\S+))?$/;

function cutAt(text: string, word: string): readonly [string, string | null] {
  const at = text.indexOf(word);
  return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + word.length)];
}

/**
 * One exception a clause, clauses apart by ";": origins as in the tables (`CA|MX`, `@GROUP`, `!...`), then, each optional and
 * in this order, `from DAY`, `to DAY`, `under LAW`, `if CONDITION`. Throws DataFileError naming file and line.
 */
export function parseExceptions(
  file: string,
  line: number,
  cell: string,
): readonly MeasureException[] {
  return cell.split(';').map((clause) => {
    const [rule, condition] = cutAt(clause.trim(), ' if ');
    const [start, law] = cutAt(rule, ' under ');
    const parts = ORIGINS_AND_DAYS.exec(start)?.groups;
    if (parts === undefined) throw new DataFileError(file, line, `except may not be "${clause}"`);
    const { origins = '', from = null, to = null } = parts;
    const wrong = [from, to].find((day): boolean => day !== null && !isDay(day));
    if (typeof wrong === 'string') {
      throw new DataFileError(file, line, `except may not have the day "${wrong}"`);
    }
    if (from !== null && to !== null && from > to) {
      throw new DataFileError(file, line, `except begins ${from}, after its end ${to}`);
    }
    return { origins: parseOriginSet(file, line, origins), from, to, law, condition };
  });
}
