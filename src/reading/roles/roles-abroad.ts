// Who acts and who is hit where other languages than English say it by the order of the names: who refuses stands first, who
// answers behind the noun, who charges where goods are sold. In: a line or an item, a place in it, the step. Out: yes or no, or
// the imposers added.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { toldOfOther } from '../places/told-of-other.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { VERB_SECOND } from '../words/verb-second.ts';
import { addCodes, type LineRoles } from './assign-place.ts';
import { isActingNext, sidesOf } from './bearer-abroad.ts';
import { addAll, type Found } from './found.ts';
import { isFrenchMarket } from './french-market.ts';
import { ownersAbroad } from './owners-abroad.ts';
import { addPublisher } from './published-by.ts';
import { isOfEvent } from './where-it-happens.ts';
import { isGaining } from './who-bears.ts';
import { isAdvised } from './whom-advised.ts';
import { sideOfWish } from './wished-sides.ts';

/** Puts a place where the order of the names says it belongs; false where it says nothing. */
export function isToldAbroad(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
  roles: LineRoles,
): boolean {
  const wished = sideOfWish(line, group, step);
  if (wished !== null) {
    addCodes(wished === 'by' ? roles.imposers : roles.targets, group);
    return true;
  }
  const owners = ownersAbroad(line, groups, step);
  if (owners !== null && (group === owners.on || group === owners.by)) {
    addCodes(group === owners.by ? roles.imposers : roles.targets, group);
    return true;
  }
  const told = groups.length > 2 ? toldOfOther(line) : null;
  // "Chile dice que Trump subirá el arancel a Perú": who tells it has no part in it.
  if (told !== null && (group === told.bearer || group === told.layer)) {
    if (group === told.layer) addCodes(roles.imposers, group);
    return true;
  }
  const sides = sidesOf(line, groups, step);
  if (sides !== null && (group === sides.bearer || group === sides.layer)) {
    addCodes(group === sides.layer ? roles.imposers : roles.targets, group);
    return true;
  }
  // "pide a Bruselas": of those who ask and who may grant it, whoever stands between is only asked to speak.
  if (sides !== null && isOnlyAsked(group, sides.layer, step)) return true;
  if (isActingNext(line, group, groups, step)) return true;
  const isActor =
    isAdvised(line, group) ||
    isRefuser(line, group, step) ||
    isAnswerer(line, group, groups, step) ||
    isTopicActor(line, group, groups, step) ||
    isDoingBehindNoun(line, group, step) ||
    isBehindPassive(line, group, groups) ||
    isPaidTo(line, group, groups) ||
    isFrenchMarket(line, group, groups, step) ||
    isOfRelief(line, group, step);
  const isHit =
    isOfItsRelief(line, group, step) ||
    isRefusedBeside(line, group, groups, step) ||
    isAnsweredByOther(line, group, groups) ||
    groups.some((other) => NAMED.has(group.role) && isTopicActor(line, other, groups, step)) ||
    isBearingBeside(line, group, groups) ||
    isPayerBehind(line, group);
  if (isActor || isHit) addCodes(isActor ? roles.imposers : roles.targets, group);
  return isActor || isHit;
}

const RELIEVED: ReadonlySet<string> = new Set(['exempted', 'exemption-sought', 'exemption-denied']);

// "ottiene l'esenzione dai dazi Ue": right behind the phrase of the relief stands whose tariff it is.
function isOfRelief(line: Line, group: PlaceGroup, { action, object }: Step): boolean {
  if (line.lang === 'en' || group.role !== 'bare' || !RELIEVED.has(action)) return false;
  return object.to === group.from && means(object, 'relief', 'preference');
}

// "Ab heute zahlt Brasilien 50 Prozent": where the verb stands second, who pays may stand behind it.
function isPayerBehind(line: Line, group: PlaceGroup): boolean {
  if (!VERB_SECOND.has(line.lang) || !NAMED.has(group.role)) return false;
  const before = hitBefore(line, group.from);
  const isNext = before?.meanings.has('gainer') === true && before.to === group.from;
  const rate = hitsOf(line, 'percent').find((hit) => hit.from >= group.to);
  return isNext && rate !== undefined && rate.from - group.to <= RATE_WITHIN;
}

const ASKED_WITHIN = 2;

function isOnlyAsked(group: PlaceGroup, layer: PlaceGroup, { verb, action }: Step): boolean {
  const gap = group.from >= verb.to ? group.from - verb.to : verb.from - group.to;
  return action === 'exemption-sought' && gap >= 0 && gap <= ASKED_WITHIN && group.to <= layer.from;
}

const NAMED: ReadonlySet<string> = new Set(['bare', 'subject']);

// "USA odmówiły Szwajcarii obniżenia ceł": who refuses opens the sentence, before the verb.
function isRefuser(line: Line, group: PlaceGroup, step: Step): boolean {
  if (line.lang === 'en' || step.action !== 'exemption-denied' || !NAMED.has(group.role))
    return false;
  const refusal = refusalIn(line);
  return refusal !== undefined && group === placeGroups(line)[0] && group.to <= refusal.from;
}

// Who is refused: the other one that is only named.
function isRefusedBeside(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (!NAMED.has(group.role)) return false;
  return groups.some((other) => other !== group && isRefuser(line, other, step));
}

function refusalIn(line: Line): Hit | undefined {
  return hitsOf(line, 'verb').find((hit) => means(hit, 'verb', 'deny'));
}

const ANSWERER_WITHIN = 2;

// "Jest odpowiedź UE na cła Trumpa", "Antwort Brasiliens auf Zölle Indiens": right behind the noun stands who answers.
function isAnswerer(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (line.lang === 'en' || step.family !== 'retaliate') return false;
  const gap = group.from - step.verb.to;
  if (gap < 0 || gap > ANSWERER_WITHIN || groups.some((other) => other.to <= step.verb.from))
    return false;
  return groups.some((other) => other.from >= group.to && other.role === 'owner');
}

// "Pechino risponde a Trump e porta i dazi", "China balas Kanada": right behind a verb of answering stands who is answered.
function isAnsweredByOther(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (line.lang === 'en') return false;
  const answer = hitsOf(line, 'verb').find(
    (hit) => means(hit, 'verb', 'retaliate') && hit.to <= group.from && group.from - hit.to <= 1,
  );
  return (
    answer !== undefined &&
    groups.some((other) => NAMED.has(other.role) && other.to <= answer.from && other !== group)
  );
}

const TOPIC_FIRST: ReadonlySet<string> = new Set(['ko', 'ja', 'zh']);

// "멕시코, 한국 등에 최대 50% 관세": in a headline without a verb who acts stands before the comma.
function isTopicActor(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (!TOPIC_FIRST.has(line.lang) || PLEAS.has(step.action) || step.about === 'deal') return false;
  if (group !== groups[0] || group.role !== 'bare' || group.from > 1) return false;
  return (
    tokenText(line, group.to) === ',' &&
    groups.some((other) => other !== group && other.role === 'bare')
  );
}

const DOING = ['impose', 'tax', 'raise', 'cut', 'remove', 'suspend', 'delay'] as const;

// "Ausgleichszölle: Brüssel belegt BYD mit 35 Prozent": the noun calls the tariff up, and behind it stands who acts.
function isDoingBehindNoun(line: Line, group: PlaceGroup, { verb, object }: Step): boolean {
  if (line.lang === 'en' || verb !== object || group.role !== 'bare') return false;
  const next = group.from >= object.to ? hitFrom(line, group.to) : undefined;
  return DOING.some((family) => means(next, 'verb', family));
}

// "Bea masuk serat dari India dikenakan Uni Eropa": behind an Indonesian passive stands who does it.
function isBehindPassive(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (line.lang !== 'id' || group.role !== 'bare') return false;
  const verb = hitBefore(line, group.from);
  return (
    means(verb, 'verb', 'impose') &&
    tokenText(line, group.from - 1).startsWith('di') &&
    groups.some((other) => other.to <= group.from && !NAMED.has(other.role))
  );
}

const RATE_WITHIN = 3;

// "Mısır'dan Türk çeliğine ek vergi", "Nhật Bản được giảm thuế vào Mỹ", "中国は125%に上げ": who bears it beside who acts.
function isBearingBeside(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (line.lang === 'en' || groups.length < 2) return false;
  const before = groups.filter((other) => other.to <= group.from);
  if (group.role === 'owner' && before.some(({ role }) => role === 'agent')) return true;
  if (paysOther(line, group, groups)) return true;
  if (group.isPair && before.some(({ role }) => NAMED.has(role))) return true;
  if (line.lang === 'vi' && groups.some(({ role }) => role === 'into'))
    return isGaining(line, group);
  const isRated = hitsOf(line, 'percent').some(
    (hit) => hit.from > group.to && hit.from - group.to <= RATE_WITHIN,
  );
  return (
    group.role === 'subject' && isRated && lineHas(line, 'mood', 'change') && before.length > 0
  );
}

const PAYS_WITHIN = 4;

// "Ấn Độ bắt đầu chịu thuế 50% của Mỹ": who bears what is another's.
function paysOther(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (!NAMED.has(group.role) && group.role !== 'owner') return false;
  const pays = hitsOf(line, 'gainer').find(
    (hit) => hit.from >= group.to && hit.from - group.to <= PAYS_WITHIN,
  );
  const tariff = hitsOf(line, 'tariff').find((hit) => pays !== undefined && hit.from >= pays.to);
  if (pays === undefined || tariff === undefined) return false;
  return groups.some((other) => other.from >= tariff.to && other.role === 'owner');
}

// Whose tariff it is that the one before pays.
function isPaidTo(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (line.lang === 'en' || group.role !== 'owner') return false;
  return groups.some((other) => other.to <= group.from && paysOther(line, other, [group]));
}

const PLEAS: ReadonlySet<string> = new Set(['exemption-sought', 'exemption-denied']);

// "日本の除外要請": whose relief it is, asked for or refused.
function isOfItsRelief(line: Line, group: PlaceGroup, step: Step): boolean {
  if (line.lang === 'en' || !PLEAS.has(step.action)) return false;
  const particle = hitFrom(line, group.to);
  // "한국 제외 요청": without a particle between.
  if (line.lang === 'ko' && particle?.meanings.has('relief') === true) return true;
  if (particle === undefined || !means(particle, 'particle', 'owner')) return false;
  const next = hitFrom(line, particle.to);
  return next?.meanings.has('relief') === true && !next.meanings.has('tariff');
}

/** Who imposes where nobody is said to act and nothing else implies it: where it is charged, else the one Commission. */
export function implyAbroad(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (addCalledUp(scene, lead, imposers, targets)) return;
  if (addPublisher(scene, lead, imposers, targets)) return;
  addMarketAbroad(scene, lead, imposers, targets);
  if (imposers.size === 0) addCommissionAbroad(scene, imposers, targets);
}

// "Tunisie : exonération de droits de douane": the state that a headline calls up before it names a relief grants it.
function addCalledUp({ title }: Scene, lead: Step, imposers: Found, targets: Found): boolean {
  const first = title === null ? undefined : placeGroups(title)[0];
  if (title === null || first === undefined || first.from > 0 || lead.about !== 'relief')
    return false;
  if (tokenText(title, first.to) !== ':' || PLEAS.has(lead.action)) return false;
  for (const code of first.codes) targets.delete(code);
  addAll(imposers, first.codes, title, 'role:called-up');
  return true;
}

const OPENING = 2;
const CHARGED = ['percent', 'tariff', 'relief', 'quota'] as const;

// "Importeure zahlen in den USA 50 Prozent", "bebas tarif di AS": where nobody else is said to act, where it is charged.
function addMarketAbroad(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (scene.lang === 'en' || lead.about === 'deal') return;
  for (const line of scene.lines) {
    if (line.index > OPENING || !CHARGED.some((name) => line.classes.has(name))) continue;
    const market = placeGroups(line).find(
      (group) =>
        group.role === 'place' &&
        (group.from > 0 || line.isTitle) &&
        !isOfEvent(line, group.from) &&
        group.codes.every((code) => code !== 'WORLD' && !targets.has(code)),
    );
    if (market === undefined || lineHas(line, 'deal')) continue;
    addAll(imposers, market.codes, line, 'role:where-it-is-charged');
    return;
  }
}

/** With no other authority in the text, "die Kommission" is the European one; a name of its own or a task makes it another. */
const COMMISSION =
  /(?:\b(?:[Dd]ie|[Dd]er) (?:EU-)?Kommission|\b[Ll]a Commission|\b[Ll]a Comisión|\b[AàÀ] Comissão|\b[Ll]a Commissione|\b[Dd]e Commissie)\b(?! (?:[A-ZÀ-Ý]|(?:de|del|da|do|di|du|des|für|voor|sur|per|para)\b))/;

function addCommissionAbroad(scene: Scene, imposers: Found, targets: Found): void {
  if (scene.lang === 'en' || targets.has('EU')) return;
  const line = scene.lines.find((candidate) =>
    COMMISSION.test(candidate.raw.slice(candidate.start, candidate.end)),
  );
  if (line !== undefined) addAll(imposers, ['EU'], line, 'role:the-commission');
}
