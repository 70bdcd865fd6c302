// Words for goods of one group that are two matters all the same: sugar and eggs are both food.
import { readDataRows } from './data-file.ts';

const FILE = 'goods-kinds.csv';

let kinds: ReadonlyMap<string, string> | undefined;

/** The headings of the goods among `words` (small letters); empty where none is told apart from the rest of its group. */
export function goodsKindsIn(words: readonly string[]): ReadonlySet<string> {
  kinds ??= readKinds();
  const found = new Set<string>();
  for (const word of words) {
    const hs = kinds.get(word);
    if (hs !== undefined) found.add(hs);
  }
  return found;
}

function readKinds(): ReadonlyMap<string, string> {
  return new Map(
    readDataRows(FILE, ['hs', 'words']).flatMap(({ cells }) =>
      cells.words.split('|').map((word) => [word, cells.hs] as const),
    ),
  );
}
