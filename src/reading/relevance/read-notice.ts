// In: the title of an official notice. Out: what its formula says: an inquiry opened, a determination, an order, an act.
// The formulas are `notice` rows of the word lists; paperwork about reviews is told apart by the `routine` rows.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { CHARACTERS } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { isReviewed } from './reviewed-abroad.ts';

/** A notice that is a step; `action` is null where the text tells the action better than the formula. */
export type Notice = { readonly reason: string; readonly action: Action | null };

/** Reads the formula of a title; null when it has none, or when the formula only names what a review is about. */
export function readNotice(title: Line, steps: readonly Step[]): Notice | null {
  // "Antidumping Duty Order; Correction": so too.
  if (opensAsSlip(title) || CORRECTIONS.has(tokenText(title, title.tokens.length - 1))) return null;
  for (const mark of title.marks) {
    const kind = mark.meanings.get('notice')?.[0];
    // "GUIDANCE: Section 301 Reinstatement of Certain Exclusions": what the paper guides on says more than that it does.
    if (kind === 'act' && saysOutright(title, mark)) continue;
    const notice = kind === undefined ? null : readFormula(title, mark, kind, steps);
    if (notice !== null) return notice;
  }
  return null;
}

function saysOutright(title: Line, { from, to }: Hit): boolean {
  const isSaid = (mark: Hit): boolean => OUTRIGHT.has(mark.meanings.get('notice')?.[0] ?? '');
  return (
    tokenText(title, from) === 'guidance' && title.marks.some((m) => m.from >= to && isSaid(m))
  );
}

/** True for "Corrigendum to Regulation ... imposing": a slip of the pen is mended. */
export function opensAsSlip(title: Line): boolean {
  return SLIPS.has(tokenText(title, 0));
}

const SLIPS: ReadonlySet<string> = new Set(['corrigendum', 'corrigenda', 'erratum']);
const CORRECTIONS: ReadonlySet<string> = new Set(['correction', 'corrections', ...SLIPS]);

/** Formulas that say all by themselves, unless they stand in paperwork about a review. */
const OUTRIGHT: ReadonlyMap<string, Notice> = new Map<string, Notice>([
  ['exempted', { reason: 'goods or makers are left out of a measure', action: 'exempted' }],
  [
    'exemption-ended',
    { reason: 'what was left out of a measure falls under it', action: 'exemption-ended' },
  ],
  ['suspended', { reason: 'a measure or the case for it is suspended', action: 'suspended' }],
  ['quota-set', { reason: 'a quota is opened', action: 'quota-set' }],
  ['changed', { reason: 'the terms of a measure are changed', action: 'other' }],
]);

function readFormula(title: Line, found: Hit, kind: string, steps: readonly Step[]): Notice | null {
  const review = title.marks.find(
    (hit) =>
      hit.meanings.has('routine') && !hit.meanings.has('notice') && !isBesideOf(title, found, hit),
  );
  switch (kind) {
    case 'investigation-opened':
      return review !== undefined &&
        (!lineHas(title, 'probe') || isReviewOpened(title, found, review))
        ? null
        : { reason: 'an investigation is opened', action: 'investigation-opened' };
    case 'determination':
    case 'negative':
      if (review === undefined && ordersBehind(title, found)) return AN_ORDER;
      return tellsAnAct(title, steps) ? null : readDetermination(title, found, review, steps);
    case 'order':
      if (isIntended(title)) {
        return { reason: 'a trade-remedy order is intended', action: 'proposed' };
      }
      if (
        becomesOfOrder(found, title, steps) ||
        says(title, REVIEWS) ||
        review !== undefined ||
        lineHas(title, 'verb', 'open')
      ) {
        return null;
      }
      return AN_ORDER;
    case 'revocation':
      // "Initiation of Reviews and Requests for Revocation in Part": only asked for.
      if (tokenText(title, found.from - 1) === 'for' && ASKED.has(tokenText(title, found.from - 2)))
        return null;
      // "Intent To Revoke the Order": announced, for comments.
      if (isIntended(title)) return { reason: 'a revocation is intended', action: 'proposed' };
      return { reason: 'a trade-remedy order is revoked', action: 'removed' };
    case 'proposed':
      return { reason: 'a measure is proposed', action: 'proposed' };
    case 'act':
      if (isUpdateOfOther(title, found) || isGoverned(title, found)) return null;
      return readAct(title, found, review, steps);
    default:
      return review === undefined ? (OUTRIGHT.get(kind) ?? null) : null;
  }
}

// "Institution of Investigation, Scheduling of Public Hearings": a list, of which the formula is the first part.
function isBesideOf(title: Line, found: Hit, review: Hit): boolean {
  return (
    review.from >= found.to &&
    JOINING.has(tokenText(title, review.from - 1)) &&
    SCHEDULES.has(tokenText(title, review.from))
  );
}

const SCHEDULES: ReadonlySet<string> = new Set(['scheduling', 'schedule', 'hearing', 'public']);

const AN_ORDER: Notice = { reason: 'a trade-remedy order', action: 'imposed' };

// "US revokes antidumping duty order": the title tells what becomes of an order that stands.
function becomesOfOrder(order: Hit, title: Line, steps: readonly Step[]): boolean {
  return steps.some(
    (step) =>
      step.line === title &&
      step.family !== 'nominal' &&
      step.verb.to <= order.from &&
      step.action !== 'imposed',
  );
}

const JOINING: ReadonlySet<string> = new Set([';', ':', ',', 'and']);

// "Amended Final Determination; Antidumping Duty Orders": the order of the same notice, and not the one that is circumvented.
function ordersBehind(title: Line, found: Hit): boolean {
  // "Determination of Circumvention of the Antidumping Duty and Countervailing Duty Orders": two orders that stand.
  const circumvented = title.tokens.findIndex(({ text }) => text === 'circumvention');
  return title.marks.some(
    (mark) =>
      mark.from >= found.to &&
      (circumvented < 0 || mark.from < circumvented) &&
      mark.meanings.get('notice')?.[0] === 'order' &&
      JOINING.has(tokenText(title, mark.from - 1)),
  );
}

const ASKED: ReadonlySet<string> = new Set(['request', 'requests']);

const OPENED_WITHIN = 2;

// "starts a sunset review investigation": what is opened is the review.
function isReviewOpened({ lang }: Line, found: Hit, review: Hit): boolean {
  // "延長に関する調査を開始": where the verb comes last, what is opened stands before it.
  if ((CHARACTERS.has(lang) || lang === 'tr') && review.to <= found.from) return true;
  return review.from >= found.to && review.from - found.to <= OPENED_WITHIN;
}

// "Preliminary Affirmative Determination ..., Postponement of Final Determination": what is named first is decided, what
// follows is paperwork of the same day. "Postponement of Preliminary Determination" decides nothing.
function readDetermination(
  title: Line,
  found: Hit,
  review: Hit | undefined,
  steps: readonly Step[],
): Notice | null {
  const isUnderReview =
    review !== undefined && (review.from < found.from || isReviewed(title, found, review));
  // "Final Scope Determination and Final Affirmative Determinations of Circumvention": whose goods are drawn into the order.
  if (isUnderReview && tokenText(title, found.to - 1) !== 'circumvention') return null;
  if (says(title, REVIEWS)) return null;
  // "rejects duties, against the advice of the ministry": what is found is not what was advised.
  const isAdvice =
    !means(found, 'notice', 'negative') &&
    steps.some((step) => ADVISES.test(tokenText(step.line, step.verb.from)));
  const untold = ordersDuty(title, steps) ? 'imposed' : 'other';
  return {
    reason: 'a determination in a trade-remedy investigation',
    action: isAdvice ? 'proposed' : untold,
  };
}

const AWAITING = wordGroup(/^(?:postpon|delay|extend|await|deadline|due$|schedul|dates?$)/);
const ANNOUNCING = wordGroup('announce issue release publish make deliver unveil');
const AWAITED = wordGroup(
  'due expected deadline extended awaited delayed postponed scheduled nears',
);

/**
 * True for "Commerce postpones final determination", "final AD ruling due in May". What a title postpones behind a determination
 * is another one.
 */
export function awaitsDetermination(title: Line): boolean {
  if (title.lang !== 'en') return false;
  const found = title.marks.find((mark) => means(mark, 'notice', 'determination'));
  if (found === undefined) return false;
  // "Commerce to announce preliminary ruling".
  const told = placeOf(title, ANNOUNCING, 1, found.from);
  if (told > 0 && tokenText(title, told - 1) === 'to') return true;
  return placeOf(title, AWAITING, 0, found.from) >= 0 || placeOf(title, AWAITED, found.to) >= 0;
}

// "cuts duties on pork in final ruling": a title that tells what happens to the duty needs no formula.
function tellsAnAct(title: Line, steps: readonly Step[]): boolean {
  return steps.some(
    (step) =>
      step.line === title &&
      !step.isBackground &&
      step.family !== 'nominal' &&
      ACTED.has(step.action),
  );
}

// "公布...最终裁定" / "自2025年7月5日起征收反倾销税": the ruling of some authorities is the order as well.
function ordersDuty(title: Line, steps: readonly Step[]): boolean {
  const isFinal = title.marks.some((hit) => FINAL.has(tokenText(title, hit.from)));
  return (
    isFinal &&
    steps.some(
      (step) =>
        !step.isBackground &&
        step.mood === 'plain' &&
        step.action === 'imposed' &&
        lineHas(step.line, 'percent') &&
        (title.lang !== 'en' || isLaidFromADay(step)),
    )
  );
}

// In English the determination of one authority is the report of another: "levies duties from July 5" says it is law.
function isLaidFromADay({ line, verb }: Step): boolean {
  return (
    LAYING.test(tokenText(line, verb.from)) && lineHas(line, 'month') && lineHas(line, 'effective')
  );
}

const LAYING = /^(?:levie|impose|collect|appl)/;

/** First words of what is called final, character by character in Chinese, Japanese and Korean. */
const FINAL: ReadonlySet<string> = new Set(
  '最 终 終 최 final definitiva definitivo endgultige'.split(' '),
);

const ACTED: ReadonlySet<Action> = new Set(['imposed', 'increased', 'reduced', 'removed']);

const ADVISES = /^recommend/;

const REVIEWS = wordGroup('review reviews scheduling');

// An act whose title names no step: the text tells it, and where it does not, the formula stands for a tariff.
function readAct(
  title: Line,
  found: Hit,
  review: Hit | undefined,
  steps: readonly Step[],
): Notice | null {
  if (review !== undefined) return null;
  const isTold = steps.some(
    (step) => !step.isBackground && step.mood !== 'not' && !isDetail(title, step),
  );
  return { reason: 'an official act on tariffs', action: isTold ? null : untoldAct(title, found) };
}

function untoldAct(title: Line, found: Hit): Action {
  // "No Section 232 Tariff Now on", "Directs Negotiations to Adjust Imports", "Framework to Cover More Derivatives": nothing is laid.
  if (tokenText(title, 0) === 'no' || says(title, TALKING)) return 'other';
  // "Notice of Determination and Request for Comments": what comments are asked on is not done yet.
  if (isIntended(title)) return 'proposed';
  const isChange =
    /^(?:further|modif|amendments?$)/.test(tokenText(title, found.from)) ||
    (placeOf(title, GOING_ON, 0, found.from) >= 0 && title.classes.has('formal'));
  return isChange || title.classes.has('relief') ? 'other' : 'imposed';
}

const TALKING = wordGroup('negotiations negotiation framework');

// "A Proclamation to Continue Facilitating Positive Adjustment": what is there goes on.
const GOING_ON = wordGroup('further continue continuing');

// "avoids imposing tariffs", "ready for imposing tariffs": what governs the phrase makes it no act.
function isGoverned(title: Line, found: Hit): boolean {
  const governor = hitOver(title, found.from - 1);
  return governor !== undefined && GOVERNING.some((name) => governor.meanings.has(name));
}

const GOVERNING = ['mood', 'gainer'] as const;

const DETAIL_FIRST: ReadonlySet<string> = new Set('not is are do does will'.split(' '));

// "Articles of chapter 98 are not subject": what the guidance leaves out is not what it is about.
function isDetail(title: Line, { family, about, line, verb }: Step): boolean {
  // "All country exemptions end": told behind the duty that the title names.
  if (about === 'relief' && line.index > 1 && !title.classes.has('relief')) return true;
  return family === 'exempt' && line.index > 0 && DETAIL_FIRST.has(tokenText(line, verb.from));
}

// "UPDATED GUIDANCE - Entry Filing": only guidance on a tariff is meant.
function isUpdateOfOther(title: Line, found: Hit): boolean {
  return tokenText(title, found.from) === 'updated' && !title.classes.has('tariff');
}

function isIntended(title: Line): boolean {
  // "Notification No. 31: seeks to levy": what such a paper seeks it does.
  if (tokenText(title, 0) === 'notification') return false;
  return lineHas(title, 'mood', 'plan') || lineHas(title, 'verb', 'propose');
}
