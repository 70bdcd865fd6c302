// Who lays the tariff that another verb is about, and who refuses to spare from it. In: a line, a place of it, the step.
// Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';

const REFUSING = /^(?:reject|refus|deny|denie|rule|turn|rebuff|dismiss|declin|spurn)/;

// "Brazil has rejected a request by India to be exempted": who refuses is not whom it hits.
export function isDenying(line: Line, group: PlaceGroup, step: Step): boolean {
  if (group.isPossessive) return false;
  if (tellsRefusal(line, group, step)) return true;
  if (step.mood !== 'deny') return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from >= group.to &&
      hit.to <= step.verb.from &&
      means(hit, 'verb', 'deny') &&
      REFUSING.test(tokenText(line, hit.from)),
  );
}

const OF_HIMSELF: ReadonlySet<string> = new Set(['it', 'they', 'we', 'he', 'she', 'its', 'their']);

// "Trump says Acme will not get a waiver": who tells it of another refuses; "Peru says it won't get one" is refused.
function tellsRefusal(
  line: Line,
  { kinds, to }: PlaceGroup,
  { family, mood, verb }: Step,
): boolean {
  const isSaid = means(hitFrom(line, to), 'saying', 'say');
  if (
    !(family === 'deny' || mood === 'deny') ||
    !isSaid ||
    !kinds.every((kind) => kind === 'leader')
  )
    return false;
  return to + 1 < verb.from && !OF_HIMSELF.has(tokenText(line, to + 1));
}

const RELATIVE_WITHIN = 6;

// "an exemption from the 25% tariff that Brazil levies": who lays the tariff that another verb is about.
export function isLayer(line: Line, group: PlaceGroup, step: Step): boolean {
  if (line.lang !== 'en' || group.from < step.object.to || group.from < step.verb.to) return false;
  const behind = hitFrom(line, group.to);
  const isLaying =
    LAYING.some((family) => means(behind, 'verb', family)) ||
    /^(?:levies|levied|charges|charged)$/.test(tokenText(line, group.to));
  if (!isLaying) return false;
  const relative = line.tokens
    .slice(Math.max(step.object.to, group.from - RELATIVE_WITHIN), group.from)
    .some(({ text }) => text === 'that' || text === 'which');
  return relative || group.from === step.object.to;
}

const LAYING = ['impose', 'start', 'raise', 'announce'] as const;

const PAYING = /^(?:pays?|paying|paid)$/;

/** "to pay a 25% duty on rice to Peru": to whom it is paid lays it. */
export function isPaidTo(line: Line, group: PlaceGroup, step: Step | null): boolean {
  if (line.lang !== 'en' || step === null || group.preposition !== 'to') return false;
  return group.from > step.object.to && PAYING.test(tokenText(line, step.verb.to - 1));
}
