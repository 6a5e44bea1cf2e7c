import "./prize.css";

import type { PhotoOnScreen } from "#domain/board";
import type { StageAward } from "#domain/stage";
import type { Language } from "#domain/language";
import { awardWords } from "#domain/words/awards";
import { useBoardBackend } from "../board-backend.ts";
import { nameSize } from "../name-size.ts";
import { PhotoFrame } from "../photo-frame.tsx";

interface Props {
  readonly award: StageAward;
  readonly photo: PhotoOnScreen;
  readonly language: Language;
}

/** G10: one side prize: its photo, what it is called, who gets it and what for. */
export function PrizeCard({ award, photo: { image, faces, displayName }, language }: Props) {
  const words = awardWords[language].awards[award.award];
  const { imageUrl } = useBoardBackend();
  return (
    <div className="prize">
      <div className="prize__photo">
        <PhotoFrame picture={{ url: imageUrl(image, "display"), faces }} name={displayName} />
      </div>
      <div className="prize__words">
        <h2 className="prize__title">{words.name}</h2>
        <p className="prize__guest" data-size={nameSize(displayName)}>
          <bdi>{displayName}</bdi>
        </p>
        <p className="prize__value">{words.value(award.value)}</p>
        <p className="prize__reason">{words.reason}</p>
      </div>
    </div>
  );
}
