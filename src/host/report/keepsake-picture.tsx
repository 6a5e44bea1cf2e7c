import { useEffect } from "react";
import type { NumbersPhoto } from "#domain/numbers-photo";
import { usePictures } from "../queue/use-pictures.ts";
import { useCountedPicture } from "./picture-count.ts";

interface Props {
  readonly photo: Pick<NumbersPhoto, "guestId" | "photoId">;
  readonly copy: "display" | "thumbnail";
  /** Empty beside words that say the same. */
  readonly alt: string;
}

/** Shown photos have a picture; its size is not known here. */
const someSize = { width: 1, height: 1 };

/** A picture on paper; where none comes, its place stays free. */
export function KeepsakePicture({ photo, copy, alt }: Props) {
  const { pictures, failed } = usePictures({ ...photo, size: someSize });
  const settle = useCountedPicture();
  useEffect(() => {
    if (pictures === "gone") settle();
  }, [pictures, settle]);
  if (typeof pictures === "string") return <span className="keepsake__picture" />;
  const url = pictures[copy];
  return (
    <span className="keepsake__picture">
      <img src={url} alt={alt} decoding="sync" onLoad={settle} onError={() => failed(url)} />
    </span>
  );
}
