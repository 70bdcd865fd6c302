// Whose tariff it is and whom it hits, where other languages than English name both beside the noun: "Colombia, exenta de
// aranceles de Brasil", "Dazi Usa, l'India prepara contromisure", "Höhere Zölle der USA für Indien". In: a line, its places and
// the step told there. Out: the two sides, or null.
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { ACTING, isOther, type Sides } from './sides.ts';

/** Languages whose roles stand in their own little words. */
const OWN_WORDS: ReadonlySet<string> = new Set(['en', 'ja', 'ko', 'zh', 'tr', 'vi', 'hi']);

export function ownersAbroad(line: Line, groups: readonly PlaceGroup[], step: Step): Sides | null {
  if (OWN_WORDS.has(line.lang) || groups.length < 2) return null;
  return (
    relievedFrom(line, groups, step) ?? answeredTopic(line, groups, step) ?? laidFor(line, groups)
  );
}

const RELIEVED =
  /^(?:exent[oa]s?|eximid[oa]s?|exonerad[oa]s?|exempte[es]{0,2}|exonere[es]{0,2}|ausgenommen|befreit|esentat[oaie]|esent[ei]|isent[oa]s?|vrijgesteld|uitgezonderd|zwolnion[aeyi]|освобожден[аоы]?)$/;

// "L'Inde exemptée des droits américains": who is let off stands first, whose tariff it is behind.
function relievedFrom(
  line: Line,
  groups: readonly PlaceGroup[],
  { action, verb }: Step,
): Sides | null {
  if (action !== 'exempted') return null;
  const isRelieved = line.tokens.slice(verb.from, verb.to).some(({ text }) => RELIEVED.test(text));
  const on = groups[0];
  if (!isRelieved || on === undefined || isAuthority(on)) return null;
  const by = groups.find((group) => group.role === 'owner' && isOther(group, on));
  return by === undefined ? null : { by, on };
}

const NEAR = 2;
const MARKS: ReadonlySet<string> = new Set([':', ',', '-']);

// "Aranceles de Colombia: Brasil prepara contramedidas": behind the mark acts who answers the tariff called up before it.
function answeredTopic(line: Line, groups: readonly PlaceGroup[], { action }: Step): Sides | null {
  const [on, by] = groups;
  if (!action.startsWith('retaliation') || on?.role !== 'owner' || by === undefined) return null;
  const isTopic = hitsOf(line, 'tariff').some(
    (hit) => hit.from <= 1 && hit.to <= on.to + NEAR && on.from - hit.to <= NEAR,
  );
  const mark = line.tokens.findIndex(({ text }, at) => at >= on.to && MARKS.has(text));
  if (!isTopic || mark < 0 || mark - on.to > NEAR || by.from < mark || by.from - mark > NEAR + 1)
    return null;
  return ACTING.has(by.role) && isOther(by, on) ? { by, on } : null;
}

const ARTICLES: ReadonlySet<string> = new Set(['der', 'des', 'van', 'de']);
const LAID_ON: ReadonlySet<string> = new Set('fur auf gegen voor op tegen'.split(' '));
const SECOND: ReadonlySet<string> = new Set(['de', 'nl']);

// "Hogere heffingen VS voor India": right behind the noun stands whose they are, behind the preposition whom they hit.
function laidFor(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  if (!SECOND.has(line.lang)) return null;
  for (const by of groups) {
    if (by.role !== 'bare' || by.codes.length !== 1 || !LAID_ON.has(tokenText(line, by.to)))
      continue;
    const at = ARTICLES.has(tokenText(line, by.from - 1)) ? by.from - 1 : by.from;
    if (!hitsOf(line, 'tariff').some((hit) => hit.to === at)) continue;
    const on = groups.find((group) => group.from > by.to && group.from - by.to <= NEAR);
    if (on !== undefined && isOther(on, by)) return { by, on };
  }
  return null;
}
