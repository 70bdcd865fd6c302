// Trade inquiries told by other words than the lists have: "opens case against Indian steel", "Indian steel probed for
// dumping in Brazil". In: an English sentence. Out: the verb, what it is done to and its family.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

const OPENING = /^(?:open|launch|begin|began|start|initiat|bring|brought|file)(?:s|es|ed|ing|un)?$/;
const CASES = wordGroup('case cases proceedings complaint');
const CASE_WITHIN = 5;
const AGAINST: ReadonlySet<string> = new Set([
  'against',
  'into',
  'on',
  'over',
  '',
  '.',
  'concerning',
]);
const DUMPED = wordGroup(/^(?:dump|subsid|import)/);
const FORUMS: ReadonlySet<string> = new Set(['wto', 'court', 'tribunal']);
const ACTOR_WITHIN = 3;

// "suspects dumping, opens case against Indian steel", "Steel imports: Brazil opens case": a case about dumped or imported goods
// is an inquiry where a state opens it; before a tribunal it is a complaint.
function openedCase(line: Line, at: number): Phrase | null {
  if (!OPENING.test(tokenText(line, at)) || !opensByState(line, at)) return null;
  const words = line.tokens.map(({ text }) => text);
  if (!words.some((text) => DUMPED.has(text)) || words.some((text) => FORUMS.has(text)))
    return null;
  const noun = words.findIndex(
    (text, place) => place > at && place - at <= CASE_WITHIN && CASES.has(text),
  );
  if (noun < 0 || !AGAINST.has(tokenText(line, noun + 1)) || isParted(line, at, noun)) return null;
  return { ...phraseOf(probeAt(noun), at, 'open', 'probe'), cost: 1 };
}

function opensByState(line: Line, at: number): boolean {
  return line.hits.some(
    (hit) => isActor(hit) && hit.to <= at && (hit.from <= 2 || at - hit.to <= ACTOR_WITHIN),
  );
}

function probeAt(from: number): Hit {
  return { from, to: from + 1, meanings: new Map([['probe', ['probe']]]) };
}

const PROBED = wordGroup('probed investigated examined scrutinised scrutinized');
const CHARGES: ReadonlySet<string> = new Set(['dumping', 'subsidies', 'subsidy']);
const CHARGED_WITHIN = 4;

// "Indian steel probed for dumping in Brazil".
function probedFor(line: Line, at: number): Phrase | null {
  if (!PROBED.has(tokenText(line, at))) return null;
  const behind = line.tokens.slice(at + 1, at + 1 + CHARGED_WITHIN).map(({ text }) => text);
  const isFor = FOR.has(behind[0] ?? '') && behind.some((text) => CHARGES.has(text));
  return isFor ? { ...phraseOf(probeAt(at), at, 'open', 'probe'), cost: 1 } : null;
}

const FOR: ReadonlySet<string> = new Set(['for', 'over']);

/** The inquiries that a sentence tells so. */
export function probePhrases(line: Line): readonly Phrase[] {
  const found: Phrase[] = [];
  if (!says(line, PROBED) && !(says(line, CASES) && says(line, DUMPED))) return found;
  for (let at = 1; at < line.tokens.length - 1; at += 1) {
    const phrase = openedCase(line, at) ?? probedFor(line, at);
    if (phrase !== null) found.push(phrase);
  }
  return found;
}
