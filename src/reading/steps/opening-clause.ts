// What opens a sentence beside its main clause: "Only a month after setting a 10% tariff, Chile ...", "A day after India raised its
// duty, Brazil ...". In: an English sentence. Out: the token of the mark that ends it.
import { type Line, oncePerLine, tokenText } from '../words/scene.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const OPENING = words(
  'as while where whereas although though when after since having once despite unlike earlier previously initially originally formerly hitherto currently already until',
);
/** Openings that may stand behind a span of time: "two weeks after". */
const TIMED = words('after since');
const SPANS = words(
  'only just barely shortly soon immediately right less more than not even a an one two three four five six ten some several few hour hours day days week weeks fortnight month months year years long within of',
);
const NO_CLAUSE = words('of from this part expected well');
const ROLE = /^(?:response|result|reply|consequence|retaliation|countermeasure|first|step|sign)$/;
const SPAN_WITHIN = 6;

/** The comma or colon behind the clause that opens the sentence; -1 where none does. */
export const openingEnd = oncePerLine((line): number => {
  if (line.lang !== 'en') return -1;
  const opener = openerOf(line);
  if (opener < 0 || NO_CLAUSE.has(tokenText(line, opener + 1))) return -1;
  // "As a response it proposes 10 percent": in what capacity, and no clause.
  if (tokenText(line, opener) === 'as' && ROLE.test(tokenText(line, opener + 2))) return -1;
  // "After a call he set out the terms: 20% on rice, 40% on tea": no list behind a colon opens the sentence.
  return line.tokens.findIndex(
    ({ text }, at) => at > opener + 1 && (text === ',' || (text === ':' && isColon(line, at))),
  );
});

// "as of 12:01".
const isColon = (line: Line, at: number): boolean => line.tokens[at - 1]?.kind !== 'number';

function openerOf(line: Line): number {
  if (OPENING.has(tokenText(line, 0))) return 0;
  for (let at = 0; at < SPAN_WITHIN; at += 1) {
    if (TIMED.has(tokenText(line, at))) return at;
    const isSpan = SPANS.has(tokenText(line, at)) || line.tokens[at]?.kind === 'number';
    if (!isSpan) return -1;
  }
  return -1;
}
