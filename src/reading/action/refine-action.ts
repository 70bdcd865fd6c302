// In: the leading step and the whole item. Out: its action once the item's context is taken in: retaliation, formal
// acts against mere announcements, quotas told as tariffs. Small rules in a table, the first that speaks decides.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, means, type Scene } from '../words/scene.ts';
import { allowedByWto } from './allowed-by-wto.ts';
import { answeredInText } from './answered-abroad.ts';
import { announcedProposal, notYetLaw } from './not-yet-law.ts';
import {
  answerHeldOut,
  changedByFigures,
  changeInText,
  comparedWithText,
  courtStops,
  freeAmountCut,
  goesToNothing,
  plannedBeside,
  raisedBefore,
  turnedByTitle,
  wishToBeSpared,
} from './refine-abroad.ts';
import { comparedRate, forNow, higherRate, shortRelief, stoppedInText } from './refine-duration.ts';
import { leaderAnnounces, leaderMayAct, leaderWrites } from './refine-leader.ts';
import {
  favourEnds,
  liftedFromState,
  pauseIsNamed,
  reliefIsOver,
  vagueRelief,
  zeroForAll,
} from './refine-relief.ts';
import { retaliation } from './refine-retaliation.ts';
import {
  advisersEndorse,
  facedInTitle,
  namedPlan,
  openTitle,
  possibleTariffs,
  reportedPlan,
  textAdvises,
  textProposes,
  titlePlan,
} from './refine-soft.ts';
import {
  acceptedAdvice,
  agreedAlone,
  aimedAt,
  confirmedPlan,
  courtEnds,
  dealActs,
  gainedByDeal,
  headedByDeal,
  newDeadline,
  onlyProbed,
  restatedThreat,
  startOfWhat,
  termsInText,
  vagueRetreat,
} from './refine-vague.ts';
import { remedyNotAnswer } from './remedy-not-answer.ts';
import { isOneChamber, isOnlyDrafted, isStillToPass } from './still-to-pass.ts';
import { toldByAct } from './told-by-act.ts';
import { toppledByState } from './toppled-abroad.ts';
import { vagueChange } from './vague-change.ts';
import { byFigures, liftTo } from './which-way.ts';
import { extendedToMore, movedInText } from './widened-abroad.ts';

type Refinement = {
  readonly name: string;
  readonly refine: (scene: Scene, lead: Step, steps: readonly Step[]) => Action | null;
};

const REFINEMENTS: readonly Refinement[] = [
  { name: 'not-yet-law', refine: notYetLaw },
  { name: 'allowed-by-wto', refine: allowedByWto },
  { name: 'wish-to-be-spared', refine: wishToBeSpared },
  { name: 'court-stops', refine: courtStops },
  { name: 'toppled-by-state', refine: toppledByState },
  { name: 'free-amount-cut', refine: freeAmountCut },
  { name: 'answer-held-out', refine: answerHeldOut },
  { name: 'turned-by-title', refine: turnedByTitle },
  { name: 'planned-beside', refine: plannedBeside },
  { name: 'faced-in-title', refine: facedInTitle },
  { name: 'named-plan', refine: namedPlan },
  { name: 'extended-to-more', refine: extendedToMore },
  { name: 'moved-in-text', refine: movedInText },
  { name: 'goes-to-nothing', refine: goesToNothing },
  { name: 'compared-with-text', refine: comparedWithText },
  { name: 'lift-to', refine: liftTo },
  { name: 'raised-before', refine: raisedBefore },
  { name: 'changed-by-figures', refine: changedByFigures },
  { name: 'change-in-text', refine: changeInText },
  { name: 'higher-rate', refine: higherRate },
  { name: 'compared-rate', refine: comparedRate },
  { name: 'for-now', refine: forNow },
  { name: 'stopped-in-text', refine: stoppedInText },
  { name: 'short-relief', refine: shortRelief },
  { name: 'pending-vote', refine: pendingVote },
  { name: 'title-proposes', refine: titleProposes },
  { name: 'title-plan', refine: titlePlan },
  { name: 'open-title', refine: openTitle },
  { name: 'possible-tariffs', refine: possibleTariffs },
  { name: 'reported-plan', refine: reportedPlan },
  { name: 'text-proposes', refine: textProposes },
  { name: 'text-advises', refine: textAdvises },
  { name: 'advisers-endorse', refine: advisersEndorse },
  { name: 'deadline', refine: deadline },
  { name: 'vague-relief', refine: vagueRelief },
  { name: 'favour-ends', refine: favourEnds },
  { name: 'pause-is-named', refine: pauseIsNamed },
  { name: 'relief-is-over', refine: reliefIsOver },
  { name: 'lifted-from-state', refine: liftedFromState },
  { name: 'vague-change', refine: vagueChange },
  { name: 'vague-retreat', refine: vagueRetreat },
  { name: 'confirmed-plan', refine: confirmedPlan },
  { name: 'start-of-what', refine: startOfWhat },
  { name: 'aimed-at', refine: aimedAt },
  { name: 'only-probed', refine: onlyProbed },
  { name: 'agreed-alone', refine: agreedAlone },
  { name: 'restated-threat', refine: restatedThreat },
  { name: 'court-ends', refine: courtEnds },
  { name: 'gained-by-deal', refine: gainedByDeal },
  { name: 'terms-in-text', refine: termsInText },
  { name: 'new-deadline', refine: newDeadline },
  { name: 'deal-acts', refine: dealActs },
  { name: 'headed-by-deal', refine: headedByDeal },
  { name: 'accepted-advice', refine: acceptedAdvice },
  { name: 'announced-proposal', refine: announcedProposal },
  { name: 'leader-announces', refine: leaderAnnounces },
  { name: 'leader-may-act', refine: leaderMayAct },
  { name: 'leader-writes', refine: leaderWrites },
  { name: 'zero-for-all', refine: zeroForAll },
  { name: 'remedy-not-answer', refine: remedyNotAnswer },
  { name: 'answered-in-text', refine: answeredInText },
  { name: 'retaliation', refine: retaliation },
  { name: 'quota', refine: quota },
];

function byFiguresOf(scene: Scene, lead: Step): Action | null {
  return lead.family === 'notice' ? byFigures(scene) : null;
}

/** The action after all refinements; `fixed` comes from a notice title and is not refined. */
export function refineAction(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  fixed: Action | null,
): Action {
  if (
    fixed !== null &&
    (lead.family === 'notice' || fixed !== 'other' || lead.action === 'proposed')
  )
    return fixed === 'imposed' ? (toldByAct(scene) ?? byFiguresOf(scene, lead) ?? fixed) : fixed;
  if (fixed === 'other') return isDecidedOn(scene, lead) ? 'imposed' : 'other';
  for (const { refine } of REFINEMENTS) {
    const action = refine(scene, lead, steps);
    // "levies higher tariffs in response to those on steel": which way it goes does not hide what it answers.
    if (action === 'increased') return retaliation(scene, { ...lead, action }, steps) ?? action;
    if (action !== null) return action;
  }
  return lead.action;
}

const FINAL = /^(?:final|definitive)$/;
const DECIDED = /^(?:decided|decides|resolved|determined)$/;

// "Final ruling on dumping of malt" / "The commission decided to impose a duty", "it will apply one": the text says what it led to.
function isDecidedOn({ title }: Scene, { line, verb, family, about }: Step): boolean {
  if (title === null || line === title || title.lang !== 'en' || about !== 'tariff') return false;
  if (family !== 'impose' || !title.tokens.some(({ text }) => FINAL.test(text))) return false;
  if (!lineHas(title, 'notice', 'determination')) return false;
  const before = line.tokens[verb.from - 1]?.text ?? '';
  return (
    before === 'will' || (before === 'to' && DECIDED.test(line.tokens[verb.from - 2]?.text ?? ''))
  );
}

const MAKING: ReadonlySet<Action> = new Set(['imposed', 'increased']);
const VOTED: ReadonlySet<Action> = new Set([
  ...MAKING,
  'removed',
  'reduced',
  'suspended',
  'struck-down',
]);

const RELIEVED: ReadonlySet<Action> = new Set(['exempted', 'exemption-ended', 'quota-set']);

const REASON_WITHIN = 6;
const isBecause = ({ text }: { text: string }): boolean => text === 'because' || text === 'as';

// "suspends the duty pending talks": what it waits for ends the suspension, which holds already.
function isPending(line: Line, action: Action): boolean {
  return hitsOf(line, 'pending').some(
    ({ from }) =>
      (action !== 'suspended' || line.tokens[from]?.text !== 'pending') &&
      // "raises the duty because lawmakers have yet to approve the deal": the reason waits, and not the duty.
      !line.tokens.slice(Math.max(0, from - REASON_WITHIN), from).some(isBecause),
  );
}

// A lower house or a committee does not make law.
function pendingVote(scene: Scene, lead: Step): Action | null {
  const isVoted = VOTED.has(lead.action) || RELIEVED.has(lead.action);
  if (isVoted && lead.line.isTitle && isOneChamber(lead.line)) return 'proposed';
  if (isVoted && (isStillToPass(scene) || isOnlyDrafted(scene))) return 'proposed';
  const isLaw = VOTED.has(lead.action) || lead.action === 'quota-set';
  if (!isLaw || lead.action === 'struck-down') return null;
  const near = scene.lines.filter((line) => line === lead.line || line.isTitle || line.index <= 1);
  return near.some((line) => isPending(line, lead.action)) ? 'proposed' : null;
}

// "bites back", "back in favour": no verb.
const MARKETS = /^(?:prices?|costs?|shares|stocks|imports|exports|sales|profits?)$/;
const isProposing =
  (line: Line) =>
  (hit: Hit): boolean =>
    means(hit, 'verb', 'propose') &&
    line.tokens[hit.from]?.text !== 'back' &&
    // "Sugar prices set to jump": a market, which proposes nothing.
    !MARKETS.test(line.tokens[hit.from - 1]?.text ?? '');

// "Commission proposes plan to protect steel": what the text spells out is part of the proposal.
function titleProposes(scene: Scene, lead: Step): Action | null {
  if (scene.title === null || lead.line.isTitle) return null;
  const isLaw = VOTED.has(lead.action) || lead.action === 'quota-set';
  return isLaw && hitsOf(scene.title, 'verb').some(isProposing(scene.title)) ? 'proposed' : null;
}

// "extends tariff deadline to August": the tariff comes later.
function deadline(_scene: Scene, lead: Step): Action | null {
  if (lead.family !== 'extend') return null;
  const [from, to] = [
    Math.min(lead.verb.to, lead.object.to),
    Math.max(lead.verb.to, lead.object.to),
  ];
  const isDeadline = lead.line.tokens
    .slice(from, to)
    .some((token) => token.text.startsWith('deadline'));
  return isDeadline ? 'delayed' : null;
}

function quota(_scene: Scene, lead: Step): Action | null {
  if (!MAKING.has(lead.action)) return null;
  const { line, object } = lead;
  const quotas = hitsOf(line, 'quota').filter((hit) => means(hit, 'quota', 'trq'));
  // "lays a surtax and keeps the tariff quota closed": a quota of another verb.
  const isOwn = quotas.some(
    (hit) => !hitsOf(line, 'verb').some(({ from, to }) => from >= object.to && to <= hit.from),
  );
  return lineHas(line, 'outquota') || isOwn ? 'quota-set' : null;
}
