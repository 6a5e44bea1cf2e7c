import { happinessOf, type NumbersPhoto } from "#domain/numbers-photo";
import { points } from "#domain/scoring";
import { hostNumbersWords } from "#domain/words/host-numbers";
import { useHostLanguage } from "../shell/language.tsx";
import { NumbersPicture } from "./numbers-picture.tsx";
import type { Evening } from "./use-evening.ts";

/** V6: the photo with the most points, and the happiest group. */
export function HappiestPhotos({ evening }: { readonly evening: Evening }) {
  const words = hostNumbersWords[useHostLanguage()];
  const { happiestPhoto, happiestGroup } = evening.numbers;
  return (
    <>
      {happiestPhoto !== null && (
        <PhotoCard
          title={words.happiestPhoto}
          told={points(happiestPhoto.score)}
          photo={happiestPhoto}
          evening={evening}
        />
      )}
      {happiestGroup !== null && (
        <PhotoCard
          title={words.happiestGroup}
          told={words.groupTold(happiestGroup.faceCount, happinessOf(happiestGroup).toFixed(1))}
          photo={happiestGroup}
          evening={evening}
        />
      )}
    </>
  );
}

interface CardProps {
  readonly title: string;
  readonly told: string;
  readonly photo: NumbersPhoto;
  readonly evening: Evening;
}

function PhotoCard({ title, told, photo, evening: { nameOf } }: CardProps) {
  const words = hostNumbersWords[useHostLanguage()];
  const name = nameOf(photo).trim();
  const shown = name === "" ? words.someone : name;
  return (
    <section className="chart numbers__photo">
      <h2>{title}</h2>
      <p className="chart__told">
        <bdi>{shown}</bdi> · {told}
      </p>
      <NumbersPicture
        key={photo.photoId}
        photo={photo}
        copy="display"
        alt={words.pictureOf(shown)}
        none={words.noPicture}
      />
    </section>
  );
}
