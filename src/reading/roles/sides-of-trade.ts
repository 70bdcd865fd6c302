// Who lays a tariff and who bears it, told by where goods are sold, by what is given, suspected or agreed. In: an English line
// and its places. Out: the two sides, or null. The ways of telling are tried one after the other in told-sides.ts.
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import { isSecondFinite } from '../steps/read-mood.ts';
import { hitFrom, hitsOf, type Line, means, tokenText, wordBefore } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { ACTING, firstBefore, isOther, type Sides, type Way } from './sides.ts';

const GOODS = ['product', 'goods', 'industry'] as const;
const WITH = 'with';
const BORNE = wordGroup(
  /^(?:faces?|facing|pays?|paying|paid|attracts?|attracting|carry|carries|incurs?|charged|taxed|dutiable|subject|subjected|enters?|entering|costs?|hit|under|probed|investigated|examined)$/,
);
const WHERE: ReadonlySet<string> = new Set(['in', 'into', 'at', 'entering', 'reaching']);
const ARRIVING: ReadonlySet<string> = new Set(['entering', 'entry', 'arrival', 'enter', 'enters']);
const INWARD = wordGroup([...WHERE, ...ARRIVING, 'to'].join(' '));
const MEASURES = ['tariff', 'percent', 'probe', 'zerorate'] as const;

// "Indian steel will pay 25% in Brazil", "under investigation in Brazil": whose goods are charged, and where. Nobody else acts.
function soldWhere(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const borneAt = line.tokens.flatMap(({ text }, at) => (BORNE.has(text) ? [at] : []));
  const on = groups.find((group) =>
    borneAt.some((at) => at >= group.to && isOfGoods(line, group, at)),
  );
  const borne = on === undefined ? undefined : borneAt.find((at) => at >= on.to);
  if (on === undefined || borne === undefined) return null;
  const isMeasured = MEASURES.some((name) => hitsOf(line, name).some((hit) => hit.from > on.to));
  const by = groups.find(
    (group) =>
      isOther(group, on) &&
      group.codes.length === 1 &&
      !group.codes.includes('WORLD') &&
      (group.from > borne ? isWhere(line, group) : isSoldTo(line, group)),
  );
  if (!isMeasured || by === undefined) return null;
  return groups.some((group) => isThird(line, group, on, by)) ? null : { by, on };
}

const SOLD: ReadonlySet<string> = new Set(
  'sold shipped exported sent bound exports sales'.split(' '),
);

// "Indian steel sold in Brazil", "Indian steel exports to Brazil".
function isSoldTo(line: Line, group: PlaceGroup): boolean {
  const first = tokenText(line, group.from - 1) === 'the' ? group.from - 1 : group.from;
  return (
    /^(?:in|to|into)$/.test(tokenText(line, first - 1)) && SOLD.has(tokenText(line, first - 2))
  );
}

function isWhere(line: Line, group: PlaceGroup): boolean {
  const first = tokenText(line, group.from - 1) === 'the' ? group.from - 1 : group.from;
  const before = tokenText(line, first - 1);
  return WHERE.has(before) || ARRIVING.has(before) || ARRIVING.has(tokenText(line, first - 2));
}

// Goods of one country, named by its adjective or behind "from", before what they bear.
function isOfGoods(
  line: Line,
  { from, to, codes, kinds, preposition }: PlaceGroup,
  borne: number,
): boolean {
  if (codes.length !== 1 || codes.includes('WORLD')) return false;
  const isGoods = (at: number, end: number): boolean =>
    GOODS.some((name) => hitsOf(line, name).some((hit) => hit.from >= at && hit.to <= end));
  if (kinds.includes('demonym')) return isGoods(to, borne);
  // "US ethanol": a name may stand as an adjective.
  if (preposition === '' && GOODS.some((name) => hitFrom(line, to)?.meanings.has(name) === true))
    return true;
  return preposition === 'from' && isGoods(0, from);
}

// Somebody else who does something of his own; who only tells of it does nothing.
function isThird(line: Line, group: PlaceGroup, on: PlaceGroup, by: PlaceGroup): boolean {
  if (!ACTING.has(group.role) || group === by || group === on) return false;
  const isParty = group.codes.every((code) => on.codes.includes(code) || by.codes.includes(code));
  const next = hitFrom(line, group.to);
  return !isParty && !means(next, 'saying') && next?.meanings.has('verb') === true;
}

const BEARING = /^(?:face|pay|accept|get|win|secure|settle|swallow)(?:s|d|ed|ing)?$/;
const BEARING_WITHIN = 3;
const DEAL_WITHIN = 2;

// "to pay a 25% tariff on steel under a trade pact with Brazil": who pays, and with whom it has agreed on that.
function underDeal(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const by = groups.find(
    (group) =>
      group.preposition === WITH &&
      group.codes.length === 1 &&
      hitsOf(line, 'deal').some((hit) => hit.to < group.from && group.from - hit.to <= DEAL_WITHIN),
  );
  const on = by === undefined ? undefined : firstBefore(groups, by.from, by);
  if (by === undefined || on === undefined) return null;
  const bears = line.tokens
    .slice(on.to, on.to + BEARING_WITHIN)
    .some(({ text }) => BEARING.test(text));
  const isTariff = hitsOf(line, 'tariff').some((hit) => hit.from >= on.to && hit.to <= by.from);
  return bears && isTariff ? { by, on } : null;
}

const ACCEPTING = wordGroup(/^(?:accept|swallow|stomach)(?:s|ed|ing)?$/);
const ACCEPTED_WITHIN = 6;

// "Japan accepts 15% tariff; US goods to enter free": who accepts it bears it; whose it is may stand before the noun.
function accepted(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const on = groups.find(
    (group) => ACTING.has(group.role) && ACCEPTING.has(tokenText(line, group.to)),
  );
  if (on === undefined || on.codes.length !== 1 || isAuthority(on)) return null;
  const isTariff = (at: number): boolean =>
    hitsOf(line, 'tariff').some((hit) => hit.from >= on.to && hit.from - on.to <= at);
  if (!isTariff(ACCEPTED_WITHIN) || isOfAdvice(line, on.to)) return null;
  const by = groups.find((group) => isOther(group, on) && group.role === 'owner');
  return { by: by ?? null, on };
}

const FAILING: ReadonlySet<string> = new Set(['fails', 'failed', 'fail', 'failing']);
const GETTING = wordGroup(/^(?:secur|win|won|get|got|gain|obtain|clinch|receiv)/);
const RELIEF_WITHIN = 4;

// "EU fails to secure exemption in US trade pact", "Australia to receive no exemption": who is refused it bears the tariff.
function refusedTo(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const on = groups[0];
  if (on === undefined || on.from > 0 || on.codes.length !== 1 || !ACTING.has(on.role)) return null;
  const words = line.tokens.slice(on.to, on.to + RELIEF_WITHIN).map(({ text }) => text);
  const getting = words.findIndex((text) => GETTING.has(text));
  if (getting < 0) return null;
  const isRefused = FAILING.has(words[0] ?? '') || words[getting + 1] === 'no';
  const isRelief = hitsOf(line, 'relief').some(
    (hit) => hit.from >= on.to + getting && hit.from - on.to - getting <= RELIEF_WITHIN,
  );
  if (!isRefused || !isRelief) return null;
  const by = groups.find((group) => isOther(group, on) && group.codes.length === 1);
  return { by: by ?? null, on };
}

const WE = wordGroup("we we're we'll");
const ASKING: ReadonlySet<string> = new Set('want need seek deserve ask expect'.split(' '));
const SPEAKER_WITHIN = 3;
const ASKED_WITHIN = 4;

// "UK minister: we want tariff exemption for steel": who speaks for himself asks to be spared.
function speaksForItself(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const on = groups[0];
  if (on === undefined || on.from > 0) return null;
  const behind = line.tokens.slice(on.to, on.to + SPEAKER_WITHIN).map(({ text }) => text);
  const colon = behind.indexOf(':');
  if (colon < 0) return null;
  const said = line.tokens.slice(on.to + colon + 1, on.to + colon + 1 + ASKED_WITHIN);
  const isAsking = WE.has(said[0]?.text ?? '') && said.some(({ text }) => ASKING.has(text));
  const by = groups.find((group) => isOther(group, on) && group.role === 'owner');
  return isAsking ? { by: by ?? null, on } : null;
}

const ADVICE = /^(?:advice|recommendations?|proposals?|findings?|conclusions?|requests?|report)$/;

// "India accepts the advice of its panel, levies a duty": what is accepted is no tariff.
function isOfAdvice(line: Line, verbAt: number): boolean {
  const behind = line.tokens.slice(verbAt + 1, verbAt + 1 + ACCEPTED_WITHIN);
  return behind.some(({ text }) => ADVICE.test(text));
}

const GIVING = wordGroup(
  'give gives gave given giving set sets hand hands handed grant grants granted',
);
const TIMES = wordGroup('hours days week weeks month months until deadline ultimatum time chance');
const TIME_WITHIN = 6;

// "has given India a week to open its market": who gives the time lays what comes of it.
function givenTime(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const on = groups.find(
    (group) =>
      group.codes.length === 1 &&
      GIVING.has(wordBefore(line, group.from)) &&
      line.tokens.slice(group.to, group.to + TIME_WITHIN).some(({ text }) => TIMES.has(text)),
  );
  const by = on === undefined ? undefined : firstBefore(groups, on.from, on);
  return on === undefined || by === undefined ? null : { by, on };
}

const SUSPECTING = wordGroup(/^(?:suspect|accus)(?:s|es|ed|ing)?$/);

// "suspects India of dumping steel, opens probe"; who is accused of what it lays, or as it lays it, is not hit.
function suspected(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const on = groups.find(
    (group) =>
      group.codes.length === 1 &&
      SUSPECTING.has(wordBefore(line, group.from)) &&
      tokenText(line, group.to) === 'of',
  );
  const by = on === undefined ? undefined : firstBefore(groups, on.from, on);
  if (on === undefined || by === undefined) return null;
  return isLaying(line, on, groups) ? { by: on, on: by } : { by, on };
}

const WHEN: ReadonlySet<string> = new Set(['after', 'as', 'when', 'once', 'since']);
const LAYING = /^(?:imposing|raising|hiking|levying|slapping|introducing|increasing|setting)$/;

// "accuses India of bullying after Delhi imposes", "accuses India of imposing".
function isLaying(line: Line, accused: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (LAYING.test(tokenText(line, accused.to + 1))) return true;
  return groups.some(
    (group) =>
      group.from > accused.to &&
      ACTING.has(group.role) &&
      group.codes.includes(accused.codes[0] ?? '') &&
      WHEN.has(wordBefore(line, group.from)),
  );
}

const MEANS = wordGroup('with by');

// "With a 25% tariff on steel from India announced on Monday, Brazil has shut its door": who acts by it stands behind the comma.
function byMeans(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  if (!MEANS.has(tokenText(line, 0))) return null;
  const by = groups.find(
    (group) =>
      ACTING.has(group.role) && group.codes.length === 1 && tokenText(line, group.from - 1) === ',',
  );
  const on = groups.find(
    (group) =>
      by !== undefined &&
      group.to < by.from &&
      group.codes.length === 1 &&
      isOther(group, by) &&
      (group.role === 'origin' || group.role === 'object'),
  );
  const isLaid = hitsOf(line, 'tariff').some((hit) => on !== undefined && hit.to <= on.from);
  return by === undefined || on === undefined || !isLaid ? null : { by, on };
}

// "Norway brushes off Peru's protest, imposes 25%", "Norway, angered by Peru, imposes 25%": in a title that goes on behind a comma
// who opens it acts, and whom it names before that bears it where nobody else is named.
function goesOnBehindComma(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const [by, on, ...others] = groups;
  if (!line.isTitle || by === undefined || on === undefined || others.length > 0) return null;
  if (by.from > 0 || !ACTING.has(by.role) || !isOther(on, by)) return null;
  if (by.codes.length !== 1 || on.codes.length !== 1) return null;
  const verb = hitsOf(line, 'verb').find(
    (hit) =>
      hit.from > on.to &&
      isSecondFinite(line, hit) &&
      LAID.some((family) => means(hit, 'verb', family)),
  );
  const isLaid = hitsOf(line, 'tariff').some((hit) => verb !== undefined && hit.from >= verb.to);
  // "imposes tariffs on Asian cars": whom no code tells.
  const isElse = NAMELESS.some((name) => hitsOf(line, name).some((hit) => hit.from > on.to));
  return isLaid && !isElse && !hitsOf(line, 'tariff').some((hit) => hit.from < on.to)
    ? { by, on }
    : null;
}

const LAID = ['impose', 'raise'] as const;
const NAMELESS = ['region', 'holder'] as const;

/** The ways of telling both sides by their trade, in order. */
export const WAYS_OF_TRADE: readonly Way[] = [
  { needs: ['deal', 'tariff'], tell: underDeal },
  { needs: [ACCEPTING, 'tariff'], tell: accepted },
  { needs: [WE, 'relief'], tell: speaksForItself },
  { needs: [GETTING, 'relief'], tell: refusedTo },
  { needs: [GIVING, TIMES], tell: givenTime },
  { needs: [SUSPECTING], tell: suspected },
  { needs: [MEANS, 'tariff'], tell: byMeans },
  { needs: [BORNE, INWARD], tell: soldWhere },
  { needs: ['tariff', 'verb'], tell: goesOnBehindComma },
];
