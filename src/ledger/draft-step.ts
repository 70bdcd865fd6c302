// Turns what official sources say of one step into measures, or says what is missing. In: official facts and the ledger.
// Out: measures to record, a review, or nothing. One step touches one lane or a list of them, never a guess.
import { addDays, type Day, dayOf } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';
import type { Action } from '../domain/reading.ts';
import { endMeasure } from './end-measure.ts';
import { openRequests } from './find-measures.ts';
import {
  announcedOn,
  chargingOn,
  confirmed,
  type Draft,
  lanesOf,
  missingDay,
  missingInstrument,
  missingLane,
  missingLaw,
  missingRate,
  onLane,
  partialMeasure,
  provenance,
  recorded,
  review,
  type StepRequest,
  says,
  scopesOf,
  spared,
} from './step-parts.ts';

/** What an action does to the ledger. Actions that are missing here change no measure: probes, deals, talk. */
const EFFECTS: Partial<
  Record<Action, 'rate' | 'pause' | 'end' | 'delay' | 'exempt' | 'ask' | 'answer' | 'threat'>
> = {
  imposed: 'rate',
  increased: 'rate',
  reduced: 'rate',
  'retaliation-imposed': 'rate',
  'quota-set': 'rate',
  suspended: 'pause',
  removed: 'end',
  'struck-down': 'end',
  'exemption-ended': 'end',
  delayed: 'delay',
  exempted: 'exempt',
  'exemption-sought': 'ask',
  'exemption-denied': 'answer',
  threatened: 'threat',
  'retaliation-threatened': 'threat',
};

/** Drafts the step. */
export function draftStep(request: StepRequest): Draft {
  const { facts } = request.official;
  const effect = EFFECTS[facts.action];
  if (effect === undefined) return { kind: 'nothing' };
  switch (effect) {
    case 'ask':
      return draftRequest(request);
    case 'answer':
      return draftAnswer(request);
    case 'threat':
      return draftThreat(request);
    case 'rate':
      return draftRate(request);
    case 'exempt':
      return draftExemption(request);
    case 'pause':
    case 'end':
    case 'delay':
      return draftChange(request, effect);
    default:
      return effect satisfies never;
  }
}

// --- new rates ---------------------------------------------------------------------------------------------------

function draftRate(request: StepRequest): Draft {
  const { facts } = request.official;
  const missing = [
    ...missingLane(request),
    ...missingRate(facts.rates),
    ...missingLaw(request),
    ...missingDay(request),
    ...missingInstrument(request),
  ];
  const rate = facts.rates[0];
  const base = partialMeasure(request);
  if (missing.length > 0 || rate === undefined || facts.effectiveOn === null) {
    return review(request, base, missing);
  }
  const from = facts.effectiveOn;
  const measures: Measure[] = [];
  const clashes: string[] = [];
  for (const lane of lanesOf(request)) {
    const standing = chargingOn(request, lane, from);
    const measure = onLane(request, base, lane, { effectiveFrom: from, effectiveTo: facts.endsOn });
    const own = standing.find((version) => version.measure.id === measure.id);
    const others = standing.filter((version) => version !== own);
    const same = others.find(({ measure: known }) => says(known, measure));
    if (same !== undefined) {
      measures.push(...confirmed(request, same.measure, measure));
      continue;
    }
    const replaced = others.filter(
      ({ measure: known }) => known.effectiveFrom !== null && known.effectiveFrom < from,
    );
    const isChange = facts.action === 'increased' || facts.action === 'reduced';
    if (others.length > 0 && (!isChange || replaced.length !== 1 || others.length !== 1)) {
      clashes.push(...others.map(({ measure: known }) => `conflict with ${known.id}`));
      continue;
    }
    for (const { measure: known } of replaced)
      measures.push(endMeasure(known, from, { successor: measure.id }));
    measures.push(measure);
  }
  if (clashes.length > 0) return review(request, base, [...new Set(clashes)]);
  measures.push(...sparedOf(request, base, from));
  return recorded(request, measures);
}

/** Countries that the act spares by name, when it is written for every origin. */
function sparedOf(request: StepRequest, base: Measure, from: Day): readonly Measure[] {
  const { facts } = request.official;
  if (!facts.targets.includes('WORLD')) return [];
  return facts.exempted.flatMap((target) =>
    scopesOf(facts.products).flatMap((scope) =>
      spared(request, base, { target, scope }, { effectiveFrom: from, effectiveTo: facts.endsOn }),
    ),
  );
}

// --- relief ------------------------------------------------------------------------------------------------------

function draftRequest(request: StepRequest): Draft {
  const { facts, source } = request.official;
  const missing = missingLane(request);
  const base = partialMeasure(request);
  if (missing.length > 0) return review(request, base, missing);
  const asked = dayOf(source.publishedAt ?? source.seenAt);
  const measures = lanesOf(request).flatMap((lane) => {
    if (lane.target === 'WORLD') return [];
    const clue = { imposer: base.imposer, ...lane, instrument: facts.instrument, on: asked };
    if (openRequests(request.ledger, clue).length > 0) return [];
    return [
      onLane(request, base, lane, {
        kind: 'request',
        rate: null,
        rateBasis: null,
        stage: 'sought',
        announcedOn: asked,
        effectiveFrom: null,
        effectiveTo: null,
      }),
    ];
  });
  return recorded(request, measures);
}

function draftAnswer(request: StepRequest): Draft {
  const { facts, source } = request.official;
  const missing = [...missingLane(request), ...missingLaw(request)];
  const base = partialMeasure(request);
  if (missing.length > 0) return review(request, base, missing);
  const answered = dayOf(source.publishedAt ?? source.seenAt);
  const measures = lanesOf(request).flatMap((lane) =>
    openRequests(request.ledger, {
      imposer: base.imposer,
      ...lane,
      instrument: facts.instrument,
      on: answered,
    }).map(({ measure }) => ({ ...measure, effectiveTo: answered })),
  );
  return recorded(request, measures);
}

function draftExemption(request: StepRequest): Draft {
  const { facts } = request.official;
  const base = partialMeasure(request);
  const from = facts.effectiveOn;
  const missing = [
    ...missingLane(request),
    ...missingLaw(request),
    ...missingDay(request),
    ...missingInstrument(request),
  ];
  if (missing.length > 0 || from === null) return review(request, base, missing);
  const days = { effectiveFrom: from, effectiveTo: facts.endsOn };
  const measures = lanesOf(request).flatMap((lane) => spared(request, base, lane, days));
  return recorded(request, measures);
}

// --- changes of a measure that the ledger holds --------------------------------------------------------------------

function draftChange(request: StepRequest, effect: 'pause' | 'end' | 'delay'): Draft {
  const { facts } = request.official;
  const base = partialMeasure(request);
  const on = facts.effectiveOn;
  const missing = [
    ...missingLane(request),
    ...missingLaw(request),
    ...missingDay(request),
    ...missingInstrument(request),
  ];
  if (missing.length > 0 || on === null) return review(request, base, missing);
  const measures: Measure[] = [];
  for (const lane of lanesOf(request)) {
    const found = chargingOn(request, lane, addDays(on, -1));
    const [only] = found;
    if (only === undefined || found.length > 1) {
      const which = found.map(({ measure }) => measure.id).join(' or ');
      return review(request, base, [
        which === '' ? 'measure that it changes' : `which of ${which}`,
      ]);
    }
    measures.push(...changed(request, only.measure, on, effect));
  }
  return recorded(request, measures);
}

function changed(
  request: StepRequest,
  known: Measure,
  on: Day,
  effect: 'pause' | 'end' | 'delay',
): readonly Measure[] {
  const { facts } = request.official;
  if (effect === 'delay') return [{ ...known, effectiveFrom: on }];
  if (effect === 'end') {
    const stage = facts.action === 'struck-down' ? 'struck-down' : 'ended';
    return [endMeasure(known, on, { successor: null, stage })];
  }
  const pause: Measure = {
    ...known,
    id: `${known.id}-susp-${on}`,
    kind: 'suspension',
    stage: 'suspended',
    announcedOn: announcedOn(request),
    effectiveFrom: on,
    effectiveTo: facts.endsOn,
    supersededBy: null,
    ...provenance(request),
  };
  return [endMeasure(known, on, { successor: pause.id }), pause];
}

function draftThreat(request: StepRequest): Draft {
  if (missingLane(request).length > 0) return { kind: 'nothing' };
  const base = partialMeasure(request);
  const measures = lanesOf(request).map((lane) =>
    onLane(request, base, lane, { stage: 'threatened', effectiveFrom: null, effectiveTo: null }),
  );
  return recorded(request, measures);
}
