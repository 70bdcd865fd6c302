// Countermeasures fall on lists of goods. In: the scene and the leading step. Out: whether such a list is meant.
import type { Step } from '../objects/step-objects.ts';
import { hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const COUNTERMEASURE = wordGroup(
  /^(?:counter-?measures?|contre-mesures?|gegenmassnahmen?|contramedidas?|contromisure|tegenmaatregelen)$/,
);

/** "suspends countermeasures against Peru": an answer on a list of goods that the item does not print. */
export function isOfCountermeasures({ lines }: Scene, lead: Step): boolean {
  const { line, object } = lead;
  if (isUnsaid(lead) || lines.some(isOfAircraftRow)) return true;
  const isList = line.tokens
    .slice(object.from, object.to)
    .some(({ text }) => COUNTERMEASURE.has(text));
  return (
    (isList || isListInText(lines)) &&
    !lines.some((other) => lineHas(other, 'goods', 'all')) &&
    !(lineHas(line, 'percent') && lineHas(line, 'goods'))
  );
}

const MAKERS = wordGroup('airbus boeing');
const ROW = wordGroup('dispute row feud case fight quarrel battle subsidies');
const ROW_WITHIN = 4;

// "suspend tariffs in the Airbus dispute": the two sides laid them on aircraft, wine and cheese.
function isOfAircraftRow(line: Line): boolean {
  const at = line.index <= 1 ? placeOf(line, MAKERS) : -1;
  return at >= 0 && placeOf(line, ROW, at - ROW_WITHIN, at + 1 + ROW_WITHIN) >= 0;
}

// "threatens to retaliate against US metals tariffs": what is answered is told, and not with what.
function isUnsaid({ line, action }: Step): boolean {
  return (
    action === 'retaliation-threatened' &&
    !line.classes.has('percent') &&
    !line.classes.has('goods')
  );
}

const AMOUNTS: ReadonlySet<string> = new Set(['bn', 'billion', 'million', 'euros', 'dollars']);

// "pauses tariffs" / "suspends countermeasures on €21bn of goods": so much of goods, and not all of them.
function isListInText(lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      line.index <= 1 &&
      says(line, COUNTERMEASURE) &&
      hitsOf(line, 'goods').some(
        (hit) =>
          tokenText(line, hit.from - 1) === 'of' && AMOUNTS.has(tokenText(line, hit.from - 2)),
      ),
  );
}
