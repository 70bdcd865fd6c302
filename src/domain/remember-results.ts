// A pure function in, the same function out, with its last results at hand: one alert goes to ten thousand channels, and is
// rendered once.

/**
 * `compute` with a memory of `limit` results, the oldest forgotten first. Inputs are told apart by `keyOf`; equal keys must
 * mean equal results.
 */
export function rememberResults<In, Out>(
  limit: number,
  keyOf: (input: In) => string,
  compute: (input: In) => Out,
): (input: In) => Out {
  const results = new Map<string, Out>();
  return (input) => {
    const key = keyOf(input);
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(input);
    results.set(key, result);
    const oldest = results.keys().next();
    if (results.size > limit && oldest.done === false) results.delete(oldest.value);
    return result;
  };
}
