import { useCallback, useEffect, useState } from "react";
import { type BoardState, emptyBoard } from "#domain/board";
import { hasRoomForHighScore, type HighScores, nextHighScore } from "#domain/high-score";
import { useBoardBackend } from "../board-backend.ts";
import { type ArrivedPhoto, usePhotos } from "../use-photos.ts";

/** How long the moment of a new high score lasts, and from the beginning of one to that of the next, in ms. */
export const SPOTLIGHT_MS = 6_000;
export const SPOTLIGHT_EVERY_MS = 20_000;
/** A copy on the CDN can be a moment later than the message about it: tried again so often, after so many ms. */
const RETRIES = 2;
const RETRY_MS = 2_000;
const nothing = { state: null, known: null };
const none: ReadonlyMap<string, ArrivedPhoto> = new Map();

/** So long, in ms, the stage below waits for the picture, so that it does not tell before what the moment tells. */
const HOLD_MS = 1_500;

interface Expected {
  readonly photoId: string;
  readonly isHeld: boolean;
}

export interface SpotlightNow {
  /** B9: whose moment it is; its picture is there by then. Null: nobody's. */
  readonly photo: ArrivedPhoto | null;
  /** The stage below stands still: it changes when the moment is over, and everybody sees it change. */
  readonly holdsStage: boolean;
}

export function useSpotlight(state: BoardState | null, isOn: boolean): SpotlightNow {
  const photos = usePhotos(state ?? emptyBoard);
  const mayBegin = isOn && state !== null && hasRoomForHighScore(state.stage?.name ?? "ranking");
  const [isResting, setResting] = useState(false);
  const [lit, setLit] = useState<string | null>(null);
  if (lit !== null && !mayBegin) setLit(null);
  const begin = useCallback((photoId: string) => {
    setLit(photoId);
    setResting(true);
  }, []);
  const { isHeld } = useAwaited({ state, photos: mayBegin ? photos : none, isResting, begin });
  useEffect(() => {
    if (!isResting) return;
    const timer = setTimeout(() => setResting(false), SPOTLIGHT_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isResting]);
  useEffect(() => {
    if (lit === null) return;
    const timer = setTimeout(() => setLit(null), SPOTLIGHT_MS);
    return () => clearTimeout(timer);
  }, [lit]);
  // B7: withdrawn, it is gone at once.
  const photo = mayBegin && lit !== null ? (photos.get(lit) ?? null) : null;
  return { photo, holdsStage: photo !== null || isHeld };
}

interface Awaiting {
  readonly state: BoardState | null;
  /** Those that may have a moment now. */
  readonly photos: ReadonlyMap<string, ArrivedPhoto>;
  /** After the moment of another. */
  readonly isResting: boolean;
  readonly begin: (photoId: string) => void;
}

/** The high score whose picture is still on its way, or that has to wait for its turn. */
function useAwaited({ state, photos, isResting, begin }: Awaiting): { readonly isHeld: boolean } {
  const { loadImage, imageUrl } = useBoardBackend();
  const [awaited, setAwaited] = useState<Expected | null>(null);
  const [heard, setHeard] = useState<{ state: BoardState | null; known: HighScores | null }>(nothing);
  // While rendering: the stage below must not show this state before it is known what it brings.
  let next = awaited;
  if (state !== null && heard.state !== state) {
    const { known, photoId } = nextHighScore(heard.known, state);
    setHeard({ state, known });
    if (photoId !== null) next = { photoId, isHeld: !isResting };
  }
  const image = next === null ? undefined : photos.get(next.photoId)?.image;
  // What came while nothing could be told, or was withdrawn meanwhile, is not told later.
  if (image === undefined) next = null;
  if (next !== awaited) setAwaited(next);

  const photoId = next?.photoId;
  useEffect(() => {
    if (photoId === undefined || image === undefined || isResting) return;
    const over = new AbortController();
    void isLoaded(() => loadImage(imageUrl(image, "display")), over.signal).then((isThere) => {
      if (over.signal.aborted) return;
      setAwaited(null);
      // A broken picture has no moment.
      if (isThere) begin(photoId);
    });
    const release = setTimeout(() => setAwaited({ photoId, isHeld: false }), HOLD_MS);
    return () => {
      over.abort();
      clearTimeout(release);
    };
  }, [photoId, image, isResting, begin, loadImage, imageUrl]);
  return { isHeld: next?.isHeld === true };
}

/** Whether the picture is there, at the latest after some tries. */
async function isLoaded(load: () => Promise<unknown>, over: AbortSignal): Promise<boolean> {
  for (let retries = RETRIES; ; retries -= 1) {
    const isThere = await load().then(
      () => true,
      () => false,
    );
    if (isThere || retries === 0 || over.aborted) return isThere;
    await new Promise((done) => setTimeout(done, RETRY_MS));
  }
}
