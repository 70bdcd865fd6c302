// How many commands one person may give within a minute, buttons included, so that one person's burst costs the others
// nothing (RELIABILITY S24). In: who, and when. Out: whether it is too many. Holds no more than `MOST_PEOPLE`.
import { type Instant, MINUTE_MS, SECOND_MS } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { CommandContext } from '../ports/world.ts';

/** Counts one command. @throws UserError `too-many` */
export type CommandLimit = (context: CommandContext, now: Instant) => void;

type Minute = { readonly since: Instant; readonly count: number; readonly before: number };

/** Whoever was quiet longest is forgotten first; a crowd this large is none of few people's making. */
const MOST_PEOPLE = 10_000;

/** `perMinute` counts over any sixty seconds, the minute before by the share of it that is left. Null: no limit. */
export function createCommandLimit(perMinute: number | null): CommandLimit {
  if (perMinute === null) return () => undefined;
  const people = new Map<string, Minute>();
  return ({ channel, userId }, now) => {
    const who = `${channel.platform}:${channel.tenantId}:${userId}`;
    const minute = minuteAt(people.get(who), now);
    const left = MINUTE_MS - (now - minute.since);
    const used = minute.count + (minute.before * left) / MINUTE_MS;
    if (used >= perMinute) throw tooMany(perMinute, left);
    people.delete(who);
    people.set(who, { ...minute, count: minute.count + 1 });
    const [quietest] = people.keys();
    if (people.size > MOST_PEOPLE && quietest !== undefined) people.delete(quietest);
  };
}

function minuteAt(known: Minute | undefined, now: Instant): Minute {
  const passed = known === undefined ? Number.POSITIVE_INFINITY : now - known.since;
  // A clock that was set back starts a new minute.
  if (known === undefined || passed < 0 || passed >= 2 * MINUTE_MS) {
    return { since: now, count: 0, before: 0 };
  }
  if (passed < MINUTE_MS) return known;
  return { since: known.since + MINUTE_MS, count: 0, before: known.count };
}

function tooMany(perMinute: number, waitMs: number): UserError {
  return new UserError(
    'too-many',
    `You gave ${perMinute} commands within a minute, buttons included; that is the most one person may.`,
    `Wait ${Math.max(1, Math.ceil(waitMs / SECOND_MS))} s and ask again. One question can hold a whole table, for example: compare japan korea steel`,
  );
}
