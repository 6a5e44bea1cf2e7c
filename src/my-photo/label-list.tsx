import { useState } from "react";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { Language } from "#domain/language";
import { labelName } from "#domain/words/label-name";
import type { SeenLabel } from "./photo-reading.ts";
import { isSame, lighting, type Spotlight, type Target } from "./use-spotlight.ts";
import "./label-list.css";

interface Props {
  readonly labels: readonly SeenLabel[];
  readonly spotlight: Spotlight;
  readonly language: Language;
  readonly words: MyPhotoWords;
}

/** About three lines on a phone; the surest come first. */
const mostAtFirst = 12;

/** What else is on the photo: buttons that light the places where it is seen. */
export function LabelList({ labels, spotlight, language, words }: Props) {
  const [isWhole, setIsWhole] = useState(labels.length <= mostAtFirst + 1);
  const { picked } = spotlight;
  const told = picked?.kind === "label" ? labels[picked.index] : undefined;
  return (
    <section className="labels">
      <h2>{words.seen}</h2>
      <ul>
        {labels.slice(0, isWhole ? labels.length : mostAtFirst).map((label, index) => (
          <li key={label.name}>
            <Chip label={label} target={{ kind: "label", index }} spotlight={spotlight} words={words} />
          </li>
        ))}
        {!isWhole && (
          <li>
            <button type="button" className="labels__more" onClick={() => setIsWhole(true)}>
              {words.showAll(labels.length)}
            </button>
          </li>
        )}
      </ul>
      <output className="labels__told">
        {told !== undefined && <Told label={told} language={language} words={words} />}
      </output>
    </section>
  );
}

interface ChipProps {
  readonly label: SeenLabel;
  readonly target: Target;
  readonly spotlight: Spotlight;
  readonly words: MyPhotoWords;
}

function Chip({ label, target, spotlight, words }: ChipProps) {
  const places = label.instances.length;
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={isSame(spotlight.picked, target)}
      data-places={Math.min(places, 1)}
      onClick={() => spotlight.pick(target)}
      {...lighting(spotlight, target)}
    >
      {label.shownName}
      {places > 1 && <small> {words.times(places)}</small>}
    </button>
  );
}

function Told({ label, language, words }: Pick<Props, "language" | "words"> & { readonly label: SeenLabel }) {
  const kinds = label.parents.map((parent) => labelName(parent, language));
  return (
    <>
      <b>{label.shownName}</b> {words.sureness(`${label.confidence.toFixed(1)}%`)}
      {label.instances.length === 0 && <span>{words.wholePhoto}</span>}
      {kinds.length > 0 && <span>{words.kindOf([...new Set(kinds)])}</span>}
    </>
  );
}
