import { happiness, type Face } from "#domain/face";
import type { Picture } from "../backend/my-photo.ts";

interface Props {
  readonly picture: Picture;
  readonly faces: readonly Face[];
  /** What the picture is, for those who cannot see it. */
  readonly alt: string;
  readonly onBroken: () => void;
}

/** On a narrow face the number would cover more than the face, and in a group the faces behind it. */
const leastLabelledWidth = 0.16;

/** The picture as a print, with a frame around each face that was read. */
export function PhotoPrint({ picture, faces, alt, onBroken }: Props) {
  const { url, width, height } = picture;
  return (
    <figure className="print" style={{ "--ratio": width / height }}>
      <div className="print__picture">
        <img src={url} width={width} height={height} alt={alt} onError={onBroken} />
        {faces.map((face, index) => (
          <FaceFrame key={`${index} ${face.box.left}`} face={face} />
        ))}
      </div>
    </figure>
  );
}

function FaceFrame({ face }: { readonly face: Face }) {
  const { left, top, width, height } = face.box;
  const style = { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
  return (
    <span className="face-frame" style={style} aria-hidden="true">
      {width >= leastLabelledWidth && <span>{happiness(face).toFixed(1)}</span>}
    </span>
  );
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(2)}%`;
}
