import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { createMyPhotoBackend } from "./create-my-photo-backend.ts";
import { MyPhotoView } from "./my-photo-view.tsx";

const restart = (): void => location.reload();

/** `/me/photos/:photoId` */
export function MyPhotoPage() {
  const { photoId = "" } = useParams();
  const [backend] = useState(createMyPhotoBackend);
  useEffect(() => {
    import("./fonts.ts").catch(() => console.warn("the page keeps the letters of the device"));
  }, []);
  return <MyPhotoView key={photoId} photoId={photoId} backend={backend} restart={restart} />;
}
