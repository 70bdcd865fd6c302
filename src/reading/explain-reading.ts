// In: an item. Out: a plain text, sentence by sentence: what was seen, what was dropped, and by which rule.
// It reads the item again by the same rules, so that it explains exactly what `readItem` says.
import type { Fact, ReadingInput, StepReading } from '../domain/reading.ts';
import { type PlaceGroup, placeGroups } from './places/read-places.ts';
import { type ReadingTrail, readWithTrail } from './read-item.ts';
import type { Step } from './steps/find-steps.ts';
import type { Hit } from './words/lexicon.ts';
import type { Line } from './words/scene.ts';

const MOST_LINES = 25;

/** Explains a reading in plain text, for `read --explain` and `why`. Lines are separated by `\n`; nothing is escaped. */
export function explainReading(input: ReadingInput): string {
  const trail = readWithTrail(input);
  const shown = trail.scene.lines.slice(0, MOST_LINES);
  const left = trail.scene.lines.length - shown.length;
  return [
    ...head(trail),
    ...shown.flatMap((line) => explainLine(line, trail)),
    ...(left > 0 ? [`... and ${left} more sentences`] : []),
    ...conclusion(trail),
  ].join('\n');
}

function head(trail: ReadingTrail): readonly string[] {
  const { verdict, scene, reading } = trail;
  return [
    `relevance: ${verdict.relevance} (${verdict.reason}; rule ${verdict.rule})`,
    `language: ${scene.lang}; published: ${scene.publishedOn ?? 'unknown'}${reading.titleOnly ? '; only a title to read' : ''}`,
    ...(reading.origin === null ? [] : [`credited to: ${reading.origin}`]),
    ...scene.framing.map(
      ({ rule, sentence }) =>
        `not read: ${sentence.raw.slice(sentence.start, sentence.end)} (by rule ${rule})`,
    ),
    '',
  ];
}

function explainLine(line: Line, trail: ReadingTrail): readonly string[] {
  const steps = trail.steps.filter((step) => step.line === line);
  return [
    // As it was printed: rules may read its words in another order.
    `[${line.index}] ${line.field}: ${line.printed.slice(line.start, line.end).replace(/\s+/g, ' ')}`,
    ...indent(
      'seen',
      [...line.hits, ...line.marks].map((hit) => seen(line, hit)).filter((text) => text !== ''),
    ),
    ...indent(
      'places',
      placeGroups(line).map((group) => place(line, group)),
    ),
    ...steps.map((step) => `    step: ${explainStep(step, trail)}`),
    ...explainFigures(line, trail),
  ];
}

function indent(name: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`    ${name}: ${parts.join('; ')}`];
}

function seen(line: Line, hit: Hit): string {
  const meanings = [...hit.meanings].filter(([name]) => !QUIET.has(name));
  if (meanings.length === 0) return '';
  const named = meanings.map(([name, values]) =>
    values.includes(name) ? name : `${name} ${values.join('/')}`,
  );
  return `"${textOf(line, hit.from, hit.to)}" = ${named.join(', ')}`;
}

/** Classes told elsewhere or of no interest to a person. */
const QUIET: ReadonlySet<string> = new Set([
  'place',
  'placekind',
  'prep',
  'join',
  'mood',
  'until',
  'effective',
]);

function place(line: Line, group: PlaceGroup): string {
  return `"${textOf(line, group.from, group.to)}" = ${group.codes.join('+')} as ${group.role}`;
}

function explainStep(step: Step, trail: ReadingTrail): string {
  const words = `"${textOf(step.line, step.verb.from, step.verb.to)}" + "${textOf(step.line, step.object.from, step.object.to)}"`;
  const notes = [
    ...(step.mood === 'plain' ? [] : [`mood ${step.mood}`]),
    ...(step.isBackground ? ['told as old news, not taken'] : []),
    ...(step === trail.lead && trail.verdict.relevance === 'yes' ? ['leads the item'] : []),
  ];
  const tail = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  return `${words} -> ${step.action} by rule ${step.family} x ${step.about}${tail}`;
}

function explainFigures(line: Line, trail: ReadingTrail): readonly string[] {
  const dropped = trail.rates?.dropped.filter((percent) => percent.line === line) ?? [];
  const dates = trail.dates?.seen.filter((date) => date.line === line) ?? [];
  const beside = trail.beside.find((told) => told.line === line);
  return [
    ...(beside === undefined ? [] : [`    dropped: the whole sentence by rule ${beside.rule}`]),
    ...dropped.map((percent) => `    dropped: ${percent.value}% by rule ${percent.rule}`),
    ...dates.map((date) => `    date: ${date.day} as ${date.role}`),
  ];
}

function conclusion(trail: ReadingTrail): readonly string[] {
  const { reading } = trail;
  if (reading.relevance !== 'yes') return [];
  return [
    '',
    `action: ${reading.action} (${reading.actionEvidence?.rule ?? 'no verb'}), stage ${reading.stage ?? 'none'}, relief ${reading.relief ?? 'none'}`,
    ...factLines(reading),
  ];
}

function factLines(step: StepReading): readonly string[] {
  const scalar = (fact: Fact<string> | null): readonly Fact<string>[] =>
    fact === null ? [] : [fact];
  const rows: readonly (readonly [string, readonly Fact<string | number>[]])[] = [
    ['imposers', step.imposers],
    ['targets', step.targets],
    ['spared', step.exempted],
    ['products', step.products],
    ['rates', step.rates],
    ['old rates', step.oldRates],
    ['effective', scalar(step.effectiveDate)],
    ['ends', scalar(step.endDate)],
    ['instrument', scalar(step.instrument)],
  ];
  return rows.flatMap(([name, facts]) =>
    facts.map(
      (fact) =>
        `${name}: ${fact.value} by rule ${fact.evidence.rule}, from the ${fact.evidence.field}`,
    ),
  );
}

function textOf(line: Line, from: number, to: number): string {
  const first = line.tokens[from];
  const last = line.tokens[to - 1];
  if (first === undefined || last === undefined) return '';
  return line.raw.slice(first.start, last.end).replace(/\s+/g, ' ');
}
