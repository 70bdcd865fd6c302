// The numbers by which authorities know their notices. Of a customs message: its own in the title, and those it says it updates.
// Of a document of the Federal Register: the one in its address. In: title and summary, or a link. Out: the numbers. A message that updates another tells its step once more (CBP, Cargo Systems Messaging Service; FEEDS.md calls the
// number the key of a message).

/** A message, and what follows its number up to the next sentence: "CSMS # 68096516, CSMS #68180454, and CSMS #68370692". */
const OWN = /\bCSMS\s*(?:#\s*)?(\d{8,})/i;
const UPDATES =
  /\b(?:updat(?:es?|ed|ing)|corrects?|correction|corrected|supersedes?|superseding|replaces?|replacing|rescinds?|amends?|revis(?:es|ed|ion))\b([^.]{0,60})CSMS([^.]{0,160})/gi;
const NUMBER = /\d{8,}/g;
/** Printed anew, a document keeps its number behind `R1-`, and its correction has it behind `C1-`. */
const DOCUMENT =
  /^https:\/\/www\.federalregister\.gov\/(?:documents\/\d{4}\/\d{2}\/\d{2}|d)\/(?:[CR]\d-)?(\d{4}-\d{4,6})\b/;
/** Longest text that is looked at, in characters. */
const MOST_TEXT = 2_000;

/** Numbers by which a message and its updates know each other, without repeats. */
export function noticeNumbers(title: string, summary: string): readonly string[] {
  const own = OWN.exec(title)?.[1];
  // Nearly all texts are no customs messages.
  if (own === undefined) return [];
  const updated = [...summary.slice(0, MOST_TEXT).matchAll(UPDATES)].flatMap(
    ([text]) => text.match(NUMBER) ?? [],
  );
  return [...new Set([own, ...updated])];
}

/** True when two links lead to prints of one document of the gazette, or to one and its correction. */
export function areOneDocument(left: string | null, right: string | null): boolean {
  const number = DOCUMENT.exec(left ?? '')?.[1];
  return number !== undefined && number === DOCUMENT.exec(right ?? '')?.[1];
}
