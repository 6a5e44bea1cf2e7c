/** Pixels of the picture. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const WIDEST = 1.9; // 16:9 still goes in one piece
const TILE_RATIO = 4 / 3;
const OVERLAP = 0.3; // a face at a seam is whole in one of the two tiles
const MOST = 8;

/**
 * The detector squeezes its input into a square, so faces of a panorama become too thin to be found: long
 * pictures are read in overlapping tiles.
 */
export function tilesOf(width: number, height: number): Tile[] {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  if (long / short < WIDEST) return [{ left: 0, top: 0, width, height }];
  const size = Math.min(long, Math.round(Math.max(short * TILE_RATIO, long / MOST)));
  const count = Math.ceil((long - size) / (size * (1 - OVERLAP))) + 1;
  return Array.from({ length: count }, (_, index) => {
    const start = Math.round(((long - size) * index) / (count - 1));
    return width > height
      ? { left: start, top: 0, width: size, height }
      : { left: 0, top: start, width, height: size };
  });
}
