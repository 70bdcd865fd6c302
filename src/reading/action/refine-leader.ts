// What a leader only says, writes or posts: a tariff that he announces is a threat until an act is signed. In: the scene and
// the leading step. Out: `threatened`, or null. Rules of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { isOperative } from '../steps/official-voice.ts';
import { fitting } from '../words/asked-rules.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { isSaidByLeader } from './said-by-leader.ts';

const MAKING: ReadonlySet<Action> = new Set(['imposed', 'increased']);

function textOf(line: Line): string {
  return line.raw.slice(line.start, line.end);
}

/** A government's own summary of an act that was signed. */
const FACT_SHEET = /^\W*Fact Sheet\b/i;
const isAtOnce = fitting(
  /\beffective immediately\b|\bwith immediate effect\b|\bat once\b|(?:%|per ?cent) immediately\b/i,
  wordGroup('immediately immediate once'),
);

const ordersNow = fitting(
  /^\W*(?:the|this|his) (?:executive )?(?:order|proclamation) (?:adds|raises|imposes|puts|sets|doubles|takes|brings|increases|applies)\b/i,
  wordGroup('order proclamation'),
);

// "signs an executive order"; "The order adds 25 percent": what an act does, and nobody says that he will.
function isSigned(line: Line): boolean {
  return lineHas(line, 'formal') || ordersNow(line) || hasOrdered(line);
}

// "I have just authorized a doubling of tariffs": done, as whoever writes it says.
const hasOrdered = fitting(
  /\b(?:have|has|had) (?:just |today |already )?(?:authori[sz]ed|ordered|directed|instructed) (?:a |an |the )?(?:\w+ ){0,3}(?:of |on )?tariffs?\b/i,
  wordGroup('authorized authorised ordered directed instructed'),
);

/** Words with which a phrase of the lists may say that it is still to come: "will pay". */
const TO_COME: ReadonlySet<string> = new Set(['will', 'would', 'to', 'must']);

const FACING: ReadonlySet<string> = new Set(['face', 'faces']);

// "Trump says eight countries face 10% tariff", "Eight countries face 10% tariff: Trump": his word for what others will bear.
function isToldToFace({ line, verb }: Step, word: string): boolean {
  if (!FACING.has(word)) return false;
  return hitsOf(line, 'saying').some((hit) => hit.to <= verb.from) || isSaidAtEdge(line);
}

function isSaidAtEdge(line: Line): boolean {
  return hitsOf(line, 'placekind').some(
    (hit) => means(hit, 'placekind', 'leader') && isHeadOrTail(line, hit),
  );
}

// "Trump will slap tariffs": a leader's word without a signed act is a threat, not law.
export function leaderAnnounces(scene: Scene, lead: Step): Action | null {
  const word = tokenText(lead.line, lead.verb.from);
  const isComing = isToCome(lead) || TO_COME.has(word) || isToldToFace(lead, word);
  if (!MAKING.has(lead.action) || !isComing || isOperative(lead.line)) return null;
  const isLeader = hitsOf(lead.line, 'placekind').some(
    (hit) =>
      means(hit, 'placekind', 'leader') &&
      (hit.from < lead.verb.from ||
        means(hitFrom(lead.line, hit.to), 'saying') ||
        isHeadOrTail(lead.line, hit)),
  );
  if (!isLeader || scene.lines.some(isSigned)) return null;
  if (scene.title !== null && FACT_SHEET.test(textOf(scene.title))) return null;
  if (scene.lines.some(isAtOnce)) return null;
  return threatOf(lead);
}

// "says retaliatory tariffs will start on Monday": the threat answers something.
function threatOf({ object }: Step): Action {
  const isAnswer = object.meanings.get('tariff')?.includes('retaliation') === true;
  return isAnswer ? 'retaliation-threatened' : 'threatened';
}

// "Trump says tariffs could be applied to more goods": what a leader says that he may do.
export function leaderMayAct(
  _scene: Scene,
  { line, verb, mood, action, family }: Step,
): Action | null {
  if (family !== 'impose' && family !== 'raise') return null;
  if (line.lang !== 'en' || !line.isTitle || mood !== 'cond' || action !== 'proposed') return null;
  const leader = hitsOf(line, 'placekind').find(
    (hit) =>
      means(hit, 'placekind', 'leader') &&
      (hit.to <= verb.from || isHeadOrTail(line, hit)) &&
      (means(hitFrom(line, hit.to), 'saying') || isHeadOrTail(line, hit)),
  );
  return leader !== undefined && isOfHisState(line, leader, verb) ? 'threatened' : null;
}

const PARTING: ReadonlySet<string> = new Set([':', '-', '–', '—', '|']);

// "Brazil may tax shoes at 35% — Lula", "Lula: Brazil may tax shoes", "Brazil may tax shoes, Lula says": who says it stands
// before or behind all of it.
function isHeadOrTail(line: Line, { from, to }: Hit): boolean {
  const isHead = from === 0 && tokenText(line, to) === ':';
  if (isHead) return true;
  if (to === line.tokens.length) return PARTING.has(tokenText(line, from - 1));
  const says = hitFrom(line, to);
  return (
    tokenText(line, from - 1) === ',' &&
    says?.to === line.tokens.length &&
    says.meanings.has('saying')
  );
}

// "Brazil may tax Indian rice: Modi": a leader threatens with the tariffs of his own state.
function isOfHisState(line: Line, leader: Hit, verb: Hit): boolean {
  const groups = placeGroups(line);
  const own = groups.find(({ from, to }) => from <= leader.from && to >= leader.to);
  return groups.every(
    ({ role, to, codes }) =>
      role !== 'bare' ||
      to > verb.from ||
      own === undefined ||
      codes.some((code) => own.codes.includes(code)),
  );
}

// "says Canadian cars will be taxed at 35%": the phrase of the lists holds its own future.
function isToCome({ line, verb, mood }: Step): boolean {
  if (mood === 'future') return true;
  if (line.lang !== 'en' || mood !== 'plain') return false;
  const before = line.tokens.slice(Math.max(0, verb.from - SOON_WITHIN), verb.from + 1);
  return (
    before.some(({ text }) => text === 'will') && (line.classes.has('saying') || isSaidAtEdge(line))
  );
}

const SOON_WITHIN = 2;

// "announces a 50% tariff", in a letter or a post: no act was signed.
export function leaderWrites(scene: Scene, lead: Step): Action | null {
  if (!MAKING.has(lead.action) || scene.lines.some(isSigned)) return null;
  if (scene.lines.some(isAtOnce)) return null;
  if (lineHas(lead.line, 'verb', 'approve')) return null;
  // "will charge 30%, the letter says": whoever writes it.
  if (lead.mood === 'future' && letterSays(lead.line)) return 'threatened';
  const isLeader = hitsOf(lead.line, 'placekind').some(
    (hit) =>
      (means(hit, 'placekind', 'leader') || means(hit, 'placekind', 'government')) &&
      hit.from < lead.verb.from,
  );
  const isWritten = (line: Line): boolean => line.index <= 2 && isInWriting(line);
  // "Japan tariff to rise to 25%" / "Trump sent a letter": the writer stands where the letter does.
  const isWriter =
    lead.mood === 'future' &&
    scene.lines.some((line) => lineHas(line, 'placekind', 'leader') && isWritten(line));
  if (isWriter) return 'threatened';
  return isLeader && (scene.lines.some(isWritten) || isSaidByLeader(lead)) ? 'threatened' : null;
}

const letterSays = fitting(
  /\bletters? (?:says?|said|reads?|states?|shows?)\b|\bin (?:a|the|his) letter\b/i,
  wordGroup('letter letters'),
);

/** A letter or a post, in the languages of the word lists. */
const isInWriting = fitting(
  /\b(?:letters?|social media|Truth Social|tweet(?:ed|s)?|posted|the president wrote|he wrote|carta|lettre|letter[ae]|scrive|redes sociales|redes sociais|Schreiben|schreibt an|per Brief|Brief an|brief aan|schrijft|escribe a|escreve a|surat|(?:meny|s)urati|mektup\w*|napisa[łl]a?|list(?:em)? do|gửi thư|bức thư)(?![a-z])|écrit à|письм|написал|書簡|書面で|서한|편지|致函|致信|去信|函告/i,
);
