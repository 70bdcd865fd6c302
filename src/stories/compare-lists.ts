// Two lists of codes in, what they share out.

/** Two lists as `why` words them. */
export function seenIn(left: readonly string[], right: readonly string[]): string {
  return [left, right].map((values) => values.join('+') || 'none').join(', ');
}

/** The share of both lists that is in both, 0 to 1 (Jaccard); null when either is unknown (empty). */
export function shareOf(left: readonly string[], right: readonly string[]): number | null {
  if (left.length === 0 || right.length === 0) return null;
  const shared = left.filter((value) => right.includes(value)).length;
  return shared / (left.length + right.length - shared);
}
