// Titles that tell how trade, output or earnings moved: "Chad's exports to Brazil slump 12%". They are statistics, whatever
// tariff the text brings in to explain them. In: a title. Out: where its verb stands. English only.
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';

const COUNTED = wordGroup(
  'export exports import imports shipment shipments sales output production orders trade surplus deficit gdp economy growth volume volumes traffic profit profits earnings revenue revenues income demand investment employment jobs arrivals registrations deliveries turnover inflation',
);
const MOVES =
  /^(?:(?:drop|slump|plummet|slip|shrink|contract|rebound|stall|slow|recover|weaken|climb|jump|soar|rocket|crater|dip|tick|strengthen|widen|narrow|sink|grow|flatlin)(?:s|e|es|ed|ped|ping|ing)?|(?:declin|slid|plung|surg|collaps|increas|decreas|eas|edg|moderat|accelerat|halv|nosediv|stagnat|tumbl)(?:e|es|ed|ing)|rises?|rose|rising|falls?|fell|falling|shrank|sank|slid|grew|hits?|reach(?:es|ed)?|top(?:s|ped)?|doubles?|doubled|triples?|tripled)$/;
/** "exports of steel to the US rise"; "trade hopes rise" is of hopes. */
const LEADING: ReadonlySet<string> = new Set(
  'to of from in at with for between into on by'.split(' '),
);
const DEGREE: ReadonlySet<string> = new Set(
  'more than nearly almost sharply again further also slightly still seen likely may could'.split(
    ' ',
  ),
);
const TARGETS = /^(?:record|records|high|low|highs|lows|peak|bottom|[0-9]|\$|€|£|¥)/;
const GOING_TO = /^(?:hit|reach|top)/;
/** How far the verb may stand behind what moves: "exports of machine parts to the US". */
const MOVED_WITHIN = 7;
const AHEAD = 3;

/** Where the verb of "Imports of Chinese steel jump in June" stands; -1 where a tariff stands before it, or nothing moves. */
export function movedTradeAt(title: Line): number {
  if (title.lang !== 'en') return -1;
  let counted = placeOf(title, COUNTED);
  if (counted < 0) return -1;
  while (COUNTED.has(tokenText(title, counted + 1))) counted += 1;
  while (DEGREE.has(tokenText(title, counted + 1))) counted += 1;
  const isLed = LEADING.has(tokenText(title, counted + 1));
  const last = isLed ? Math.min(title.tokens.length, counted + 1 + MOVED_WITHIN) : counted + 2;
  for (let at = counted + 1; at < last; at += 1) {
    const text = tokenText(title, at);
    if (!MOVES.test(text)) continue;
    // "orders rise in tariffs": a state orders it.
    if (tokenText(title, at + 1) === 'in' && startsTariff(title, at + 2)) return -1;
    if (GOING_TO.test(text) && !goesToMark(title, at)) return -1;
    return OF_TARIFFS.some((name) => hitsOf(title, name).some((hit) => hit.from < at)) ? -1 : at;
  }
  return -1;
}

function startsTariff(title: Line, at: number): boolean {
  return hitsOf(title, 'tariff').some((hit) => hit.to > at && hit.from <= at + 1);
}

const OF_TARIFFS = ['tariff', 'relief', 'quota'] as const;

const DONE_TO: ReadonlySet<string> = new Set(['with', 'by']);

// "hit a record", "top $5 billion"; not "hit with duties", "reach a deal".
function goesToMark(title: Line, verb: number): boolean {
  if (DONE_TO.has(tokenText(title, verb + 1))) return false;
  return title.tokens.slice(verb + 1, verb + 1 + AHEAD).some(({ text }) => TARGETS.test(text));
}
