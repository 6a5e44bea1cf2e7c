import { useEffect } from "react";
import { useParams } from "react-router";
import { loadMyPhoto } from "./load-my-photo.ts";
import { MyPhotoView } from "./my-photo-view.tsx";
import { removeMyPhoto } from "./remove-my-photo.ts";

const restart = (): void => location.reload();

/** `/me/photos/:photoId` */
export function MyPhotoPage() {
  const { photoId = "" } = useParams();
  useEffect(() => {
    import("./fonts.ts").catch(() => console.warn("the page keeps the letters of the device"));
  }, []);
  return <MyPhotoView photoId={photoId} load={loadMyPhoto} remove={removeMyPhoto} restart={restart} />;
}
