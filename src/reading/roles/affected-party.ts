// Who is hit where the sentence of the step names nobody: who reels from it, who is told of at the opening of the text.
// In: the item, the leading step and the roles found so far. Out: the targets added.
import type { Action } from '../../domain/reading.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { DECISION } from '../places/whose-noun.ts';
import type { Step } from '../steps/find-steps.ts';
import { clauseAt, isInClause } from '../steps/split-clauses.ts';
import {
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  wordBefore,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { addAll, type Found } from './found.ts';
import { partiesOf } from './parties-of.ts';

const UNAFFECTED: ReadonlySet<Action> = new Set([
  'deal-reached',
  'struck-down',
  'other',
  'retaliation-imposed',
  'retaliation-threatened',
]);

/** "Japan reels as Turkey doubles its copper tariff": who reacts in the main clause to what is done in the other. */
export function addSufferer(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  imposers: Found,
  targets: Found,
): void {
  const { line } = lead;
  if (imposers.size === 0 || line.index > 2) return;
  if (!line.isTitle) {
    addReactor(scene, lead, imposers, targets);
    return;
  }
  if (UNAFFECTED.has(lead.action) || means(lead.object, 'goods', 'all')) return;
  const clause = clauseAt(line, lead.verb.from);
  const isOthers = clause.isAside && clause.from > 0;
  const isBack = BACK.some((word) =>
    line.tokens.some(({ text }, at) => at > lead.verb.from && text === word),
  );
  // "pleads with Brazil over its 25% tariff": only the noun tells the step.
  const isNoun = lead.verb === lead.object;
  const isDecided =
    line.lang === 'en' &&
    isOfDecision(line, lead.verb.from) &&
    !line.tokens.some(({ text }) => SIDING.test(text));
  const isTold = isOthers || isBack || isNoun || isDecided;
  const sufferer = partiesOf(line).find(
    (group) =>
      isTold &&
      isSuffering(line, group, imposers) &&
      !isLetOff(lead, group) &&
      (isBack || isNoun || isDecided || !isInClause(clause, group)) &&
      !steps.some(
        (step) =>
          step.line === line &&
          !(isDecided && step.verb === lead.verb) &&
          step !== lead &&
          isDoneBy(step, group),
      ),
  );
  if (sufferer === undefined) addRival(line, lead, imposers, targets);
  else addAll(targets, sufferer.codes, line, 'role:who-suffers');
}

const SIDING =
  /^(?:back|hail|welcom|prais|follow|cop(?:y|ies|ied)|cheer|applaud|support|endors|urg|join)/;

// "Tokyo dismayed by US decision to raise car tariffs".
function isOfDecision(line: Line, verb: number): boolean {
  return wordBefore(line, verb) === 'to' && DECISION.test(wordBefore(line, verb, 2));
}

const REACTS_WITHIN = 2;

// "India said the 25% tariff Brazil imposed on steel was unfair", "will offer loans after Brazil imposed 25%": who opens the
// sentence and speaks of what another did to it; or who so opens the title.
function addReactor({ title }: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (UNANSWERED.has(lead.action) || means(lead.object, 'goods', 'all')) return;
  const { line } = lead;
  if (line.lang !== 'en') return;
  const isOther = (group: PlaceGroup): boolean =>
    group.from <= REACTS_WITHIN &&
    !group.isPair &&
    group.role !== 'place' &&
    group.role !== 'object' &&
    !group.codes.some((code) => code === 'WORLD' || imposers.has(code));
  const actor = placeGroups(line).find(({ codes }) => codes.some((code) => imposers.has(code)));
  const reactor = partiesOf(line).find(
    (group) => isOther(group) && actor !== undefined && actor.from >= group.to,
  );
  if (reactor !== undefined) {
    addAll(targets, reactor.codes, line, 'role:who-reacts');
    return;
  }
  const opener = title === null ? undefined : partiesOf(title).find(isOther);
  if (title !== null && opener !== undefined)
    addAll(targets, opener.codes, title, 'role:who-reacts');
}

const UNANSWERED: ReadonlySet<Action> = new Set(['deal-reached', 'struck-down', 'other']);

const QUARRELS: ReadonlySet<string> = new Set(
  'talks negotiations row war fight feud spat dispute clash standoff truce tension tensions rift conflict confrontation battle showdown quarrel friction'.split(
    ' ',
  ),
);
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'until']);
const BURDENS: ReadonlySet<Action> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

// "in its trade row with Japan, Turkey lifts the copper duty", "25% unless India opens its market".
function addRival(line: Line, lead: Step, imposers: Found, targets: Found): void {
  if (!BURDENS.has(lead.action)) return;
  const rival = placeGroups(line).find(
    (group) =>
      !group.isPair &&
      !group.codes.some((code) => code === 'WORLD' || imposers.has(code)) &&
      ((group.preposition === 'with' && QUARRELS.has(wordBefore(line, group.from, 2))) ||
        (group.role === 'bare' && CONDITIONS.has(wordBefore(line, group.from)))),
  );
  if (rival !== undefined) addAll(targets, rival.codes, line, 'role:rival');
}

/** Words that point back to a country named before: "hits country with 39%", "a tariff on its goods". */
const BACK = ['its', 'country', 'bloc', 'their', 'neighbour', 'neighbor'] as const;
const SHOCKED: ReadonlySet<string> = new Set(
  'shock anger outrage fury dismay alarm outcry fear fears worry panic uproar disbelief relief anxiety'.split(
    ' ',
  ),
);

function isSuffering(line: Line, group: PlaceGroup, imposers: Found): boolean {
  if (group.codes.some((code) => code === 'WORLD' || imposers.has(code)) || group.isPair)
    return false;
  if (group.role === 'bare' || group.role === 'subject' || group.role === 'origin') return true;
  if (group.role === 'object') return group.preposition === 'to' || group.preposition === 'for';
  return group.preposition === 'in' && SHOCKED.has(wordBefore(line, group.from, 2));
}

const LAID: ReadonlySet<Action> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

// "Canada, Mexico exempt as Trump sets metals tariffs".
function isLetOff({ line, action }: Step, group: PlaceGroup): boolean {
  return LAID.has(action) && means(hitFrom(line, group.to), 'verb', 'exempt');
}

// "Peru cuts its duty as Chile raises its own": a step of its own.
function isDoneBy(step: Step, group: PlaceGroup): boolean {
  return (
    isInClause(clauseAt(step.line, step.verb.from), group) &&
    group.to <= step.verb.from &&
    step.verb !== step.object
  );
}

const OPENS_WITHIN = 1;

const EVERY = wordGroup('all global foreign imported');

const ASKED: ReadonlySet<Action> = new Set([
  'delayed',
  'suspended',
  'exemption-sought',
  'exemption-denied',
  'threatened',
]);

/** "seeks pause on 37% tariff" / "Dhaka needs time": who opens the text where the title names only the imposer. */
export function addOpener(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (!ASKED.has(lead.action) || imposers.size !== 1 || lead.line !== scene.title) return;
  if (lineHas(lead.line, 'goods', 'all') || means(lead.object, 'goods', 'all')) return;
  // "threatens 25% tariff on steel": a threat on goods is one to all who sell them.
  const isOnGoods = lead.line.classes.has('product');
  if (isOnGoods && (lead.action === 'threatened' || says(lead.line, EVERY))) return;
  const text = scene.lines.find((line) => !line.isTitle);
  const opener = text === undefined ? undefined : placeGroups(text)[0];
  if (text === undefined || opener === undefined || opener.from > OPENS_WITHIN) return;
  if (opener.role !== 'bare' || isAuthority(opener) || opener.isPair) return;
  if (opener.codes.some((code) => code === 'WORLD' || imposers.has(code))) return;
  if (hitsOf(text, 'verb').length === 0 && !lineHas(text, 'mood')) return;
  addAll(targets, opener.codes, text, 'role:who-opens-the-text');
}

/** "Zölle auf Stahl aus Indien steigen in Brasilien": where nobody is said to act, the country in which a duty on goods of
 * another is charged lays it. */
export function addCharged(lead: Step, imposers: Found, targets: Found): void {
  const { line, about } = lead;
  if (line.lang === 'en' || targets.size === 0 || targets.has('WORLD') || about === 'deal') return;
  const where = placeGroups(line).filter(
    (group) =>
      group.role === 'place' &&
      group.from > 0 &&
      group.codes.every((code) => code !== 'WORLD' && !targets.has(code)),
  );
  if (where.length === 1) addAll(imposers, where[0]?.codes ?? [], line, 'role:where-it-is-charged');
}

const RELIEFS: ReadonlySet<Action> = new Set(['exempted', 'exemption-sought', 'exemption-denied']);

/** "in talks with Brazil to be exempted": the only other country of the title is whose tariff it is. */
export function addAsked(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  const title = scene.title;
  if (!RELIEFS.has(lead.action) || title === null || targets.size === 0) return;
  const others = placeGroups(title).flatMap((group) =>
    group.role === 'place' || group.isPair
      ? []
      : group.codes.filter((code) => code !== 'WORLD' && !targets.has(code)),
  );
  if (new Set(others).size === 1) addAll(imposers, others, title, 'role:who-is-asked');
}
