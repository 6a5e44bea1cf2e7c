import type { NumbersPhoto } from "#domain/numbers-photo";
import type { StageAward } from "#domain/stage";
import { awardWords } from "#domain/words/awards";
import { KeepsakePicture } from "./keepsake-picture.tsx";
import type { Told } from "./told.ts";

interface Props {
  /** G10: those that were given, in their order. */
  readonly awards: readonly StageAward[];
  readonly shown: readonly NumbersPhoto[];
  readonly told: Told;
}

/** The side prizes that a host gave; one whose photo is not shown any more is not told. */
export function AwardsLeaf({ awards, shown, told: { language, named } }: Props) {
  const words = awardWords[language];
  const photos = new Map(shown.map((photo) => [photo.photoId, photo]));
  const given = awards.flatMap((award) => {
    const photo = photos.get(award.photoId);
    return photo === undefined ? [] : [{ ...award, photo }];
  });
  if (given.length === 0) return null;
  return (
    <section className="leaf">
      <h2 className="keepsake__heading">{words.title}</h2>
      <ul className="prizes">
        {given.map(({ award, value, photo }) => (
          <li className="prizes__one" key={award}>
            <KeepsakePicture photo={photo} copy="display" alt="" />
            <p className="prizes__words">
              <strong>{words.awards[award].name}</strong>
              <bdi>{named(photo)}</bdi>
              <span>{words.awards[award].value(value)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
