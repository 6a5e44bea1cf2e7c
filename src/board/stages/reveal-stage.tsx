import { useMemo } from "react";
import type { BoardState, Stage } from "#domain/board";
import { revealOf, type RevealedGuest } from "#domain/reveal";
import type { BoardWords } from "#domain/words/board";
import { useBoardBackend } from "../board-backend.ts";
import { nameSize } from "../name-size.ts";
import { PhotoFrame } from "../photo-frame.tsx";
import { pictureOf } from "../picture-of.ts";
import { PlumKnot } from "../plum-knot.tsx";
import { useRevealSound } from "../sound/use-reveal-sound.ts";
import { usePreload } from "../use-preload.ts";
import { Confetti } from "./confetti.tsx";
import { CurtainCloth } from "./curtain-cloth.tsx";
import { RevealedRows } from "./revealed-rows.tsx";
import { useSceneChange } from "../use-scene-change.ts";
import { useLocalStep } from "./use-local-step.ts";

/** From here on a score is set smaller. */
const LONG_SCORE = 1_000;

/** Before the first name stands the curtain. */
const sceneOf = (step: number) => (step === 0 ? "curtain" : "called");

interface Props {
  readonly state: BoardState;
  readonly stage: Stage;
  readonly words: BoardWords;
}

/** G3, G6: one after the other, the winner last. All pictures are there before the first name. */
export function RevealStage({ state, stage, words }: Props) {
  const step = useSceneChange(useLocalStep(stage), sceneOf);
  const { imageUrl } = useBoardBackend();
  const guests = useMemo(() => revealOf(state, { ...stage, step }), [state, stage, step]);
  usePreload(guests.flatMap(({ image }) => (image === null ? [] : [imageUrl(image, "display")])));
  const seen = guests.filter(({ isHidden }) => !isHidden);
  useRevealSound({ step, seen: seen.length, all: guests.length });
  const [now, ...before] = seen;
  if (now === undefined) {
    return (
      <Opening
        title={state.head?.title ?? ""}
        hint={words.revealHint(guests.at(-1)?.place ?? 1)}
        words={words}
      />
    );
  }
  const isWinner = seen.length === guests.length;
  return (
    <section className="reveal" data-is-winner={isWinner}>
      {isWinner && <div className="reveal__rays" aria-hidden="true" />}
      <Revealed key={now.guestId} guest={now} state={state} words={words} isWinner={isWinner} />
      <RevealedRows guests={before} rungs={guests.length - 1} state={state} words={words} />
      {isWinner && <Confetti key={`over ${now.guestId}`} />}
    </section>
  );
}

interface OpeningProps {
  readonly title: string;
  readonly hint: string;
  readonly words: BoardWords;
}

function Opening({ title, hint, words }: OpeningProps) {
  return (
    <section className="curtain curtain--open">
      <CurtainCloth />
      <div className="curtain__words">
        <p className="curtain__event">
          <bdi>{title}</bdi>
        </p>
        <PlumKnot className="curtain__knot" />
        <h1 className="curtain__title">{words.revealTitle}</h1>
        <p className="curtain__hint">{hint}</p>
      </div>
    </section>
  );
}

interface RevealedProps {
  readonly guest: RevealedGuest;
  readonly state: BoardState;
  readonly words: BoardWords;
  readonly isWinner: boolean;
}

function Revealed({ guest, state, words, isWinner }: RevealedProps) {
  const { imageUrl } = useBoardBackend();
  const name = guest.displayName.trim() === "" ? words.someone : guest.displayName;
  return (
    <article className="revealed" aria-live="polite">
      {isWinner && <PlumKnot className="revealed__knot" />}
      <p className="revealed__place">{isWinner ? words.winner : words.revealedPlace(guest.place)}</p>
      <div className="revealed__photo">
        <PhotoFrame picture={pictureOf(state, guest, imageUrl, "display")} name={name} developMs={0} />
      </div>
      <h1 className="revealed__name" data-size={nameSize(name)}>
        <bdi>{name}</bdi>
        {words.honorific !== "" && <small>{words.honorific}</small>}
      </h1>
      <p className="revealed__score" data-long={guest.score >= LONG_SCORE}>
        {guest.score.toFixed(1)}
        <small>pt</small>
      </p>
    </article>
  );
}
