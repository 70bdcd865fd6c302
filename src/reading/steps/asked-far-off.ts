// What is asked far from its verb of asking: "has asked the United States through its embassy to exempt", "pide a EE.UU. que le
// exima". In: a line, the verb of asking and the verb of what is asked. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { type Line, means, tokenText } from '../words/scene.ts';

const ASKED_WITHIN = 14;
const ASKING = /^(?:ask|urg|request|call|appeal|petition|press|lobb|implor|plead)/;
/** Languages in which a clause of its own tells what is asked, the words with which it begins and how near they stand. */
const CLAUSES: ReadonlySet<string> = new Set(['es', 'pt', 'it', 'fr']);
const THAT: ReadonlySet<string> = new Set(['que', 'che', 'qu']);
const THAT_WITHIN = 3;

/** True for the infinitive or the clause that waits for its verb of asking. */
export function asksFarOff(line: Line, governor: Hit, verb: Hit): boolean {
  if (verb.from - governor.to > ASKED_WITHIN) return false;
  return line.lang === 'en' ? asksTo(line, governor, verb) : asksThat(line, governor, verb);
}

function asksTo(line: Line, governor: Hit, verb: Hit): boolean {
  return (
    tokenText(line, verb.from - 1) === 'to' &&
    ASKING.test(tokenText(line, governor.from)) &&
    !line.tokens.slice(governor.to, verb.from).some(({ kind }) => kind === 'mark')
  );
}

function asksThat(line: Line, governor: Hit, verb: Hit): boolean {
  if (!CLAUSES.has(line.lang) || !means(governor, 'verb', 'seek')) return false;
  const before = line.tokens.slice(Math.max(0, verb.from - THAT_WITHIN), verb.from);
  return before.some(({ text }) => THAT.has(text));
}
