// Who belonged to a group (EU, USMCA, CPTPP ...) on a day. In: a group code of blocs.csv and a day. Out: member codes.
// Only members that joined or left inside the years covered have dates; it holds no opinion on names.
import { type Day, isDay } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { isJurisdictionCode, jurisdictionGroups } from './jurisdiction-names.ts';

const MEMBERSHIPS_FILE = 'memberships.csv';
export const EU_MEMBERS = 'EU-MEMBERS';

type Term = { readonly from: Day | null; readonly to: Day | null };

/** Group code -> member code -> the time of membership. */
let table: ReadonlyMap<string, ReadonlyMap<JurisdictionCode, Term>> | undefined;

/** True when `code` was a member of `group` on `on`. Unknown groups have no members. */
export function isMember(code: JurisdictionCode, group: string, on: Day): boolean {
  const term = memberships().get(group)?.get(code);
  return term !== undefined && covers(term, on);
}

/** Members of `group` on `on`, sorted. */
export function membersOn(group: string, on: Day): readonly JurisdictionCode[] {
  const members = memberships().get(group) ?? new Map<JurisdictionCode, Term>();
  return [...members].flatMap(([code, term]) => (covers(term, on) ? [code] : [])).sort();
}

/** Places with a code of their own inside the customs territory of another: HTS general note 2 names Puerto Rico. */
const INSIDE: ReadonlyMap<JurisdictionCode, JurisdictionCode> = new Map([['PR', 'US']]);

/**
 * Codes under which measures on goods of `code` are written on that day: itself, then the EU for a member, or whose customs
 * territory it lies in.
 */
export function bodiesOf(code: JurisdictionCode, on: Day): readonly JurisdictionCode[] {
  if (isMember(code, EU_MEMBERS, on)) return [code, 'EU'];
  const territory = INSIDE.get(code);
  return territory === undefined ? [code] : [code, territory];
}

/** True when measures on goods of one code of each list are written under one code on that day: "the EU", "Germany". */
export function shareBody(
  left: readonly JurisdictionCode[],
  right: readonly JurisdictionCode[],
  on: Day,
): boolean {
  if (left.some((code) => right.includes(code))) return true;
  const isOfUnion = (code: JurisdictionCode): boolean =>
    code === 'EU' || isMember(code, EU_MEMBERS, on);
  return left.some(isOfUnion) && right.some(isOfUnion);
}

function covers(term: Term, on: Day): boolean {
  return (term.from === null || term.from <= on) && (term.to === null || on <= term.to);
}

function memberships(): ReadonlyMap<string, ReadonlyMap<JurisdictionCode, Term>> {
  table ??= readMemberships();
  return table;
}

function readMemberships(): ReadonlyMap<string, ReadonlyMap<JurisdictionCode, Term>> {
  const always: Term = { from: null, to: null };
  const groups = new Map<string, Map<JurisdictionCode, Term>>();
  for (const { code, members } of jurisdictionGroups()) {
    groups.set(code, new Map(members.map((member) => [member, always])));
  }
  const rows = readDataRows(MEMBERSHIPS_FILE, ['group', 'member', 'from', 'to']);
  for (const { line, cells } of rows) {
    const group = groups.get(cells.group);
    const fault = (text: string) => new DataFileError(MEMBERSHIPS_FILE, line, text);
    if (group === undefined) throw fault(`unknown group ${cells.group}`);
    if (!isJurisdictionCode(cells.member)) throw fault(`unknown jurisdiction ${cells.member}`);
    const isDated = [cells.from, cells.to].every((day) => day === '' || isDay(day));
    if (!isDated) throw fault('from and to are days or empty');
    group.set(cells.member, { from: cells.from || null, to: cells.to || null });
  }
  return groups;
}
