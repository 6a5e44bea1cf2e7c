import type { BoardState, ShownStanding } from "#domain/board";
import type { BoardBackend } from "./board-backend.ts";
import type { Picture } from "./use-picture.ts";

/** The picture of a guest's standing, with the faces that no frame may cut; null while there is none. */
export function pictureOf(
  state: Pick<BoardState, "photos">,
  { image, photoId }: Pick<ShownStanding, "image" | "photoId">,
  imageUrl: BoardBackend["imageUrl"],
  copy: "display" | "thumbnail",
): Picture | null {
  if (image === null) return null;
  const faces = (photoId === null ? undefined : state.photos.get(photoId)?.row.faces) ?? [];
  return { url: imageUrl(image, copy), faces };
}
