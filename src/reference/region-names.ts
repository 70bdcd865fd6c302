// States, provinces and towns that stand for the country they lie in. Out: terms as printed, unfolded, with the code of the country.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { isJurisdictionCode } from './jurisdiction-names.ts';

/** A word for a part of a jurisdiction. `isStem`: stands for every word that starts with it. */
type RegionTerm = {
  readonly term: string;
  readonly code: JurisdictionCode;
  /** ISO 639-1. */
  readonly lang: string;
  readonly caseSensitive: boolean;
  readonly isStem: boolean;
};

const REGIONS_FILE = 'regions.csv';

let regions: readonly RegionTerm[] | undefined;

/** The terms of one language, read once. Throws DataFileError naming file and line. */
export function regionTermsIn(lang: string): readonly RegionTerm[] {
  regions ??= readRegions();
  return regions.filter((term) => term.lang === lang);
}

function readRegions(): readonly RegionTerm[] {
  return readDataRows(REGIONS_FILE, ['code', 'lang', 'terms']).flatMap(({ line, cells }) => {
    if (!isJurisdictionCode(cells.code)) {
      throw new DataFileError(REGIONS_FILE, line, `unknown jurisdiction ${cells.code}`);
    }
    return cells.terms.split('|').map((printed) => {
      const caseSensitive = printed.startsWith('=');
      const isStem = printed.endsWith('*');
      const term = printed.slice(caseSensitive ? 1 : 0, isStem ? -1 : undefined).trim();
      if (term === '') throw new DataFileError(REGIONS_FILE, line, 'an empty term');
      return { term, code: cells.code, lang: cells.lang, caseSensitive, isStem };
    });
  });
}
