import { useContext, useState } from "react";
import type { HistoryPhoto } from "../backend/my-history.ts";
import { OwnPicturesContext, useOwnPicture } from "./use-own-picture.ts";

interface Props {
  readonly photo: HistoryPhoto;
  readonly copy: "display" | "thumbnail";
}

/**
 * A photo's picture: the public copy or, while there is none, the one that only its guest may see (P9); an empty print
 * where neither can be had. What it is, the words beside it say.
 */
export function Picture({ photo: { photoId, picture, size }, copy }: Props) {
  const pictures = useContext(OwnPicturesContext);
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const open = picture === null || picture.display === brokenUrl ? null : picture;
  const own = useOwnPicture(photoId, open === null && size !== null);
  const shown = open ?? (typeof own === "string" ? null : own);
  if (shown === null || size === null) return <NoPicture size={size} isAsked={own === "asked"} />;
  return (
    <img
      className="me__picture"
      key={shown[copy]}
      src={shown[copy]}
      width={size.width}
      height={size.height}
      alt=""
      loading={copy === "thumbnail" ? "lazy" : "eager"}
      onLoad={() => open === null && pictures.loaded(photoId)}
      onError={() => (open === null ? pictures.failed(photoId) : setBrokenUrl(open.display))}
    />
  );
}

interface NoPictureProps {
  readonly size: HistoryPhoto["size"];
  /** It is on its way. */
  readonly isAsked: boolean;
}

function NoPicture({ size, isAsked }: NoPictureProps) {
  const style = size === null ? {} : { "--ratio": size.width / size.height };
  return (
    <span className="me__no-picture" aria-hidden="true" data-asked={isAsked} style={style}>
      {!isAsked && (
        <svg viewBox="0 0 48 48">
          <rect x="7" y="11" width="34" height="27" rx="3" />
          <circle cx="24" cy="25" r="7.5" />
          <path d="M17 11l2.5-4h9l2.5 4" />
        </svg>
      )}
    </span>
  );
}
