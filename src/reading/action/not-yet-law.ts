// What the sentence of a step says behind it to show that nothing is law yet: "..., the Commission proposed", "under the ministry's
// draft", "no order has been issued". In: the scene and the leading step. Out: the action meant, or null.
// English only.
import type { Action } from '../../domain/reading.ts';
import { isActor } from '../objects/idle-tariffs.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, type Scene } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const LAW: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'reduced',
  'removed',
  'exempted',
  'quota-set',
]);

/** The rule of refine-action.ts: what is only proposed or not yet signed is no law. */
export function notYetLaw({ lines }: Scene, lead: Step): Action | null {
  const { line } = lead;
  if (line.lang !== 'en' || !LAW.has(lead.action)) return null;
  if (lead.family === 'start' && lead.mood === 'cond' && lines.some(isHeldOut)) return 'proposed';
  if (lines.some((each) => isSeenInDraft(each) || isOnlyMandated(each))) return 'proposed';
  if (lead.mood === 'future' && lines.some(isInTheMaking)) return 'proposed';
  if (hasCommentPeriod(line, lead.object.from)) return 'proposed';
  const end = Math.max(lead.verb.to, lead.object.to);
  if (isProposedBehind(line, end) || isUnderDraft(line, end)) return 'proposed';
  if (!isUnsigned(line)) return null;
  const isLeaders = hitsOf(line, 'placekind').some((hit) => means(hit, 'placekind', 'leader'));
  return isLeaders ? 'threatened' : 'proposed';
}

const PREPARING = wordGroup('prepared working finalising finalizing drafted drawn');

// "to impose safeguard duties" / "Duties of 100% are being prepared", "is still working out the rates".
function isInTheMaking(line: Line): boolean {
  if (line.index > NEAR_TOP) return false;
  const at = placeOf(line, PREPARING);
  const before = [at - 1, at - 2].map((place) => line.tokens[place]?.text ?? '');
  const isOpen = before[0] === 'being' || before[0] === 'still' || before[1] === 'still';
  return at > 0 && isOpen && (line.classes.has('tariff') || line.classes.has('uncounted'));
}

const PERIOD = /^(?:period|window|phase)$/;

// "Comment period opens for tariff increase": what is open to comments is not made.
function hasCommentPeriod(line: Line, end: number): boolean {
  const at = line.isTitle ? placeOf(line, COMMENT, 0, end) : -1;
  return at >= 0 && PERIOD.test(line.tokens[at + 1]?.text ?? '');
}

const PROPOSES = wordGroup(
  /^(?:propos(?:ed|es)|suggest(?:ed|s)|recommend(?:ed|s)|advis(?:ed|es))$/,
);
const SPEAKER_WITHIN = 7;
const ENDS: ReadonlySet<string> = new Set([
  '',
  '.',
  'on',
  'in',
  'last',
  'this',
  'today',
  'yesterday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
]);

// "The duty will double to 50%, the Commission proposed on Monday": who only proposes it stands behind the comma.
function isProposedBehind(line: Line, end: number): boolean {
  if (!says(line, PROPOSES)) return false;
  const comma = line.tokens.findLastIndex(({ text }) => text === ',');
  if (comma < end) return false;
  const behind = line.tokens.slice(comma + 1, comma + 1 + SPEAKER_WITHIN);
  const at = behind.findIndex(({ text }) => PROPOSES.has(text));
  if (at < 1 || !ENDS.has(behind[at + 1]?.text ?? '')) return false;
  const verb = comma + 1 + at;
  return line.hits.some((hit) => hit.from > comma && hit.to <= verb && isActor(hit));
}

const DRAFT = wordGroup('proposal proposals draft drafts bill');
const DRAFT_WITHIN = 5;
const ADOPTED = /^(?:adopted|approved|signed|passed|agreed|enacted|endorsed)$/;

// "duty up to 50% under Commission proposal".
function isUnderDraft(line: Line, end: number): boolean {
  if (!says(line, DRAFT)) return false;
  return line.tokens.some(({ text }, at) => {
    if (text !== 'under' || at < end - 1) return false;
    const behind = line.tokens.slice(at + 1, at + 1 + DRAFT_WITHIN);
    const noun = behind.findIndex((token) => DRAFT.has(token.text));
    const isOpen = behind
      .slice(0, Math.max(0, noun))
      .every(({ kind }, place) => kind === 'word' || behind[place]?.text === "'s");
    return noun >= 0 && isOpen && !ADOPTED.test(behind[noun + 1]?.text ?? '');
  });
}

const PAPERS = wordGroup('draft drafts leaked');
const NEAR_TOP = 2;
const SEEN_WITHIN = 7;
const SEEN =
  /^(?:seen|reviewed|obtained|shows?|showed|shared|leaked|viewed|circulated|circulating)$/;

// "to hit Canada with 35%, leaked draft shows", "A draft regulation seen by the press sets": what only a draft tells.
function isSeenInDraft(line: Line): boolean {
  if (line.index > NEAR_TOP || !says(line, PAPERS)) return false;
  return line.tokens.some(({ text }, at) => {
    if (!PAPERS.has(text)) return false;
    const behind = line.tokens.slice(at + 1, at + 1 + SEEN_WITHIN);
    return behind.some((token) => SEEN.test(token.text));
  });
}

const HOLDING = wordGroup('may might could');
const OPEN = wordGroup('if unless');

// "goods it may hit with duties if no deal is made" / "They would take effect in May": a day tells no more than the condition does.
function isHeldOut(line: Line): boolean {
  const at = line.index <= 1 ? placeOf(line, HOLDING) : -1;
  return at >= 0 && placeOf(line, OPEN, at) > at;
}

const MANDATE = wordGroup('mandate');
const TALKS = wordGroup(/^(?:negotiations?|negotiate|negotiating|talks|trilogues?)$/);

// "have agreed on a mandate for negotiations with Parliament on the duties": the law is still to be agreed.
function isOnlyMandated(line: Line): boolean {
  return line.index <= NEAR_TOP && says(line, MANDATE) && says(line, TALKS);
}

const ACTS =
  /^(?:orders?|decrees?|proclamations?|regulations?|notices?|notifications?|laws?|acts?|documents?)$/;
const ISSUED = wordGroup('issued signed published made adopted gazetted notified released');
const ISSUED_WITHIN = 10;
const NO_WITHIN = 4;

// "no order has been issued", "the decree has not been published yet", "a decree is yet to be signed".
function isUnsigned(line: Line): boolean {
  if (!says(line, ISSUED)) return false;
  return line.tokens.some(({ text }, at) => {
    if (!ACTS.test(text)) return false;
    const behind = line.tokens.slice(at + 1, at + 1 + ISSUED_WITHIN);
    const done = behind.findIndex((token) => ISSUED.has(token.text));
    if (done < 0) return false;
    const before = line.tokens.slice(Math.max(0, at - NO_WITHIN), at);
    const isNo = before.some((token) => token.text === 'no');
    const isNot = behind
      .slice(0, done)
      .some(
        (token, place, all) =>
          token.text === 'not' || (token.text === 'yet' && all[place + 1]?.text === 'to'),
      );
    return isNo || isNot;
  });
}

/** "unveils list of goods": the text says that it is open for comment. */
export function announcedProposal(
  { lines }: Scene,
  lead: Step,
  steps: readonly Step[],
): Action | null {
  if (lead.action !== 'imposed' && lead.action !== 'increased') return null;
  const isAnnounced = steps.some((step) => step.line === lead.line && step.family === 'announce');
  const isProposed = steps.some(
    (step) => step.family === 'propose' && step.line !== lead.line && !step.isBackground,
  );
  return isAnnounced && (isProposed || lines.some(isOpenToComment)) ? 'proposed' : null;
}

const COMMENT = wordGroup('comment comments consultation feedback');
const OPENNESS: ReadonlySet<string> = new Set(['open', 'public', 'invites', 'seeks', 'invited']);
const COMMENT_WITHIN = 4;

// "The list is open to comment until May 11".
function isOpenToComment(line: Line): boolean {
  const at = line.index <= NEAR_TOP ? placeOf(line, COMMENT) : -1;
  const before = line.tokens.slice(Math.max(0, at - COMMENT_WITHIN), Math.max(0, at));
  return before.some(({ text }) => OPENNESS.has(text));
}
