// Who imports how much, as an order: a duty of a large importer concerns more readers than one of a small importer.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { isJurisdictionCode } from './jurisdiction-names.ts';

const IMPORTERS_FILE = 'importers.csv';

let places: ReadonlyMap<JurisdictionCode, number> | undefined;

/** The codes with the largest importers of goods first; those that the table does not name follow by their code. */
export function inOrderOfImports(codes: Iterable<JurisdictionCode>): readonly JurisdictionCode[] {
  places ??= readPlaces();
  const placeOf = (code: JurisdictionCode) => places?.get(code) ?? Number.POSITIVE_INFINITY;
  return [...codes].sort((one, other) => {
    const [first, second] = [placeOf(one), placeOf(other)];
    return first === second ? one.localeCompare(other) : first - second;
  });
}

function readPlaces(): ReadonlyMap<JurisdictionCode, number> {
  const found = new Map<JurisdictionCode, number>();
  for (const { line, cells } of readDataRows(IMPORTERS_FILE, ['code'])) {
    const fault = (text: string) => new DataFileError(IMPORTERS_FILE, line, text);
    if (!isJurisdictionCode(cells.code)) throw fault(`unknown jurisdiction ${cells.code}`);
    if (found.has(cells.code)) throw fault(`${cells.code} stands here twice`);
    found.set(cells.code, found.size);
  }
  return found;
}
