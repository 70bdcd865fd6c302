// Who brings another before a tribunal for a tariff bears it: "takes the EU to the WTO over biodiesel duties". In: a line and a
// place of it. Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import { type Line, lineHas, tokenText } from '../words/scene.ts';

const BRINGING =
  /^(?:takes?|taking|took|taken|hauls?|hauled|hauling|drags?|dragged|dragging|brings?|brought)$/;
const SUING = /^(?:sues?|sued|suing)$/;
const FORUMS: ReadonlySet<string> = new Set(
  'wto court arbitration arbitrators tribunal panel world'.split(' '),
);
const CASES: ReadonlySet<string> = new Set(
  'case complaint suit lawsuit dispute action proceedings appeal challenge protest consultations settlement'.split(
    ' ',
  ),
);
const LAID: ReadonlySet<string> = new Set(['against', 'with']);
const FORUM_WITHIN = 3;

/** "takes the EU to the WTO", "sues Turkey over", "files a WTO complaint against Canada": who is brought there. */
function isSued(line: Line, group: PlaceGroup): boolean {
  const first = tokenText(line, group.from - 1) === 'the' ? group.from - 1 : group.from;
  const before = tokenText(line, first - 1);
  if (SUING.test(before)) return true;
  if (BRINGING.test(before)) {
    const behind = line.tokens.slice(group.to, group.to + FORUM_WITHIN).map(({ text }) => text);
    return behind[0] === 'to' && behind.some((text) => FORUMS.has(text));
  }
  return LAID.has(before) && CASES.has(tokenText(line, first - 2)) && !isOwnCase(line, first - 2);
}

const CASE_WITHIN = 4;

// "recommends a duty in the dumping case against Peru": who decides a case lays the duty; a complaint is brought by the other side.
function isOwnCase(line: Line, at: number): boolean {
  if (tokenText(line, at) !== 'case') return false;
  return line.tokens.slice(Math.max(0, at - CASE_WITHIN), at).some(({ text }) => text === 'in');
}

/** Who is brought before a tribunal for a tariff, and who brings them there; null where nobody is. */
export function plaintOf(
  line: Line,
  groups: readonly PlaceGroup[],
): { readonly by: PlaceGroup; readonly against: PlaceGroup } | null {
  if (line.lang !== 'en' || !lineHas(line, 'tariff')) return null;
  const against = groups.find((group) => isSued(line, group));
  const by = groups.find(
    (group) =>
      against !== undefined &&
      group.to <= against.from &&
      group.role === 'bare' &&
      !group.codes.some((code) => against.codes.includes(code)),
  );
  return against === undefined || by === undefined ? null : { by, against };
}
