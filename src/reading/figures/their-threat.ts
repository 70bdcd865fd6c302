// Whose tariff a sentence means: "Greece's vow to retaliate with 30% on cars" is another side's, "grants Greece a waiver from its 30%
// tariff" never the bearer's. In: a place in a sentence and who acts. Out: yes or no.
// English only.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { goesAheadAt } from '../words/going-ahead.ts';
import { isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

type Sides = { readonly imposers: ReadonlySet<string> };

const VOWING = /^(?:vows?|threats?|pledges?|promises?|plans?|warnings?|intentions?)$/;
const VOWED_WITHIN = 12;

/** True behind "shrugging off Greece's vow to retaliate with": what somebody else says to do. */
export function isInTheirThreat(line: Line, at: number, { imposers }: Sides): boolean {
  if (line.lang !== 'en' || imposers.size === 0) return false;
  if (isInReplyTo(line, at, imposers) || isGoingAhead(line, at, imposers)) return true;
  const owner = placeGroups(line).findLast((group) => isOwner(line, group) && group.to <= at);
  if (owner === undefined || at - owner.to > VOWED_WITHIN || isParted(line, owner.to, at))
    return false;
  const vow = tokenText(line, owner.to) === "'s" ? owner.to + 1 : owner.to;
  const isVow = VOWING.test(tokenText(line, vow)) && tokenText(line, vow + 1) === 'to';
  const isEnded = line.tokens.slice(owner.to, at).some(({ text }) => text === ',');
  return isVow && !isEnded && !owner.codes.some((code) => imposers.has(code));
}

const AHEAD_WITHIN = 5;

// "would impose them if President Trump goes ahead with 30% from August 1": what another does first.
function isGoingAhead(line: Line, at: number, imposers: ReadonlySet<string>): boolean {
  const ahead = goesAheadAt(line, at, AHEAD_WITHIN);
  if (ahead < 0) return false;
  const doer = placeGroups(line).findLast((group) => group.to <= ahead);
  return doer !== undefined && !doer.codes.some((code) => imposers.has(code));
}

const REPLY = wordGroup('response reply answer reaction answers answering answered');
const REPLIED_WITHIN = 16;
const CHARGING = /^(?:impos|levi|put|slap|charg|appl|laid|set|announc|plac)/;

// "The move is a response to a 25% tariff that Japan has put on cars": what is answered is told with who charges it.
function isInReplyTo(line: Line, at: number, imposers: ReadonlySet<string>): boolean {
  const reply = lastPlaceOf(line, REPLY, Math.max(0, at - REPLIED_WITHIN), at);
  if (line.isTitle || reply < 1 || isParted(line, reply, at)) return false;
  // "In response to the tariff, Chile charges 20%".
  const isOpening = line.tokens.slice(reply, at).some(({ text }) => text === ',');
  const behind = placeGroups(line).filter(({ from }) => from > reply);
  const isOthers =
    behind.length > 0 && behind.every(({ codes }) => codes.every((code) => !imposers.has(code)));
  return !isOpening && isOthers && line.tokens.slice(reply).some(({ text }) => CHARGING.test(text));
}

function isOwner(line: Line, group: PlaceGroup): boolean {
  return group.isPossessive || tokenText(line, group.to - 1) === "'s";
}

const SPARING =
  /^(?:exempt(?:s|ed|ing|ions?)?|waivers?|exclusions?|carve-outs?|reprieve|relief|spar(?:es?|ed|ing)|excus(?:es?|ed|ing)|fre(?:es?|ed|eing)|exclud(?:es?|ed|ing)|shield(?:s|ed|ing)?|immune|protection|exception)$/;
const SPARES_WITHIN = 12;

// "grants Danish pumps a waiver from its 25% tariff": nobody is spared a tariff of its own.
/** True for the "its" of a relief "from its tariff" where who grants it is named before. */
export function isSparingFrom(line: Line, its: number, imposers: ReadonlySet<string>): boolean {
  if (tokenText(line, its - 1) !== 'from') return false;
  const first = Math.max(0, its - SPARES_WITHIN);
  const spared = line.tokens.findIndex(
    ({ text }, at) => at >= first && at < its && SPARING.test(text),
  );
  return (
    spared >= 0 &&
    !isParted(line, spared, its) &&
    placeGroups(line).some(
      (group) => group.to <= its && group.codes.some((code) => imposers.has(code)),
    )
  );
}
