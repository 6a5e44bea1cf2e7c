import { points } from "#domain/scoring";
import type { HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { dayAndTime } from "../audit/when.ts";
import { usePictures } from "../queue/use-pictures.ts";
import { useHostLanguage } from "../shell/language.tsx";

interface Props {
  readonly photo: HostPhoto;
  readonly words: HostGuestsWords;
}

/** A small picture with what became of it. */
export function GuestPhoto({ photo, words }: Props) {
  const language = useHostLanguage();
  const { pictures, failed } = usePictures(photo);
  const state = words.photoStates[photo.state];
  const label = words.photoOf(
    photo.displayName,
    dayAndTime(photo.sentAt, language),
    state,
    points(photo.score),
  );
  return (
    <li className="guest__photo" data-state={photo.state}>
      <div className="guest__frame">
        {typeof pictures === "object" && (
          <img
            src={pictures.thumbnail}
            alt={label}
            loading="lazy"
            onError={() => failed(pictures.thumbnail)}
          />
        )}
        {pictures === "gone" && <span className="guest__no-picture">{words.noPicture}</span>}
      </div>
      <span className="guest__photo-state">{state}</span>
      <span className="guest__photo-points">{points(photo.score)}</span>
    </li>
  );
}
