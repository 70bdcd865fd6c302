// The answer to "which tariffs hit product P from target T on day D". In: a ledger and a question. Out: a Status, every
// measure with its standing. Pure: the caller says which day today is and resolves words (`resolve-status-query.ts`).
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { type BasisPoints, toPercent } from '../domain/rate.ts';
import type { Status, StatusImposer, StatusRelief, StatusStage } from '../domain/status.ts';
import { jurisdictionName, nameInSentence } from '../reference/jurisdiction-names.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { otherColumnLaw } from '../reference/other-columns.ts';
import { ALL_GOODS } from '../reference/scopes.ts';
import { type Ledger, type Version, versionOf } from './create-ledger.ts';
import { describeMeasure, describeRelief } from './describe-measure.ts';
import { describeStandings } from './describe-standings.ts';
import { type NormalDuty, normalDutyFor, normalDutyNote } from './normal-duty.ts';
import { type LaneAnswer, type LaneRequest, resolveLane } from './resolve-lane.ts';
import { sumDuties } from './sum-duties.ts';

export type StatusQuery = {
  readonly target: JurisdictionCode;
  /** As it is to be printed back: a scope slug, an HS prefix; null for every product. */
  readonly product: string | null;
  /** The scopes that the product stands for; without it the product is its own scope. */
  readonly scopes?: readonly string[];
  readonly on: Day;
  /** What the ledger said at the end of that day (UTC); null: what it says now. */
  readonly knownOn: Day | null;
  /** Null: everyone who imposes something. */
  readonly imposer: JurisdictionCode | null;
  /** Normal (MFN) duty of the product; without it that of the ledger's table, where there is one. */
  readonly normalDuty?: BasisPoints | null;
  /** Sentences to be carried into the answer. */
  readonly notes?: readonly string[];
};

const STAGE_ORDER: readonly StatusStage[] = [
  'in-force',
  'suspended',
  'announced',
  'sought',
  'none',
];
const RELIEF_KINDS: readonly string[] = ['exemption', 'exclusion', 'quota', 'trq'];

/**
 * Answers one question. With an imposer the answer always holds exactly that one, even when nothing was found; without,
 * it holds those that have something to say, the strongest stage first.
 */
export function statusOn(ledger: Ledger, query: StatusQuery): Status {
  const asked = query.imposer === null ? ledger.imposers : [imposerFor(query.imposer, query.on)];
  const answers = asked.map((imposer) => answerFor(ledger, query, imposer));
  return {
    target: query.target,
    product: query.product,
    on: query.on,
    known_on: query.knownOn,
    last_verified: ledger.lastVerified,
    notes: [...(query.notes ?? []), ...notesFor(ledger, query)],
    imposers: (query.imposer === null ? answers.filter(saysSomething) : answers).sort(
      // Within a stage the ledger's order stands: the largest importers first.
      (a, b) => STAGE_ORDER.indexOf(a.stage) - STAGE_ORDER.indexOf(b.stage),
    ),
  };
}

/** Whose measures hold at the border of `code`: those of the EU for a member. */
export function imposerFor(code: JurisdictionCode, on: Day): JurisdictionCode {
  return bodiesOf(code, on).at(-1) ?? code;
}

function answerFor(ledger: Ledger, query: StatusQuery, imposer: JurisdictionCode): StatusImposer {
  const { target, product, on, knownOn } = query;
  const printed = printedDuty(ledger, imposer, query);
  const normalDuty = query.normalDuty ?? (printed?.kind === 'known' ? printed.rate : null);
  const scopes = query.scopes ?? (product === null ? null : [product]);
  const request: LaneRequest = { imposer, target, scopes, on, knownOn };
  const lane = resolveLane(ledger, request);
  // Without a product only what is charged on all goods can be a sum; rates of single products stand in their rows.
  const general = scopes === null ? laneOfAllGoods(ledger, query, imposer) : lane;
  const stage = strongestStage(lane);
  const counted =
    general.applying.length > 0 || stage !== 'suspended' ? general.applying : general.suspended;
  const sum = sumDuties(
    counted.map(({ measure }) => measure),
    normalDuty,
  );
  return {
    imposer,
    stage,
    extra_rate_pct: sum.extra === null ? null : toPercent(sum.extra),
    measures: describeStandings(ledger, lane, request),
    relief: [
      ...lane.sought.map((version) => describeRelief(version, 'sought')),
      ...lane.applying
        .filter(({ measure }) => isRelief(measure))
        .map((version) => describeRelief(version, 'granted')),
    ],
    past_relief: lane.pastRequests.map((version) => pastRelief(ledger, version, knownOn)),
    partial: lane.partial.map(({ version, why }) =>
      describeMeasure(version, 'in-force', 'partial', `reaches a part of the goods: ${why}`),
    ),
    threatened: lane.threatened.map((version) =>
      describeMeasure(version, 'threatened', 'threatened', 'threatened; no instrument'),
    ),
    normal_duty_pct: normalDuty === null ? null : toPercent(normalDuty),
    normal_duty_text: normalDuty === null && printed?.kind === 'other' ? printed.text : null,
    total_duty_pct: sum.total === null ? null : toPercent(sum.total),
    includes_normal_duty: sum.includesNormalDuty,
  };
}

// A quota of nothing bars the goods: the contrary of relief.
function isRelief({ kind, target, quantityTonnes }: Measure): boolean {
  if (kind === 'quota' && quantityTonnes === 0) return false;
  return RELIEF_KINDS.includes(kind) && target !== 'WORLD';
}

/** What the operator's table says that goods of this origin pay. */
function printedDuty(
  ledger: Ledger,
  imposer: JurisdictionCode,
  { target, product, on }: StatusQuery,
): NormalDuty | null {
  if (otherColumnLaw(imposer, target, on) !== null) return null;
  return normalDutyFor(ledger.normalDuties, imposer, product);
}

function laneOfAllGoods(ledger: Ledger, query: StatusQuery, imposer: JurisdictionCode): LaneAnswer {
  const { target, on, knownOn } = query;
  return resolveLane(ledger, { imposer, target, scopes: [ALL_GOODS], on, knownOn });
}

/** The strongest stage of a lane, as the answer prints it. */
export function strongestStage(lane: LaneAnswer): StatusStage {
  if (lane.applying.length > 0) return 'in-force';
  if (lane.suspended.length > 0) return 'suspended';
  if (lane.announced.length > 0) return 'announced';
  return lane.sought.length > 0 ? 'sought' : 'none';
}

function pastRelief(ledger: Ledger, version: Version, knownOn: Day | null): StatusRelief {
  const next = version.measure.supersededBy;
  const follower = next === null ? null : versionOf(ledger, next, knownOn);
  const isGranted = follower !== null && RELIEF_KINDS.includes(follower.measure.kind);
  return describeRelief(version, isGranted ? 'granted' : 'lapsed');
}

function saysSomething(answer: StatusImposer): boolean {
  const { measures, relief, threatened, partial } = answer;
  return measures.length + relief.length + threatened.length + partial.length > 0;
}

function notesFor(ledger: Ledger, query: StatusQuery): readonly string[] {
  const notes: string[] = [];
  const owner = imposerFor(query.target, query.on);
  if (owner !== query.target) {
    notes.push(`Goods of ${jurisdictionName(query.target)} are goods of ${nameInSentence(owner)}.`);
  }
  const imposer = query.imposer;
  const lawgiver = imposer === null ? null : imposerFor(imposer, query.on);
  if (imposer !== null && lawgiver !== null && lawgiver !== imposer) {
    notes.push(`Duties of ${jurisdictionName(imposer)} are those of ${nameInSentence(lawgiver)}.`);
  }
  const table = ledger.normalDuties;
  const isTold = table !== null && (imposer === null || imposer === table.imposer);
  const duty = isTold ? normalDutyFor(table, table.imposer, query.product) : null;
  const otherColumn = table === null ? null : otherColumnLaw(table.imposer, query.target, query.on);
  if (duty !== null && otherColumn !== null) {
    notes.push(
      `Goods of ${jurisdictionName(query.target)} do not pay the normal duty of the table (${otherColumn}); theirs is not known here.`,
    );
  } else if (duty !== null) notes.push(normalDutyNote(duty));
  if (query.on > ledger.lastVerified) {
    notes.push(
      `The ledger was last verified on ${ledger.lastVerified}; what is later is known from feeds only.`,
    );
  }
  return notes;
}
