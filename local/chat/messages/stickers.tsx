import type { ReactNode } from "react";

interface Drawing {
  readonly packageId: string;
  readonly stickerId: string;
  readonly name: string;
  readonly face: string;
  readonly eyes: string;
  readonly mouth: string;
}

// Ids of stickers that every LINE has, but drawn by us.
const PACKAGE = "446";
const DOTS = "M17 25v1.5M31 25v1.5";
const ARCS = "M14 26c1.3-3 4.7-3 6 0M28 26c1.3-3 4.7-3 6 0";
const draw = (stickerId: string, name: string, face: string, eyes: string, mouth: string): Drawing => ({
  packageId: PACKAGE,
  stickerId,
  name,
  face,
  eyes,
  mouth,
});

export const STICKERS: readonly Drawing[] = [
  draw("1988", "happy", "#ffd35c", ARCS, "M14 30c3 8 17 8 20 0z"),
  draw("1989", "smile", "#ffb37a", DOTS, "M16 31c3 5 13 5 16 0"),
  draw("1990", "wow", "#9fd8ff", DOTS, "M24 30a3.5 4.5 0 100 9 3.5 4.5 0 100-9z"),
  draw("1991", "wink", "#ffa7b6", "M17 25v1.5M28 26h6", "M16 31c3 5 13 5 16 0"),
  draw("1992", "calm", "#b9e6b0", "M14 25h6M28 25h6", "M18 33h12"),
  draw("1993", "sad", "#c4c7f2", DOTS, "M17 36c3-4 11-4 14 0"),
  draw("1994", "laugh", "#ffc98a", "M14 23l6 3-6 3M34 23l-6 3 6 3", "M14 31c3 8 17 8 20 0z"),
  draw("1995", "love", "#ff9d9d", ARCS, "M16 31c3 5 13 5 16 0"),
];

/** A sticker by its id; any other one gets the first drawing, since LINE's own are not ours to show. */
export function Sticker({ stickerId }: { readonly stickerId: string }): ReactNode {
  const drawing = STICKERS.find((one) => one.stickerId === stickerId) ?? STICKERS[0];
  if (!drawing) return null;
  const isOpen = drawing.mouth.endsWith("z");
  return (
    <svg viewBox="0 0 48 54" className="sticker" aria-hidden>
      <path
        d="M24 6c11 0 19 9 19 21S35 48 24 48 5 39 5 27 13 6 24 6z"
        fill={drawing.face}
        stroke="#fff"
        strokeWidth="3"
      />
      <g fill="none" stroke="#4a3a35" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <path d={drawing.eyes} />
        <path d={drawing.mouth} fill={isOpen ? "#fff" : "none"} />
      </g>
      <circle cx="12" cy="31" r="2.6" fill="#ff6b6b" opacity=".35" />
      <circle cx="36" cy="31" r="2.6" fill="#ff6b6b" opacity=".35" />
    </svg>
  );
}
