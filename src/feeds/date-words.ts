// Words in dates: months in the languages of the catalogue, halves of the day, and zone names. Data only.

/**
 * Beginnings of month names, January first; a word is the month whose beginning it has. Accents are removed, those of
 * Cyrillic letters as well ("май" is "маи").
 */
const MONTH_BEGINNINGS: readonly string[] = [
  'jan ene gen oca янв sty led tammi ιαν ian яну січ',
  'feb fev sub фев lut uno helmi φεβ fuar лют',
  'mar maa mrt мар bre μαρ berez бер',
  'apr abr avr nis апр kwi dub huhti απρ кві',
  'may mai mag mei maj маи мая kve touko μαι тра',
  'jun juin giu haz июн cze cerven cervn cvn kesa ιουν iun юни чер',
  'jul juil lug tem июл lip cervene cervenc cvc heina ιουλ iul юли лип',
  'aug ago aou agu авг sie srp elo αυγ ags agt сер',
  'sep set eyl сен wrz zar syys σεπ sze сеп вер',
  'oct out okt ott eki окт paz rij loka οκτ жов',
  'nov kas ноя lis marras νοε noe noi лис',
  'dec dic dez des ara дек gru pro joulu δεκ гру',
];

const BY_BEGINNING: readonly (readonly [string, number])[] = MONTH_BEGINNINGS.flatMap((words, at) =>
  words.split(' ').map((word) => [word, at + 1] as const),
).toSorted((a, b) => b[0].length - a[0].length);

/** 1 to 12 for a month's name or abbreviation in small letters without accents; null for any other word. */
export function monthOf(word: string): number | null {
  const found = BY_BEGINNING.find(([beginning]) => word.startsWith(beginning));
  return found?.[1] ?? null;
}

export const AFTERNOON = new Set(['pm', 'p.m.', 'p.m', '오후', '午後', '下午', 'ch', 'μμ', 'du']);
export const MORNING = new Set(['am', 'a.m.', 'a.m', '오전', '午前', '上午', 'sa', 'πμ', 'de']);

export type ZoneName = {
  readonly minutes: number;
  /** False where several zones share the name, or the name does not say whether summer time holds. */
  readonly isCertain: boolean;
};

const HOURS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mez: 1,
  mesz: 2,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  trt: 3,
  sast: 2,
  cat: 2,
  eat: 3,
  wat: 1,
  est: -5,
  edt: -4,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
  adt: -3,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  brst: -2,
  art: -3,
  clt: -4,
  clst: -3,
  cot: -5,
  pet: -5,
  ecst: -5,
  uyt: -3,
  vet: -4,
  kst: 9,
  jst: 9,
  hkt: 8,
  sgt: 8,
  myt: 8,
  pht: 8,
  wib: 7,
  wita: 8,
  wit: 9,
  ict: 7,
  pkt: 5,
  npt: 5.75,
  aest: 10,
  aedt: 11,
  acst: 9.5,
  acdt: 10.5,
  awst: 8,
  nzst: 12,
  nzdt: 13,
};

/** Names with more than one meaning (the likelier one here), without a season, and the military letters (RFC 822). */
const UNCERTAIN_HOURS: Readonly<Record<string, number>> = {
  cst: -6,
  ist: 5.5,
  bst: 1,
  gst: 4,
  ast: -4,
  et: -5,
  ct: -6,
  mt: -7,
  pt: -8,
  at: -4,
  hora: 0,
  a: -1,
  m: -12,
  n: 1,
  y: 12,
};

/** What a zone name stands for; null when it is none. */
export function zoneNamed(word: string): ZoneName | null {
  const certain = HOURS[word];
  if (certain !== undefined) return { minutes: certain * 60, isCertain: true };
  const uncertain = UNCERTAIN_HOURS[word];
  return uncertain === undefined ? null : { minutes: uncertain * 60, isCertain: false };
}
