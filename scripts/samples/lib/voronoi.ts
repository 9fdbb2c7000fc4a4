/** A point of the plane, in the painter's own units. */
export interface Point {
  x: number;
  y: number;
}

/** The two sites nearest to a place. */
export interface Nearest {
  /** Index of the nearest site. */
  first: number;
  /** Index of the second nearest. */
  second: number;
  /** Distance to the nearest site. */
  distance: number;
  /** Distance to the border between the two cells. */
  border: number;
}

/**
 * A Voronoi diagram of sites in the unit square (sites may lie a little outside).
 * @returns a function that finds the two sites nearest to (x, y). It reuses its result: copy what you keep.
 */
export function createVoronoi(sites: readonly Point[]): (x: number, y: number) => Nearest {
  const side = Math.max(1, Math.floor(Math.sqrt(sites.length / 2)));
  const cells: number[][] = Array.from({ length: side * side }, () => []);
  const column = (value: number): number => Math.min(side - 1, Math.max(0, Math.floor(value * side)));
  sites.forEach((site, index) => cells[column(site.y) * side + column(site.x)]!.push(index));
  const result: Nearest = { first: 0, second: 0, distance: 0, border: 0 };

  return (x, y) => {
    let first = -1;
    let second = -1;
    let d1 = Infinity;
    let d2 = Infinity;
    const cx = column(x);
    const cy = column(y);
    for (let ring = 0; ring < side + 1; ring++) {
      // Cells of this ring are at least (ring - 1) cell widths away: two nearer sites cannot be beaten any more.
      if (ring > 1 && d2 < ((ring - 1) / side) ** 2) break;
      for (let gy = cy - ring; gy <= cy + ring; gy++) {
        if (gy < 0 || gy >= side) continue;
        const step = gy === cy - ring || gy === cy + ring ? 1 : Math.max(1, 2 * ring);
        for (let gx = cx - ring; gx <= cx + ring; gx += step) {
          if (gx < 0 || gx >= side) continue;
          for (const index of cells[gy * side + gx]!) {
            const site = sites[index]!;
            const d = (site.x - x) ** 2 + (site.y - y) ** 2;
            if (d < d1) {
              second = first;
              d2 = d1;
              first = index;
              d1 = d;
            } else if (d < d2) {
              second = index;
              d2 = d;
            }
          }
        }
      }
    }
    const a = sites[first];
    const b = sites[second];
    result.first = first;
    result.second = second;
    result.distance = Math.sqrt(d1);
    result.border = a && b ? (d2 - d1) / (2 * Math.hypot(a.x - b.x, a.y - b.y)) : Infinity;
    return result;
  };
}
