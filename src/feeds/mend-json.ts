// JSON Feed that is not valid JSON: one broken item, a comma too many, or a cut in the middle cost that item, not the feed.
// In: the text. Out: what can be read of it, or null where there is no list of items. Linear in the text; never throws.

export type MendedJson = {
  /** The document with the items that are readable. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly broken: number;
};

const ITEMS = /"items"\s*:\s*\[/;
/** More items than a document may have are not looked for. */
const MOST_ITEMS = 2_000;

/** Where the string that begins at `start` ends: behind its closing quote, or at the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** What publishers put between strings: commas before an end, numbers that are none. */
function mendBetween(text: string): string {
  return text
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/\b(?:NaN|undefined)\b|-?\bInfinity\b/g, 'null');
}

/** Strings lose their bare controls; what stands between them is mended. One way through the text. */
function mend(text: string): string {
  let mended = '';
  let done = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', done)) {
    const end = endOfString(text, at);
    mended += mendBetween(text.slice(done, at)) + text.slice(at, end).replace(/\p{Cc}/gu, ' ');
    done = end;
  }
  return mended + mendBetween(text.slice(done));
}

/** Undefined where it cannot be mended. */
function parseLeniently(text: string): unknown {
  for (const prepare of [(same: string) => same, mend]) {
    try {
      return JSON.parse(prepare(text));
    } catch {
      // Not valid as it stands, then not even when it is mended.
    }
  }
  return undefined;
}

/** The objects of a list that begins at `start`; one that is cut off is given as it stands. Strings may hold brackets. */
function objectsFrom(text: string, start: number): string[] {
  const objects: string[] = [];
  let depth = 0;
  let begin = start;
  for (let at = start; at < text.length && objects.length < MOST_ITEMS; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at) - 1;
    else if (sign === '{' || sign === '[') {
      if (depth === 0) begin = at;
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      if (depth === 0) return objects;
      depth -= 1;
      if (depth === 0) objects.push(text.slice(begin, at + 1));
    }
  }
  return depth > 0 ? [...objects, text.slice(begin)] : objects;
}

/** Reads around and within the list called `items`. */
export function mendJson(text: string): MendedJson | null {
  const match = ITEMS.exec(text);
  if (match === null) return null;
  const head = parseLeniently(`${text.slice(0, match.index)}"items":[]}`);
  if (typeof head !== 'object' || head === null || Array.isArray(head)) return null;
  const parsed = objectsFrom(text, match.index + match[0].length).map(parseLeniently);
  const items = parsed.filter((item) => item !== undefined);
  return { json: { ...head, items }, broken: parsed.length - items.length };
}
