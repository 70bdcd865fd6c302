// Countries that only tell why a tariff is laid on another: "lifts the tariff on India over Russian oil", "hit with 25% for buying
// Russian crude". In: an English line and a place in it. Out: yes or no.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const REASON = wordGroup(
  'over for because due linked tied related owing amid response stopped stopping halts halted halting curb curbs curbing cutting ending shunning',
);
const REASON_WITHIN = 6;
const DEALINGS =
  /^(?:oil|crude|gas|lng|diesel|fuel|fuels|energy|coal|arms|weapons|petroleum|drones|uranium|transshipments?|inputs)$/;
const DEALT_WITHIN = 2;
/** How a place stands that may bear a tariff. */
export const BURDENED: ReadonlySet<string> = new Set(['object', 'origin', 'owner', 'bare']);

/** "lifts the tariff on India over Russian oil", "linked to purchases of Venezuelan crude": what another buys there is why. */
export function isReason(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en') return false;
  const behind = line.tokens.slice(group.to, group.to + DEALT_WITHIN);
  if (!behind.some(({ text }) => DEALINGS.test(text))) return false;
  const at = lastPlaceOf(line, REASON, Math.max(0, group.from - REASON_WITHIN), group.from);
  if (at < 0) return false;
  // "raises the duty on steel over Russian dumping": where nobody else bears it, the one who is blamed does.
  const others = placeGroups(line).filter(({ to, role }) => to <= at && BURDENED.has(role));
  return others.length > 1 || (others.length === 1 && isPurchase(line, at, group));
}

const PURCHASE = /^(?:buying|purchas(?:es|e|ing))$/;

// "hit with a 25% tariff for buying Russian oil", "over Russian crude purchases".
function isPurchase(line: Line, reason: number, { to }: PlaceGroup): boolean {
  const behind = to + DEALT_WITHIN + 1;
  return line.tokens.slice(reason, behind).some(({ text }) => PURCHASE.test(text));
}

const WANTING = /^(?:threats?|push|bid|demands?|ambitions?|plans?|row|spat)$/;

/** True for "in retaliation for Trump's Greenland threat": over whom somebody threatens. */
export function isThreatenedOver(line: Line, { from, to, role }: PlaceGroup): boolean {
  if (line.lang !== 'en' || role !== 'bare' || !WANTING.test(tokenText(line, to))) return false;
  return /(?:'s|’s|s')$/.test(line.raw.slice(line.start, line.tokens[from]?.start ?? 0).trimEnd());
}
