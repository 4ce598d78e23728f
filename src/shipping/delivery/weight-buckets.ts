/** Kilograms that parcels are estimated at, each for what weighs no more. */
const bounds = [0.5, 1, 2, 5, 10, 20, 30, 50, 70];

/** The bucket that a weight in kilograms falls into; null: it is heavier than any parcel. */
export function bucketOf(kilograms: number): number | null {
  return bounds.find((bound) => kilograms <= bound) ?? null;
}

/**
 * At most so many of the buckets: those that are closest to each other become the heavier of them. The heaviest always
 * stays, so that each has one that is as heavy or heavier; none where there may be none.
 */
export function mergeBuckets(buckets: Iterable<number>, most: number): number[] {
  const sorted = [...new Set(buckets)].sort((a, b) => a - b);
  while (sorted.length > Math.max(0, most)) sorted.splice(most < 1 ? 0 : closest(sorted), 1);
  return sorted;
}

/** Which one the next is the smallest part heavier than. */
function closest(sorted: number[]): number {
  const steps = sorted.slice(1).map((bucket, index) => bucket / sorted[index]!);
  return Math.max(0, steps.indexOf(Math.min(...steps)));
}
