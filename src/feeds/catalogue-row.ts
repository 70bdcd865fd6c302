// The columns of a catalogue file. Those of an operator's file may be fewer; what is absent is derived.

export const CATALOGUE_COLUMNS = [
  'id',
  'publisher',
  'country_iso2',
  'url',
  'format',
  'kind',
  'language',
  'stable_guid',
  'evidence_date',
  'notes',
  'adapter',
  'tier',
  'enabled',
  'rhythm_hours',
  'evidence',
] as const;

type Column = (typeof CATALOGUE_COLUMNS)[number];
/** The cells of one row; a column that the file has not is an empty cell. */
export type CatalogueRow = Readonly<Record<Column, string>>;
