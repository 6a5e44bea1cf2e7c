import { useMemo } from "react";
import { Navigate, useLocation } from "react-router";
import { createMeBackend } from "./create-me-backend.ts";
import { linkedPage, photoOfState } from "./linked-page.ts";
import { useLettersLater } from "../my-photo/use-letters-later.ts";
import { MeView } from "./me-view.tsx";

const restart = (): void => location.reload();

/** `/me`, and `/liff` as older links have it. */
export function MePage() {
  const { pathname, search, state } = useLocation();
  useLettersLater();
  const photoId = photoOfState(state);
  const backend = useMemo(() => createMeBackend(photoId), [photoId]);
  const elsewhere = linkedPage(pathname, search);
  return elsewhere === null ? (
    <MeView key={photoId} backend={backend} restart={restart} />
  ) : (
    <Navigate to={elsewhere} replace />
  );
}
