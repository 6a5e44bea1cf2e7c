import { useEffect, useState } from "react";
import type { LoadMyPhoto, MyPhotoAnswer } from "./my-photo-answer.ts";

export type MyPhotoLoading = MyPhotoAnswer | { readonly kind: "loading" } | { readonly kind: "failed" };

/** Loads one photo when the page opens; never again by itself. */
export function useMyPhoto(photoId: string, load: LoadMyPhoto): MyPhotoLoading {
  const [state, setState] = useState<MyPhotoLoading>({ kind: "loading" });
  useEffect(() => {
    let isCurrent = true;
    const show = (next: MyPhotoLoading): void => {
      if (isCurrent) setState(next);
    };
    show({ kind: "loading" });
    load(photoId).then(show, (error: unknown) => {
      console.warn("my photo could not be read:", error instanceof Error ? error.name : "refused by the API");
      show({ kind: "failed" });
    });
    return () => {
      isCurrent = false;
    };
  }, [photoId, load]);
  return state;
}
