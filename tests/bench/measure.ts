// Timing for the bench: two things in turn, A B A B, so that a drift of the machine's speed hits both; medians and ratios.
export type Pair = {
  readonly name: string;
  readonly ours: Sample;
  readonly theirs: Sample;
  readonly target: string;
};
export type Sample = { readonly name: string; readonly run: () => unknown };

/** Milliseconds of the median run of each, and how often ours fits into theirs. */
export type PairResult = {
  readonly oursMs: number;
  readonly theirsMs: number;
  readonly ratio: number;
};

const WARM_UP = 2;

/** Runs both `rounds` times in turn after `warmUp` rounds that do not count. */
export async function comparePair(
  { ours, theirs }: Pair,
  rounds: number,
  warmUp = WARM_UP,
): Promise<PairResult> {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const [a, b] = [await timeOf(ours), await timeOf(theirs)];
    if (round < 0) continue;
    times.ours.push(a);
    times.theirs.push(b);
  }
  const [oursMs, theirsMs] = [median(times.ours), median(times.theirs)];
  return { oursMs, theirsMs, ratio: oursMs / theirsMs };
}

async function timeOf(sample: Sample): Promise<number> {
  const startedAt = performance.now();
  await sample.run();
  return performance.now() - startedAt;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line of the table. */
export function printPair(pair: Pair, result: PairResult): void {
  console.log(
    `${pair.name.padEnd(44)} ${pair.ours.name} ${result.oursMs.toFixed(2)} ms, ${pair.theirs.name} ${result.theirsMs.toFixed(2)} ms, ratio ${result.ratio.toFixed(2)} (target ${pair.target})`,
  );
}
