// Whom a commission advises to lay a tariff: "recomienda a Perú aplicar aranceles". In: a place of a line in another language than
// English. Out: whether it is the one who would lay it.
import type { PlaceGroup } from '../places/read-places.ts';
import { hitFrom, type Line, means, tokenText } from '../words/scene.ts';

const ADVISING =
  /^(?:recom(?:iend|end|mand)|aconsej|aconselh|consigli|raccomand|conseill|sugier|sugere)/;
const LAYING = ['impose', 'tax', 'raise'] as const;

/** True right behind the advice, where the verb of laying follows. */
export function isAdvised(line: Line, { role, from, to }: PlaceGroup): boolean {
  if (line.lang === 'en' || role !== 'object' || !ADVISING.test(tokenText(line, from - 2)))
    return false;
  return LAYING.some((family) => means(hitFrom(line, to), 'verb', family));
}
