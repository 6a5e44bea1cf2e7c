import { lazy, Suspense } from "react";
import type { BoardState } from "#domain/board";
import type { Language } from "#domain/language";
import type { BoardWords } from "#domain/words/board";
import { loadLate } from "../../ui/load-late.ts";
import { Spotlight } from "../spotlight/spotlight.tsx";
import type { ArrivedPhoto } from "../use-photos.ts";
import { CornerQr } from "./corner-qr.tsx";
import { RehearsalRibbon } from "../rehearsal-ribbon.tsx";
import { Splash } from "./splash.tsx";
import type { ScreenSwitches } from "./use-screen-switches.ts";

/** For the operator alone, and so after everything that the room sees. */
const details = loadLate(() => import("./operator-details.tsx"));
const OperatorDetails = lazy(async () => ({ default: (await details).OperatorDetails }));

interface Props {
  /** Null: not known yet. */
  readonly state: BoardState | null;
  /** B9: whose moment it is. */
  readonly moment: ArrivedPhoto | null;
  readonly switches: ScreenSwitches;
  readonly isSoundAllowed: boolean;
  readonly isConnected: boolean;
  readonly hasSplash: boolean;
  readonly language: Language;
  readonly words: BoardWords;
}

/** What lies over the stages, as the operator of this very screen has it. */
export function AboveTheStage({
  state,
  moment,
  switches,
  isSoundAllowed,
  isConnected,
  hasSplash,
  language,
  words,
}: Props) {
  const { cornerQr, sound } = switches;
  return (
    <>
      {state?.head?.isRehearsal === true && <RehearsalRibbon language={language} />}
      {state !== null && cornerQr.isOn && <CornerQr state={state} words={words} />}
      <Spotlight photo={moment} words={words} />
      <Suspense fallback={null}>
        <OperatorDetails
          state={state}
          isConnected={isConnected}
          switches={switches}
          isSoundAllowed={isSoundAllowed}
          language={language}
        />
      </Suspense>
      {hasSplash && (
        <Splash
          title={state?.head?.title ?? "Egao"}
          hasSound={state === null ? null : sound.isOn}
          language={language}
        />
      )}
    </>
  );
}
