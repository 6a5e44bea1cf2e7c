import { type CSSProperties, useEffect } from "react";
import type { Box } from "#domain/face";
import type { BoardWords } from "#domain/words/board";
import { useBoardBackend } from "../board-backend.ts";
import { nameSize } from "../name-size.ts";
import { PlumKnot } from "../plum-knot.tsx";
import { useSound } from "../sound/sound.ts";
import type { ArrivedPhoto } from "../use-photos.ts";
import { useLitFaces } from "./use-lit-faces.ts";
import "./spotlight.css";

/** From here on a score is set smaller. */
const LONG_SCORE = 1_000;

interface Props {
  readonly photo: ArrivedPhoto | null;
  readonly words: BoardWords;
}

/** B9: a moment over the whole screen for a new high score. */
export function Spotlight({ photo, words }: Props) {
  return photo === null ? null : <Moment key={photo.photoId} photo={photo} words={words} />;
}

function Moment({ photo, words }: { readonly photo: ArrivedPhoto; readonly words: BoardWords }) {
  const { imageUrl } = useBoardBackend();
  const { play } = useSound();
  useEffect(() => play("spotlight"), [play]);
  // As people in a picture are named; a photo that met a mission may have no face at all.
  const faces = photo.faces.toSorted((one, other) => middleOf(one) - middleOf(other));
  const steps = Math.max(1, faces.length);
  const lit = useLitFaces(steps);
  const score = photo.score ?? 0;
  const name = photo.displayName.trim() === "" ? words.someone : photo.displayName;
  return (
    <section className="spotlight" data-is-told={lit === steps} aria-label={words.highScore}>
      <div className="spotlight__stage">
        <div className="spotlight__photo" style={shapeOf(photo)}>
          <img src={imageUrl(photo.image, "display")} alt="" />
          {faces.map((face, index) => (
            <i key={index} className="spotlight__face" data-is-lit={index < lit} style={placeOf(face)} />
          ))}
        </div>
      </div>
      <div className="spotlight__words">
        <h2 className="spotlight__title">
          <PlumKnot className="spotlight__knot" />
          {words.highScore}
        </h2>
        <p className="spotlight__score" data-long={score >= LONG_SCORE}>
          {/* In equal parts: what each face was read as is nobody's business here. */}
          {((score * lit) / steps).toFixed(1)}
          <small>pt</small>
        </p>
        <p className="spotlight__name" data-size={nameSize(name)}>
          <bdi>{name}</bdi>
          {words.honorific !== "" && <small>{words.honorific}</small>}
        </p>
      </div>
    </section>
  );
}

const middleOf = ({ left, width }: Box) => left + width / 2;

function shapeOf({ width, height }: ArrivedPhoto): CSSProperties {
  const isKnown = width !== null && height !== null && width > 0 && height > 0;
  return { "--shape": isKnown ? width / height : 4 / 3 };
}

const placeOf = ({ left, top, width, height }: Box): CSSProperties => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});
