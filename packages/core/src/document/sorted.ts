/** The first index whose key is not below `least`, in a list that ascends by that key. */
export function firstAtLeast<Item>(sorted: readonly Item[], least: number, keyOf: (item: Item) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(sorted[middle]!) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
