// A tariff that moves by itself to a figure: "the duty on Chilean beef drops to 22%", "the levy is down to 3.4%", "import tax on
// phones goes from 16 to 8 percent". In: an English sentence and a tariff of it. Out: the verb and whether it raises or cuts.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitOver, hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const DOWN = wordGroup(
  'drop drops dropped dropping fall falls fell falling sink sinks sank slide slides slid slip slips slipped dip dips dipped tumble tumbles tumbled plunge plunges plunged plummets shrink shrinks shrank ease eases eased decline declines declined decrease decreases decreased dwindle dwindles',
);
const UP = wordGroup(
  'climb climbs climbed jump jumps jumped leap leaps leapt soar soars soared shoot shoots shot surge surges surged rise rises rose rising climbing jumping increase increases increased double doubles doubled triple triples tripled quadruple quadruples spike spikes spiked swell swells',
);
const EITHER = wordGroup(
  'go goes going went move moves moved change changes changed switch switches return returns returned revert reverts reverted',
);
/** "is down to 5%", "comes down to 5%", "is up to 30% from 20%". */
const WAYS: Readonly<Record<string, 'cut' | 'raise'>> = { down: 'cut', up: 'raise', back: 'raise' };
const WAY = wordGroup(Object.keys(WAYS).join(' '));
const CARRIES = words('is are was were come comes came go goes went move moves moved');
const MOTIONS = [DOWN, UP, EITHER, WAY];
const FROM_SUBJECT = 12;
const TO_WITHIN = 7;
const FILLING = words('a an the just only about around nearly almost as little much low high');

/** The phrase of a tariff that is the subject of a verb of motion with a figure as its aim; null where it is not. */
export function movesToFigure(line: Line, object: Hit): Phrase | null {
  if (!MOTIONS.some((words) => says(line, words)) || isBroughtIn(line, object)) return null;
  const end = Math.min(line.tokens.length, object.to + FROM_SUBJECT);
  for (let at = object.to; at < end; at += 1) {
    if (isParted(line, at, at + 1)) return null;
    const way = motionAt(line, at);
    if (way === null) {
      if (isOtherSubject(line, at) || isOtherVerb(line, at)) return null;
      continue;
    }
    const to = aimOf(line, at);
    if (to < 0) return null;
    const family = way === 'either' ? wayOf(line, at, to) : way;
    return { ...phraseOf(object, at, family), cost: 1 };
  }
  return null;
}

const NEWLY = wordGroup('now becomes became will');
const COMPARED: Readonly<Record<string, 'cut' | 'raise'>> = {
  down: 'cut',
  lower: 'cut',
  reduced: 'cut',
  up: 'raise',
  higher: 'raise',
  raised: 'raise',
};
const COMPARING = wordGroup(Object.keys(COMPARED).join(' '));
const STATED_WITHIN = 14;

/** What a sentence holds that states a rate beside the one before it. */
export const STATING = [NEWLY, COMPARING];

/** "the duty on wheat is now 5%, down from 20%": a rate that is stated as new, with the old one behind it. */
export function statedAnew(line: Line, object: Hit): Phrase | null {
  if (isBroughtIn(line, object)) return null;
  const end = Math.min(line.tokens.length, object.to + STATED_WITHIN);
  for (let at = object.to; at < end; at += 1) {
    const family = COMPARED[tokenText(line, at)];
    if (family === undefined || tokenText(line, at + 1) !== 'from') continue;
    const [now, before] = [object.to, at].map((from) => percentBehind(line, from));
    const isStated = line.tokens.slice(object.to, now).some(({ text }) => NEWLY.has(text));
    if (now === undefined || before === undefined || now >= at || !isStated) return null;
    return { ...phraseOf(object, at, family), cost: 2 };
  }
  return null;
}

function percentBehind(line: Line, from: number): number | undefined {
  return hitsOf(line, 'percent').find((hit) => hit.from >= from)?.from;
}

type Way = 'cut' | 'raise' | 'either';

function motionAt(line: Line, at: number): Way | null {
  const text = tokenText(line, at);
  const way = WAYS[tokenText(line, at + 1)];
  if (way !== undefined && CARRIES.has(text)) return way;
  if (DOWN.has(text)) return 'cut';
  if (UP.has(text)) return 'raise';
  return EITHER.has(text) ? 'either' : null;
}

// "to 22%", "to just 5%", "from 16 to 8 percent", "to zero": the place of the "to"; -1 where no figure is reached.
function aimOf(line: Line, verb: number): number {
  for (let at = verb + 1; at <= verb + TO_WITHIN; at += 1) {
    if (isParted(line, at - 1, at)) return -1;
    if (tokenText(line, at) !== 'to') continue;
    let figure = at + 1;
    while (FILLING.has(tokenText(line, figure))) figure += 1;
    const isZero = ZERO.has(tokenText(line, figure));
    const isRate = hitsOf(line, 'percent').some(
      (hit) => hit.from === figure + 1 || hitOver(line, figure)?.to === hit.from,
    );
    return isZero || isRate ? at : -1;
  }
  return -1;
}

const ZERO = words('zero nil nought');
/** Where a tariff comes from that had none: "goes from free to 10%". */
const NOTHING = words('zero nil nought free');

function wayOf(line: Line, verb: number, to: number): 'cut' | 'raise' {
  const figures = line.tokens
    .slice(verb, to + FROM_SUBJECT)
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => Number(text.replace(',', '.')));
  const isZero = ZERO.has(tokenText(line, to + 1));
  const start = line.tokens.slice(verb, to);
  if (!isZero && start.some(({ text }) => NOTHING.has(text))) return 'raise';
  const isFrom = start.some(({ text }) => text === 'from');
  const [first = 0, second = 0] = figures;
  return isZero || (isFrom && first > second) ? 'cut' : 'raise';
}

const BRINGING = words(
  'after since under over despite amid due because against by before without through than as if on',
);
const ARTICLES = words('the a an new its their his this that all most extra additional');

// "after the duty", "under Peru's 39% tariff": what stands behind such a word is no subject.
function isBroughtIn(line: Line, object: Hit): boolean {
  let at = object.from - 1;
  while (
    ARTICLES.has(tokenText(line, at)) ||
    hitOver(line, at)?.meanings.has('place') === true ||
    tokenText(line, at) === "'s"
  )
    at -= 1;
  return BRINGING.has(tokenText(line, at));
}

/** Nouns that move themselves, so that the tariff only names why. */
const MOVED =
  /^(?:sales|exports|shipments|prices?|profits?|shares?|stocks?|output|revenues?|fears|margins?|futures|deficit|surplus|trade|volumes?|odds|support)$/;
const LAID = words('on for against upon from of');

/** True for a noun right before the verb that moves itself: "tariff fears", "with the duty Chilean exports drop to 22%". */
export function isOtherSubject(line: Line, at: number): boolean {
  if (!MOVED.test(tokenText(line, at))) return false;
  // "the tariff on Chilean shipments".
  for (let back = at - 1; back >= at - 4; back -= 1) {
    if (LAID.has(tokenText(line, back))) return false;
  }
  return true;
}

const HELPING = words(
  'set due will would is are to be has have been now also then slated scheduled expected',
);

// "the levy on copper and zinc": goods before the joiner, and no verb right behind it.
function isOfList(line: Line, at: number): boolean {
  const next = hitFrom(line, at + 1);
  const isGoods = next === undefined || next.meanings.has('product') || next.meanings.has('goods');
  return hitOver(line, at - 1)?.meanings.has('product') === true && isGoods;
}

function isOtherVerb(line: Line, at: number): boolean {
  const hit = hitFrom(line, at);
  if (hit === undefined || HELPING.has(tokenText(line, at))) return false;
  if (hit.meanings.has('join') && isOfList(line, at)) return false;
  if (hit.meanings.has('clause') || hit.meanings.has('saying')) return true;
  return hit.meanings.has('verb') && !hit.meanings.has('goods') && !hit.meanings.has('prep');
}
