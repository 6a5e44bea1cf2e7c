import { useEffect, useId, useRef } from "react";
import { happiness } from "#domain/face";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { Picture } from "../backend/my-photo.ts";
import { Bar } from "./bar.tsx";
import { faceCrop } from "./face-crop.ts";
import { FaceDetail } from "./face-detail.tsx";
import type { ReadFace } from "./photo-reading.ts";
import { isSame, lighting, type Spotlight, type Target } from "./use-spotlight.ts";

interface Props {
  readonly read: ReadFace;
  readonly picture: Picture | null;
  readonly spotlight: Spotlight;
  /** The only one needs no choosing: all that was read is there at once. */
  readonly isAlone: boolean;
  readonly words: MyPhotoWords;
}

/** A face of the list: a button that lights the face on the picture and unfolds what was read on it. */
export function FaceRow({ read, picture, spotlight, isAlone, words }: Props) {
  const detail = useId();
  const target: Target = { kind: "face", index: read.number - 1 };
  const isPicked = isSame(spotlight.picked, target);
  const row = useComingIntoView(isPicked);
  const summary = <Summary read={read} picture={picture} words={words} />;
  return (
    <li ref={row} data-lit={isSame(spotlight.lit, target)} data-dropped={read.dropped !== undefined}>
      {isAlone ? (
        <div className="face-row">{summary}</div>
      ) : (
        <button
          type="button"
          className="face-row"
          aria-expanded={isPicked}
          aria-controls={isPicked ? detail : undefined}
          onClick={() => spotlight.pick(target)}
          {...lighting(spotlight, target)}
        >
          {summary}
        </button>
      )}
      {(isPicked || isAlone) && <FaceDetail id={detail} face={read.face} words={words} />}
    </li>
  );
}

function Summary({ read, picture, words }: Pick<Props, "read" | "picture" | "words">) {
  const { face, number, points, dropped, sentence } = read;
  return (
    <>
      <span className="face-row__face">
        {picture !== null && <Crop read={read} picture={picture} />}
        <b aria-hidden="true">{number}</b>
      </span>
      {dropped === undefined ? (
        <>
          <span className="face-row__name">{words.face(number)}</span> <Bar percent={happiness(face)} />
          <span className="face-row__points">
            {points.toFixed(1)}
            <small>pt</small>
          </span>
        </>
      ) : (
        <span className="face-row__reason">{sentence}</span>
      )}
    </>
  );
}

function Crop({ read, picture }: { readonly read: ReadFace; readonly picture: Picture }) {
  const { left, top, side } = faceCrop(read.face.box, picture);
  return (
    <svg viewBox={`${left} ${top} ${side} ${side}`} aria-hidden="true">
      <image href={picture.url} width={picture.width} height={picture.height} />
    </svg>
  );
}

/** A face that was picked on the picture may be far down in the list. */
function useComingIntoView(isPicked: boolean) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isPicked) return;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    row.current?.scrollIntoView({ block: "nearest", behavior: isCalm ? "instant" : "smooth" });
  }, [isPicked]);
  return row;
}
