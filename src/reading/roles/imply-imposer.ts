// In: an item whose sentences name no imposer. Out: the one that an authority, a law or the title implies.
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { conditionOf } from '../steps/held-abroad.ts';
import { fitting } from '../words/asked-rules.ts';
import {
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { addAll, type Found } from './found.ts';
import { addByAct } from './imply-by-act.ts';
import { addLayer, addOffice, addWritten } from './imply-by-office.ts';
import { partiesOf } from './parties-of.ts';
import { isReason } from './reasons-for-tariff.ts';
import { isOnlyWhere } from './told-along.ts';
import { addTeller, addTextOpener, isByBloc } from './told-by-teller.ts';
import { addWhoseIndustry } from './whose-industry.ts';
import { isPartnerOfHit } from './whose-partner.ts';
import { isOfSanctions } from './why-places.ts';

/** Actions about relief from a measure. */
export const RELIEF: ReadonlySet<Action> = new Set([
  'exempted',
  'exemption-sought',
  'exemption-denied',
  'exemption-ended',
]);

// Laws and authorities that belong to one country name the imposer although no country is written.
/** Fills `imposers` when it is empty; never with one of the `targets`. */
export function implyImposer(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (isByBloc(lead)) return;
  const title = scene.title;
  const first =
    title === null
      ? undefined
      : placeGroups(title).find(
          (group) =>
            isFree(group) &&
            !isJudging(title, group) &&
            !isOfSanctions(title, group) &&
            !isPartnerOfHit(title, group),
        );
  if (scene.title !== null && first !== undefined && !RELIEF.has(lead.action)) {
    const codes = first.codes.filter((code) => !targets.has(code));
    addAll(imposers, codes, scene.title, 'role:first-in-title');
    if (imposers.size > 0) return;
  }
  if (addSecondHalf(scene, lead, imposers, targets)) return;
  if (addCharging(lead, imposers, targets) || addOwner(scene, imposers, targets)) return;
  if (addAuthority(scene, imposers, targets)) return;
  const isOthers = scene.lines.some((line) => OTHER_COMMISSION.test(line.raw));
  const commission = isOthers ? undefined : scene.lines.find(namesCommission);
  if (commission !== undefined && !targets.has('EU')) {
    addAll(imposers, ['EU'], commission, 'role:the-commission');
    return;
  }
  const american = scene.lines.find(isAmerican);
  // "... that contribute to United States goods trade deficits": the title of an American act hits others.
  if (american?.isTitle === true && targets.size === 1) targets.delete('US');
  const isRuling = lead.action === 'struck-down' && lead.line.classes.has('court');
  if (isRuling && addJudged(scene, imposers, targets)) return;
  if (isRuling && !targets.has('US')) {
    addAll(imposers, ['US'], lead.line, 'role:court-of-trade');
    return;
  }
  if (american !== undefined && !targets.has('US')) {
    addAll(imposers, ['US'], american, 'role:american-law');
    return;
  }
  if (addByAct(scene, imposers, targets) || addLayer(scene, imposers, targets)) return;
  if (addTeller(lead, imposers, targets) || addTextOpener(scene, lead, imposers, targets)) return;
  if (addOffice(scene, imposers, targets)) return;
  if (addWritten(scene, imposers, targets)) return;
  const named =
    scene.title === null
      ? undefined
      : placeGroups(scene.title).find(
          (group) =>
            group.role === 'bare' &&
            !isSparedThere(scene.title, group) &&
            !(scene.title !== null && isPartnerOfHit(scene.title, group)) &&
            !group.codes.includes('WORLD') &&
            !(scene.title !== null && isReason(scene.title, group)) &&
            !group.codes.some((code) => targets.has(code)),
        );
  if (scene.title !== null && named !== undefined && !RELIEF.has(lead.action)) {
    addAll(imposers, named.codes, scene.title, 'role:named-in-title');
  } else addWhoseIndustry(scene, lead, imposers, targets);
}

// A leader or a government anywhere in the item, else a capital.
function addAuthority(scene: Scene, imposers: Found, targets: Found): boolean {
  for (const kinds of [['leader', 'government'], ['capital']]) {
    for (const line of scene.lines) {
      for (const group of partiesOf(line)) {
        if (isOnlyWhere(line, group) || isInCondition(line, group)) continue;
        if (isAnsweredThere(line, group)) continue;
        if (!group.kinds.some((kind) => kinds.includes(kind))) continue;
        const codes = group.codes.filter((code) => !targets.has(code));
        if (codes.length === 0) continue;
        addAll(imposers, codes, line, 'role:implied-by-authority');
        return true;
      }
    }
  }
  return false;
}

const ANSWERED_WITHIN = 5;

// "in response to US President Trump's surcharges": who is answered takes no step of his own there.
function isAnsweredThere(line: Line, group: PlaceGroup): boolean {
  return (
    line.lang === 'en' &&
    hitsOf(line, 'retaliation').some(
      ({ to }) =>
        to <= group.from &&
        group.from - to <= ANSWERED_WITHIN &&
        tokenText(line, to - 1).startsWith('respon') &&
        tokenText(line, to) === 'to',
    )
  );
}

// "인도산 철강에 25% 관세…미국 발표": an ellipsis parts the title; who acts stands in its second half.
function addSecondHalf(scene: Scene, lead: Step, imposers: Found, targets: Found): boolean {
  if (lead.line.lang === 'en' || !lead.line.isTitle || RELIEF.has(lead.action)) return false;
  for (const line of scene.lines) {
    if (!line.isTitle || line === lead.line) continue;
    const group = placeGroups(line).find(
      ({ role, codes, from }) =>
        from <= 1 &&
        (role === 'bare' || role === 'subject') &&
        codes.every((code) => code !== 'WORLD' && !targets.has(code)),
    );
    if (group === undefined) continue;
    addAll(imposers, group.codes, line, 'role:second-half-of-title');
    return true;
  }
  return false;
}

// "Carney calls Trump's 35% tariff unjustified": who speaks of another's tariff lays none.
function isJudging(title: Line, group: PlaceGroup): boolean {
  const said = hitFrom(title, group.to);
  return (
    means(said, 'saying', 'judge') && placeGroups(title).some((other) => other.role === 'owner')
  );
}

const GOVERNMENT = ['leadership', 'court'] as const;

// "the court said the Brazilian government had exceeded its powers": whose government or court the text speaks of.
function addJudged(scene: Scene, imposers: Found, targets: Found): boolean {
  for (const line of scene.lines) {
    const group = placeGroups(line).find(
      (candidate) =>
        candidate.codes.every((code) => code !== 'WORLD' && !targets.has(code)) &&
        GOVERNMENT.some((name) =>
          hitsOf(line, name).some(
            (hit) =>
              (hit.from >= candidate.to && hit.from - candidate.to <= 2) ||
              // "a court in Brazil".
              (candidate.preposition === 'in' && candidate.from - hit.to === 1),
          ),
        ),
    );
    if (group === undefined || line.index > 2) continue;
    addAll(imposers, group.codes, line, 'role:whose-court');
    return true;
  }
  return false;
}

// "Lula calls 50% US tariff unacceptable": whose tariff the title speaks of.
function addOwner(scene: Scene, imposers: Found, targets: Found): boolean {
  const title = scene.title;
  if (title === null) return false;
  const owner = placeGroups(title).find(
    (group) =>
      group.role === 'owner' && !group.isPair && group.codes.every((code) => !targets.has(code)),
  );
  if (owner !== undefined) addAll(imposers, owner.codes, title, 'role:owner-in-title');
  return owner !== undefined;
}

const WHERE = 'in';

// "to be charged 50% duty in the United States", "duty on Indian steel lowered in Brazil": where goods of others are charged.
function addCharging(lead: Step, imposers: Found, targets: Found): boolean {
  const { line, verb, object } = lead;
  if (targets.size === 0 || lead.about === 'deal') return false;
  const told = Math.min(verb.from, object.from);
  const where = placeGroups(line).find(
    (group) =>
      group.preposition === WHERE &&
      group.from > told &&
      !group.codes.includes('WORLD') &&
      group.codes.every((code) => !targets.has(code)) &&
      !isParted(line, told, group.from) &&
      !isMeetingThere(line, group),
  );
  if (where === undefined) return false;
  addAll(imposers, where.codes, line, 'role:where-it-is-charged');
  return true;
}

const HELD: ReadonlySet<string> = new Set(
  'talks meeting summit speech rally visit court'.split(' '),
);

// "after talks in Geneva": where people meet.
function isMeetingThere(line: Line, group: PlaceGroup): boolean {
  return [2, 3].some((steps) => HELD.has(tokenText(line, group.from - steps)));
}

const AMERICAN_LAWS = ['Section 232', 'Section 301', 'Section 122', 'IEEPA'] as const;

/** A law that is only one state's, named in the title or the leading sentence, tells who imposes; nobody hits himself. */
export function implyByLaw(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  const line = [scene.title, lead.line].find(
    (candidate) =>
      candidate !== null && AMERICAN_LAWS.some((law) => lineHas(candidate, 'instrument', law)),
  );
  if (line === undefined || line === null) return;
  addAll(imposers, ['US'], line, 'role:american-law');
  targets.delete('US');
}

const ACTS_WITHIN = 2;

/** "Commission answers US tariffs": the office that opens the leading sentence and acts there, whoever the text names besides. */
export function implyByCommission(
  { lines }: Scene,
  { line, verb }: Step,
  imposers: Found,
  targets: Found,
): void {
  const at = tokenText(line, 0) === 'the' ? 1 : 0;
  if (line.lang !== 'en' || tokenText(line, at) !== 'commission') return;
  const isActing = verb.from > at && verb.from - at <= ACTS_WITHIN;
  if (!isActing || targets.has('EU') || lines.some(({ raw }) => OTHER_COMMISSION.test(raw))) return;
  addAll(imposers, ['EU'], line, 'role:the-commission');
}

// "si Meloni refuse, menace Trump": on whose answer it waits.
function isInCondition(line: Line, { from, to }: PlaceGroup): boolean {
  const clause = line.lang === 'en' ? null : conditionOf(line);
  return clause !== null && from >= clause.from && to <= clause.to;
}

// "but UK gets a pass": who is spared imposes nothing.
function isSparedThere(line: Line | null, group: PlaceGroup): boolean {
  return line !== null && hitFrom(line, group.to)?.meanings.has('except') === true;
}

/** With no other authority in the text, "the Commission" is the European one. */
const namesCommission = fitting(
  /\b(?:The|the|EU) Commission\b|^Commission\b|(?:^|: )Council (?:adopts|approves|agrees|gives|signs|backs|confirms)\b|^The Council (?:today |on \w+ )?(?:adopted|approved)\b|\bRegulation \(EU\)|\bOfficial Journal\b|\bCouncil (?:Implementing )?Regulation\b|\bCommon Customs Tariff\b/,
);
/**
 * "the Eurasian Economic Commission", "Tariff Commission", "US trade commission": another body than the European one, as is the one
 * that finds injury to "an industry in the United States" (19 U.S.C. 1673d(b)).
 */
const OTHER_COMMISSION =
  /\b(?!European\b|The\b|EU\b)[A-Z]\w+ Commission\b|\bCommission of (?!the\b)|\btrade commission\b|\bindustry in the United States\b/;
/** Legal forms and words that only the United States uses. */
const isAmerican = fitting(
  /reciprocal tariff|\bAGOA\b|Duty-Free Treatment under the Generalized System of Preferences|duty-free treatment accorded under|African Growth and Opportunity|section (?:232|301|201|122|338)\b|executive order(?! (?:no\.? ?)?\d{1,3}\b)|HTSUS|CSMS|presidential proclamation|a proclamation under|vested in me as president|U\.S\.C\.|19 CFR|less[- ]than[- ]fair[- ]value|(?:antidumping|countervailing) duty (?:order|determination)|negative antidumping|negative countervailing|institution of (?:antidumping|countervailing|global safeguard)|positive adjustment to (?:import )?competition|(?:antidumping|countervailing) duty investigation|from the people's republic of china: |CBP form|HTS subheading|; determinations?\b|\bour (?:northern|southern|western) border\b|flow of illicit drugs|synthetic opioid supply chain|suspending duty-free|suspension of (?:the )?(?:duty-free )?de minimis|rectify trade practices|modifying the scope of (?:the )?(?:reciprocal )?tariffs|into the united states\b|^adjusting imports of\b|proclamation (?:on |(?:no\.? ?)?\d{4,5}\b[^.;]{0,30})adjusting imports\b|\bTariff Act of 1930\b|\bTrade Expansion Act\b|\bTrade Act of 1974\b|determinations? of circumvention|temporary import surcharge|international payments problems/i,
);

function isFree(group: PlaceGroup): boolean {
  return (
    (group.role === 'bare' || group.role === 'subject') &&
    !group.codes.includes('WORLD') &&
    !group.isPair &&
    group.from <= 3
  );
}
