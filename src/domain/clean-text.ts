// Untrusted text in, text without hidden characters out. Every channel passes what it shows through here; it knows no
// markup: escaping for a platform is the rendering's own task.

/**
 * Characters that show nothing but change how a text reads or is ordered: zero-width and bidirectional controls, invisible
 * operators, fillers, tags, interlinear marks, and the C0 and C1 controls except tab and newline.
 * Unicode TR 36 and the "Trojan Source" paper (CVE-2021-42574) name the dangers.
 */
const HIDDEN =
  /(?!\n)\p{Cc}|[\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|\u180f|\p{Surrogate}/gu;

const LINE_BREAKS = /\r\n?|\u0085|\u2028|\u2029/g;

/** Nothing to clean: by far the most texts, told at a tenth of the price. */
const PLAIN = /^[ -~]*$/;
const PLAIN_LINE = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** NFC text without hidden characters; line breaks become `\n`, tabs a space. Never throws. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(LINE_BREAKS, '\n').replaceAll('\t', ' ').replace(HIDDEN, '').normalize('NFC');
}

/** The same on one line: every run of white space is one space, and none stands at either end. */
export function cleanLine(text: string): string {
  if (PLAIN_LINE.test(text)) return text;
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}

/**
 * At most `limit` UTF-16 units, cut at a character and closed with an ellipsis when something was left out.
 * `limit` is at least 1.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit - 1;
  // A cut between the halves of a surrogate pair would leave a broken character behind.
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
