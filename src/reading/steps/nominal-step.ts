// Steps of headlines without a verb of the lists. In: a title. Out: what its nouns tell, the most telling first.
import type { Action } from '../../domain/reading.ts';
import type { Mood, StepObject } from '../objects/action-table.ts';
import { objectsIn, type Step, saysThreat } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import { complaintOf } from '../places/sides-abroad.ts';
import type { Hit, HitClass } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { isBareHeadline, isDenied, isHeldOut, isSparing } from './bare-headline.ts';
import { closingNoun } from './closing-noun.ts';
import { datedQuota } from './dated-quota.ts';
import { movesTrade, opensWithTrade } from './mere-trade.ts';
import { namedAct } from './named-acts.ts';
import { namedProbe } from './named-probe.ts';
import { namedRemedy } from './named-remedy.ts';
import { newTariff } from './new-tariffs.ts';
import { nominalAbroad } from './nominal-abroad.ts';
import { numberedAct } from './numbered-act.ts';
import { isOldAbroad } from './old-abroad.ts';
import { isEitherOr } from './open-deals.ts';
import { isOver } from './pause-over.ts';
import { inMood, moodOf } from './read-mood.ts';
import { isReliefTaken } from './relief-taken.ts';
import { isLacking } from './verb-shape.ts';

/** What a headline without a verb tells by its noun alone, the most telling first. */
const NOMINAL: readonly (readonly [about: StepObject, action: Action])[] = [
  ['deal', 'deal-reached'],
  ['relief', 'exempted'],
  ['pausenoun', 'delayed'],
  ['tariff', 'imposed'],
];
const NOMINAL_WEIGHT = 62;

/**
 * The step that the nouns of a title without a known verb tell ("EU-US deal: 15% tariff on most goods"); none when they tell
 * none.
 */
export function nominalStep(line: Line, others: readonly Step[]): readonly Step[] {
  const numbered = numberedAct(line);
  if (numbered !== null) return [numbered];
  const quota = datedQuota(line);
  if (quota !== null) return [quota];
  const act = namedAct(line, others);
  if (act !== null) return [act];
  const byMeans = byMeansOf(line, others);
  if (byMeans !== null) return [byMeans];
  const closing = closingNoun(line);
  if (closing !== null) return [closing];
  const abroad = nominalAbroad(line);
  if (abroad !== null) return [abroad];
  const named = namedProbe(line) ?? namedRemedy(line, others) ?? newTariff(line, others);
  if (named !== null) return [named];
  if (!line.classes.has('tariff')) return [];
  if (!(line.classes.has('percent') || namesRemedy(line) || namesAmount(line))) return [];
  if (line.classes.has('background') || hasFrame(line)) return [];
  if (line.classes.has('cause') || deniesAny(line) || opensWithTrade(line)) return [];
  if (movesTrade(line)) return [];
  for (const [about, base] of NOMINAL) {
    const objects = objectsIn(line).filter(({ abouts }) => abouts.includes(about));
    // "米関税にカナダが報復関税": of two tariffs outside English, the answer is what is told.
    const answer = line.lang === 'en' ? undefined : objects.find(isAnswer);
    const object = (answer ?? objects[0])?.hit;
    if (object === undefined || (about === 'relief' && isSparing(line, object.from))) continue;
    const isOr =
      about === 'deal' && (tokenText(line, object.to) === 'or' || isEitherOr(line, object));
    if (isOr) return [heldOut(line, object)];
    if (isOldAbroad(line, object)) continue;
    if (about === 'deal' && (isLacking(line, object) || isEnded(line, object))) continue;
    if (about === 'pausenoun' && isOver(line, object)) continue;
    // An English headline without a known verb may say anything of a tariff ("suffer under 39% tariff").
    if (about === 'tariff' && line.lang === 'en' && !isBareHeadline(line, object)) return [];
    if (about === 'tariff' && isLackingRate(line)) return [spared(line, object)];
    const isOpen = about === 'tariff' && line.lang === 'en' && isHeldOut(line, object);
    const told = isOpen
      ? 'plan'
      : moodOf(line, { ...object, from: line.tokens.length, to: line.tokens.length });
    const isLeaders = hitsOf(line, 'placekind').some((hit) => means(hit, 'placekind', 'leader'));
    const mood =
      line.lang === 'en'
        ? // What he calls effective is laid: "25% tariff on steel effective immediately, Trump says".
          isLeaders && told === 'plain' && !line.classes.has('now')
          ? 'threat'
          : told
        : moodByLeader(line, about, moodOfWhole(line, told));
    const isTaken = about === 'relief' && isReliefTaken(line, object);
    const action = inMood(isTaken ? 'exemption-ended' : base, 'announce', mood);
    if (action === null || mood === 'not') return [];
    const weight = NOMINAL_WEIGHT;
    const step = { line, verb: object, object, family: 'nominal', about, mood, action };
    return [{ ...step, isBackground: false, weight }];
  }
  return [];
}

function isAnswer({ hit }: { readonly hit: Hit }): boolean {
  return means(hit, 'tariff', 'retaliation');
}

/** What shows outside English that a tariff named beside a leader is more than a word: a start, an act, an answer. */
const DONE = ['start', 'approve', 'announce', 'keep', 'raise', 'cut', 'impose'] as const;

// "Rame, Trump: dazi del 50%", "50 Prozent Zoll auf Kupfer, sagt Trump": what a leader only names is held out; a tariff that is
// called his is charged.
function moodByLeader(line: Line, about: StepObject, mood: Mood): Mood {
  if (mood !== 'plain' || about !== 'tariff' || !line.isTitle) return mood;
  const isLeaders = placeGroups(line).some(
    ({ kinds, role }) => role !== 'owner' && role !== 'object' && kinds.includes('leader'),
  );
  const isDone =
    DONE.some((family) => lineHas(line, 'verb', family)) ||
    ['formal', 'now', 'retaliation', 'court', 'gainer'].some((name) =>
      line.classes.has(name as HitClass),
    );
  return isLeaders && !isDone ? 'threat' : mood;
}

// "может ввести": the verb may be one that the lists lack; what governs it anywhere in the headline still says that nothing
// is done yet.
function moodOfWhole(line: Line, told: Mood): Mood {
  const has = (value: string): boolean => lineHas(line, 'mood', value);
  if (told !== 'plain' && told !== 'future') return told;
  if (has('threat') || has('if')) return 'threat';
  return has('plan') || has('cond') ? 'plan' : told;
}

// "no aplicará derechos antidumping": what is denied is not told by its noun.
function deniesAny(line: Line): boolean {
  return line.lang !== 'en' && lineHas(line, 'mood', 'not');
}

// "Brasilien schützt seine Stahlindustrie: 25 Prozent auf ...": an industry that does not open the headline asks for nothing.
function hasFrame(line: Line): boolean {
  if (hitsOf(line, 'frame').length > 0) return true;
  // "exemption for firms that build here": firms are only those who are spared.
  if (line.lang === 'en')
    return line.marks.some(
      ({ from, meanings }) => meanings.has('frame') && !isSparing(line, from - 2),
    );
  // "India kritisiert brasilianische Zölle von 25 Prozent": whose tariff it is, and how much, is told with the complaint.
  const isComplaint = complaintOf(line) !== null;
  return line.marks.some(
    (mark) =>
      mark.meanings.has('frame') &&
      (mark.from <= 1 || !means(mark, 'frame', 'lobby')) &&
      !(isComplaint && means(mark, 'frame', 'reaction')),
  );
}

function isLackingRate(line: Line): boolean {
  const rate = hitsOf(line, 'percent')[0];
  return line.lang === 'en' && rate !== undefined && isDenied(line, rate);
}

// "No 25% tariff for Indian steel".
function spared(line: Line, object: Hit): Step {
  const told = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
  const action = 'exempted' as const;
  return { ...told, mood: 'plain', action, isBackground: false, weight: NOMINAL_WEIGHT };
}

// "ultimatum to Brazil: deal or 25% tariff".
function heldOut(line: Line, object: Hit): Step {
  const told = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
  const action = 'threatened' as const;
  return { ...told, mood: 'threat', action, isBackground: false, weight: NOMINAL_WEIGHT };
}

const MONEY: ReadonlySet<string> = new Set(
  'euro euros eur € dollar dollars dolares dolar dollari yuan franc francs franken francos reais rupias'.split(
    ' ',
  ),
);

// "dazio di 3 euro", "taxe de 2 € par colis": a duty by the piece.
function namesAmount(line: Line): boolean {
  if (line.lang === 'en') return false;
  return line.tokens.some(
    (token, at) => token.kind === 'number' && MONEY.has(tokenText(line, at + 1)),
  );
}

// "Maroc : droits antidumping sur les fils égyptiens": a trade remedy and a country need no rate.
function namesRemedy(line: Line): boolean {
  if (line.lang === 'en' || !hitsOf(line, 'place').some(isCountry)) return false;
  if (line.classes.has('probe')) return false;
  return isAnswerAhead(line) || REMEDIES.some((kind) => lineHas(line, 'tariff', kind));
}

// "Türkiye'den ABD'ye misilleme: otomobile ek vergi": the noun before the colon says what the tariff is.
function isAnswerAhead(line: Line): boolean {
  return hitsOf(line, 'retaliation').some((hit) => tokenText(line, hit.to) === ':');
}

// An office or a leader alone names nobody who is hit: "반덤핑팀 신설".
function isCountry(hit: Hit): boolean {
  return !means(hit, 'placekind', 'government') && !means(hit, 'placekind', 'leader');
}

const REMEDIES = ['AD', 'CVD', 'safeguard', 'retaliation'] as const;

// "ends truce": no deal is reached.
function isEnded(line: Line, deal: Hit): boolean {
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.to <= deal.from &&
      deal.from - hit.to <= 3 &&
      (means(hit, 'verb', 'remove') || means(hit, 'verb', 'suspend')),
  );
}

const OPEN: ReadonlySet<Action> = new Set(['proposed', 'threatened']);
const MEANS_WEIGHT = 92;
/** Below what a frame of the title yields to: "factories cope with 25% tariff". */
const RATED_WEIGHT = 88;
/** What may follow a rate and a tariff that end a headline. */
const ENDS: ReadonlySet<string> = new Set(['', 'from', 'over', 'as', 'after', ',', '.', '-', '–']);
const MEANS_WITHIN = 7;
const SUBJECT_WITHIN = 3;
const COPING: ReadonlySet<string> = new Set(
  'grips stuck saddled trouble problem problems unhappy odds faced hit slapped dealing coping wrestling living struggling terms patience along left deal agreement'.split(
    ' ',
  ),
);

// "Brussels throws farmers a bone with tariffs on Russian grain": a government, what it does, and a tariff as the means.
function byMeansOf(line: Line, others: readonly Step[]): Step | null {
  if (line.lang !== 'en' || line.classes.has('background')) return null;
  const subject = line.hits.find(
    (hit) =>
      hit.from <= SUBJECT_WITHIN && (hit.meanings.has('place') || hit.meanings.has('leadership')),
  );
  if (subject === undefined) return null;
  const probe = hitsOf(line, 'probe').find(
    (hit) => hit.to - hit.from > 1 && withBefore(line, hit) > subject.to,
  );
  if (probe !== undefined) {
    const told = { line, verb: probe, object: probe, family: 'nominal', about: 'probe' as const };
    const action = 'investigation-opened' as const;
    return { ...told, mood: 'plain', action, isBackground: false, weight: RATED_WEIGHT };
  }
  for (const { hit: object, abouts } of objectsIn(line)) {
    if (!abouts.includes('tariff')) continue;
    const at = withBefore(line, object);
    if (isOnMind(line, object.to)) continue;
    const end = behindRate(line, object);
    const isOn = tokenText(line, end) === 'on';
    const isRated = hitsOf(line, 'percent').some((hit) => hit.from > at && hit.to <= end);
    if (!isOn && !(isRated && ENDS.has(tokenText(line, end)))) continue;
    if (at < 0 || at - subject.to < 2 || COPING.has(tokenText(line, at - 1))) continue;
    const mood = saysThreat(line, object) ? 'threat' : moodOf(line, object);
    // The title leaves open whether the tariff is only planned: the text tells.
    const planned = others.find(
      (step) => !step.isBackground && step.line.index <= 2 && OPEN.has(step.action),
    );
    const action = mood === 'not' ? null : (planned?.action ?? inMood('imposed', 'impose', mood));
    if (action === null) continue;
    const told = { line, verb: object, object, family: 'nominal', about: 'tariff', mood, action };
    return { ...told, isBackground: false, weight: isOn ? MEANS_WEIGHT : RATED_WEIGHT } as Step;
  }
  return null;
}

const RATE_WITHIN = 5;

// "a tariff of up to 30%": the rate goes with it.
function behindRate(line: Line, { to }: Hit): number {
  if (tokenText(line, to) !== 'of') return to;
  return (
    hitsOf(line, 'percent').find((hit) => hit.from > to && hit.to - to <= RATE_WITHIN)?.to ?? to
  );
}

const MINDS: ReadonlySet<string> = new Set(
  'mind minds agenda table menu plate horizon radar lips'.split(' '),
);

const MIND_WITHIN = 8;

// "heads to the capital with beef tariffs on his mind", "with a tariff on steel on the table".
function isOnMind(line: Line, from: number): boolean {
  const behind = line.tokens.slice(from, from + MIND_WITHIN);
  return behind.some(({ text }, at) => text === 'on' && MINDS.has(behind[at + 2]?.text ?? ''));
}

function withBefore(line: Line, object: Hit): number {
  for (let at = object.from - 1; at >= Math.max(0, object.from - 1 - MEANS_WITHIN); at -= 1) {
    if (tokenText(line, at) === 'with') return at;
    if (line.hits.some((hit) => hit.from === at && hit.meanings.has('place'))) return -1;
  }
  return -1;
}
