// Who charges a tariff by telling others that they will pay it, or by publishing whom it hits or spares. In: a place in its sentence
// and the step told there. Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import { announcementOf } from '../steps/announced-that.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitFrom, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { isPassiveFor, SPEAKING, sayingOf } from './who-bears.ts';

/** "Trump says buyers of Russian gas will pay 100%": who tells others that they will pay is who charges it. */
export function isAnnouncer(line: Line, group: PlaceGroup, step: Step): boolean {
  if (isPublisher(line, group, step)) return true;
  if (!isPassiveFor(step) || !SPEAKING.has(group.role)) return false;
  const isColon = tokenText(line, group.to) === ':';
  const from = isColon ? group.to + 1 : sayingOf(line, group)?.to;
  if (from === undefined || from >= step.verb.from) return false;
  return BEARERS.some((name) =>
    hitsOf(line, name).some((hit) => hit.from >= from && hit.to <= step.verb.from),
  );
}

const OFFICE_WITHIN = 3;

/** "Le président américain a annoncé que les voitures seraient soumises à 25 %": who announces what others will pay. */
export function announcesThat(line: Line, group: PlaceGroup, step: Step): boolean {
  if (!isPassiveFor(step) || !SPEAKING.has(group.role)) return false;
  const said = announcementOf(line, step.verb);
  return said !== null && group.to <= said.from && group.from <= OFFICE_WITHIN;
}

const BEARERS = ['holder', 'place', 'goods', 'product'] as const;

const PUBLISHING =
  /^(?:releases|released|publishes|published|issues|issued|unveils|unveiled|reveals|details|updates|expands|names|allows|lets|invites)$/;

// "China publishes list of goods exempt from tariffs", "China lets firms apply for exemptions": whose list or rule it is.
function isPublisher(line: Line, group: PlaceGroup, step: Step): boolean {
  if (line.lang !== 'en' || group.role !== 'bare' || group.to > step.verb.from) return false;
  const next = group.isPossessive ? -1 : group.to;
  const isOffice = isOfficeThere(line, next);
  return PUBLISHING.test(tokenText(line, isOffice ? next + 1 : next));
}

function isOfficeThere(line: Line, at: number): boolean {
  return hitFrom(line, at)?.meanings.has('leadership') === true;
}
