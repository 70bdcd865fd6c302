// What those who can do it announce in the conditional, the form of reported speech: "Le président a annoncé que les voitures
// seraient soumises à 25 %", "kündigte an, dass Autos mit 25 Prozent belegt würden". In: a sentence and a verb of it. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means } from '../words/scene.ts';

/** Helping verbs of reported speech, folded; "pourraient" leaves open whether it will be done. */
const REPORTED: ReadonlySet<string> = new Set(
  'serait seraient seria serian seriam sarebbe sarebbero wurde wurden zou zouden'.split(' '),
);
const OPEN: ReadonlySet<string> = new Set(
  'pourrait pourraient podria podrian poderia poderiam potrebbe potrebbero konnte konnten kunnen si wenn falls'.split(
    ' ',
  ),
);
const THAT: ReadonlySet<string> = new Set(['que', "qu'", 'che', 'dass', 'dat']);
const WITHIN = 3;

/** The verb by which somebody announces the clause of `verb`; null where nobody does, or only says what may be. */
export function announcementOf(line: Line, verb: Hit): Hit | null {
  const said = hitsOf(line, 'verb').find(
    (hit) => hit.to <= verb.from && means(hit, 'verb', 'announce') && isByState(line, hit),
  );
  if (said === undefined) return null;
  const clause = line.tokens.slice(said.to, verb.to + WITHIN).map(({ text }) => text);
  const that = clause.findIndex((text) => THAT.has(text));
  const isTold =
    that >= 0 &&
    clause.slice(that).some((text) => REPORTED.has(text)) &&
    !clause.some((text) => OPEN.has(text));
  return isTold ? said : null;
}

function isByState(line: Line, said: Hit): boolean {
  return line.hits.some(
    ({ to, meanings }) => to <= said.from && (meanings.has('place') || meanings.has('leadership')),
  );
}
