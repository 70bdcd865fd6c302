// What is only planned or proposed stays so, however plainly the text goes on to tell it: a plan told as law costs
// money. In: the scene and the leading step. Out: `proposed`, or null. Rules of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { TO_COME } from '../steps/held-proposal.ts';
import { fitting } from '../words/asked-rules.ts';
import { hitsOf, type Line, lineHas, means, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const PLANNED: ReadonlySet<Action> = new Set(['imposed', 'increased', 'quota-set']);

// "faces its biggest crisis from the tariff plan", "hit by the duty proposal": the plan is what the step falls from.
export function titlePlan(scene: Scene, lead: Step): Action | null {
  if (!PLANNED.has(lead.action) || scene.title === null) return null;
  if (!namesPlan(scene.title) || isDone(scene)) return null;
  return 'proposed';
}

const FIRST_SENTENCES = 3;

// "will double its duty" over "The proposal must still be negotiated".
export function textProposes(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const isOpen = PLANNED.has(lead.action) || (EASED.has(lead.action) && lead.line.lang === 'en');
  if (!isOpen || !lead.line.isTitle) return null;
  // "to cut quotas, hike tariffs": the second verb is as far off as the first.
  const isToCome = steps.some(({ line, mood }) => line === lead.line && mood === 'future');
  if (isToCome && isProposalAhead(scene)) return 'proposed';
  if (isOpenDraft(scene)) return 'proposed';
  if (isDone(scene)) return null;
  if (isToCome && isProposedInText(lead, steps)) return 'proposed';
  const isEased = EASED.has(lead.action);
  const isProposal = scene.lines.some(
    (line) =>
      !line.isTitle &&
      line.index <= FIRST_SENTENCES &&
      // "tariffs on hold" over "The draft orders imposing them": the draft is of the tariff, not of its pause.
      !(isEased && steps.some((step) => step.line === line && step.family === 'impose')) &&
      (opensAsProposal(line) ||
        opensWithProposal(line) ||
        isShownByProposal(line) ||
        isOfBillAhead(line)),
  );
  return isProposal ? 'proposed' : null;
}

// "EU to double the duty" over "The Commission proposed the increase": what is to come is so far only proposed.
function isProposedInText(lead: Step, steps: readonly Step[]): boolean {
  if (lead.line.lang !== 'en') return false;
  return steps.some(({ line, family, mood, about, isBackground }) => {
    const isTold =
      !isBackground && (mood === 'plain' || mood === 'future') && line.index <= FIRST_SENTENCES;
    return family === 'propose' && about === lead.about && isTold && !line.isTitle;
  });
}

const isAhead = fitting(
  /\b(?:will|to|would) (?:be )?propos(?:e|ed)\b|\b(?:present|unveil|table|submit|publish|outline)s? (?:the|a|its|his) (?:plan|proposal|draft)\b|\b(?:must|need to|needs to|have to|has to|yet to) (?:agree|approve|vote|be approved|be agreed)\b/,
  wordGroup(
    'propose proposed present presents unveil unveils table tables submit submits publish publishes outline outlines agree approve vote approved agreed',
  ),
);

// "EU to double the duty" over "what the Commission will propose", "member states must agree".
function isProposalAhead({ lines }: Scene): boolean {
  const text = lines.filter(
    ({ lang, isTitle, index }) => lang === 'en' && !isTitle && index <= FIRST_SENTENCES,
  );
  return text.some((line) => isAhead(line) && !opensWithReason(line)) && !text.some(isInForce);
}

// "Because lawmakers have yet to approve the agreement, ...": what waits is the reason, and not the step.
function opensWithReason(line: Line): boolean {
  return /^(?:because|since|as)$/.test(tokenText(line, 0));
}

const isNotInForce = fitting(
  /\b(?:not (?:yet )?in (?:force|effect)|no (?:esta|está) (?:vigente|en vigor)|n[aã]o (?:esta|está) (?:vigente|em vigor)|pas encore en vigueur|non (?:e|è) (?:ancora )?in vigore|noch nicht in kraft|nie obowi[aą]zuje jeszcze|belum berlaku)(?![a-z])/i,
  wordGroup(/^(?:force|effect|vigente|vigor|vigueur|vigore|kraft|jeszcze|berlaku)$/),
);

// "El proyecto, publicado el lunes, ...; el arancel no está vigente": a draft that is out for comments, and says so.
function isOpenDraft({ lines }: Scene): boolean {
  const text = lines.filter(({ isTitle, index }) => !isTitle && index <= FIRST_SENTENCES);
  return text.some(opensAsProposal) && text.some(isNotInForce);
}

const EASED: ReadonlySet<Action> = new Set(['suspended', 'removed', 'reduced', 'exempted']);

const PAPER = wordGroup('proposal draft');
const SHOWN_WITHIN = 6;

// "..., the proposal published on Thursday shows".
function isShownByProposal(line: Line): boolean {
  const at = placeOf(line, PAPER);
  if (at < 0) return false;
  return line.tokens
    .slice(at + 1, at + 1 + SHOWN_WITHIN)
    .some(({ text }) => text === 'shows' || text === 'showed');
}

const BILL = wordGroup('bill');
const BILL_WITHIN = 4;
const WOULD_WITHIN = 8;

// "The finance bill laid before parliament would bring the duty down": no law yet.
function isOfBillAhead(line: Line): boolean {
  const at = placeOf(line, BILL);
  if (line.lang !== 'en' || at < 0 || at > BILL_WITHIN) return false;
  return line.tokens.slice(at, at + WOULD_WITHIN).some(({ text }) => text === 'would');
}

const OWNER_WITHIN = 5;

// "The trade ministry's proposal replaces a quota".
function opensWithProposal(line: Line): boolean {
  const owner = line.tokens.findIndex(({ text }) => text === "'s");
  return owner > 0 && owner <= OWNER_WITHIN && PLAN.test(tokenText(line, owner + 1));
}

const COMING: ReadonlySet<Action> = new Set(['imposed', 'increased', 'reduced', 'removed']);

// "South Korea to tax Chinese plates" over "The trade commission recommended duties": what is to come is only advised.
export function textAdvises(scene: Scene, lead: Step): Action | null {
  if (!COMING.has(lead.action) || !lead.line.isTitle || lead.mood !== 'future') return null;
  if (lead.line.lang !== 'en' || isDone(scene)) return null;
  const text = scene.lines.filter((line) => line.index <= FIRST_SENTENCES);
  if (text.some((line) => says(line, TAKEN_UP))) return null;
  return text.some((line) => !line.isTitle && isAdviceThere(line)) ? 'proposed' : null;
}

const ADVISERS =
  /^(?:commission|panel|committee|tribunal|body|watchdog|board|lawmakers|deputies|senators|mps)$/;
const OF_TRADE =
  /^(?:tariff|tariffs|trade|remedies|remedy|anti-dumping|antidumping|safeguard|safeguards|customs)$/;
const ENDORSING = /^(?:endors|back|support)/;
const CLEARING = /^(?:approv|clear|agree)/;
/** Bodies that only advise even where they are named without their field. */
const MERE_ADVISERS = /^(?:panel|committee|lawmakers|deputies|senators|mps)$/;

// "Tariff Commission endorses safeguard duty", "Committee approves 20% duty": who only advises puts nothing in force; the approval of
// lawmakers may be the last step.
export function advisersEndorse(_scene: Scene, { line, verb, action }: Step): Action | null {
  if (!COMING.has(action) || !line.isTitle || line.lang !== 'en') return null;
  const [body, field, deed] = [2, 1, 0].map((back) => tokenText(line, verb.from - back));
  const adviser = field ?? '';
  if (!ADVISERS.test(adviser)) return null;
  const isMere = MERE_ADVISERS.test(adviser) || OF_TRADE.test(body ?? '');
  if (!isMere) return null;
  if (ENDORSING.test(deed ?? '')) return 'proposed';
  const mayDecide = /^(?:lawmakers|deputies|senators|mps)$/.test(adviser);
  return CLEARING.test(deed ?? '') && !mayDecide ? 'proposed' : null;
}

const ADVICE = wordGroup('recommends recommended recommending recommendation recommendations');
const TAKEN_UP = wordGroup(
  'accepted accepts approved approves adopted adopts endorsed endorses agreed notified gazetted decree',
);
/** "after the commission recommended": what was before the step. */
const BEFORE_IT: ReadonlySet<string> = new Set(
  'after following since which that as had upon'.split(' '),
);
const ADVISED_WITHIN = 8;

function isAdviceThere(line: Line): boolean {
  const at = placeOf(line, ADVICE);
  if (at < 0) return false;
  return !line.tokens
    .slice(Math.max(0, at - ADVISED_WITHIN), at)
    .some(({ text }) => BEFORE_IT.has(text));
}

const PLAN = /^(?:plans?|proposals?|blueprint|draft|bill)$/;

/** True when such a noun stands right behind a tariff, or ends its phrase. */
function namesPlan(line: Line): boolean {
  return hitsOf(line, 'tariff').some(
    (hit) => PLAN.test(tokenText(line, hit.to - 1)) || PLAN.test(tokenText(line, hit.to)),
  );
}

const opensAsProposal = fitting(
  /^\W*(?:the|this|its|la|esta|el|der|die|dieser|le|cette|ce|a|o|esta|este|il|questa|het|dit) (?:proposal|draft|bill|plan|propuesta|proyecto|plan|vorschlag|entwurf|proposition|projet|proposta|projeto|progetto|voorstel)\b/i,
  wordGroup(
    /^(?:proposal|draft|bill|plan|propuesta|proyecto|vorschlag|entwurf|proposition|projet|proposta|projeto|progetto|voorstel)$/,
  ),
);

/** An act that was signed, or a day on which it bit. */
function isDone(scene: Scene): boolean {
  return scene.lines.some((line) => lineHas(line, 'formal') || isInForce(line));
}

const isInForce = fitting(
  /\b(?:took|takes?|taken|taking) effect\b|\b(?:in|into) (?:effect|force)\b|\bkick(?:s|ed) in\b|\bsigned\b/i,
  wordGroup('effect force kicks kicked signed'),
);

const TOLD_AS_DONE: ReadonlySet<Action> = new Set([
  ...COMING,
  'quota-set',
  'suspended',
  'exempted',
]);

// "Rice at risk of 25% tariff" over "The duty would start in August": what only would be is as open as the title leaves it.
export function openTitle(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { title } = scene;
  if (title === null || title.lang !== 'en' || lead.line.isTitle) return null;
  if (lead.mood !== 'cond' || !TOLD_AS_DONE.has(lead.action)) return null;
  if (steps.some((step) => step.line.isTitle)) return null;
  if (lineHas(title, 'mood', 'threat') || lineHas(title, 'verb', 'threaten')) return 'threatened';
  const isOpen = OPEN_MOODS.some((mood) => lineHas(title, 'mood', mood));
  return isOpen || says(title, OPEN) || says(title, TO_COME) ? 'proposed' : null;
}

const FACING: ReadonlySet<string> = new Set(['face', 'faces', 'facing']);

// "Gas shipments face tariffs" over "China said it would raise tariffs on gas": what goods face is only what is said of it.
export function facedInTitle(_scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { line, verb, action } = lead;
  if (line.lang !== 'en' || !line.isTitle || !PLANNED.has(action)) return null;
  const isFaced = line.tokens.some(({ text }, at) => at <= verb.from && FACING.has(text));
  if (!isFaced) return null;
  const told = steps.filter((step) => step.line.index === line.index + 1 && !step.isBackground);
  const isOnlyPlanned = told.length > 0 && told.every(({ mood }) => HELD_OUT.has(mood));
  return isOnlyPlanned ? 'proposed' : null;
}

const HELD_OUT: ReadonlySet<string> = new Set(['cond', 'plan']);

// "Phones on the latest tariff list" over "products subject to possible tariffs": what may be taxed is not yet.
export function possibleTariffs(scene: Scene, lead: Step): Action | null {
  if (!(TOLD_AS_DONE.has(lead.action) && lead.line.isTitle) || !saysList(lead.line)) return null;
  return scene.lines.some((line) => line.index > 0 && line.index <= 2 && saysPossible(line))
    ? 'proposed'
    : null;
}

const saysList = fitting(
  /\b(?:tariff|duty|hit|target) lists?\b|\blist of (?:goods|products)\b/i,
  wordGroup('list lists'),
);
const saysPossible = fitting(
  /\b(?:possible|potential|proposed) (?:[A-Z][\w.]+ )?(?:tariffs?|duty|duties|levies)\b|\b(?:could|may|might) (?:face|be hit|apply|be subject)\b/,
  wordGroup('possible potential proposed could may might'),
);

const OPEN_MOODS = ['plan', 'cond', 'urge'] as const;

const OPEN = wordGroup('risk line prospect hopes fears');

const PLAN_WITHIN = 4;
const LAYING = ['impose', 'raise'] as const;

// "New duties on rice" over "The ministry plans to charge 20%": what a title only names is as firm as the text tells it.
export function namedPlan(scene: Scene, lead: Step): Action | null {
  const { line, family, action } = lead;
  if (line.lang !== 'en' || !line.isTitle || family !== 'nominal' || !PLANNED.has(action))
    return null;
  const text = scene.lines.find(({ isTitle }) => !isTitle);
  if (text === undefined || isDone(scene)) return null;
  for (const plan of hitsOf(text, 'verb')) {
    const isHeld = means(plan, 'verb', 'threaten');
    if (!(isHeld || means(plan, 'verb', 'propose'))) continue;
    const isLaid = hitsOf(text, 'verb').some(
      (hit) =>
        hit.from >= plan.to &&
        hit.from - plan.to <= PLAN_WITHIN &&
        LAYING.some((laying) => means(hit, 'verb', laying)),
    );
    if (isLaid) return isHeld ? 'threatened' : 'proposed';
  }
  return null;
}

const REPORTED = wordGroup('report reports reportedly');

// "Report: US to double duty": what a report says is to come.
export function reportedPlan(_scene: Scene, lead: Step): Action | null {
  const { line, mood, action } = lead;
  if (line.lang !== 'en' || !line.isTitle || mood !== 'future' || !TOLD_AS_DONE.has(action))
    return null;
  const isReport = REPORTED.has(tokenText(line, 0)) && tokenText(line, 1) === ':';
  return isReport ? 'proposed' : null;
}
