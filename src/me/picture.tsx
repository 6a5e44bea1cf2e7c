import { useState } from "react";
import type { HistoryPhoto } from "../backend/my-history.ts";

interface Props {
  readonly photo: HistoryPhoto;
  readonly copy: "display" | "thumbnail";
}

/** A photo's picture or, while it has none that may be seen, an empty print. What it is, the words beside it say. */
export function Picture({ photo: { picture }, copy }: Props) {
  const [isBroken, setIsBroken] = useState(false);
  if (picture === null || isBroken)
    return (
      <span className="me__no-picture" aria-hidden="true">
        <svg viewBox="0 0 48 48">
          <rect x="7" y="11" width="34" height="27" rx="3" />
          <circle cx="24" cy="25" r="7.5" />
          <path d="M17 11l2.5-4h9l2.5 4" />
        </svg>
      </span>
    );
  const { width, height } = picture;
  return (
    <img
      className="me__picture"
      src={picture[copy]}
      width={width}
      height={height}
      alt=""
      loading={copy === "thumbnail" ? "lazy" : "eager"}
      onError={() => setIsBroken(true)}
    />
  );
}
