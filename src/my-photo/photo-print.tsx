import { useState } from "react";
import { happiness, type Face } from "#domain/face";
import type { MyPhotoWords } from "#domain/words/my-photo";
import type { MyPhoto } from "../backend/my-photo.ts";

interface Props {
  readonly picture: MyPhoto["picture"];
  readonly faces: readonly Face[];
  readonly name: string;
  readonly words: MyPhotoWords;
}

/** On a narrow face the number would cover more than the face. */
const leastLabelledWidth = 0.09;

/** The picture as a print, with a frame around each face that was read. */
export function PhotoPrint({ picture, faces, name, words }: Props) {
  const [isBroken, setIsBroken] = useState(false);
  if (picture === null) return null;
  const { url, width, height } = picture;
  return (
    <figure className="print">
      <div className="print__picture" style={{ aspectRatio: `${width} / ${height}` }}>
        {isBroken ? (
          <p className="print__missing">{words.noPicture}</p>
        ) : (
          <>
            <img
              src={url}
              width={width}
              height={height}
              alt={words.pictureOf(name)}
              onError={() => setIsBroken(true)}
            />
            {faces.map((face, index) => (
              <FaceFrame key={`${index} ${face.box.left}`} face={face} />
            ))}
          </>
        )}
      </div>
    </figure>
  );
}

function FaceFrame({ face }: { readonly face: Face }) {
  const { left, top, width, height } = face.box;
  const style = { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
  return (
    <span className="face-frame" style={style} aria-hidden="true">
      {width >= leastLabelledWidth && <span>{happiness(face).toFixed(0)}</span>}
    </span>
  );
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(2)}%`;
}
