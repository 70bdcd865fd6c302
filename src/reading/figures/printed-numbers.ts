// A percentage as it is printed, and the value of a printed number. In: the text of a number. Out: its value.

/** A printed percentage: tokens `from` to before `to`. */
export type Percent = { readonly value: number; readonly from: number; readonly to: number };

/** "1,463" and "1.463" are thousands, "5,53" and "5.53" are not. Null for what is no number. */
export function toNumber(text: string, lang: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (lang !== 'en' && /^\d{1,3}(?:\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''));
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  return null;
}
