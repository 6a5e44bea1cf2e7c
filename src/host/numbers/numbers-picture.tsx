import type { NumbersPhoto } from "#domain/numbers-photo";
import { usePictures } from "../queue/use-pictures.ts";

interface Props {
  readonly photo: Pick<NumbersPhoto, "guestId" | "photoId">;
  readonly copy: "display" | "thumbnail";
  /** Empty beside words that say the same. */
  readonly alt: string;
  /** What is said where there is none. */
  readonly none: string;
  /** It has come, or never will. */
  readonly onSettled?: () => void;
}

/** Shown photos have a picture; its size is not known here. */
const someSize = { width: 1, height: 1 };

/** A private copy of a shown photo, as soon as its address is known. */
export function NumbersPicture({ photo, copy, alt, none, onSettled }: Props) {
  const { pictures, failed } = usePictures({ ...photo, size: someSize });
  if (pictures === "gone") return <span className="numbers-picture numbers-picture--none">{none}</span>;
  if (pictures === "asked") return <span className="numbers-picture" />;
  const url = pictures[copy];
  return (
    <span className="numbers-picture">
      <img src={url} alt={alt} decoding="async" onLoad={onSettled} onError={() => failed(url)} />
    </span>
  );
}
