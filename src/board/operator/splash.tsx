import { useEffect, useState } from "react";
import { boardOperatorWords } from "#domain/words/board-operator";
import type { Language } from "#domain/language";
import { PlumKnot } from "../plum-knot.tsx";
import { startFullScreen } from "../use-stage.ts";
import { keep, keptWord } from "./kept-word.ts";
import "./operator.css";

/** A screen that nobody attends begins by itself after so long, in ms. */
export const SPLASH_MS = 20_000;
const PLACE = "egao:board:started";

interface Props {
  readonly title: string;
  /** Null: not known yet. */
  readonly hasSound: boolean | null;
  readonly language: Language;
}

/**
 * The first thing an operator sees: one click, which browsers ask for, and the board has the whole screen. Once only in
 * a tab, so that a reload during the show shows the show.
 */
export function Splash({ title, hasSound, language }: Props) {
  const words = boardOperatorWords[language];
  const [isOver, setOver] = useState(hasStarted);
  useEffect(() => {
    if (isOver) {
      keep(() => sessionStorage, PLACE, "yes");
      return;
    }
    const timer = setTimeout(() => setOver(true), SPLASH_MS);
    // Whoever leads by keys already is not held up.
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      // The browser's own key does it itself.
      if (event.key !== "F11") startFullScreen();
      setOver(true);
    };
    document.addEventListener("keydown", onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKey);
    };
  }, [isOver]);
  if (isOver) return null;
  const begin = () => {
    startFullScreen();
    setOver(true);
  };
  return (
    <button type="button" className="splash" onClick={begin}>
      <PlumKnot className="splash__knot" />
      <bdi className="splash__title">{title}</bdi>
      <span className="splash__start">{words.start}</span>
      <span className="splash__hint">{words.startHint}</span>
      {hasSound !== null && (
        <span className="splash__hint">{hasSound ? words.soundIsOn : words.soundIsOff}</span>
      )}
    </button>
  );
}

/** In this tab, by whoever opened the browser full screen (a kiosk, or F11), or as the address says: `?splash=off`. */
function hasStarted(): boolean {
  if (new URLSearchParams(location.search).get("splash") === "off") return true;
  if (keptWord(() => sessionStorage, PLACE) !== null) return true;
  return document.fullscreenElement !== null || globalThis.matchMedia("(display-mode: fullscreen)").matches;
}
