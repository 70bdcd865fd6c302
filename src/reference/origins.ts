// Sets of origins as the tables write them: `CA|MX`, `@CA-FTA`, `!@MX-FTA`, empty for any. In: a cell and, to ask, a
// code and a day. Groups are those of origin-groups.csv, then those of blocs.csv with members by date.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode, OriginSet } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { isJurisdictionCode, jurisdictionGroups } from './jurisdiction-names.ts';
import { isMember } from './memberships.ts';

const GROUPS_FILE = 'origin-groups.csv';

let groups: ReadonlyMap<string, readonly string[]> | undefined;

/** Reads a cell. Throws DataFileError when a code or group is unknown. */
export function parseOriginSet(file: string, line: number, cell: string): OriginSet {
  const isComplement = cell.startsWith('!');
  const body = isComplement ? cell.slice(1) : cell;
  const parts = body === '' ? [] : body.split('|');
  for (const part of parts) {
    if (!isKnownPart(part)) throw new DataFileError(file, line, `unknown origin ${part}`);
  }
  return { isComplement, parts };
}

/** True when goods of `code` belong to the set on that day. */
export function hasOrigin(set: OriginSet, code: JurisdictionCode, on: Day): boolean {
  if (set.parts.length === 0) return true;
  return set.parts.some((part) => isInPart(part, code, on)) !== set.isComplement;
}

function isInPart(part: string, code: JurisdictionCode, on: Day): boolean {
  if (!part.startsWith('@')) return part === code;
  const name = part.slice(1);
  const own = originGroups().get(name);
  return own === undefined
    ? isMember(code, name, on)
    : own.some((inner) => isInPart(inner, code, on));
}

function isKnownPart(part: string): boolean {
  if (!part.startsWith('@')) return isJurisdictionCode(part);
  const name = part.slice(1);
  return originGroups().has(name) || jurisdictionGroups().some(({ code }) => code === name);
}

function originGroups(): ReadonlyMap<string, readonly string[]> {
  groups ??= readGroups();
  return groups;
}

// A group may name groups of earlier lines only, so no group can contain itself.
function readGroups(): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const { line, cells } of readDataRows(GROUPS_FILE, ['group', 'members', 'source'])) {
    const members = cells.members.split('|');
    for (const member of members) {
      const name = member.slice(1);
      const isKnown = member.startsWith('@')
        ? read.has(name) || jurisdictionGroups().some(({ code }) => code === name)
        : isJurisdictionCode(member);
      if (!isKnown) throw new DataFileError(GROUPS_FILE, line, `unknown member ${member}`);
    }
    read.set(cells.group, members);
  }
  return read;
}
