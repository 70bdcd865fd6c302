// The rate of the tariff that is answered: "hits back at 25% US levies", "retaliates against Lima's 25% tariffs". In: a percentage in
// its sentence, the leading step and who acts. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

type Imposing = { readonly imposers: ReadonlySet<string> };

/** True for "hits back at 25% US levies", "answers Washington's 54% tariff": the rate of the tariff that is answered. */
export function isAnswered(line: Line, percent: Percent, lead: Step): boolean {
  if (!lead.action.startsWith('retaliation') || line.isTitle) return false;
  const end = endOfFigures(line, percent);
  const place = line.hits.find((hit) => hit.from === end && hit.meanings.has('place'));
  return (
    place !== undefined &&
    hitsOf(line, 'tariff').some((hit) => hit.from >= place.to && hit.from - place.to <= 3)
  );
}

// "faces 25% and 10% US tariffs": both figures stand before the owner.
function endOfFigures(line: Line, { to }: Percent): number {
  if (!/^(?:and|or|,)$/.test(tokenText(line, to))) return to;
  const next = hitsOf(line, 'percent').find((hit) => hit.from - to === 2);
  return next === undefined ? to : next.to;
}

const NAMED_TARIFF_WITHIN = 4;

/** True for "retaliates against Lima's 25% tariffs": right before the figure stands whose tariff it is. */
export function isAnsweredByName(
  line: Line,
  percent: Percent,
  lead: Step,
  { imposers }: Imposing,
): boolean {
  if (!lead.action.startsWith('retaliation') || imposers.size === 0) return false;
  const owner = placeGroups(line).find(
    (group) =>
      (group.isPossessive || tokenText(line, group.to - 1) === "'s") &&
      group.to <= percent.from &&
      percent.from - group.to <= 1,
  );
  if (owner === undefined || owner.codes.some((code) => imposers.has(code))) return false;
  return hitsOf(line, 'tariff').some(
    (hit) => hit.from >= percent.to && hit.from - percent.to <= NAMED_TARIFF_WITHIN,
  );
}

const THREAT =
  /^(?:threats?|grozb|drohung|androhung|amenaza|menace|ameaca|minaccia|dreig|hotet?$|угроз)/;
const THREAT_WITHIN = 3;

/** True for "would answer the threat of 30% tariffs", "na groźbę 30-procentowych ceł" beside an answer: what another threatens. */
export function isAnsweredThreat(line: Line, percent: Percent, lead: Step): boolean {
  if (!lead.action.startsWith('retaliation') || line.isTitle) return false;
  const before = line.tokens.slice(Math.max(0, percent.from - THREAT_WITHIN), percent.from);
  return before.some(({ text }) => THREAT.test(text));
}

const OWING: ReadonlySet<string> = new Set(
  'view after following follows followed reflects reflecting because given owing response answer answers offset since'.split(
    ' ',
  ),
);
const RISING = /^(?:increas|ris(?:e|ing)$|rose$|rais|hik|doubl|tripl|jump|climb|lift|went$|gone$)/;
const RISEN_WITHIN = 14;

/** True for "in view of the rise in the US duty from 25% to 50%", "after the duty rose to 50%" beside an answer: what is answered. */
export function isAnsweredRise(line: Line, percent: Percent, lead: Step): boolean {
  if (line.lang !== 'en' || line.isTitle || line === lead.line || !isAnswer(lead)) return false;
  const start = Math.max(0, percent.from - RISEN_WITHIN);
  for (let rise = percent.from - 1; rise >= start; rise -= 1) {
    if (!RISING.test(tokenText(line, rise))) continue;
    const before = line.tokens.slice(Math.max(0, rise - OWED_WITHIN), rise);
    return before.some(({ text }) => OWING.has(text));
  }
  return false;
}

const OWED_WITHIN = 6;
const OWNED_WITHIN = 3;
const LISTED_WITHIN = 12;

/** True for "in answer to the U.S. duties of 25% on steel and 10% on aluminum": behind the answer stands whose tariff it answers. */
export function isAnsweredList(
  line: Line,
  percent: Percent,
  lead: Step,
  { imposers }: Imposing,
): boolean {
  if (line.lang !== 'en' || !isAnswer(lead) || imposers.size === 0) return false;
  const owner = placeGroups(line).find(
    ({ role, to, codes }) =>
      role === 'owner' &&
      to <= percent.from &&
      percent.from - to <= LISTED_WITHIN &&
      codes.every((code) => !imposers.has(code)),
  );
  if (owner === undefined) return false;
  const isAnsweredThere = hitsOf(line, 'retaliation').some(
    (hit) => hit.to <= owner.from && owner.from - hit.to <= OWNED_WITHIN,
  );
  return (
    isAnsweredThere &&
    hitsOf(line, 'tariff').some(
      (hit) =>
        hit.from >= owner.to &&
        hit.from - owner.to <= OWNED_WITHIN &&
        hit.to <= percent.from &&
        tokenText(line, hit.to) === 'of',
    )
  );
}

function isAnswer({ action, object }: Step): boolean {
  return action.startsWith('retaliation') || means(object, 'tariff', 'retaliation');
}
