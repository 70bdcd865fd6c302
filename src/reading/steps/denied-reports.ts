// What is only reported, and denied, or only recommended, and turned down. In: an English line and a verb of it. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

const REPORT = wordGroup(
  /^(?:reports?|rumou?rs?|speculation|claims?|suggestions?|talk|allegations?)$/,
);
const DENYING = /^(?:den(?:y|ies|ied)|dismiss|reject|rebuff|brush|refut|call|quash|play)/;
const DENIED_WITHIN = 16;
const DENIES = wordGroup(/^den(?:y|ies|ied|ying)$/);
const TO_BE_SO: ReadonlySet<string> = new Set(
  'it that he she they having plan plans planning any agreeing'.split(' '),
);

/** "denies it agreed to drop the tariff". */
export function isDenied(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !says(line, DENIES)) return false;
  return line.tokens
    .slice(Math.max(0, verb.from - DENIED_WITHIN), verb.from)
    .some(({ text }, at, before) => DENIES.has(text) && TO_BE_SO.has(before[at + 1]?.text ?? ''));
}

/** "dismissed as untrue reports that it was about to impose": what is only rumoured is not told. */
export function isDeniedReport(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !says(line, REPORT)) return false;
  const from = Math.max(0, verb.from - DENIED_WITHIN);
  const before = line.tokens.slice(from, verb.from);
  const report = before.findLastIndex(({ text }) => REPORT.has(text));
  if (report < 0 || !/^(?:that|of|it)$/.test(before[report + 1]?.text ?? '')) return false;
  return before.slice(0, report).some(({ text }) => DENYING.test(text));
}

const ADVICE = wordGroup(/^(?:recommendations?|advice|proposals?)$/);
const ADVISED_WITHIN = 7;
const TURNING_DOWN = /^(?:reject|declin|refus|dismiss|overrul)/;
const TAKING = /^(?:accept|adopt|approv|follow|implement|act)/;

/** "decided not to accept the recommendation to impose a duty", "rejects advice to levy": nothing is laid. */
export function isTurnedDown(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !says(line, ADVICE)) return false;
  const at = verb.from - 2;
  if (tokenText(line, at + 1) !== 'to' || !ADVICE.has(tokenText(line, at))) return false;
  const before = line.tokens.slice(Math.max(0, at - ADVISED_WITHIN), at);
  return before.some(
    ({ text }, place) =>
      TURNING_DOWN.test(text) ||
      (TAKING.test(text) && before.slice(0, place).some((other) => other.text === 'not')),
  );
}
