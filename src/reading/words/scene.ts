// The model that the rules read: the sentences of an item with the phrases found in them (built by build-scene.ts), and the
// questions that every rule may ask of a sentence. No rule lives here.
import type { Day } from '../../domain/day.ts';
import type { Evidence } from '../../domain/reading.ts';
import { lexiconFor } from './build-lexicon.ts';
import type { Sentence, Token } from './cut-text.ts';
import { findHits, type Hit, type HitClass } from './lexicon.ts';

/** A sentence with its phrases. */
export type Line = Sentence & {
  /** Place in the item: the title comes first. */
  readonly index: number;
  readonly isTitle: boolean;
  /** ISO 639-1 of the item. */
  readonly lang: string;
  /** True behind a title that speaks of a tariff: "the duties" are meant so. */
  readonly isUnderTariff: boolean;
  readonly hits: readonly Hit[];
  /** Frames and notices of a title, found beside the hits; they may overlap them. */
  readonly marks: readonly Hit[];
  /** The hits of every class that a hit or mark of the line has: a rule is spared a line without what it asks for. */
  readonly classes: ReadonlyMap<HitClass, readonly Hit[]>;
  /** Per token the hit that lies over it. */
  readonly over: readonly (Hit | undefined)[];
  /** What has been worked out of the line, by `oncePerLine`. */
  readonly memory: unknown[];
};

/** What stands around the telling sentences of an item and is read by no rule, with the rule that took it off. */
export type Framing = {
  readonly rule:
    | 'frame:dateline'
    | 'frame:label'
    | 'frame:leading-phrase'
    | 'frame:opening'
    | 'frame:publisher';
  readonly sentence: Sentence;
};

export type Scene = {
  readonly lines: readonly Line[];
  readonly title: Line | null;
  /** "MANILA (Reuters) -": what the text begins with, and is in none of its sentences; null when it has none. */
  readonly dateline: Line | null;
  readonly framing: readonly Framing[];
  readonly lang: string;
  /** The day the item was published; null when the feed does not say. */
  readonly publishedOn: Day | null;
  readonly titleOnly: boolean;
};

/** The sentence that tells what the item is about: the title, or the first sentence where the title only numbers an act. */
export function headlineOf(scene: Scene): Line | null {
  const first = scene.lines[1];
  // "Announcement No. 4: Final Determination on Resins": the number comes with what the act says.
  if (scene.title?.marks.some((mark) => mark.meanings.has('notice')) === true) return scene.title;
  return first !== undefined && !first.isTitle && first.marks.length > 0 ? first : scene.title;
}

const NO_HITS: readonly Hit[] = [];

/** The sentence as evidence: a substring of the item's own text. */
export function evidenceOf(line: Line, rule: string): Evidence {
  return {
    field: line.field,
    start: line.start,
    end: line.end,
    quote: line.printed.slice(line.start, line.end),
    rule,
  };
}

/** The frames and notices of any line, a title or not; those of a text are looked for only when somebody asks. */
export function headMarks(line: Line): readonly Hit[] {
  return line.isTitle || line.marks.length > 0 ? line.marks : textMarks(line);
}

let memories = 0;

/** The same function, which works only once for a line however many rules ask: a line never changes. */
export function oncePerLine<Result>(work: (line: Line) => Result): (line: Line) => Result {
  const place = memories;
  memories += 1;
  return (line) => {
    const known = line.memory[place] as Result | undefined;
    if (known !== undefined) return known;
    const found = work(line);
    line.memory[place] = found;
    return found;
  };
}

const textMarks = oncePerLine((line) => findHits(lexiconFor(line.lang).marks, line));

/** The hits of a line (not its marks) that can mean a word of this class, in order. */
export function hitsOf(line: Line, hitClass: HitClass): readonly Hit[] {
  return line.classes.get(hitClass) ?? NO_HITS;
}

/** True when the hit can mean a word of this class (and value). */
export function means(hit: Hit | undefined, hitClass: HitClass, value?: string): boolean {
  const values = hit?.meanings.get(hitClass);
  return values !== undefined && (value === undefined || values.includes(value));
}

/** The word `steps` before the token `at`, an article right before it left out: "unless the EU" gives "unless". */
export function wordBefore(line: Line, at: number, steps = 1): string {
  return tokenText(line, at - steps - (tokenText(line, at - 1) === 'the' ? 1 : 0));
}

/** True when any phrase of the line has this class (and value). */
export function lineHas(line: Line, hitClass: HitClass, value?: string): boolean {
  if (!line.classes.has(hitClass)) return false;
  if (value === undefined) return true;
  const isMarked = line.marks.some((hit) => means(hit, hitClass, value));
  return isMarked || hitsOf(line, hitClass).some((hit) => means(hit, hitClass, value));
}

/** The folded text of the token `at`; empty before and behind the sentence. */
export function tokenText(line: Line, at: number): string {
  // An array is asked for a place below its first as for a name, which is slow.
  return at < 0 ? '' : ((line.tokens[at] as Token | undefined)?.text ?? '');
}

/** The hit that lies over the token `at`; hits stand in order and do not overlap. */
export function hitOver(line: Line, at: number): Hit | undefined {
  return at < 0 ? undefined : line.over[at];
}

/** The hit that begins at the token `at`. */
export function hitFrom(line: Line, at: number): Hit | undefined {
  const hit = hitOver(line, at);
  return hit?.from === at ? hit : undefined;
}

/** The hit that ends before the token `at`. */
export function hitBefore(line: Line, at: number): Hit | undefined {
  const hit = hitOver(line, at - 1);
  return hit?.to === at ? hit : undefined;
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set([';', '.', '!', '?', '|', '…']);

/** True when a mark between two tokens parts two clauses: a semicolon, colon or spaced dash. */
export function isParted(line: Line, from: number, to: number): boolean {
  return partingMarks(line).some((at) => at >= from && at < to);
}

/** Places of the marks that part clauses. */
const partingMarks = oncePerLine((line) => {
  const places: number[] = [];
  for (const [at, token] of line.tokens.entries()) {
    if (token.kind === 'mark' && partsClauses(line, token, at)) places.push(at);
  }
  return places;
});

function partsClauses(line: Line, token: Token, at: number): boolean {
  if (token.text === ':' || token.text === '-') {
    const next = line.tokens[at + 1];
    if (next?.kind !== 'number') return true;
    // "Budget 2025: 36 medicines": between two numbers that stand apart.
    return token.text === ':' && next.start > token.end && line.tokens[at - 1]?.kind === 'number';
  }
  // "ab 10. April Zölle", "Sets Feb. 1 tariffs": the stop of an ordinal or of a month cut short ends nothing.
  const isShort =
    line.tokens[at - 1]?.kind === 'number' || hitBefore(line, at)?.meanings.has('month') === true;
  if (token.text === '.' && isShort) return at + 1 === line.tokens.length;
  // "pide a EE.UU. bajar": the stops of a name that is written with them.
  if (token.text === '.' && hitOver(line, at)?.meanings.has('place') === true) return false;
  return CLAUSE_ENDS.has(token.text);
}
