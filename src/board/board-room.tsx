import type { ReactNode } from "react";
import { toTheme } from "#domain/theme";
import "./fonts.ts";
import "./room.css";
import "./themes/hall-dark.css";
import "./themes/hall-light.css";
import "./themes/wedding.css";
import "./themes/coming-of-age.css";
import "./themes/company.css";
import "./themes/high-contrast.css";
import "./board.css";
import "./entry.css";
import "./arrivals.css";
import "./stages/stages.css";

interface Props {
  readonly theme?: string | undefined;
  readonly children: ReactNode;
}

/** The hall around the board: light, paper and pattern. */
export function BoardRoom({ theme, children }: Props) {
  return (
    <main className="room" data-theme={toTheme(theme)}>
      <div className="room__pattern" aria-hidden="true" />
      <div className="room__lights" aria-hidden="true" />
      {children}
    </main>
  );
}
