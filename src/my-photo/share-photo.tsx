import { useState } from "react";
import { points } from "#domain/scoring";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { MyPhoto } from "../backend/my-photo.ts";
import type { SharedCard } from "../liff/share-message.ts";
import type { MyPhotoBackend } from "./my-photo-answer.ts";

interface Props {
  readonly photo: MyPhoto;
  readonly share: NonNullable<MyPhotoBackend["share"]>;
  readonly words: MyPhotoWords;
}

type Step = "open" | "busy" | "done" | "failed";

/** Only what everybody at the event sees may be sent on; null for everything else. */
export function cardOf(photo: MyPhoto, words: MyPhotoWords): SharedCard | null {
  const { picture, state, leavesAt, faces, score, eventTitle } = photo;
  if (state !== "shown" || leavesAt !== null || picture === null || !picture.isPublic) return null;
  return {
    eventTitle,
    words: words.sharing.card,
    points: faces.length === 0 ? null : `${words.happiness} ${points(score)}`,
    picture,
  };
}

/** Sends the photo's card to whom the guest chooses. Nothing to see where it must not be sent on. */
export function SharePhoto({ photo, share, words }: Props) {
  const [step, setStep] = useState<Step>("open");
  const card = cardOf(photo, words);
  if (card === null) return null;
  const run = (): void => {
    if (step === "busy") return;
    setStep("busy");
    share(card).then(
      (sharing) => setStep(sharing === "shared" ? "done" : "open"),
      (error: unknown) => {
        console.warn("the photo was not shared:", error instanceof Error ? error.name : "refused");
        setStep("failed");
      },
    );
  };
  return (
    <section className="share">
      <button type="button" onClick={run} aria-busy={step === "busy"}>
        {step === "busy" ? words.sharing.busy : words.sharing.open}
      </button>
      <p aria-live="polite">
        {step === "done" && words.sharing.done}
        {step === "failed" && words.sharing.failed}
      </p>
    </section>
  );
}
