// In: the sentences of an item and its leading step. Out: the legal ground, only when the text names it.
import type { Fact, Instrument } from '../domain/reading.ts';
import { INSTRUMENTS } from '../domain/reading.ts';
import { isOfElseAbroad } from './other-grounds.ts';
import { placeGroups } from './places/read-places.ts';
import type { Step } from './steps/find-steps.ts';
import { isDeniedBehind } from './steps/verb-shape.ts';
import { fitting } from './words/asked-rules.ts';
import type { Hit } from './words/lexicon.ts';
import {
  evidenceOf,
  hitsOf,
  type Line,
  lineHas,
  means,
  oncePerLine,
  type Scene,
  tokenText,
} from './words/scene.ts';
import { placeOf, wordGroup } from './words/word-groups.ts';

/** The instrument named first, the title before the body; `isOthers` says that a line speaks of another imposer. */
export function readInstrument(
  scene: Scene,
  lead: Step,
  isOthers: (line: Line) => boolean,
): Fact<Instrument> | null {
  if (lead.action === 'retaliation-imposed' || lead.action === 'retaliation-threatened') {
    const line = scene.lines.find(
      (candidate) =>
        lineHas(candidate, 'retaliation') ||
        lineHas(candidate, 'tariff', 'retaliation') ||
        lineHas(candidate, 'verb', 'retaliate'),
    );
    // "because of the other's tariffs": no word for it stands anywhere.
    return {
      value: 'retaliation',
      evidence: evidenceOf(line ?? lead.line, 'instrument:retaliation'),
    };
  }
  for (const line of inOrder(scene, lead)) {
    if (isOthers(line) && line !== lead.line && !line.isTitle) continue;
    if (isOfElseAbroad(line, lead, scene.publishedOn)) continue;
    if (!line.isTitle && (line !== lead.line ? isOnExisting(line) : isOnTopOfAll(line))) continue;
    const all = namedInstruments(line);
    if (all.length === 0) continue;
    // "the MFN rate or 15 percent, Section 232 tariffs": the ordinary rate is only what is compared with.
    // "the Retaliatory Tariff Orders exceed what IEEPA gives": a law that is named goes before what a tariff is called; "after IEEPA
    // fell, he imposed tariffs under Section 122": a law that has fallen is none.
    const standing = all.filter((value) => !isFallenLaw(value, line, lead));
    const named = standing.find((value) => !MERE.has(value)) ?? standing.find(isNoBase) ?? 'MFN';
    if (!all.includes(named) || isPaidBack(line, lead) || mayOnlyFollow(line, lead)) continue;
    // "lifts tariffs" / "In return the two drop retaliatory duties": the other side's.
    const isBeside = line !== lead.line && (isInReturn(line) || isUnchanged(line));
    if (named === 'MFN' && (isOnTop(line) || (line !== lead.line && isLeft(line)))) continue;
    if (named === 'retaliation' && (isBeside || isOthersAnswer(line, lead))) continue;
    const value = named === 'Section 201' && scene.lines.some(namesSafeguard) ? 'safeguard' : named;
    return { value, evidence: evidenceOf(line, 'instrument:named') };
  }
  // "delays metal tariffs" / "The bloc's answer to Trump's duties waits 90 days": what is held back is called an answer.
  const answer = HELD_BACK.has(lead.action)
    ? scene.lines.find((line) => line.index <= 1 && (callsAnswer(line) || tellsAnswer(line)))
    : undefined;
  if (answer !== undefined)
    return { value: 'retaliation', evidence: evidenceOf(answer, 'instrument:retaliation') };
  // "ready to impose safeguards": a weak word by itself, but what the step does.
  const isSafeguard = SAFEGUARD.test(tokenText(lead.line, lead.object.from));
  return isSafeguard && lead.about === 'tariff'
    ? { value: 'safeguard', evidence: evidenceOf(lead.line, 'instrument:object') }
    : null;
}

const HELD_BACK: ReadonlySet<string> = new Set(['delayed', 'suspended', 'removed']);
const ANSWER = wordGroup('answer response reply riposte');
const ANSWERED_WITHIN = 8;

function callsAnswer(line: Line): boolean {
  const at = line.lang === 'en' ? placeOf(line, ANSWER) : -1;
  if (at < 1 || tokenText(line, at + 1) !== 'to') return false;
  return hitsOf(line, 'tariff').some(({ from }) => from > at && from - at <= ANSWERED_WITHIN);
}

const ANSWERING = wordGroup('retaliation retaliatory');
const LAYING = /^(?:imposed|introduced|levied|put|laid|slapped)$/;
const LIFTING = /^(?:lift|suspend|withdr|scrap|remov|paus|freez|froze|delay|postpon)/;
const LAID_WITHIN = 14;

// "Duties imposed on UK goods in retaliation over subsidies are lifted", "has lifted the retaliatory 25% duty".
function tellsAnswer(line: Line): boolean {
  const at = line.lang === 'en' ? placeOf(line, ANSWERING) : -1;
  const isIn = tokenText(line, at - 1) === 'in';
  if (at < 0 || (tokenText(line, at) === 'retaliation' && !isIn)) return false;
  const done = isIn ? LAYING : LIFTING;
  const before = line.tokens.slice(Math.max(0, at - LAID_WITHIN), at);
  return before.some(({ text }) => done.test(text));
}

const EXISTING = wordGroup('existing');
const ON_TOP = wordGroup('above top addition');
const ON_TOP_WITHIN = 5;
const GROUNDS = ['AD', 'CVD', 'safeguard'] as const;

// "over and above any existing tariffs, antidumping duties and safeguards": what the step comes on top of.
function isOnExisting(line: Line): boolean {
  if (isOnTopOfAll(line)) return true;
  const at = placeOf(line, EXISTING);
  if (at < 1 || placeOf(line, ON_TOP, Math.max(0, at - ON_TOP_WITHIN), at) < 0) return false;
  const named = [
    ...hitsOf(line, 'instrument'),
    ...hitsOf(line, 'tariff').filter((hit) => GROUNDS.some((kind) => means(hit, 'tariff', kind))),
  ];
  return named.every(({ from }) => from > at);
}

const STACKED_WITHIN = 9;

// "landing on top of the 35% in anti-dumping duties": the one ground that the sentence names is that of what was there before.
function isOnTopOfAll(line: Line): boolean {
  const grounds = hitsOf(line, 'tariff').filter((hit) =>
    GROUNDS.some((kind) => means(hit, 'tariff', kind)),
  );
  const named = [...hitsOf(line, 'instrument'), ...grounds];
  return (
    line.lang === 'en' &&
    named.length > 0 &&
    named.every(({ from }) => {
      const at = placeOf(line, ON_TOP, Math.max(0, from - STACKED_WITHIN), from);
      return at >= 0 && tokenText(line, at + 1) === 'of';
    })
  );
}

// "not stacked on top of most-favoured-nation duties": the ordinary rate that a tariff stands beside.
function isOnTop(line: Line): boolean {
  const base = line.hits.find((hit) => instrumentOf(hit) === 'MFN');
  return (
    base !== undefined &&
    placeOf(line, ON_TOP, Math.max(0, base.from - ON_TOP_WITHIN), base.from) >= 0
  );
}

const STAYING = wordGroup('stays stay remains remain besides unchanged continues continue');

// "MFN duty of about 16% on apparel stays", "the MFN rate of 10% is charged besides": what goes on beside the step.
function isLeft(line: Line): boolean {
  const base = line.hits.find((hit) => instrumentOf(hit) === 'MFN');
  return base !== undefined && line.lang === 'en' && placeOf(line, STAYING, base.to) >= 0;
}

const MERE: ReadonlySet<Instrument> = new Set<Instrument>(['MFN', 'retaliation']);

function isNoBase(value: Instrument): boolean {
  return value !== 'MFN';
}

const SAFEGUARD = /^safeguards?$/;

const isInReturn = fitting(/\bin (?:return|exchange|turn)\b/i, wordGroup('return exchange turn'));

// "no changes to its counter-tariffs", "the retaliatory duties remain": what stays as it was is no ground of the step.
const isUnchanged = fitting(
  /\bno (?:\w+ )?changes?\b|\bunchanged\b|\bremains?\b|\bstays?\b|\bunaffected\b/i,
  wordGroup('change changes unchanged remain remains stay stays unaffected'),
);

// "raises the tariff a day after a court ruled that the emergency law lets nobody tax imports": not the new ground.
function isFallenLaw(named: Instrument, line: Line, lead: Step): boolean {
  return (
    named === 'IEEPA' &&
    line !== lead.line &&
    line.classes.has('court') &&
    lead.action !== 'struck-down'
  );
}

// "Washington lays tariffs" / "Berlin had said the EU could answer with counter-tariffs", "asks to be spared" / "Brussels has suspended
// its retaliatory tariffs": whoever is to be spared, or has answered, is another.
function isOthersAnswer(line: Line, lead: Step): boolean {
  if (line === lead.line || line.isTitle) return false;
  if (lead.action === 'exemption-sought') return true;
  const [actor] = placeGroups(lead.line);
  const named = placeGroups(line).flatMap(({ codes }) => codes);
  return (
    LAID.has(lead.action) && named.length > 0 && !actor?.codes.some((code) => named.includes(code))
  );
}

const LAID: ReadonlySet<string> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

// "Section 301 investigations may follow": what may come is no ground of this step.
function mayOnlyFollow(line: Line, lead: Step): boolean {
  if (line === lead.line || line.isTitle || lead.about === 'probe') return false;
  const grounds = hitsOf(line, 'instrument');
  return (
    grounds.length > 0 &&
    grounds.every((hit) => hit.meanings.has('probe')) &&
    (lineHas(line, 'mood', 'cond') || lineHas(line, 'verb', 'coming'))
  );
}

// "Whether importers can claim refunds of the IEEPA payments is before the courts": what was paid under it is to come back.
function isPaidBack(line: Line, lead: Step): boolean {
  return line.classes.has('refund') && line !== lead.line && !line.isTitle;
}

function inOrder(scene: Scene, lead: Step): readonly Line[] {
  const first = scene.lines.filter((line) => line.isTitle);
  const rest = scene.lines.filter((line) => !line.isTitle && line !== lead.line);
  return [...first, ...(lead.line.isTitle ? [] : [lead.line]), ...rest];
}

const namedInstruments = oncePerLine((line): readonly Instrument[] => {
  const isNaming = line.classes.has('instrument') || line.classes.has('tariff');
  if (!isNaming) return [];
  const replaced = placeOf(line, REPLACING);
  return line.hits
    .filter(
      (hit) =>
        (replaced < 0 || !isReplaced(line, hit)) &&
        !isPassed(line, hit) &&
        !isLeftOut(line, hit) &&
        !isDeniedBehind(line, hit) &&
        !isNoAnswer(line, hit),
    )
    .map(instrumentOf)
    .filter((value) => value !== null);
});

const LEFT_OUT_WITHIN = 8;

// "shall not apply to articles subject to section 232 actions": under what other ground the goods stay.
function isLeftOut(line: Line, { from }: Hit): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  // "On top of Section 301, the department put dumping rates".
  if (/^(?:on )?top of$/.test([-2, -1].map((at) => tokenText(line, from + at)).join(' ')))
    return true;
  return hitsOf(line, 'except').some(
    (hit) =>
      hit.to <= from &&
      from - hit.to <= LEFT_OUT_WITHIN &&
      tokenText(line, hit.to - 1) === 'to' &&
      line.tokens.slice(hit.to, from).some(({ text }) => text === 'subject'),
  );
}

const NO_ANSWER = wordGroup('not no without never neither nor');
const DENIED_WITHIN = 4;

// "is not considering countermeasures": nothing is answered.
function isNoAnswer(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en' || line.isTitle || instrumentOf(hit) !== 'retaliation') return false;
  return placeOf(line, NO_ANSWER, Math.max(0, hit.from - DENIED_WITHIN), hit.from) >= 0;
}

// "the president's post-IEEPA tariffs": the ground that is gone.
function isPassed(line: Line, { from }: Hit): boolean {
  return tokenText(line, from - 1) === 'post';
}

const REPLACING = wordGroup(
  'replace replaces replacing succeed succeeds succeeding supersede supersedes superseding place',
);
const WITH: ReadonlySet<string> = new Set(['with', 'by']);
const REPLACED_WITHIN = 3;

// "quotas take the place of the safeguard", "a new regime replaces the old safeguard duty": the ground of what goes.
function isReplaced(line: Line, { from }: Hit): boolean {
  const at = placeOf(line, REPLACING, Math.max(0, from - REPLACED_WITHIN), from);
  if (at < 0) return false;
  // "in place of the safeguard"; "replaces the quota with a safeguard" lays it.
  if (tokenText(line, at) === 'place') return tokenText(line, at + 1) === 'of';
  return line.tokens.slice(at, from).every(({ text }) => !WITH.has(text));
}

/** The instrument a phrase names outright; null for a plain tariff word. */
export function instrumentOf(hit: Hit): Instrument | null {
  const values = hit.meanings.get('instrument') ?? hit.meanings.get('tariff') ?? [];
  const named = values.find((value) => INSTRUMENT_OF.has(value));
  return named === undefined ? null : (INSTRUMENT_OF.get(named) ?? null);
}

const INSTRUMENT_OF: ReadonlyMap<string, Instrument> = new Map(
  INSTRUMENTS.map((instrument) => [instrument, instrument]),
);

function namesSafeguard(line: Line): boolean {
  return lineHas(line, 'tariff', 'safeguard');
}
