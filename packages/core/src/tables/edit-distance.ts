/**
 * Levenshtein's distance; anything above `limit` is returned as `limit + 1`. Only cells within `limit` of the diagonal can
 * lead to a distance that counts, and only they are worked out.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  const beyond = limit + 1;
  if (Math.abs(left.length - right.length) > limit) return beyond;
  const distances = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const from = Math.max(1, row - limit);
    const to = Math.min(right.length, row + limit);
    // The cell above and to the left of the one being worked out; then the one to its left.
    let diagonal = distances[from - 1]!;
    let before = from === 1 ? row : beyond;
    let least = before;
    if (from === 1) distances[0] = row;
    for (let column = from; column <= to; column++) {
      const above = column === row + limit ? beyond : distances[column]!;
      let value = left.charCodeAt(row - 1) === right.charCodeAt(column - 1) ? diagonal : diagonal + 1;
      if (above < value) value = above + 1;
      if (before < value) value = before + 1;
      diagonal = above;
      before = value;
      distances[column] = value;
      if (value < least) least = value;
    }
    if (least > limit) return beyond;
  }
  return Math.min(distances[right.length]!, beyond);
}
