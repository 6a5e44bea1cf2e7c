import type { Box } from "#domain/face";

/** How much room around a face looks right, in face sizes: hair above, chin and medal below, ears beside. */
const ROOM = { above: 0.45, below: 0.55, beside: 0.35 };
/** The faces fill at most this part of the crop … */
const FILL = 0.8;
/** … and a photo is enlarged at most to this part of it, for its pixels are few. */
const CLOSEST = 0.5;
/** Without known faces a photo may lose this part of one side and no more. */
const BLIND_LOSS = 0.08;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of a photo to show, as ratios of the photo. `fillsFrame` false: it has another shape than the frame. */
export interface Crop extends Box {
  readonly fillsFrame: boolean;
}

/**
 * The part of a photo to show in a frame so that no face is cut: one that fills the frame where there is one, else
 * the faces with as little beside them as the photo's other side allows. Aspects are width / height.
 */
export function cropAround(faces: readonly Box[], photoAspect: number, frameAspect: number): Crop {
  const cover = {
    width: Math.min(1, frameAspect / photoAspect),
    height: Math.min(1, photoAspect / frameAspect),
  };
  const tight = around(faces, 0);
  const roomy = around(faces, 1);
  if (tight === null || roomy === null) {
    const loss = 1 - Math.min(cover.width, cover.height);
    if (loss > BLIND_LOSS) return { left: 0, top: 0, width: 1, height: 1, fillsFrame: false };
    return { ...place(cover, { x: 0.5, y: 0.5 }), fillsFrame: true };
  }
  if (tight.width > cover.width || tight.height > cover.height) return aroundAll(roomy, cover);
  const needed = Math.max(roomy.width / cover.width, roomy.height / cover.height) / FILL;
  const scale = Math.min(1, Math.max(CLOSEST, needed));
  const size = { width: cover.width * scale, height: cover.height * scale };
  // Where hair and shoulders do not fit beside the faces, the faces themselves are the middle.
  const isRoomy = roomy.width <= size.width && roomy.height <= size.height;
  return { ...place(size, middleOf(isRoomy ? roomy : tight)), fillsFrame: true };
}

/** The faces are longer than the frame in one direction: that one as short as they allow, the other one whole. */
function aroundAll(roomy: Box, cover: Size): Crop {
  const size = { width: Math.max(roomy.width, cover.width), height: Math.max(roomy.height, cover.height) };
  return { ...place(size, middleOf(roomy)), fillsFrame: false };
}

function middleOf(box: Box): Point {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function place(size: Size, middle: Point): Box {
  const left = Math.min(1 - size.width, Math.max(0, middle.x - size.width / 2));
  const top = Math.min(1 - size.height, Math.max(0, middle.y - size.height / 2));
  return { left, top, ...size };
}

/** The box around all faces with `room` times the usual room, inside the photo. */
function around(faces: readonly Box[], room: number): Box | null {
  if (faces.length === 0) return null;
  const left = Math.max(0, Math.min(...faces.map((face) => face.left - face.width * ROOM.beside * room)));
  const top = Math.max(0, Math.min(...faces.map((face) => face.top - face.height * ROOM.above * room)));
  const right = Math.min(
    1,
    Math.max(...faces.map((face) => face.left + face.width * (1 + ROOM.beside * room))),
  );
  const bottom = Math.min(
    1,
    Math.max(...faces.map((face) => face.top + face.height * (1 + ROOM.below * room))),
  );
  return { left, top, width: right - left, height: bottom - top };
}
