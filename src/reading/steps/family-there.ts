// Verbs that mean another family by who uses them or what is given: a state that seeks to avoid a tariff asks to be spared. In: a
// line, a verb of it, its family. Out: the family meant there.
import { placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { isStruckBargain } from './judged-phrases.ts';
import { moodOf } from './read-mood.ts';

/** "gives Japan ten days to avoid the tariff" holds it out; "in a push to escape the tariff" asks to be spared. */
export function familyThere(line: Line, verb: Hit, family: string, object?: Hit): string {
  if (family === 'remove' && object !== undefined && isTakenOut(line, verb, object))
    return 'exempt';
  if (family === 'impose' && object !== undefined && isNoMore(line, object)) return 'remove';
  if (family === 'strike' && object !== undefined && isStruckBargain(line, verb, object))
    return 'impose';
  if (family === 'commit' && object !== undefined && isAdviceAccepted(line, verb, object))
    return 'approve';
  if (family === 'coming' && object !== undefined && isReform(line, object)) return 'propose';
  if (family === 'avert' && givesTime(line, verb)) return 'threaten';
  if (family === 'extend' && putsOffStart(line, verb)) return 'delay';
  if (family === 'remove') return movedTo(line, verb) ?? dropsItself(line, verb, object) ?? family;
  if (family === 'seek' && isOwnToLower(line, verb)) return 'propose';
  // "to stop stacking of tariffs": what would pile up is kept from it.
  if (family === 'raise' && STOPPING.test(tokenText(line, verb.from - 1))) return 'cut';
  if (family === 'raise' && isLaidAnew(line, verb)) return 'impose';
  // "signs an order to stop tariff stacking": whoever orders it asks nobody.
  if (family === 'avert' && ORDERED.test(tokenText(line, verb.from - 1))) return 'cut';
  // "retreats from raising the tariff" calls the rise off, "retreats from its tariff" eases it.
  if (family === 'cut' && RETREATING.test(tokenText(line, verb.from)))
    return GERUND.test(tokenText(line, verb.to)) ? 'remove' : family;
  // "Court halts the tariffs": what a court ends by its ruling, unless only for a time.
  if (family === 'suspend' && isHaltedByCourt(line, verb)) return 'strike';
  const isWish =
    family === 'exempt' &&
    ESCAPING.has(tokenText(line, verb.from)) &&
    moodOf(line, verb) !== 'plain' &&
    isStateBefore(line, verb);
  return isWish ? 'avert' : family;
}

/** True for "erhebt keine Zölle mehr": what is charged no longer has been removed. */
export function isNoMore(line: Line, { from, to }: Hit): boolean {
  const isNone = /^keinen?$/.test(tokenText(line, from - 1));
  return line.lang === 'de' && isNone && tokenText(line, to) === 'mehr';
}

const REFORM =
  /^(?:revamp|overhaul|reform|review|restructuring|shake-up|shakeup|rejig|revision|rethink)$/;
const REFORMED_WITHIN = 4;

// "Overhaul of sugar tariffs on the cards": nobody is threatened by it.
function isReform(line: Line, object: Hit): boolean {
  return (
    line.lang === 'en' &&
    line.tokens
      .slice(Math.max(0, object.from - REFORMED_WITHIN), object.from)
      .some(({ text }) => REFORM.test(text))
  );
}

const ACCEPTING = /^accept/;
const ADVICE_WITHIN = 4;
/** "Watchdog's recommendation for duties on Peruvian glass accepted". */
const ADVISED_WITHIN = 8;
const ADVICE =
  /^(?:advice|calls?|recommendations?|recommended|findings?|proposals?|petition|request)$/;

// "accepts its watchdog's call for a duty on bicycles": what a body of its own has advised is made so; no deal is struck.
function isAdviceAccepted(line: Line, verb: Hit, object: Hit): boolean {
  return (
    ACCEPTING.test(tokenText(line, verb.from)) &&
    line.tokens
      .slice(
        Math.max(0, verb.from - ADVISED_WITHIN),
        Math.max(object.from, verb.to + ADVICE_WITHIN),
      )
      .some(({ text }) => ADVICE.test(text)) &&
    // "Japan accepts US proposal": another state's.
    !hitsOf(line, 'place').some(
      (hit) =>
        hit.from >= verb.to && hit.to <= object.from && !means(hit, 'placekind', 'government'),
    )
  );
}

const STARTS =
  /^(?:avvio|inizio|entrata|inicio|entrada|debut|entree|beginn|start|ingang|rozpoczecie|wejscie|начал|вступлени)/;
const START_WITHIN = 7;

// "proroga di un mese l'avvio dei dazi": more time before a tariff begins puts it off.
function putsOffStart(line: Line, verb: Hit): boolean {
  if (line.lang === 'en') return false;
  const at = line.tokens.findIndex(
    ({ text }, place) => place >= verb.to && place - verb.to <= START_WITHIN && STARTS.test(text),
  );
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= verb.to);
  return at >= 0 && tariff !== undefined && tariff.from > at;
}

const OUT_OF = /^(?:do|da|dos|das|del|de|dai|dal|dalle|du|des|aus|uit|van|von|из|z|ze)$/;
const ARTICLE = /^(?:los|las|la|el|gli|i|le)$/;
const TAKEN = ['product', 'goods', 'place'] as const;

// "EUA tiram celulose do tarifaço", "saca al café de los aranceles": goods or a state are taken out, and the tariff stays.
function isTakenOut(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang === 'en' || object.from < verb.to) return false;
  const isArticle = ARTICLE.test(tokenText(line, object.from - 1));
  const at = isArticle ? object.from - 2 : object.from - 1;
  if (!OUT_OF.test(tokenText(line, at)) || at <= verb.to) return false;
  return line.hits.some(
    (hit) => hit.from >= verb.to && hit.to <= at && TAKEN.some((name) => hit.meanings.has(name)),
  );
}

const EYEING = /^ey(?:e|es|ed|eing|ing)$/;

// "Vietnam eyes lower duties on US pork": on another's goods a state lowers its own; "eyes lower US duties" asks for it.
function isOwnToLower(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !EYEING.test(tokenText(line, verb.from))) return false;
  const behind = placeGroups(line).filter(({ from }) => from >= verb.to);
  return (
    behind.some(({ role }) => role === 'origin') && !behind.some(({ role }) => role === 'owner')
  );
}

// "lifts its tariff on rice to 35%" raises it, "drops the duty to 5%" lowers it; without a rate both end it.
function movedTo(line: Line, verb: Hit): string | null {
  if (line.lang !== 'en') return null;
  const word = tokenText(line, verb.from);
  const family = word.startsWith('lift') ? 'raise' : word.startsWith('drop') ? 'cut' : null;
  if (family === null) return null;
  // "lifts the quota from 20,000 to 80,000 tonnes".
  const isToRate = [...hitsOf(line, 'percent'), ...hitsOf(line, 'tonnes')].some(({ from }) => {
    // "to twenty-five percent": a number in words is one phrase.
    const number = hitBefore(line, from);
    const at = number?.meanings.has('number') === true ? number.from : from - 1;
    return from > verb.from && tokenText(line, at - 1) === 'to' && tokenText(line, at) !== '0';
  });
  return isToRate ? family : null;
}

const DROPPING = /^drops?$/;

// "Tariffs on cars will drop", "tariff to drop under a deal": what drops of itself is lowered; what somebody drops is ended.
function dropsItself(line: Line, verb: Hit, object: Hit | undefined): string | null {
  const isOf = object !== undefined && object.to <= verb.from;
  return isOf && line.lang === 'en' && DROPPING.test(tokenText(line, verb.to - 1)) ? 'cut' : null;
}

const ADDING = /^add(?:s|ed|ing)?$/;
const ON_TOP =
  /^(?:to|another|extra|further|additional|more|higher|existing|further|second|top|goods|products|items|lines)$/;
const ADDED_WITHIN = 5;

// "adds duty on Chinese graphite", "is adding tariffs to imports of shoes": where nothing says that there was one, it is new.
function isLaidAnew(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !ADDING.test(tokenText(line, verb.from))) return false;
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= verb.to);
  if (tariff === undefined || tariff.from - verb.to > ADDED_WITHIN) return false;
  const between = line.tokens.slice(verb.to, tariff.to);
  const isMore = between.some(({ text }) => ON_TOP.test(text));
  return (
    !isMore &&
    !line.classes.has('additional') &&
    !line.hits.some((hit) => hit !== verb && means(hit, 'verb', 'raise'))
  );
}

const HALTING = /^(?:halts?|halted)$/;
const RULED = /^(?:repeal|ruling|order|removal|refunds?|decision|rollback|injunction)$/;
const FOR_NOW = /^(?:temporar|provisional|pending|briefly|interim|now|while|until)/;

function isHaltedByCourt(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !HALTING.test(tokenText(line, verb.from))) return false;
  if (line.tokens.some(({ text }) => FOR_NOW.test(text) || RULED.test(text))) return false;
  return hitsOf(line, 'court').some((hit) => hit.to === verb.from);
}

const RETREATING = /^retreat/;
const GERUND = /ing$/;
const STOPPING = /^(?:stop|stops|end|ends|prevent|prevents|avoid|avoids|against)$/;
const ORDERED = /^(?:order|orders|decree|proclamation|law|rule|rules)$/;

const ESCAPING: ReadonlySet<string> = new Set(['escape', 'dodge', 'duck', 'sidestep', 'avoid']);

const GIVING = /^(?:give|gives|gave|given|grants|has|have)$/;
const SPANS = /^(?:hours?|days?|weeks?|months?|until|deadline|chance)$/;

// "gives Japan ten days to avoid the tariff": the tariff is held out, nobody asks yet.
function givesTime(line: Line, verb: Hit): boolean {
  const before = line.tokens.slice(0, verb.from).map(({ text }) => text);
  const at = before.findIndex((text) => GIVING.test(text));
  return at >= 0 && before.slice(at).some((text) => SPANS.test(text));
}

/** "India scrambles to avert the tariff" asks to be spared; firms that move to avoid one do not. */
export function isStateBefore(line: Line, verb: Hit): boolean {
  const isFirms = line.marks.some((mark) => mark.to <= verb.from && means(mark, 'frame', 'lobby'));
  if (isFirms) return false;
  return placeGroups(line).some(
    (group) =>
      group.to <= verb.from &&
      (group.role === 'bare' || group.role === 'subject') &&
      !isWayOfGoods(line, group),
  );
}

const GOODS_WAY = /^(?:flow|ship|rout|rerout|mov|pass|smuggl|travel|sen)/;
const WAY_WITHIN = 3;

// "Goods flow through Malaysia to escape a levy": the state is only on their way.
function isWayOfGoods(line: Line, { from }: { readonly from: number }): boolean {
  const before = line.tokens.slice(Math.max(0, from - WAY_WITHIN), from);
  return before.some(
    ({ text }, at) => text === 'through' && GOODS_WAY.test(before[at - 1]?.text ?? ''),
  );
}
