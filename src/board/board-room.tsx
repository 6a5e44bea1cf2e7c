import type { ReactNode } from "react";
import "./fonts.ts";
import "./room.css";
import "./board.css";
import "./entry.css";
import "./arrivals.css";
import "./stages/stages.css";

/** `hall-dark` for dim halls, `hall-light` for bright ones; a theme that this page does not know is the dark one. */
const DARK = "hall-dark";
const THEMES: readonly string[] = [DARK, "hall-light"];

interface Props {
  readonly theme?: string | undefined;
  readonly children: ReactNode;
}

/** The hall around the board: light, paper and pattern. */
export function BoardRoom({ theme = DARK, children }: Props) {
  return (
    <main className="room" data-theme={THEMES.includes(theme) ? theme : DARK}>
      <div className="room__pattern" aria-hidden="true" />
      <div className="room__lights" aria-hidden="true" />
      {children}
    </main>
  );
}
