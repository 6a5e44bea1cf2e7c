import type { EventRules } from "#domain/event-rules";
import type { PhotoDraft, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { bySending } from "#domain/photo-limit";
import { imageNameOf } from "../../shared/keyed-names.ts";
import { isAsJudged, judged, type Owner } from "./judge-photo.ts";
import { takeCopiesAway } from "./take-copies-away.ts";
import type { WorkerPorts } from "../worker-ports.ts";

export type InLinePorts = Pick<WorkerPorts, "store" | "photos" | "copyCache" | "guestIdKey">;

/** What a guest's photos are judged by. */
export interface Standpoint {
  readonly rules: EventRules;
  readonly owner: Owner;
}

/** A guest's photos as the rules make them. */
export interface InLine {
  readonly photos: readonly StoredPhoto[];
  /** Whether any of them was something else before. */
  readonly hasChanged: boolean;
}

/**
 * E3, D2, D5, P6, P7, M6, M7: all photos of a guest as the rules make them now, with public copies for what is shown and
 * none for the rest. One after the other as they were sent, each seeing what became of those before it, so that one pass is
 * enough. `undefined`: somebody else changed one meanwhile; read them again.
 */
export async function bringInLine(
  ports: InLinePorts,
  standpoint: Standpoint,
  photos: readonly StoredPhoto[],
): Promise<InLine | undefined> {
  const before = photos.toSorted(bySending);
  const inLine = [...before];
  for (const [index, photo] of before.entries()) {
    const done = photo.state === "removed" ? photo : await bringOneInLine(ports, photo, inLine, standpoint);
    if (done === undefined) return undefined;
    inLine[index] = done;
  }
  return { photos: inLine, hasChanged: inLine.some((photo, index) => photo !== before[index]) };
}

async function bringOneInLine(
  ports: InLinePorts,
  photo: StoredPhoto,
  own: readonly StoredPhoto[],
  { rules, owner }: Standpoint,
): Promise<StoredPhoto | undefined> {
  const judgement = judged(photo, own, rules, owner);
  const { store } = ports;
  if (judgement.state === "shown" && photo.state !== "shown") return show(ports, photo, judgement);
  const isSame = isAsJudged(photo, judgement);
  const changed = isSame ? photo : await save(ports, judgement, photo.version);
  if (changed === undefined) return undefined;
  if (changed.state === "shown" && !isSame) await store.publishShownPhoto(changed);
  // Also what an earlier try left: as long as a row names copies, boards and caches are to forget it.
  const isLeft = changed.state !== "shown" && changed.image !== undefined;
  return isLeft ? withdraw(ports, changed, changed.image) : changed;
}

/** The copies are public before the row names them. */
async function show(
  ports: InLinePorts,
  photo: StoredPhoto,
  judgement: PhotoDraft,
): Promise<StoredPhoto | undefined> {
  const { store, photos } = ports;
  const image = imageNameOf(ports.guestIdKey, photo.photoId);
  await photos.publishCopies(photo, image);
  const shown = await save(ports, { ...judgement, image }, photo.version);
  if (shown === undefined) {
    const other = await store.photo(photo);
    if (other?.state !== "shown") await photos.withdrawCopies(image);
    return undefined;
  }
  await store.publishShownPhoto(shown);
  return shown;
}

/** The row names the copies until all is done, so that whoever comes after a crash does it again. */
async function withdraw(
  ports: InLinePorts,
  photo: StoredPhoto,
  image: string,
): Promise<StoredPhoto | undefined> {
  await ports.store.publishShownPhoto(photo);
  await takeCopiesAway(ports, image);
  const { image: _image, version, ...rest } = photo;
  const saved = await save(ports, rest, version);
  // Whoever showed it again meanwhile may have put its copies before they were deleted here.
  if (saved === undefined && (await ports.store.photo(photo))?.state === "shown")
    await ports.photos.publishCopies(photo, image);
  return saved;
}

async function save(
  { store }: Pick<WorkerPorts, "store">,
  draft: PhotoDraft,
  expectedVersion: number,
): Promise<StoredPhoto | undefined> {
  const isWon = await store.savePhoto(draft, expectedVersion);
  return isWon ? { ...draft, version: expectedVersion + 1 } : undefined;
}
