import { useState } from "react";
import type { MyPhoto, Picture } from "../backend/my-photo.ts";

type Fresh =
  | { readonly kind: "unasked" | "asked" | "none" }
  | { readonly kind: "read"; readonly url: string };

/** The photo's picture; when it does not load, once more by the address that `readPicture` tells, and then none. */
export function usePictureOf(
  photo: MyPhoto,
  readPicture: (() => Promise<string | null>) | undefined,
): { readonly picture: Picture | null; readonly isBroken: boolean; readonly onBroken: () => void } {
  const [fresh, setFresh] = useState<Fresh>({ kind: "unasked" });
  const onBroken = (): void => {
    if (fresh.kind !== "unasked" || readPicture === undefined) return setFresh({ kind: "none" });
    setFresh({ kind: "asked" });
    readPicture().then(
      (url) => setFresh(url === null ? { kind: "none" } : { kind: "read", url }),
      () => setFresh({ kind: "none" }),
    );
  };
  const isBroken = fresh.kind === "asked" || fresh.kind === "none";
  if (photo.picture === null || isBroken) return { picture: null, isBroken, onBroken };
  const picture = fresh.kind === "read" ? { ...photo.picture, url: fresh.url } : photo.picture;
  return { picture, isBroken, onBroken };
}
