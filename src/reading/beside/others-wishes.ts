// What is weighed, asked, hoped, feared, negotiated or awaited beside the step, and what others do of their own. In: a sentence and
// what is known. Out: yes or no. English only.
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { isElsewhere, isOfAnother, isOnElse, type Known, type Rule } from './known.ts';

const HELD = /^(?:threatened|proposed|retaliation-threatened)$/;
const ALSO = wordGroup('also');
const WEIGHING =
  /^(?:consider|weigh|mull|stud|investigat|review|look|examin|prob|plan|prepar|eye|explor|warn|threat|hint|vow)/;
const WANTING = /^(?:seek|sought|ask|urg|call|push|press|want|hop)/;
const WEIGHED_WITHIN = 3;

// "The administration is also considering tariffs on lumber", "Australia is also seeking an exemption".
function isAlsoWeighed(line: Line, known: Known): boolean {
  const { action } = known.lead;
  const at = placeOf(line, ALSO);
  const verb = line.tokens
    .slice(at + 1, at + 1 + WEIGHED_WITHIN)
    .find(({ text }) => WEIGHING.test(text) || WANTING.test(text));
  if (verb === undefined) return false;
  if (WANTING.test(verb.text))
    return !action.startsWith('exemption') && (isOnElse(line, known) || isOfAnother(line, known));
  return !HELD.test(action) && action !== 'investigation-opened';
}

const ASKING = wordGroup(
  /^(?:urg(?:e|es|ed|ing)|demand(?:ed|ing)|lobb(?:y|ies|ied|ying)|appeal(?:ed|ing)|asked|asks|asking|called|calling|calls|pressed|pressing|pushing|pushed|petitioned|requested|sought|seeking)$/,
);

const CALLING = /^(?:call|push|press)/;
const FOR: ReadonlySet<string> = new Set(['for', 'on', 'upon', 'against']);
const ACTS =
  /^(?:orders?|proclamations?|decisions?|decrees?|notices?|plans?|bills?|deals?|agreements?|laws?|rules?)$/;

// "the so-called surcharge", "pushing the tariff to 45%", "The order calls for a 25% rate": nobody asks.
function isAskingAt(line: Line, at: number): boolean {
  const word = tokenText(line, at);
  if (CALLING.test(word) && !FOR.has(tokenText(line, at + 1))) return false;
  return !ACTS.test(tokenText(line, at - 1));
}

// "Unions had called for duties of 100%", "The chamber urged the government to lift tariffs on machinery".
function isAskedBeside(line: Line, known: Known): boolean {
  if (known.lead.action.startsWith('exemption') || known.lead.action === 'investigation-opened')
    return false;
  const at = placeOf(line, ASKING);
  if (hitsOf(line, 'percent').some(({ to }) => to <= at) || !isAskingAt(line, at)) return false;
  if (tokenText(line, at - 1) === 'had') return true;
  return line.index > 1 || isElsewhere(line, known);
}

const BRACING = wordGroup('brace braces bracing braced');

const TALKS = wordGroup('talks negotiations negotiators discussions consultations');
const GOING_ON = wordGroup(
  'continue continues continuing continued ongoing still resume resumed underway discussing',
);

// "Talks over car tariffs are continuing" beside a duty on steel.
function isTalkedOf(line: Line, known: Known): boolean {
  return placeOf(line, TALKS) <= TALKS_WITHIN && isOnElse(line, known);
}

const TALKS_WITHIN = 3;

const OWN = wordGroup('own');
const UNLIKE = wordGroup('unlike contrast neighbouring neighboring');
const MEANWHILE = wordGroup('meanwhile');
const HOPING = wordGroup(
  'hope hopes hoped hoping want wants fear fears feared complain complains remember demand demands',
);

// "Ankara is considering its own levy", "Unlike its neighbours, Chile escaped with 10 percent".
function isOfOthersOwn(line: Line, known: Known): boolean {
  return isElsewhere(line, known) || (line.index > 1 && isOfAnother(line, known));
}

// "German carmakers hope that Berlin will persuade the Commission": who hopes to be let off too is one of those who ask.
function isHopedBeside(line: Line, known: Known): boolean {
  return !known.lead.action.startsWith('exemption') && isOfOthersOwn(line, known);
}

const YET = wordGroup('yet');

// "India has yet to respond to the 50% tariff".
function isNotYet(line: Line): boolean {
  const at = placeOf(line, YET);
  if (tokenText(line, at + 1) !== 'to' || !/^(?:has|have)$/.test(tokenText(line, at - 1)))
    return false;
  return /^(?:respond|retaliate|react|answer|comment|say)$/.test(tokenText(line, at + 2));
}

const AWAITED = wordGroup('decision announcement ruling outcome verdict details');
const EXPECTED = wordGroup('expected due likely');

// "A decision on chips is expected later this month".
function isAwaitedElse(line: Line, known: Known): boolean {
  return placeOf(line, AWAITED) < 3 && isOnElse(line, known);
}

const FINDING = wordGroup(
  'determine determining ascertain assess monitor find check examine establish verify',
);
const WHETHER = wordGroup('whether if');

// "Officials are to find out whether other countries import Russian oil": what is not known yet.
function isToBeFound(line: Line): boolean {
  const whether = placeOf(line, WHETHER);
  const finding = placeOf(line, FINDING);
  if (finding < 0 || whether < finding || whether - finding > FOUND_WITHIN) return false;
  return /^(?:other|others|further|more|additional)$/.test(tokenText(line, whether + 1));
}

const FOUND_WITHIN = 3;

/** The rules for English. */
export const OTHERS_WISHES: readonly Rule[] = [
  { name: 'beside:also-weighed', needs: [ALSO], holds: isAlsoWeighed },
  { name: 'beside:asked', needs: [ASKING], holds: isAskedBeside },
  { name: 'beside:feared', needs: [BRACING], holds: () => true },
  { name: 'beside:talks', needs: [TALKS, GOING_ON], holds: isTalkedOf },
  { name: 'beside:of-others', needs: [OWN], holds: isOfOthersOwn },
  { name: 'beside:of-others', needs: [UNLIKE], holds: isOfOthersOwn },
  { name: 'beside:of-others', needs: [MEANWHILE], holds: isElsewhere },
  { name: 'beside:of-others', needs: [HOPING], holds: isHopedBeside },
  { name: 'beside:not-yet', needs: [YET], holds: isNotYet },
  { name: 'beside:to-be-found', needs: [FINDING, WHETHER], holds: isToBeFound },
  { name: 'beside:awaited', needs: [AWAITED, EXPECTED], holds: isAwaitedElse },
];
