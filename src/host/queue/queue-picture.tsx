import { useState } from "react";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import { Icon } from "../../ui/icon.tsx";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { usePictures } from "./use-pictures.ts";

interface Props {
  readonly photo: Pick<HostPhoto, "guestId" | "photoId" | "size">;
  readonly copy: "display" | "thumbnail";
  /** Empty beside words that say the same. */
  readonly alt: string;
  readonly words: HostQueueWords;
}

/** A photo's picture, as soon as its address is known; the thumbnail stands in until the large one has come. */
export function QueuePicture({ photo, copy, alt, words }: Props) {
  const { pictures, failed } = usePictures(photo);
  const [loaded, setLoaded] = useState<string | null>(null);
  if (pictures === "gone") {
    return (
      <span className="queue-picture queue-picture--none">
        <Icon name="picture" />
        <span className={copy === "thumbnail" ? "unseen" : undefined}>{words.noPicture}</span>
      </span>
    );
  }
  if (pictures === "asked") return <span className="queue-picture" data-loading="true" />;
  const url = pictures[copy];
  return (
    <span className="queue-picture" data-loading={loaded !== url}>
      {copy === "display" && loaded !== url && (
        <img className="queue-picture__early" src={pictures.thumbnail} alt="" />
      )}
      <img
        key={url}
        src={url}
        alt={alt}
        decoding="async"
        draggable={false}
        onLoad={() => setLoaded(url)}
        onError={() => failed(url)}
        {...(photo.size !== null && { width: photo.size.width, height: photo.size.height })}
      />
    </span>
  );
}
