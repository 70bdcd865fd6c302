// The clauses of a sentence, each told by its own subject. In: a sentence. Out: where each clause stands and who owns it.
// "Trump raises Canada tariff to 35% while Mexico gets a reprieve": what is said of Mexico is no part of the first step.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { hitFrom, hitsOf, isParted, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { isTwoLeaders } from './two-leaders.ts';

/** Token positions, `to` exclusive. `owner` is the country that the clause opens with, when it does. */
export type Clause = {
  readonly from: number;
  readonly to: number;
  readonly owner: PlaceGroup | null;
  /** Told beside the main clause: "as ...", "after ...", ", which ...". */
  readonly isAside: boolean;
};

/** The clause around the token `at`. */
export function clauseAt(line: Line, at: number): Clause {
  const clauses = clausesOf(line);
  return clauses.find(({ from, to }) => from <= at && at < to) ?? (clauses[0] as Clause);
}

/** The clauses in order; a sentence that is one clause gives one. English only: other languages are one clause. */
export const clausesOf = oncePerLine((line): readonly Clause[] => {
  const borders = line.lang === 'en' && line.classes.has('place') ? bordersOf(line) : [];
  const starts: readonly Border[] = [
    { at: 0, owner: firstSubject(line), isAside: false },
    ...borders,
  ];
  return starts.map(({ at, owner, isAside }, place) => ({
    from: at,
    to: starts[place + 1]?.at ?? line.tokens.length,
    owner,
    isAside,
  }));
});

/** "Peru cuts its duty; Chile opens a probe": a second item behind a semicolon; "Chile accepts a 9% duty; Peruvian goods to enter duty-free". */
export function isSecondItem(line: Line, at: number): boolean {
  return placeOf(line, SEMICOLON, 1, at) > 0;
}

type Border = Pick<Clause, 'owner' | 'isAside'> & { readonly at: number };

const PARTING = wordGroup(', ;');
const SEMICOLON = wordGroup(';');

function bordersOf(line: Line): readonly Border[] {
  const borders: Border[] = [];
  const hasOpeners = line.classes.has('clause');
  if (!hasOpeners && !says(line, PARTING)) return borders;
  for (let at = 1; at < line.tokens.length - 2; at += 1) {
    const isOpener = hasOpeners && hitFrom(line, at)?.meanings.has('clause') === true;
    if (!isOpener && !PARTING.has(tokenText(line, at))) continue;
    const border = borderAt(line, at);
    if (border === null || isJoinedPlace(line, at)) continue;
    if (!isTwoLeaders(line, at, placeGroups(line))) borders.push(border);
  }
  return borders;
}

// "Canada, Mexico and China": a comma or "and" within a list of countries parts nothing.
function isJoinedPlace(line: Line, at: number): boolean {
  return placeGroups(line).some((group) => group.from < at && at < group.to);
}

function borderAt(line: Line, at: number): Border | null {
  const text = tokenText(line, at);
  // "imposes 30% on Colombia, which answers": what follows is done by the name before.
  if (text === ',' && RELATIVE.has(tokenText(line, at + 1))) {
    const before = placeGroups(line).find((group) => group.to === at);
    return before === undefined ? null : { at, owner: before, isAside: true };
  }
  const hit = hitFrom(line, at);
  if (text === ';' && line.isTitle) return secondItem(line, at);
  const opener = text === ',' ? 'joining' : hit?.meanings.get('clause')?.[0];
  if (opener === undefined) return null;
  const isAside = opener !== 'joining';
  // "says it agreed and that the tariffs will be held".
  if (opener === 'joining' && tokenText(line, at + 1) === 'that')
    return { at, owner: null, isAside };
  const subject = subjectBehind(line, hit?.to ?? at + 1) ?? isToDo(line, at);
  if (subject !== undefined) return { at, owner: subject, isAside };
  return opener === 'opening' && hasVerbSoon(line, at + 1) ? { at, owner: null, isAside } : null;
}

// Who is named before the semicolon as well goes on with the same matter: "hits Turkey; Turkey responds".
function secondItem(line: Line, at: number): Border | null {
  const owner = subjectBehind(line, at + 1);
  const isNamed = placeGroups(line).some(
    (group) => group.to <= at && group.codes.some((code) => owner?.codes.includes(code)),
  );
  return owner === undefined || isNamed ? null : { at, owner, isAside: false };
}

const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whose']);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its']);

// A country and right behind it what it does: "China hits back", "India's minister says".
function subjectBehind(line: Line, from: number): PlaceGroup | undefined {
  const start = ARTICLES.has(tokenText(line, from)) ? from + 1 : from;
  const group = placeGroups(line).find((candidate) => candidate.from === start);
  if (group === undefined || !isBare(group)) return undefined;
  return isDoneBehind(line, group) ? group : undefined;
}

// "Peru to pause tariffs, Chile to name envoy": in a title what the second is about to do stands behind "to".
function isToDo(line: Line, comma: number): PlaceGroup | undefined {
  if (!line.isTitle || tokenText(line, comma) !== ',') return undefined;
  const group = placeGroups(line).find(({ from }) => from === comma + 1);
  if (group === undefined || !isBare(group) || tokenText(line, group.to) !== 'to') return undefined;
  const isTold = hitsOf(line, 'verb').some((hit) => hit.to <= comma);
  return isTold && hitFrom(line, group.to + 1)?.meanings.has('place') !== true ? group : undefined;
}

function isBare(group: PlaceGroup): boolean {
  return (group.role === 'bare' || group.role === 'subject') && !group.isPair;
}

const TITLES_WITHIN = 3;

function isDoneBehind(line: Line, group: PlaceGroup): boolean {
  let at = group.isPossessive ? group.to + 1 : group.to;
  for (let steps = 0; steps < TITLES_WITHIN; steps += 1) {
    const hit = hitFrom(line, at);
    if (hit !== undefined && ACTING.some((name) => hit.meanings.has(name))) {
      return !GERUND.test(tokenText(line, hit.from));
    }
    if (hit?.meanings.has('leadership') !== true && !hit?.meanings.has('place')) return false;
    at = hit.to;
  }
  return false;
}

const ACTING = ['verb', 'gainer', 'mood', 'saying'] as const;
const GERUND = /ing$/;
const VERB_WITHIN = 8;

// "as 30% US tariff takes effect", "while ties improve".
function hasVerbSoon(line: Line, from: number): boolean {
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from > from &&
      hit.from - from <= VERB_WITHIN &&
      !GERUND.test(tokenText(line, hit.from)) &&
      !isParted(line, from, hit.from),
  );
}

function firstSubject(line: Line): PlaceGroup | null {
  return placeGroups(line).find((group) => isBare(group) && group.from <= 2) ?? null;
}

/** True when the clause names this place. */
export function isInClause(clause: Clause, group: PlaceGroup): boolean {
  return group.from >= clause.from && group.from < clause.to;
}
