// Who imposes by the office that the text tells of: "Saudi Arabia's trade authority said", "published in Brazil's gazette", "MANILA
// (Reuters) - The government has cut". In: an item and the roles found so far. Out: whether an imposer was added.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { hitFrom, hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { addAll, type Found } from './found.ts';
import { partiesOf } from './parties-of.ts';

const VISITING = wordGroup('visit visits visiting visited declined arrives arrived');
const OFFICE_WITHIN = 3;
const OF_OFFICE_WITHIN = 8;
const ACTS =
  /^(?:orders?|decrees?|gazette|journal|bulletin|notice|law|laws|regulation|regulations|notification|ruling|proclamation|resolution|ordinance)$/;

// "Brazil's order exempts", "published in Brazil's official gazette": whose act it is.
function isOfAct(line: Line, group: PlaceGroup): boolean {
  if (!group.isPossessive) return false;
  return line.tokens
    .slice(group.to + 1, group.to + OFFICE_WITHIN)
    .some(({ text }) => ACTS.test(text));
}

// "The Indian exemption, in place from August": whose it is.
function isOfRelief(line: Line, { role, to }: PlaceGroup): boolean {
  return line.lang === 'en' && role === 'owner' && means(hitFrom(line, to), 'relief');
}

// "issued by the ministry of finance of Brazil".
function isBehindOffice(line: Line, group: PlaceGroup): boolean {
  return (
    group.preposition === 'of' &&
    hitsOf(line, 'leadership').some(
      (hit) => hit.to < group.from && group.from - hit.to <= OF_OFFICE_WITHIN,
    )
  );
}

const BODIES: ReadonlySet<string> = new Set(
  'body agency watchdog regulator tribunal panel board officials official'.split(' '),
);

// "the Pakistani body said", "Indian officials": an office that the lists do not name.
function isOfOffice(line: Line, group: PlaceGroup): boolean {
  return line.lang === 'en' && !line.isTitle && BODIES.has(tokenText(line, group.to));
}

/** "Saudi Arabia's trade authority said": the office of a state that the text names. */
export function addOffice(scene: Scene, imposers: Found, targets: Found): boolean {
  for (const line of scene.lines) {
    // "The Indian president is due to visit next week".
    if (says(line, VISITING)) continue;
    const group = partiesOf(line).find(
      (candidate) =>
        candidate.codes.length === 1 &&
        candidate.codes.every((code) => code !== 'WORLD' && !targets.has(code)) &&
        (isOfAct(line, candidate) ||
          isOfRelief(line, candidate) ||
          isBehindOffice(line, candidate) ||
          isOfOffice(line, candidate) ||
          hitsOf(line, 'leadership').some(
            (hit) =>
              hit.from >= candidate.to &&
              hit.from - candidate.to <= OFFICE_WITHIN &&
              // "tariffs in the US, the finance ministry said": behind the comma somebody else speaks.
              tokenText(line, candidate.to) !== ',',
          )),
    );
    if (group === undefined) continue;
    addAll(imposers, group.codes, line, 'role:office-of-a-state');
    return true;
  }
  return false;
}

const OPENING = 2;

/** "Cabinet cuts tariff on pork" / "MANILA (Reuters) -", "MANILA (Reuters) - The government has cut": a body without a state is that
 * of the place it is reported from. */
export function addWritten(scene: Scene, imposers: Found, targets: Found): boolean {
  const title = scene.title;
  if (title === null) return false;
  const isNamed = placeGroups(title).some((group) =>
    group.codes.some((code) => code !== 'WORLD' && !targets.has(code)),
  );
  const text = scene.lines.find((line) => !line.isTitle);
  const { dateline } = scene;
  const place = dateline === null ? undefined : placeGroups(dateline)[0];
  if (isNamed || text === undefined || dateline === null || place === undefined) return false;
  const isOfBody =
    hitsOf(title, 'leadership').some((hit) => hit.from <= OPENING) ||
    hitsOf(text, 'leadership').some((hit) => hit.from <= OPENING);
  if (!isOfBody) return false;
  const codes = place.codes.filter((code) => !targets.has(code));
  addAll(imposers, codes, dateline, 'role:reported-from');
  return codes.length > 0;
}

const LAID = /^(?:put|imposed|levied|slapped|laid|introduced|charges|charged)$/;
const LAID_WITHIN = 3;

/** "removes additional duties" / "withdraws the duties India put on US chickpeas": whose duties the text says they are. */
export function addLayer(scene: Scene, imposers: Found, targets: Found): boolean {
  if (scene.lang !== 'en') return false;
  for (const line of scene.lines) {
    const groups = placeGroups(line);
    const by = groups.find(
      ({ from, to, codes, role }) =>
        role === 'bare' &&
        codes.length === 1 &&
        codes.every((code) => code !== 'WORLD' && !targets.has(code)) &&
        LAID.test(tokenText(line, to)) &&
        tokenText(line, to + 1) === 'on' &&
        hitsOf(line, 'tariff').some((hit) => hit.to <= from && from - hit.to <= 1) &&
        groups.some((on) => on.from - to >= 2 && on.from - to <= LAID_WITHIN),
    );
    if (by === undefined) continue;
    addAll(imposers, by.codes, line, 'role:whose-duty');
    return true;
  }
  return false;
}
