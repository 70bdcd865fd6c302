// Who charges whom in a question, by the words between the names: "steel from Japan to the EU", "US tariffs on India",
// "does Canada tax lumber". In: names and markers in their order. Out: whose goods, who imposes. Knows no ledger.
import type { Marker } from './question-words.ts';

/** A name or a marker of a question, as typed. */
export type QuestionPart =
  | { readonly kind: 'who' | 'product'; readonly text: string }
  | { readonly kind: 'marker'; readonly marker: Marker };

export type Lane = {
  /** Whose goods; empty when only goods or an imposer were named. */
  readonly who: readonly string[];
  readonly from: string | null;
  /** True when the question is what `from` imposes ("by Japan", "US tariffs on steel"). */
  readonly isBy: boolean;
};

type Part = QuestionPart | undefined;

/** Reads the lane of a question. Of several who could impose the last counts. */
export function readLane(parts: readonly QuestionPart[]): Lane {
  const who: string[] = [];
  let from: string | null = null;
  let isBy = false;
  parts.forEach((part, at) => {
    if (part.kind !== 'who') return;
    const role = roleOf(parts, at);
    if (role === 'hit') who.push(part.text);
    else {
      from = part.text;
      isBy = role === 'asked';
    }
  });
  return { who, from, isBy };
}

/** `asked`: imposes, and it is asked on whom or what. */
function roleOf(parts: readonly QuestionPart[], at: number): 'hit' | 'imposes' | 'asked' {
  const before = parts[at - 1];
  if (isMarker(before, 'by')) return 'asked';
  if (isMarker(before, 'from')) {
    const isOrigin = isMarker(parts[at - 2], 'goods') || hasDestination(parts);
    return isOrigin ? 'hit' : 'imposes';
  }
  if (isMarker(before, 'to')) return isDestination(parts, at) ? 'imposes' : 'hit';
  if (isMarker(before, 'on')) return 'hit';
  return chargesAhead(parts, at);
}

// "china to us", "from japan to the eu", "what does china pay in the us"; but "tariffs apply to mexico" hits Mexico.
function isDestination(parts: readonly QuestionPart[], at: number): boolean {
  const others = parts.slice(0, at).map((_part, other) => other);
  return others.some((other) => isWho(parts[other]) && chargesAhead(parts, other) === 'hit');
}

function hasDestination(parts: readonly QuestionPart[]): boolean {
  return parts.some((part, at) => isWho(part) && at > 1 && isMarker(parts[at - 1], 'to'));
}

// "US steel tariffs on Japan", "China's tariffs on US soybeans", "does the US tax Brazilian coffee", "what does Canada charge".
function chargesAhead(parts: readonly QuestionPart[], at: number): 'hit' | 'imposes' | 'asked' {
  let next = at + 1;
  while (parts[next]?.kind === 'product') next += 1;
  const isVerb = next === at + 1 && isMarker(parts[next], 'impose');
  if (!isVerb && !isMarker(parts[next], 'levy')) return 'hit';
  const rest = parts.slice(next + 1);
  if (!isVerb && !rest.some((part) => isMarker(part, 'on'))) return 'hit';
  return rest.some(isWho) ? 'imposes' : 'asked';
}

function isMarker(part: Part, marker: Marker): boolean {
  return part?.kind === 'marker' && part.marker === marker;
}

function isWho(part: Part): boolean {
  return part?.kind === 'who';
}
