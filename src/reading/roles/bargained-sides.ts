// Who lowers a tariff that another buys with something else: "Chile opens its market in exchange for lower Indian tariffs". In:
// the leading step. Out: its two sides, where it tells such a bargain.
import { isAuthority, placeGroups } from '../places/read-places.ts';
import { priceOf } from '../steps/bargained.ts';
import type { Step } from '../steps/find-steps.ts';
import type { LineRoles } from './assign-place.ts';

/** Whoever gives something is hit by the tariff; the other state that the sentence names lays it. */
export function rolesOfBargain({ line, object, family }: Step): LineRoles | null {
  const from = family === 'reach' || family === 'seek' ? priceOf(line, object) : -1;
  if (from < 0) return null;
  const groups = placeGroups(line);
  const bearer = groups.find((group) => group.to <= from && group.from <= FIRST);
  if (bearer === undefined || isAuthority(bearer)) return null;
  const giver = groups.find(
    ({ codes }) => !codes.includes('WORLD') && codes.every((code) => !bearer.codes.includes(code)),
  );
  return { imposers: new Set(giver?.codes), targets: new Set(bearer.codes), exempted: new Set() };
}

const FIRST = 2;
