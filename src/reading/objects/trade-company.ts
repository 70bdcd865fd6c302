// Whether a sentence speaks of trade, so that "duty", "levy" or "tax" alone means a tariff. In: a line. Out: yes or no.
import {
  hitBefore,
  hitsOf,
  type Line,
  lineHas,
  means,
  oncePerLine,
  tokenText,
} from '../words/scene.ts';

/** True when a sentence speaks of goods, imports or a rate, so that "duty" alone is meant as a tariff. */
export const hasTradeCompany = oncePerLine(
  (line): boolean =>
    (lineHas(line, 'percent') && !isTaxAtHome(line)) ||
    lineHas(line, 'goods') ||
    lineHas(line, 'foreign') ||
    (lineHas(line, 'product') &&
      (lineHas(line, 'place') || laysDutyOnGoods(line) || isDutyOfGoods(line))) ||
    hitsOf(line, 'tariff').some((hit) => !means(hit, 'tariff', 'weak')) ||
    isLaidOn(line) ||
    isBetweenStates(line) ||
    isDutyOfState(line) ||
    areDutiesMoved(line) ||
    areDutiesOfTrade(line),
);

/** Goods on which a duty is more often an excise. */
const EXCISED =
  /^(?:fuel|petrol|diesel|gas|alcohol|beer|wine|wines|spirits|whisky|whiskey|cider|tobacco|cigarettes?|vapes?|liquor|energy|electricity|oil)$/;

// "Increase in rice duty": the goods are named right before.
function isDutyOfGoods(line: Line): boolean {
  return hitsOf(line, 'product').some(
    (hit) => DUTY.has(tokenText(line, hit.to)) && !EXCISED.test(tokenText(line, hit.to - 1)),
  );
}

// "Governo taxa super-ricos em 10%", "taxe les géants du numérique à 3 %": outside English the verb is the same for a tax at home.
function isTaxAtHome(line: Line): boolean {
  return line.lang !== 'en' && lineHas(line, 'othertax') && !lineHas(line, 'product');
}

/** Languages that have one word for a tax and a duty. */
const ONE_WORD: ReadonlySet<string> = new Set(['vi', 'tr']);

// "Mỹ hoãn 90 ngày thuế với Mexico", "ABD'nin Meksika vergileri": what one state takes from another is no tax at home.
function isBetweenStates(line: Line): boolean {
  if (!ONE_WORD.has(line.lang) || lineHas(line, 'othertax')) return false;
  const states = new Set(hitsOf(line, 'place').flatMap((hit) => hit.meanings.get('place') ?? []));
  return states.size > 1;
}

const LAYING = [
  'impose',
  'raise',
  'cut',
  'remove',
  'threaten',
  'propose',
  'suspend',
  'delay',
] as const;

// "may slap duties on digital-tax countries": what a state lays right on something is a tariff unless it is drunk or burnt.
function isLaidOn(line: Line): boolean {
  if (line.lang !== 'en' || !line.classes.has('place') || !line.classes.has('verb')) return false;
  const isDomestic = hitsOf(line, 'product').some((hit) =>
    DOMESTIC.has(hit.meanings.get('product')?.[0] ?? ''),
  );
  if (isDomestic) return false;
  return hitsOf(line, 'tariff').some(
    (hit) =>
      DUTY.has(tokenText(line, hit.from)) &&
      tokenText(line, hit.to) === 'on' &&
      !isObligation(line, hit.to) &&
      line.hits.some(
        (verb) =>
          verb.to === phraseStart(line, hit.from) &&
          LAYING.some((family) => means(verb, 'verb', family)),
      ),
  );
}

const DUTY: ReadonlySet<string> = new Set(['duty', 'duties']);
const OBLIGED_WITHIN = 4;

// "imposes a duty on drivers to report accidents": what somebody has to do.
function isObligation(line: Line, on: number): boolean {
  const to = line.tokens.findIndex(({ text }, at) => at > on && text === 'to');
  return (
    to > 0 &&
    to - on <= OBLIGED_WITHIN &&
    line.tokens[to + 1]?.kind === 'word' &&
    !FIGURES.has(tokenText(line, to + 1)) &&
    !line.tokens.slice(on, to).some(({ kind }) => kind !== 'word')
  );
}

const FIGURES: ReadonlySet<string> = new Set(['zero', 'nil', 'the', 'a', 'as', 'up']);

const DESCRIBING: ReadonlySet<string> = new Set(
  'the a an new fresh final extra additional further higher lower steep stiff hefty heavy punitive temporary interim preliminary permanent special'.split(
    ' ',
  ),
);

// "sets a steep final duty on": where the noun phrase of a duty begins.
function phraseStart(line: Line, duty: number): number {
  let at = duty;
  while (DESCRIBING.has(tokenText(line, at - 1))) at -= 1;
  return at;
}

const DOMESTIC: ReadonlySet<string> = new Set(['agri', 'energy']);

/** "imposes duties on hot-rolled steel", "waives duty on rice"; a duty on fuel, drink or sweets may be a tax at home. */
export function laysDutyOnGoods(line: Line): boolean {
  return hitsOf(line, 'product').some((hit) => {
    const slug = hit.meanings.get('product')?.[0] ?? '';
    const isTaxedAtHome =
      slug === 'energy' ||
      (slug === 'agri' &&
        line.tokens
          .slice(hit.from, hit.to + 1)
          .some(({ text }) => EXCISED.test(text) || SWEET.test(text)));
    const isCounted = SOME.has(tokenText(line, hit.from - 1));
    const at = hit.from - (isCounted ? 2 : 1);
    return !isTaxedAtHome && tokenText(line, at) === 'on' && DUTY.has(tokenText(line, at - 1));
  });
}

const SOME: ReadonlySet<string> = new Set(
  'several some certain selected various many most all numerous'.split(' '),
);
const SWEET = /^(?:sugar|sugary|sweets?|sodas?|soft|drinks?|chocolate|chips|crisps|betel|pan)$/;

/** Those whose duties are work. */
const IN_SERVICE =
  /^(?:king|queen|prince|princess|royals?|pope|ambassadors?|diplomats?|troops|army|soldiers?|navy|officers?|police|nurses?|coach|captain|referees?|midfielder|jury|guards?)$/;
const LEVIED: ReadonlySet<string> = new Set(['duties', 'levies']);

// "Trump delays Canada duties", "Court voids Trump duties": a state or its leader owns or bears them; police have duties of another
// kind, and those that somebody is hit by are nobody's step.
function isDutyOfState(line: Line): boolean {
  if (line.lang !== 'en' || !line.classes.has('place')) return false;
  if (line.tokens.some(({ text }) => IN_SERVICE.test(text))) return false;
  return hitsOf(line, 'tariff').some((hit) => {
    const owner = hitBefore(line, hit.from);
    // "Trump hikes China levy": a levy may be anything, one state's on another is a tariff.
    const isLevy =
      tokenText(line, hit.from) === 'levy' &&
      (hitsOf(line, 'place')[0]?.to ?? 0) < (owner?.from ?? 0);
    if (!isLevy && !LEVIED.has(tokenText(line, hit.from))) return false;
    return owner?.meanings.has('place') === true && tokenText(line, owner.from - 1) !== 'by';
  });
}

/** "duties of the envoy", "duties as chair": work again. */
const OF_WORK: ReadonlySet<string> = new Set(['of', 'as', 'to', 'at', 'in', 'with']);
const MOVING = [...LAYING, 'start'] as const;

// "Peru and Chile agree to slash duties", "Lula puts off duties for a week": what a state or its leader lays, moves or halts, where
// the word stands right behind.
function areDutiesMoved(line: Line): boolean {
  if (line.lang !== 'en' || !line.isTitle || !line.classes.has('place')) return false;
  if (line.tokens.some(({ text }) => IN_SERVICE.test(text))) return false;
  return hitsOf(line, 'tariff').some((hit) => {
    if (tokenText(line, hit.from) !== 'duties' || OF_WORK.has(tokenText(line, hit.to)))
      return false;
    const verb = hitBefore(line, phraseStart(line, hit.from));
    const isMoved = MOVING.some((family) => means(verb, 'verb', family));
    return isMoved && hitsOf(line, 'place').some((place) => place.to <= (verb?.from ?? 0));
  });
}

/** What duties at work are never called. */
const OF_TRADE: ReadonlySet<string> = new Set(
  'reciprocal retaliatory counter punitive fentanyl digit blanket sweeping protective protectionist trade'.split(
    ' ',
  ),
);
/** What doctors' and sailors' duties are called as well: a court or a leader has to be named. */
const OF_EITHER: ReadonlySet<string> = new Set(
  'global worldwide universal emergency secondary powers'.split(' '),
);
const STRUCK = ['strike', 'uphold', 'retaliate'] as const;
const OWNED_WITHIN = 3;

// "Court voids emergency duties", "duties on allies", "Mexico's fentanyl duties", "judges strike down his duties".
function areDutiesOfTrade(line: Line): boolean {
  if (line.lang !== 'en' || line.tokens.some(({ text }) => IN_SERVICE.test(text))) return false;
  const isOfState =
    line.classes.has('court') ||
    hitsOf(line, 'place').some((hit) => means(hit, 'placekind', 'leader'));
  return hitsOf(line, 'tariff').some((hit) => {
    const { from, to } = hit;
    if (!LEVIED.has(tokenText(line, from)) || OF_WORK.has(tokenText(line, to))) return false;
    const kind = tokenText(line, from - 1);
    if (OF_TRADE.has(kind) || (OF_EITHER.has(kind) && isOfState)) return true;
    if (tokenText(line, to) === 'on' && isOnStates(line, to + 1)) return true;
    if (isOccasion(line, from)) return true;
    const owner = hitBefore(line, from);
    const isOwned =
      owner?.meanings.has('place') === true &&
      from - owner.to <= OWNED_WITHIN &&
      /^'s?$/.test(tokenText(line, owner.to));
    return isOwned || STRUCK.some((family) => means(owner, 'verb', family));
  });
}

const OCCASIONS =
  /^(?:start|deadline|pause|delay|reprieve|grace|hike|rise|round|wave|tranche|exemptions?|relief|threat|rulings?|carve-outs?)$/;
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'on', 'in', 'from', 'against']);

// "US shifts start of duties", "a month's grace on duties": what there is of a duty and not of a task, with a state that has it.
function isOccasion(line: Line, from: number): boolean {
  const noun = phraseStart(line, from);
  return (
    line.classes.has('place') &&
    LINKS.has(tokenText(line, noun - 1)) &&
    OCCASIONS.test(tokenText(line, noun - 2))
  );
}

const STATES =
  /^(?:allies|neighbou?rs|partners|countries|nations|rivals|competitors|everyone|everybody)$/;
const STATES_WITHIN = 4;

function isOnStates(line: Line, from: number): boolean {
  for (let at = from; at < from + STATES_WITHIN; at += 1) {
    if (line.tokens[at]?.kind !== 'word') return false;
    if (STATES.test(tokenText(line, at)) || isPlaceAt(line, at)) return true;
  }
  return false;
}

function isPlaceAt(line: Line, at: number): boolean {
  return hitsOf(line, 'place').some((hit) => hit.from <= at && at < hit.to);
}
