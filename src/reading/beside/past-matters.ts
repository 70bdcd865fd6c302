// What was done, planned or said before the step: "In 2018 Washington put a duty on steel", "He had earlier threatened 200%", "was
// initially set at 24%", "China retaliated". In: a sentence and what is known. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import { isAllPast, tellsOfBefore } from '../steps/dated-back.ts';
import { fitting } from '../words/asked-rules.ts';
import { hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import {
  isAnswer,
  isElsewhere,
  isIndefinite,
  isOfAnother,
  isOfStranger,
  isOnElse,
  type Known,
  namesOthersBefore,
  type Rule,
  standsUpon,
} from './known.ts';

// "In 2018 Washington put a 25% duty on steel", "Tariffs of 50% on copper were introduced last August".
function isOfBefore(line: Line, known: Known): boolean {
  // "Last year coils from Peru got 13%": told by its first words.
  const isLastYear = tokenText(line, 0) === 'last' && tokenText(line, 1) === 'year';
  if (line.index > 1 && isLastYear && line.classes.has('percent')) return true;
  if (!tellsOfBefore(line, known.scene.publishedOn)) return false;
  if (line.index === 1 && standsUpon(known) && hasJustEased(line)) return false;
  // "Decided by parliament in 2021, it came into effect on May 1".
  const isInForce = lineHas(line, 'verb', 'start') && says(line, FORCE);
  if (line.index <= 2 && isInForce && !line.classes.has('deal')) return false;
  // "Acting on findings of June, the department has notified duties": the day is that of the findings.
  if (line.index === 1 && /ing$/.test(tokenText(line, 0))) return false;
  // "The duties, imposed in 2019, are revoked effective May 15".
  if (line.index === 1 && EFFECTIVE_DAY(line)) return false;
  // Who is answered, and where nobody else is named who is hit, is told by what was done before.
  if (isAnswer(known) && known.codes.size < 2 && !says(line, YEARS)) return false;
  if (isElsewhere(line, known)) return true;
  // What names no measure at all is no measure's day or ground.
  if (line.index > 1 && !MEASURES.some((name) => line.classes.has(name))) return true;
  return line.index > 1 && !standsUpon(known) && (known.hasRate || isIndefinite(line));
}

const EASES = ['remove', 'suspend', 'cut', 'delay', 'exempt'] as const;

// "has lifted the duty introduced in October 2019": the year is that of what is lifted.
function hasJustEased(line: Line): boolean {
  return hitsOf(line, 'verb').some(
    (hit) =>
      EASES.some((family) => means(hit, 'verb', family)) &&
      /^(?:has|have)$/.test(tokenText(line, hit.from - 1)),
  );
}

const MEASURES = ['tariff', 'percent', 'relief', 'quota', 'probe', 'retaliation'] as const;
const YEARS = wordGroup(/^(?:19|20)\d\d$/);

const FORCE = wordGroup('effect force');
const EFFECTIVE_DAY = fitting(/\b(?:is|are) \w+ effective [A-Z]/, wordGroup('effective'));

const BACKING_OFF = wordGroup('backed retreated walked');
const HAD = wordGroup('had');
const PLANNED =
  /^(?:threatened|warned|proposed|planned|said|vowed|promised|pledged|floated|due|set|scheduled|called|demanded|sought|urged)$/;
const PLANNED_WITHIN = 3;
const BUT = wordGroup('but');
const CLAUSES = ['verb', 'percent', 'gainer'] as const;

// "He had earlier threatened a 200% duty on wine", "The tariff had been due to rise to 30%".
function isPlannedBefore(line: Line, known: Known): boolean {
  if (!isElsewhere(line, known) && standsUpon(known)) return false;
  if (!isElsewhere(line, known) && !known.hasRate && !isIndefinite(line)) return false;
  const had = placeOf(line, HAD);
  const behind = line.tokens.slice(had + 1, had + 1 + PLANNED_WITHIN);
  // "instead of the 50% he had threatened": only the clause is of before.
  if (line.hits.some((hit) => hit.to <= had && CLAUSES.some((name) => hit.meanings.has(name))))
    return false;
  if (says(line, BUT)) return false;
  return had > 0 && behind.some(({ text }) => PLANNED.test(text));
}

// "He backed away from a threat of 145% tariffs".
function isBackedAway(line: Line): boolean {
  const at = placeOf(line, BACKING_OFF);
  return (
    /^(?:away|from|off|back|down)$/.test(tokenText(line, at + 1)) && line.classes.has('tariff')
  );
}

const ANSWERED = wordGroup('responded retaliated countered answered');

// "China retaliated with a 34% tariff" where the step is no answer.
function isAnswerOfOther(line: Line, known: Known): boolean {
  if (isAnswer(known) || !isAllPast(line)) return false;
  const at = placeOf(line, ANSWERED);
  const first = placeGroups(line)[0];
  if (first === undefined || first.to > at) return false;
  // Where the title names both, each of them may act.
  if (known.codes.size > 1) return isOfStranger(line, known);
  return !first.codes.some((code) => known.actors.has(code));
}

const FIRST = wordGroup('first initially originally');
const SET_AT = /^(?:announced|set|proposed|threatened|imposed|fixed|introduced|planned|floated)$/;

// "It was initially set at 24%", "The rate was first announced at 46%".
function isFirstSet(line: Line, known: Known): boolean {
  const at = placeOf(line, FIRST);
  // "The order, first announced in April, raises the levy".
  if (tokenText(line, at - 1) === ',') return false;
  return (
    SET_AT.test(tokenText(line, at + 1)) && !standsUpon(known) && isAllPast(line) && line.index > 1
  );
}

const FOLLOWING = wordGroup('follows followed after top heels');
const FOLLOWS =
  /^(?:it|this|that|(?:the|this) (?:step|move|decision|order|tariff|tariffs|duty|levy|measure|announcement|action|hike|increase|plan|threat)) (?:follows|followed|comes|came) (?:(?:just |only )?(?:a |an |two |three |four |five )?(?:\w+ )?after |on top of |on the heels of |hot on the heels of )?/;
const DEED =
  /\b(?:move|decision|order|plan|pledge|vow|doubling|raising|rise|increase|hike|imposition|launch|cut|tariffs?|duties|levies)\b/;

// "It follows his June move to double tariffs on steel": of other goods than those of the step.
function isFollowed(line: Line, known: Known): boolean {
  const text = line.raw.slice(line.start, line.end).toLowerCase();
  const opening = FOLLOWS.exec(text)?.[0];
  if (isAnswer(known) || opening === undefined || !DEED.test(text.slice(opening.length)))
    return false;
  const end = line.tokens.findIndex(({ text: mark }) => mark === ';');
  return namesOthersBefore(line, end < 0 ? line.tokens.length : end, known);
}

/** The rules for English. */
export const PAST_MATTERS: readonly Rule[] = [
  { name: 'beside:of-before', holds: isOfBefore },
  { name: 'beside:planned-before', needs: [HAD], holds: isPlannedBefore },
  { name: 'beside:backed-away', needs: [BACKING_OFF], holds: isBackedAway },
  { name: 'beside:answer', needs: [ANSWERED, 'place'], holds: isAnswerOfOther },
  { name: 'beside:follows', needs: [FOLLOWING, 'tariff'], holds: isFollowed },
  { name: 'beside:first-set', needs: [FIRST], holds: isFirstSet },
];

/** Outside English: "Bereits 2018 hatten die USA Stahl belegt": a year gone by, and none of those that run. */
export function isOfYearsBefore(line: Line, known: Known): boolean {
  if (line.index < 2 && !isOnElse(line, known)) return false;
  const { publishedOn } = known.scene;
  const years = line.tokens.map(({ text }) => text).filter((text) => YEAR.test(text));
  if (publishedOn === null || years.length === 0) return false;
  const last = Math.max(...years.map(Number));
  const isGone = last < Number(publishedOn.slice(0, 4)) && last >= FIRST_OF_TIME;
  if (!isGone) return false;
  return (
    isElsewhere(line, known) || isOfAnother(line, known) || (!standsUpon(known) && known.hasRate)
  );
}

const YEAR = /^(?:19|20)\d\d$/;
/** Years of laws lie before it: the Trade Act of 1974. */
const FIRST_OF_TIME = 1990;
