// Who acts where he stands behind the verb: "Aplicará México a China aranceles", "Ab Mai erhebt Kanada einen Zoll". In: a sentence,
// its groups of countries and its step, before whose verb nobody acts. Out: the group that acts; undefined where none does.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { VERB_SECOND } from '../words/verb-second.ts';

const VERB_FIRST: ReadonlySet<string> = new Set(['es', 'pt', 'it', 'ar', ...VERB_SECOND]);
const ARTICLES: ReadonlySet<string> = new Set(['die', 'das']);

/** The group right behind the verb that can only be its subject. */
export function subjectBehind(
  line: Line,
  groups: readonly PlaceGroup[],
  step: Step,
): PlaceGroup | undefined {
  if (!VERB_FIRST.has(line.lang)) return undefined;
  const behind = groups.find(
    (group) =>
      group.role === 'bare' &&
      (group.from === step.verb.to ||
        (group.from === step.verb.to + 1 && ARTICLES.has(tokenText(line, step.verb.to)))),
  );
  if (behind === undefined) return undefined;
  // "Ab April erhebt China Zölle": where the verb stands second, nobody may stand before it but behind a preposition.
  const before = groups.slice(0, groups.indexOf(behind));
  const mayAct = !VERB_SECOND.has(line.lang) || before.every(({ role }) => role === 'object');
  return mayAct && (groups.length > 1 || laysItself(line, behind, step)) ? behind : undefined;
}

const LAID: ReadonlySet<string> = new Set('einen den diesen seinen keinen'.split(' '));
const MOVING: ReadonlySet<string> = new Set('raise cut remove suspend delay'.split(' '));
const WANTING: ReadonlySet<string> = new Set('will wollte mochte wil wilde vill'.split(' '));
const PLURAL = /zolle$/;

// "Ab Mai erhebt Kanada einen Zoll", "erhebt Kanada Zölle": the article, or the verb of one beside tariffs of many, shows that they
// are laid; "trifft Kanada ein Zoll" falls on it.
function laysItself(line: Line, { to }: PlaceGroup, { verb, object, family }: Step): boolean {
  if (object.from < to) return false;
  // "Laut Bericht will Peru die Zölle erhöhen", "Na een ruzie verhoogt India de heffing": nobody else can be the subject.
  if (WANTING.has(tokenText(line, verb.from)) || MOVING.has(family)) return true;
  if (line.lang !== 'de') return false;
  const isOne = tokenText(line, verb.from).endsWith('t');
  return LAID.has(tokenText(line, to)) || (isOne && PLURAL.test(tokenText(line, object.to - 1)));
}
