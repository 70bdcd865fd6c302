// Verbs that are only half of what is done: "lets it lapse", "begin to bite", "puts on hold", "goes" without a figure. In: a
// line and a verb of it. Out: yes or no.
import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';

const LETTING: ReadonlySet<string> = new Set('let lets letting allow allows allowed'.split(' '));
const LET_WITHIN = 9;

// "lets the waiver lapse": nothing is granted.
function isLetLapse(line: Line, verb: Hit): boolean {
  if (!LETTING.has(tokenText(line, verb.from))) return false;
  return line.tokens
    .slice(verb.to, verb.to + LET_WITHIN)
    .some(({ text }) => text === 'lapse' || text === 'expire');
}

const REPORTING = /^(?:confirm|announce|declar|notif)/;

const CONFIRMING = /^confirm/;
const FINITE: ReadonlySet<string> = new Set(['will', 'would', 'are', 'is', 'be', 'been']);
/** What a participle right behind says of the tariff: "confirms tariffs delayed"; "tariffs imposed on China" are only named. */
const CHANGED: readonly string[] = ['delay', 'suspend', 'cut', 'remove', 'raise'];

const REPORTING_ABROAD = /^(?:anunc|anno|annu|conf[ei]rm|afirm|afferm|affirm|declar|dichiar)/;
const THAT: ReadonlySet<string> = new Set(['que', 'che']);

// "anuncia que los aranceles se aplazan": the clause behind has its own verb.
function reportsAbroad(line: Line, verb: Hit): boolean {
  if (!THAT.has(tokenText(line, verb.to)) || !REPORTING_ABROAD.test(tokenText(line, verb.from)))
    return false;
  return hitsOf(line, 'verb').some((hit) => hit.from > verb.to);
}

// "confirms that the duty falls", "confirms tariffs will rise": what is told of the tariff is told by a verb of its own.
function isReporting(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return reportsAbroad(line, verb);
  if (!REPORTING.test(tokenText(line, verb.from))) return false;
  const behind = hitsOf(line, 'verb').find((hit) => hit.from > verb.to);
  if (behind === undefined || tokenText(line, verb.to) === 'that') return behind !== undefined;
  const isOfTariff = hitsOf(line, 'tariff').some(
    (hit) => hit.from >= verb.to && hit.to <= behind.from,
  );
  if (!isOfTariff || isParted(line, verb.to, behind.from)) return false;
  if (FINITE.has(tokenText(line, behind.from - 1)) || FINITE.has(tokenText(line, behind.from)))
    return true;
  const isConfirmed = CONFIRMING.test(tokenText(line, verb.from));
  return isConfirmed && CHANGED.some((family) => means(behind, 'verb', family));
}

// "tariffs begin to bite": the verb only helps another one.
export function isHelper(line: Line, verb: Hit): boolean {
  if (isLetLapse(line, verb) || isReporting(line, verb)) return true;
  if (!BEGINNING.test(tokenText(line, verb.to - 1)) || tokenText(line, verb.to) !== 'to')
    return false;
  const next = line.tokens[verb.to + 1];
  return (
    next?.kind === 'word' &&
    !line.hits.some((hit) => hit.from === verb.to + 1 && hit.meanings.has('effective'))
  );
}

const BEGINNING = /^(?:begin|began|start)/;

const GOING: ReadonlySet<string> = new Set('go goes going move moves moved'.split(' '));
const FIGURE_WITHIN = 8;

// "the duty goes from 30% to 90%"; without a figure a tariff that "goes" tells nothing.
export function isIdleMotion(line: Line, verb: Hit): boolean {
  if (verb.to - verb.from > 1 || !GOING.has(tokenText(line, verb.from))) return false;
  return !hitsOf(line, 'percent').some(
    (hit) => hit.from >= verb.to && hit.from - verb.to <= FIGURE_WITHIN,
  );
}

const AGAIN: ReadonlySet<string> = new Set('on with to into from in at against for'.split(' '));

/** "slaps a tariff back on", "pays Peru back with a duty": the word says again, nobody backs anything. */
export function isBackAgain(line: Line, verb: Hit): boolean {
  if (tokenText(line, verb.from) !== 'back' || verb.to - verb.from > 1) return false;
  return AGAIN.has(tokenText(line, verb.to)) && verb.from > 1;
}

const PUTTING = /^(?:put|plac)/;

// "puts the tariff on hold": the verb is only half of what is done.
export function isPutOnHold(line: Line, verb: Hit): boolean {
  if (!PUTTING.test(tokenText(line, verb.from)) || verb.to - verb.from > 1) return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from >= verb.to && means(hit, 'verb', 'suspend') && tokenText(line, hit.from) === 'on',
  );
}

/** The families of a verb; "the duty applies for 200 days" asks for nothing. */
export function familiesOf(line: Line, verb: Hit): readonly string[] {
  return lastsFor(line, verb) ? LASTING : (verb.meanings.get('verb') ?? []);
}

const LASTING: readonly string[] = ['impose'];

function lastsFor(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !/^appl(?:y|ies)$/.test(tokenText(line, verb.from))) return false;
  if (tokenText(line, verb.to - 1) !== 'for') return false;
  return (
    line.tokens[verb.to]?.kind === 'number' ||
    hitFrom(line, verb.to)?.meanings.has('number') === true
  );
}

const ROMANCE: ReadonlySet<string> = new Set(['pt', 'es', 'it', 'fr', 'ro']);
const AGREEING = /(?:[aiu][dt][oaie]s?|ees?)$/;
const AND: ReadonlySet<string> = new Set(['y', 'e', 'et', 'ed', ',']);
const OWN_OBJECT = ['suspend', 'remove', 'delay', 'cut', 'raise'] as const;
const LEADS_ON = [
  'prep',
  'percent',
  'number',
  'weekday',
  'month',
  'relday',
  'until',
  'effective',
] as const;

/** "impone arancel y suspende venta de energía": a verb behind "and" with a noun of its own right behind it. */
export function isDoneToElse(line: Line, verb: Hit, { object, family }: VerbObject): boolean {
  if (line.lang === 'en') return isDoneToPower(line, verb, object);
  if (!ROMANCE.has(line.lang) || object.to > verb.from || verb.to - verb.from > 1) return false;
  if (!OWN_OBJECT.some((name) => name === family)) return false;
  if (!AND.has(tokenText(line, verb.from - 1)) || AGREEING.test(tokenText(line, verb.from)))
    return false;
  // "y freno a la energía": what is stopped behind the little words.
  const isTo =
    tokenText(line, verb.to) === 'a' && /^(?:l[ao]s?|el)$/.test(tokenText(line, verb.to + 1));
  const at = isTo ? verb.to + 2 : verb.to;
  const next = line.tokens[at];
  if (next?.kind !== 'word' || next.text.length <= SHORT) return false;
  if (hitFrom(line, at)?.meanings.has('tariff') === true) return false;
  return !LEADS_ON.some((name) => hitFrom(line, at)?.meanings.has(name) === true);
}

const SHORT = 3;
const POWER =
  /^(?:power|electricity|energy|fuel|water|aid|visas?|funding|travel|flights?|exports?|ties|jobs)$/;

// "answers with a 30% tariff and cuts power sales": a verb behind "and" that is done to what is no tariff.
function isDoneToPower(line: Line, verb: Hit, object: Hit): boolean {
  if (object.to > verb.from || tokenText(line, verb.from - 1) !== 'and') return false;
  return POWER.test(tokenText(line, verb.to));
}
