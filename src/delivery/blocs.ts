// Customs unions that act as one: what the European Union does or suffers, its members do.

/** Members of the European Union since 1 February 2020 (Treaty on European Union, article 52, without the United Kingdom). */
const EU_MEMBERS = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const;

const EU_SET: ReadonlySet<string> = new Set(EU_MEMBERS);

/** The members of a bloc, without the bloc itself; empty for a country. */
export function blocMembers(code: string): readonly string[] {
  return code === 'EU' ? EU_MEMBERS : [];
}

/** The blocs that a country belongs to. */
export function blocsOf(code: string): readonly string[] {
  return EU_SET.has(code) ? ['EU'] : [];
}
