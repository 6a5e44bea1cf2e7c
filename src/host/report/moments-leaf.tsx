import { happinessOf, type NumbersPhoto } from "#domain/numbers-photo";
import { toldTime } from "../numbers/told-time.ts";
import type { Evening } from "../numbers/use-evening.ts";
import { KeepsakePicture } from "./keepsake-picture.tsx";
import type { Told } from "./told.ts";

interface Props {
  readonly evening: Evening;
  /** In the order in which they were sent. */
  readonly shown: readonly NumbersPhoto[];
  readonly told: Told;
}

interface Moment {
  readonly title: string;
  readonly told: string;
  readonly photo: NumbersPhoto;
}

/** Four pictures that tell how the day went. */
export function MomentsLeaf({ evening, shown, told }: Props) {
  const { words, named } = told;
  const moments = momentsOf(evening, shown, told);
  return (
    <section className="leaf">
      <h2 className="keepsake__heading">{words.moments}</h2>
      <div className="moments">
        {moments.map(({ title, told: caption, photo }) => (
          <figure className="moments__one" key={title}>
            <KeepsakePicture photo={photo} copy="display" alt={words.pictureOf(named(photo))} />
            <figcaption>
              <strong>{title}</strong>
              <span>{caption}</span>
              <bdi>{named(photo)}</bdi>
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

function momentsOf(
  { numbers: { time, busiest, happiestGroup } }: Evening,
  shown: readonly NumbersPhoto[],
  { words, language }: Told,
): readonly Moment[] {
  const [first, last] = [shown[0], shown.at(-1)];
  if (time === null || busiest === null || first === undefined || last === undefined) return [];
  const clock = toldTime(time, language);
  const then = shown.filter(
    ({ sentAt }) => sentAt >= busiest.beginsAt && sentAt < busiest.beginsAt + time.pieceMs,
  );
  const lively = then.toSorted((a, b) => b.score - a.score).find((photo) => photo !== happiestGroup);
  return [
    { title: words.first, told: clock(first.sentAt), photo: first },
    ...(lively === undefined
      ? []
      : [
          {
            title: words.busiestTitle,
            told: words.busiest(clock(busiest.beginsAt), busiest.photos),
            photo: lively,
          },
        ]),
    ...(happiestGroup === null
      ? []
      : [
          {
            title: words.group,
            told: words.groupTold(happiestGroup.faceCount, happinessOf(happiestGroup).toFixed(1)),
            photo: happiestGroup,
          },
        ]),
    ...(last === first ? [] : [{ title: words.last, told: clock(last.sentAt), photo: last }]),
  ];
}
