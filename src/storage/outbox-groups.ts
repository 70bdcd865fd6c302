// Claims and answers that come together share one commit: a commit costs a disk flush. In: the database. Out: the two
// calls of the store. What they write is in `outbox-claim.ts` and `outbox-record.ts`.
import type { ClaimedDelivery } from '../domain/delivery.ts';
import type { OutboxStore } from '../ports/store.ts';
import type { Database } from './engine.ts';
import { type Claim, claimingIn, isAnyLaneDue } from './outbox-claim.ts';
import { type Attempt, laneOfAttempt, recordAttempts } from './outbox-record.ts';

type Waiting<Asked, Answer> = {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};
type WaitingAttempt = Waiting<Attempt, boolean>;
type WaitingClaim = Waiting<
  Parameters<OutboxStore['claimDeliveries']>[0],
  readonly ClaimedDelivery[]
>;

/** What one commit wrote, each list in the order in which it was asked for. */
type Written = {
  readonly attempts: readonly boolean[];
  readonly claims: readonly (readonly ClaimedDelivery[])[];
};

/** Attempts in one commit: a bound on how long the others wait for it. */
const GROUP_SIZE = 500;
/** How long the first answer of a group waits for others: as long as the last commit took, within these. */
const GROUP_WINDOW_MS = { least: 3, most: 10 };

/**
 * A claim by itself is made at once; one that finds answers waiting joins their commit, so that the places which those
 * answers free are filled by it. A fault of one attempt never spoils the others of its group.
 */
export function outboxInGroups(
  database: Database,
): Pick<OutboxStore, 'claimDeliveries' | 'recordAttempt'> {
  const claim = claimingIn(database.engine);
  const attempts: WaitingAttempt[] = [];
  const claims: WaitingClaim[] = [];
  let isBusy = false;
  let windowMs = GROUP_WINDOW_MS.least;

  function schedule(): void {
    if (isBusy || (attempts.length === 0 && claims.length === 0)) return;
    isBusy = true;
    if (attempts.length === 0) void writeGroup();
    else setTimeout(() => void writeGroup(), windowMs);
  }

  async function writeGroup(): Promise<void> {
    const group = takeGroup(attempts);
    const asking = claims.splice(0);
    const startedAt = performance.now();
    try {
      const written = await write(
        group.map(({ asked }) => asked),
        asking.map(({ asked }) => ({ ...asked, limit: limitNow(asked.limit) })),
      );
      for (const [index, { resolve }] of group.entries()) resolve(written.attempts[index] ?? false);
      for (const [index, { resolve }] of asking.entries()) resolve(written.claims[index] ?? []);
    } catch (error) {
      for (const { reject } of asking) reject(error);
      if (group.length === 1) group[0]?.reject(error);
      else await Promise.all(group.map(writeAlone));
    }
    const tookMs = performance.now() - startedAt;
    if (group.length > 0) {
      windowMs = Math.min(Math.max(tookMs, GROUP_WINDOW_MS.least), GROUP_WINDOW_MS.most);
    }
    isBusy = false;
    schedule();
  }

  async function write(group: readonly Attempt[], asked: readonly Claim[]): Promise<Written> {
    // An outbox at rest is asked twice a second: to find nothing takes no lock and no transaction.
    if (group.length === 0 && !(await isAnythingDue(database, asked))) {
      return { attempts: [], claims: asked.map(() => []) };
    }
    return database.db.transaction().execute(async (trx) => {
      const recorded = await recordAttempts({ db: trx, engine: database.engine }, group);
      const claimed: (readonly ClaimedDelivery[])[] = [];
      for (const one of asked) claimed.push(await claim(trx, one));
      return { attempts: recorded, claims: claimed };
    });
  }

  async function writeAlone({ asked, resolve, reject }: WaitingAttempt): Promise<void> {
    try {
      resolve((await write([asked], [])).attempts[0] ?? false);
    } catch (error) {
      reject(error);
    }
  }

  return {
    claimDeliveries: (asked) =>
      new Promise((resolve, reject) => {
        claims.push({ asked, resolve, reject });
        schedule();
      }),
    recordAttempt: (delivery, transition, now) =>
      new Promise((resolve, reject) => {
        attempts.push({ asked: { delivery, transition, now }, resolve, reject });
        schedule();
      }),
  };
}

async function isAnythingDue({ db }: Database, claims: readonly Claim[]): Promise<boolean> {
  for (const claim of claims) {
    if (claim.limit > 0 && (await isAnyLaneDue(db, claim))) return true;
  }
  return false;
}

function limitNow(limit: number | (() => number)): number {
  return typeof limit === 'number' ? limit : limit();
}

// At most one attempt a lane: one statement writes a row once.
function takeGroup(waiting: WaitingAttempt[]): readonly WaitingAttempt[] {
  const group = new Map<string, WaitingAttempt>();
  const later: WaitingAttempt[] = [];
  for (const attempt of waiting.splice(0)) {
    const lane = laneOfAttempt(attempt.asked);
    if (group.size < GROUP_SIZE && !group.has(lane)) group.set(lane, attempt);
    else later.push(attempt);
  }
  waiting.push(...later);
  return [...group.values()];
}
