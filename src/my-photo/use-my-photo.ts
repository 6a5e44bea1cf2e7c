import { useCallback, useEffect, useState } from "react";
import type { MyPhotoAnswer, MyPhotoBackend } from "./my-photo-answer.ts";

export type MyPhotoLoading = MyPhotoAnswer | { readonly kind: "loading" } | { readonly kind: "failed" };

/** Loads one photo when the page opens, and again when it is told to. */
export function useMyPhoto(
  photoId: string,
  load: MyPhotoBackend["load"],
): { readonly state: MyPhotoLoading; readonly reload: () => void } {
  const [state, setState] = useState<MyPhotoLoading>({ kind: "loading" });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: MyPhotoLoading): void => {
      if (isCurrent) setState(next);
    };
    load(photoId).then(show, (error: unknown) => {
      console.warn("my photo could not be read:", error instanceof Error ? error.name : "refused by the API");
      show({ kind: "failed" });
    });
    return () => {
      isCurrent = false;
    };
  }, [photoId, load, asked]);
  return { state, reload: useCallback(() => setAsked((count) => count + 1), []) };
}
