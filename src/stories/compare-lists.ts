// Two lists of codes in, what they share out.

/** The share of both lists that is in both, 0 to 1 (Jaccard); null when either is unknown (empty). */
export function shareOf(left: readonly string[], right: readonly string[]): number | null {
  if (left.length === 0 || right.length === 0) return null;
  let shared = 0;
  for (const value of left) if (right.includes(value)) shared += 1;
  return shared / (left.length + right.length - shared);
}
