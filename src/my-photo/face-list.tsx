import { happiness, type Face } from "#domain/face";
import type { MyPhotoWords } from "#domain/words/my-photo";
import type { Picture } from "../backend/my-photo.ts";
import { faceCrop } from "./face-crop.ts";

interface Props {
  readonly faces: readonly Face[];
  readonly picture: Picture | null;
  readonly words: MyPhotoWords;
}

/** What each face gave, from the left: the numbers that add up to the score. */
export function FaceList({ faces, picture, words }: Props) {
  return (
    <section className="faces" data-crops={picture !== null}>
      <h2>{words.everyFace}</h2>
      <ol>
        {faces.map((face, index) => (
          <li key={`${index} ${face.box.left}`}>
            {picture !== null && <Crop face={face} picture={picture} />}
            <span className="faces__name">{words.face(index + 1)}</span>
            <Bar percent={happiness(face)} />
            <span className="faces__points">{happiness(face).toFixed(1)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Crop({ face, picture }: { readonly face: Face; readonly picture: Picture }) {
  const { left, top, side } = faceCrop(face.box, picture);
  return (
    <svg className="faces__crop" viewBox={`${left} ${top} ${side} ${side}`} aria-hidden="true">
      <image href={picture.url} width={picture.width} height={picture.height} />
    </svg>
  );
}

function Bar({ percent }: { readonly percent: number }) {
  return (
    <span className="faces__bar" aria-hidden="true">
      <span style={{ clipPath: `inset(0 ${(100 - percent).toFixed(1)}% 0 0 round 0.25rem)` }} />
    </span>
  );
}
