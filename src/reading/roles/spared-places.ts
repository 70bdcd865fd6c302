// Who is spared by name: "except Canada", "sparing Norway", "Iceland is exempted". In: a place of a line. Out: yes or no.
import type { Action } from '../../domain/reading.ts';
import type { PlaceGroup } from '../places/read-places.ts';
import { isInSparedClause } from '../places/spared-clause.ts';
import type { Step } from '../steps/find-steps.ts';
import { clauseAt } from '../steps/split-clauses.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { RELIEF } from './imply-imposer.ts';

/** True for "except Canada", "sparing aircraft", "Norway and Iceland are exempted". */
export function isSpared(line: Line, group: PlaceGroup, action: Action | undefined): boolean {
  if (action !== undefined && RELIEF.has(action)) return false;
  if (isInSparedClause(line, group.from) || isExemptThere(line, group)) return true;
  return hitsOf(line, 'except').some((hit) => {
    // "The pause does not cover Uganda": whom an easing leaves out bears on.
    if (EASED.has(action ?? 'other') && COVERING.test(tokenText(line, hit.to - 1))) return false;
    // "Chile spared for now as Peru delays its tariff": Peru acts in a clause of its own.
    if (clauseAt(line, hit.from) !== clauseAt(line, group.from)) return false;
    if (hit.to <= group.from)
      return (
        group.from - hit.to <= SPARED_WITHIN &&
        !isBracketed(line, hit.to, group.from) &&
        !isParted(line, hit.to, group.from) &&
        !isOriginOfAll(line, hit.to, group.from)
      );
    if (EXCEPTING.has(tokenText(line, hit.from))) return false;
    if (isOfGoods(line, group, hit.from)) return true;
    // "Makers from Mexico are spared", "Imports from Mexico and its neighbours would be unaffected".
    const isOfMakers =
      ORIGIN.has(group.preposition) &&
      // "on goods from Denmark and Finland, to stay until": the tariff stays.
      tokenText(line, hit.from - 1) !== 'to' &&
      // "duty on bicycles from Peru to be kept at 20%": who goes on paying.
      tokenText(line, hit.from) !== 'kept' &&
      // "duty on bicycles from Peru to be kept at 20%": who goes on paying.
      tokenText(line, hit.from) !== 'kept' &&
      (BEING.test(tokenText(line, hit.from)) || SAID.test(tokenText(line, hit.from - 1)));
    if (hit.from < group.to || hit.from - group.to > (isOfMakers ? FAR : NEAR)) return false;
    return group.role === 'bare' || isOfMakers || isClosing(line, hit.to);
  });
}

// "from Peru" / "countries, including Peru and Chile, are outside the measure".
const ORIGIN: ReadonlySet<string> = new Set(['from', 'including']);

// "sections (above 200 mm excepted) from Peru": what a bracket leaves out ends with it.
function isBracketed(line: Line, from: number, to: number): boolean {
  const at = line.tokens.findIndex(({ text }, place) => place >= from && BRACKET.test(text));
  return at >= 0 && at < to && tokenText(line, at) === ')';
}

const BRACKET = /^[()]$/;

const EASED: ReadonlySet<Action> = new Set(['suspended', 'delayed', 'reduced', 'removed']);
const COVERING = /^(?:cover|include|affect)$/;

/** Acts list at length what they let off. */
const SPARED_WITHIN = 60;

/** Steps beside which it is told who is let off. */
export const BURDENS: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'retaliation-imposed',
]);

/** True for "It will not apply to goods of Canada" beside a step that lays a tariff. */
export function isSparedBeside(line: Line, group: PlaceGroup, lead: Action | undefined): boolean {
  return (
    line.lang === 'en' && lead !== undefined && BURDENS.has(lead) && isSpared(line, group, lead)
  );
}

const EXEMPT = /^(?:exempt|exempted|spared|excluded)$/;
const AFTER_EXEMPT: ReadonlySet<string> = new Set(['', ',', ';', '.', 'for', 'as']);

// "Steel tariffs take effect, Norway and Peru exempt": a title leaves out the verb.
function isExemptThere(line: Line, { role, from, to }: PlaceGroup): boolean {
  return (
    line.lang === 'en' &&
    line.isTitle &&
    role === 'bare' &&
    EXEMPT.test(tokenText(line, to)) &&
    AFTER_EXEMPT.has(tokenText(line, to + 1)) &&
    (from === 0 || line.tokens[from - 1]?.kind === 'mark')
  );
}

const NEAR = 3;
const FAR = 6;
const SAID = /^(?:be|is|are|was|were)$/;
const ORIGINATING = wordGroup('originating exported');

// "glass excluding mirrors, originating in Peru": behind the comma stands where all of it comes from.
function isOriginOfAll(line: Line, from: number, to: number): boolean {
  const at = placeOf(line, ORIGINATING, from, to);
  return at > from && tokenText(line, at - 1) === ',';
}

const BEING = /^(?:is|are|was|were|will|remain|remains|stay|stays)$/;
const RELATIVE = /^(?:that|which)$/;
const GOODS_WITHIN = 4;
const RELATIVE_WITHIN = 12;

// "Canadian and Mexican goods that comply with the pact are exempt": between the origin and what is said of it stand the goods
// alone, or a relative clause.
function isOfGoods(line: Line, { role, from, to }: PlaceGroup, at: number): boolean {
  if (line.lang !== 'en' || role !== 'origin' || !opensClause(line, from) || at <= to) return false;
  if (!BEING.test(tokenText(line, at))) return false;
  const between = line.tokens.slice(to, at);
  const relative = between.findIndex(({ text }) => RELATIVE.test(text));
  if (relative < 0)
    return between.length <= GOODS_WITHIN && between.every(({ kind }) => kind === 'word');
  return relative <= GOODS_WITHIN && between.length <= RELATIVE_WITHIN;
}

// At the beginning, an article left out, or behind a mark or a word that opens a clause: "Brazil is hit; US sugar is exempt".
function opensClause(line: Line, from: number): boolean {
  const before = line.tokens[from - 1];
  return from <= 1 || before?.kind === 'mark' || OPENING.has(before?.text ?? '');
}

const OPENING: ReadonlySet<string> = new Set(['while', 'but', 'though', 'although', 'whereas']);

// "Einfuhren aus Mexiko sind ausgenommen.": outside English the word closes the sentence.
function isClosing(line: Line, end: number): boolean {
  const rest = line.tokens.slice(end);
  return line.lang !== 'en' && !line.isTitle && rest.every(({ kind }) => kind === 'mark');
}

/** Prepositions: they spare only what stands behind them ("Indian mills other than Tata"). */
const EXCEPTING: ReadonlySet<string> = new Set(
  'except excepting excluding other apart aside save minus with but'.split(' '),
);

const STANDING = /^(?:designation|status|eligibility|preferences?|benefits?)$/;

/** True for "terminates India's designation as a beneficiary": whose relief it was. */
export function isStripped({ isPossessive, to }: PlaceGroup, line: Line): boolean {
  const at = tokenText(line, to) === "'s" ? to + 1 : to;
  return isPossessive && line.lang === 'en' && STANDING.test(tokenText(line, at));
}

/** "China tariff exclusions to expire": from whose goods' tariff they are. */
export function isOfExclusions({ to }: PlaceGroup, { line, object }: Step): boolean {
  if (line.lang !== 'en' || to !== object.from) return false;
  return line.tokens.slice(object.from, object.to).some(({ text }) => text === 'exclusions');
}
