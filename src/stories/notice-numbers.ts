// The numbers of customs messages in a text: its own in the title, and those it says it updates. In: title and summary. Out: the
// numbers. A message that updates another tells its step once more (CBP, Cargo Systems Messaging Service; FEEDS.md calls the
// number the key of a message).

/** A message, and what follows its number up to the next sentence: "CSMS # 68096516, CSMS #68180454, and CSMS #68370692". */
const OWN = /\bCSMS\s*(?:#\s*)?(\d{8,})/i;
const UPDATES =
  /\b(?:updat(?:es?|ed|ing)|corrects?|correction|corrected|supersedes?|superseding|replaces?|replacing|rescinds?|amends?|revis(?:es|ed|ion))\b([^.]{0,60})CSMS([^.]{0,160})/gi;
const NUMBER = /\d{8,}/g;
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
