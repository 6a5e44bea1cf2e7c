import { useState } from "react";
import { useParams } from "react-router";
import { createMyPhotoBackend } from "./create-my-photo-backend.ts";
import { MyPhotoView } from "./my-photo-view.tsx";
import { useLettersLater } from "./use-letters-later.ts";

const restart = (): void => location.reload();

/** `/me/photos/:photoId` */
export function MyPhotoPage() {
  const { photoId = "" } = useParams();
  const [backend] = useState(createMyPhotoBackend);
  useLettersLater();
  return <MyPhotoView key={photoId} photoId={photoId} backend={backend} restart={restart} />;
}
