import type { MouseEvent } from "react";
import type { Box } from "#domain/face";
import type { Picture } from "../backend/my-photo.ts";
import { boxAt } from "./box-at.ts";
import type { ReadFace, SeenLabel } from "./photo-reading.ts";
import { Shade } from "./shade.tsx";
import type { Spotlight } from "./use-spotlight.ts";
import "./photo-print.css";

interface Props {
  readonly picture: Picture;
  readonly faces: readonly ReadFace[];
  readonly labels: readonly SeenLabel[];
  readonly spotlight: Spotlight;
  /** What the picture is, for those who cannot see it. */
  readonly alt: string;
  readonly onBroken: () => void;
}

/** On narrower faces points would cover more than the face, and in a group the faces behind it. */
const leastWidthOfPoints = 0.18;
/** In a crowd the numbers of small faces would cover their neighbours. */
const crowd = 12;
const leastWidthInCrowd = 0.065;

/** The picture as a print, with a frame around each face. All it shows is also in the lists, as words and buttons. */
export function PhotoPrint({ picture, faces, labels, spotlight, alt, onBroken }: Props) {
  const { url, width, height } = picture;
  const { lit, pick, point } = spotlight;
  const boxes = lit === null ? [] : boxesOf(lit.kind === "face" ? faces[lit.index] : labels[lit.index]);
  const faceUnder = (event: MouseEvent<HTMLElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - area.left, y: event.clientY - area.top };
    const index = boxAt(
      faces.map(({ face }) => face.box),
      at,
      area,
    );
    return index === null ? null : ({ kind: "face", index } as const);
  };
  return (
    <figure className="print" style={{ "--ratio": width / height }} data-lit={lit?.kind}>
      <div
        className="print__picture"
        role="presentation"
        onClick={(event) => {
          const target = faceUnder(event);
          if (target !== null) pick(target);
        }}
        onPointerMove={(event) => event.pointerType === "mouse" && point(faceUnder(event))}
        onPointerLeave={() => point(null)}
      >
        <img src={url} width={width} height={height} alt={alt} onError={onBroken} />
        {boxes.length > 0 && <Shade boxes={boxes} />}
        {faces.map((read, index) => (
          <FaceFrame
            key={read.number}
            read={read}
            isLit={lit?.kind === "face" && lit.index === index}
            isInCrowd={faces.length > crowd}
          />
        ))}
        {lit?.kind === "label" &&
          boxes.map((box, index) => (
            <span key={index} className="label-frame" style={placeOf(box)} aria-hidden="true" />
          ))}
      </div>
    </figure>
  );
}

interface FrameProps {
  readonly read: ReadFace;
  readonly isLit: boolean;
  readonly isInCrowd: boolean;
}

function FaceFrame({ read, isLit, isInCrowd }: FrameProps) {
  const { face, number, points, dropped } = read;
  const { width } = face.box;
  const hasNumber = isLit || !isInCrowd || width >= leastWidthInCrowd;
  return (
    <span
      className="face-frame"
      style={placeOf(face.box)}
      data-lit={isLit}
      data-dropped={dropped !== undefined}
      aria-hidden="true"
    >
      {hasNumber && (
        <span>
          <b>{number}</b>
          {dropped === undefined && width >= leastWidthOfPoints && <i>{points.toFixed(1)}</i>}
        </span>
      )}
    </span>
  );
}

function boxesOf(target: ReadFace | SeenLabel | undefined): readonly Box[] {
  if (target === undefined) return [];
  return "face" in target ? [target.face.box] : target.instances.map(({ box }) => box);
}

/** Rekognition's boxes may stick out of the picture; a frame does not. */
function placeOf({ left, top, width, height }: Box) {
  const [x, y] = [within(left), within(top)];
  const [right, bottom] = [within(left + width), within(top + height)];
  return { left: percent(x), top: percent(y), width: percent(right - x), height: percent(bottom - y) };
}

function within(ratio: number): number {
  return Math.min(Math.max(ratio, 0), 1);
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(2)}%`;
}
