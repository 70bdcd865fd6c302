// Customs unions that act as one: what the European Union does or suffers, its members do.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { jurisdictionGroups } from '../reference/jurisdiction-names.ts';

/** Group of blocs.csv with the members of each bloc that has a code of its own. */
const MEMBER_GROUPS: Readonly<Record<JurisdictionCode, string>> = { EU: 'EU-MEMBERS' };

let membersByBloc: ReadonlyMap<JurisdictionCode, readonly JurisdictionCode[]> | undefined;

/** The members of a bloc, without the bloc itself; empty for a country. */
export function blocMembers(code: JurisdictionCode): readonly JurisdictionCode[] {
  return memberTable().get(code) ?? [];
}

/** The blocs that a country belongs to. */
export function blocsOf(code: JurisdictionCode): readonly JurisdictionCode[] {
  const blocs: JurisdictionCode[] = [];
  for (const [bloc, members] of memberTable()) if (members.includes(code)) blocs.push(bloc);
  return blocs;
}

function memberTable(): ReadonlyMap<JurisdictionCode, readonly JurisdictionCode[]> {
  membersByBloc ??= new Map(
    Object.entries(MEMBER_GROUPS).map(([bloc, group]) => [
      bloc,
      jurisdictionGroups().find((one) => one.code === group)?.members ?? [],
    ]),
  );
  return membersByBloc;
}
