// The words of a question that are no names: those that say who charges whom, and those that say nothing. In: a word.
// Out: what it does in the question.

/** What a word between names does. */
export type Marker =
  /** "from Japan": who imposes, or where goods come from. */
  | 'from'
  | 'by'
  /** "to the US", "in the EU": where goods go. */
  | 'to'
  | 'on'
  /** "tariffs": whoever stands before it and "on" imposes it. */
  | 'levy'
  /** "does the US tax ...": whoever stands before it imposes. */
  | 'impose'
  /** "imports from China": goods come from there. */
  | 'goods';

const MARKERS: Readonly<Record<Marker, string>> = {
  from: 'from --from',
  by: 'by --by',
  to: 'to into in > entering',
  on: 'on against',
  levy: 'tariff tariffs duty duties levy',
  impose: 'impose imposes imposed tax taxes taxed charge charges charged levies',
  goods: 'goods imports imported exports exported products shipments',
};

const MARKER_OF: ReadonlyMap<string, Marker> = new Map(
  (Object.keys(MARKERS) as Marker[]).flatMap((marker) =>
    MARKERS[marker].split(' ').map((word) => [word, marker] as const),
  ),
);

/** Words that carry no meaning between names. Codes that are such words ("is", "me") count in capitals only. */
const FILLERS: ReadonlySet<string> = new Set(
  `a about an and any anything apply applied applies are as at can current currently did do does everything exist face faces
  facing for get give high how i import importing is it level levels made me much must my need now of or owe paid paying
  pay pays please rate rates show since status tell that the their there they versus vs was we were what what's whats which who will
  would you your`.split(/\s+/),
);

export function markerOf(word: string): Marker | null {
  return MARKER_OF.get(word.toLowerCase()) ?? null;
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word) || (word.length > 2 && FILLERS.has(word.toLowerCase()));
}
