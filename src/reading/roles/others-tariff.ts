// Sentences that speak of another state's tariff alone: "exporters face a US duty of 50%" in an item about what Chile lifts.
// In: a sentence and who takes the step. Out: yes or no. English only.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { isStranger, type Known, ownerOfTariff } from '../steps/tariff-owner.ts';
import { hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';

/** Whose tariffs a sentence speaks of, as far as it says. */
export function ownersIn(line: Line): readonly PlaceGroup[] {
  return hitsOf(line, 'tariff').flatMap((hit) => ownerOfTariff(line, hit) ?? []);
}

/** True for a sentence of the text each of whose tariffs belongs to somebody who does not take the step. */
export function tellsOthersTariff(line: Line, known: Known): boolean {
  if (line.isTitle || line.lang !== 'en' || !line.classes.has('tariff')) return false;
  const tariffs = hitsOf(line, 'tariff').filter(
    (hit) => !hit.meanings.has('verb') || hit.meanings.get('tariff')?.[0] !== 'weak',
  );
  const first = tariffs[0];
  if (first === undefined) return false;
  const owners = tariffs.map((hit) => ownerOfTariff(line, hit));
  const from = Math.min(owners[0]?.from ?? 0, first.from);
  return (
    owners.every((owner) => owner !== null && isStranger(owner, known)) &&
    !startsWithOwn(line, from, owners[0] ?? null) &&
    !placeGroups(line).some(
      ({ role, codes }) => ACTS.has(role) && codes.some((code) => known.imposers.has(code)),
    )
  );
}

const MATTER = ['relief', 'percent', 'quota'] as const;
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'this', 'its', 'such']);

// "The exemption starts on May 1 to help mills hit by US tariffs": what stands before the other's tariff is of the step.
function startsWithOwn(line: Line, from: number, owner: PlaceGroup | null): boolean {
  const end = owner === null ? from : Math.min(owner.from, from);
  return line.hits.some((hit) => {
    // "The 50% US tariffs": the rate right before whose tariff it is goes with it.
    if (hit.from >= end || (hit.to === end && hit.meanings.has('percent'))) return false;
    if (MATTER.some((name) => hit.meanings.has(name)) && hit.to < end) return true;
    const isNoun = ARTICLES.has(tokenText(line, hit.from - 1));
    return hit.meanings.has('verb') && !hit.meanings.has('gainer') && !isNoun;
  });
}

const ACTS: ReadonlySet<string> = new Set(['bare', 'subject', 'owner', 'agent']);

const LAYING: readonly string[] = ['impose', 'raise', 'tax', 'approve'];
const SOON = 5;
const ITS: ReadonlySet<string> = new Set(['its', 'their']);

/** "Govt hikes duty on Chinese steel" / "India has raised the duty to 44%": who does in the text what the title tells without it. */
export function tellsSameDeed(line: Line, lead: Step): boolean {
  const [doer, ...others] = placeGroups(line);
  if (doer === undefined || !DOES.has(doer.role)) return false;
  if (doer.from >= OPENING && !isOfficeAhead(line, doer) && !isBehindComma(line, doer))
    return false;
  const titled = placeGroups(lead.line).flatMap(({ codes }) => codes);
  const isAny = ({ codes }: PlaceGroup): boolean => codes.some((code) => titled.includes(code));
  if (isAny(doer)) return false;
  const families = LAYING.includes(lead.family) ? LAYING : [lead.family];
  const verb = hitsOf(line, 'verb').find((hit) => hit.from >= doer.to);
  if (verb === undefined || verb.from - doer.to > SOON) return false;
  if (!families.some((family) => means(verb, 'verb', family))) return false;
  if (namesSameGoods(line, lead.line)) return true;
  // "has raised its duty" may be another's own.
  return others.length === 0
    ? !line.tokens.slice(verb.to, verb.to + 2).some(({ text }) => ITS.has(text))
    : others.some(isAny);
}

// "Under Decision No. 12 the Ministry of Industry and Trade applies", "The ministry's arm DGTR has recommended": an office of the
// state itself, before which the text tells of no deed yet.
function isOfficeAhead(line: Line, { kinds, from }: PlaceGroup): boolean {
  return (
    line.index === 1 &&
    kinds.includes('government') &&
    !hitsOf(line, 'verb').some((hit) => hit.to <= from)
  );
}

// "With a bumper crop in sight, India has raised": what leads up to the sentence tells of no deed.
function isBehindComma(line: Line, { from }: PlaceGroup): boolean {
  return tokenText(line, from - 1) === ',' && !hitsOf(line, 'verb').some((hit) => hit.to <= from);
}

// "raises duty on steel" / "Brazil has raised its duty on Peruvian steel to 25%".
function namesSameGoods(line: Line, title: Line): boolean {
  const titled = hitsOf(title, 'product').flatMap((hit) => hit.meanings.get('product') ?? []);
  return hitsOf(line, 'product').some((hit) =>
    hit.meanings.get('product')?.some((slug) => titled.includes(slug)),
  );
}

const DOES: ReadonlySet<string> = new Set(['bare', 'subject']);

/** Bodies of a state that are named without it; what America's presidents and bodies do is not said so. */
const OFFICE =
  /^(?:government|govt|cabinet|centre|ministry|ministries|minister|ministers|parliament)$/;
const OPENING = 3;
const OF_OTHERS = /^(?:retaliation|deal|exemption-(?:sought|denied))/;

/** "Govt exempts cotton from duty": the title tells what a state does with its own tariff without naming it. */
export function isByUnnamedState(scene: Scene, lead: Step): boolean {
  const title = scene.title;
  if (title === null || lead.line !== title) return false;
  // Who asks, answers or makes a deal speaks of a tariff that somebody else has.
  const isOwn = !OF_OTHERS.test(lead.action) && !lead.verb.meanings.has('gainer');
  return isOwn && !title.classes.has('retaliation') && opensWithOffice(title, lead);
}

/** "Govt hits back with 25% duty": whoever has a tariff in the text is the one who is answered. */
export function isAnswerOfUnnamed({ title }: Scene, lead: Step): boolean {
  return title !== null && lead.action.startsWith('retaliation') && opensWithOffice(title, lead);
}

function opensWithOffice(title: Line, lead: Step): boolean {
  const end = lead.line === title ? Math.max(lead.verb.from, 1) : OPENING;
  if (title.lang !== 'en' || placeGroups(title).some(({ from }) => from < end)) return false;
  return title.tokens.slice(0, OPENING).some((_, at) => OFFICE.test(tokenText(title, at)));
}

/** The item without the sentences that speak of another's tariff alone; the leading one stays. */
export function withoutOthers(scene: Scene, lead: Step, known: Known): Scene {
  const lines = scene.lines.filter(
    (line) =>
      line === lead.line ||
      !tellsOthersTariff(line, known) ||
      (known === NOBODY && tellsSameDeed(line, lead)),
  );
  return lines.length === scene.lines.length ? scene : { ...scene, lines };
}

/** Before anybody is known. */
export const NOBODY: Known = { imposers: new Set(), targets: new Set() };
