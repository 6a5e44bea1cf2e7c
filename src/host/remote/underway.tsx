import { useEffect, useState } from "react";
import type { StageName } from "#domain/stage";
import type { RemoteBackend } from "./remote-backend.ts";
import { useRemoteWords } from "./use-remote-words.ts";

const EVERY_MS = 3_000;
/** Where a host wonders whether all that was sent in time is read. */
const counting: ReadonlySet<StageName> = new Set(["round", "frozen"]);

interface Props {
  readonly stage: StageName;
  readonly readUnderway: RemoteBackend["readUnderway"];
}

/** G5, G6: how many photos are still being read: the result should wait for them. */
export function Underway({ stage, readUnderway }: Props) {
  const words = useRemoteWords();
  const [photos, setPhotos] = useState<number | null>(null);
  const isCounting = counting.has(stage);
  useEffect(() => {
    if (!isCounting) return;
    let isOver = false;
    const ask = () =>
      readUnderway().then(
        (count) => {
          if (!isOver) setPhotos(count);
        },
        // Not known for the moment: it is asked again.
        () => {
          if (!isOver) setPhotos(null);
        },
      );
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isCounting, readUnderway]);
  if (!isCounting || photos === null) return null;
  return (
    <output className="underway" data-is-done={photos === 0}>
      {photos === 0 ? words.allRead : words.underway(photos)}
    </output>
  );
}
