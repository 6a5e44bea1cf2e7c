import type { BoardState } from "#domain/board";
import type { Language } from "#domain/language";
import type { BoardWords } from "#domain/words/board";
import { Spotlight } from "../spotlight/spotlight.tsx";
import { CornerQr } from "./corner-qr.tsx";
import { OperatorDetails } from "./operator-details.tsx";
import { Splash } from "./splash.tsx";
import { useSwitch } from "./use-switch.ts";

interface Props {
  readonly boardId: string;
  /** Null: not known yet. */
  readonly state: BoardState | null;
  readonly isConnected: boolean;
  readonly hasSplash: boolean;
  readonly language: Language;
  readonly words: BoardWords;
}

/** What lies over the stages, as the operator of this very screen has it. */
export function AboveTheStage({ boardId, state, isConnected, hasSplash, language, words }: Props) {
  const hasSpotlight = useSwitch({ boardId, name: "spotlight", key: "s", isOnAtFirst: true });
  const hasCornerQr = useSwitch({ boardId, name: "qr", key: "q", isOnAtFirst: false });
  return (
    <>
      {state !== null && hasCornerQr && <CornerQr state={state} words={words} />}
      {state !== null && <Spotlight state={state} isOn={hasSpotlight} words={words} />}
      <OperatorDetails
        state={state}
        isConnected={isConnected}
        hasSpotlight={hasSpotlight}
        hasCornerQr={hasCornerQr}
        language={language}
      />
      {hasSplash && <Splash title={state?.head?.title ?? "Egao"} language={language} />}
    </>
  );
}
