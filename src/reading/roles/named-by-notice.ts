// The one country that an official notice names: in the title of the act, or in the rows under a notice that measures expire. In: the
// item, its leading step and the roles found so far. Out: the target added.
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import {
  headlineOf,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { addAll, type Found } from './found.ts';
import { RELIEF } from './imply-imposer.ts';
import { isPartnerOfHit } from './whose-partner.ts';

/** "Modifying Duties Addressing the Opioid Supply Chain in China": the one foreign country that the title of an act names. */
export function addNoticeCountry(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  const { title } = scene;
  const isOther = (code: string): boolean =>
    !imposers.has(code) && !exempted.has(code) && code !== 'US' && code !== 'WORLD';
  if (title !== null && lead.about === 'tariff' && imposers.size > 0)
    addBracketed(title, isOther, targets);
  if (targets.size === 0 && title !== null && lineHas(title, 'instrument', 'Section 301'))
    addAccused(title, isOther, targets);
  if (targets.size > 0) return;
  if (title?.classes.has('notice') === true && !RELIEF.has(lead.action))
    addOnly([title], isOther, targets);
  // "Actions Under the African Growth and Opportunity Act" / "the designation of Mauritania": whom the text names alone.
  if (targets.size === 0 && title !== null && namesPreference(title))
    addOnly(
      scene.lines.filter(({ index }) => index <= TOLD_WITHIN),
      isOther,
      targets,
    );
  if (targets.size === 0 && lead.action === 'removed' && tellsExpiry(scene))
    addOnly(
      scene.lines.filter(({ index }) => index <= ROWS_WITHIN),
      isOther,
      targets,
    );
}

const CIRCUMVENT = /circumvent/i;
const COMPLETED = /^(?:completed|assembled|finished)$/;
const MADE_WITHIN = 6;

/**
 * "pipe completed in Vietnam using steel produced in Korea is circumventing the order on Korea": from where the goods now come under
 * the order (19 U.S.C. 1677j, merchandise completed or assembled in other foreign countries).
 */
export function turnCircumventing({ title, lines }: Scene, imposers: Found, targets: Found): void {
  const isOther = (code: string): boolean => !imposers.has(code) && code !== 'WORLD';
  if (title?.lang !== 'en' || !CIRCUMVENT.test(title.raw.slice(title.start, title.end))) return;
  for (const line of lines) {
    if (line.isTitle) continue;
    const group = placeGroups(line).find(
      ({ from, codes }) =>
        codes.every(isOther) &&
        line.tokens
          .slice(Math.max(0, from - MADE_WITHIN), from)
          .some(({ text }) => COMPLETED.test(text)),
    );
    if (group === undefined) continue;
    targets.clear();
    addAll(targets, group.codes, line, 'role:completed-there');
    return;
  }
}

// "Decrease in Duty on Imports of Steel Under Section 232 (Republic of Turkey)": what stands alone in brackets behind the measure is
// whom it hits.
function addBracketed(title: Line, isOther: (code: string) => boolean, targets: Found): void {
  const group = placeGroups(title).find(
    ({ from, to, codes }) =>
      from > 1 && codes.every(isOther) && tokenText(title, to) === ')' && isOpened(title, from),
  );
  if (group !== undefined) addAll(targets, group.codes, title, 'role:named-in-brackets');
}

// "Section 301 Action: China's Targeting of the Maritime Sector", "Investigation of France's Digital Services Tax": whose acts a case is on.
function addAccused(title: Line, isOther: (code: string) => boolean, targets: Found): void {
  const law = hitsOf(title, 'instrument').find((hit) => means(hit, 'instrument', 'Section 301'));
  const group = placeGroups(title).find(
    ({ from, codes, isPossessive }) =>
      law !== undefined && from >= law.to && isPossessive && codes.every(isOther),
  );
  if (group !== undefined) addAll(targets, group.codes, title, 'role:whose-acts');
}

const STYLED =
  /^(?:the|of|republic|kingdom|state|federal|islamic|socialist|democratic|people's|people|'s)$/;

// "(Kingdom of Norway)": nothing but its style between the bracket and the name.
function isOpened(title: Line, from: number): boolean {
  let at = from - 1;
  while (STYLED.test(tokenText(title, at))) at -= 1;
  return tokenText(title, at) === '(';
}

const TOLD_WITHIN = 2;

function namesPreference(title: Line): boolean {
  return title.classes.has('notice') && lineHas(title, 'relief', 'preference');
}

const ROWS_WITHIN = 6;

// "Avis d'expiration de certaines mesures antidumping" / "Pays d'origine: Ukraine".
function tellsExpiry(scene: Scene): boolean {
  const headline = headlineOf(scene);
  return (
    headline !== null &&
    headline.lang !== 'en' &&
    headline.marks.some((mark) => means(mark, 'notice', 'revocation'))
  );
}

function addOnly(lines: readonly Line[], isOther: (code: string) => boolean, targets: Found): void {
  const named = lines.flatMap((line) =>
    placeGroups(line)
      .filter((group) => !isAuthority(group) && !isPartnerOfHit(line, group))
      .flatMap(({ codes }: PlaceGroup) => codes.filter(isOther).map((code) => ({ code, line }))),
  );
  const [first] = named;
  if (first !== undefined && new Set(named.map(({ code }) => code)).size === 1)
    addAll(targets, [first.code], first.line, 'role:named-by-notice');
}
