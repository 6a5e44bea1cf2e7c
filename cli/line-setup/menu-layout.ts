import type { Language } from "#domain/language";
import { languages } from "#domain/language";

export const menuSize = { width: 2500, height: 1686 } as const;

/** In pixels of the picture. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type MenuButton = "camera" | "album" | "ranking" | "me" | "help";

const TABS_HEIGHT = 226;
const PHOTO_HEIGHT = 780;

/** Where the buttons are, without gaps: every tap hits one. */
export const buttonBounds: Readonly<Record<MenuButton, Bounds>> = {
  camera: { x: 0, y: TABS_HEIGHT, width: 1250, height: PHOTO_HEIGHT },
  album: { x: 1250, y: TABS_HEIGHT, width: 1250, height: PHOTO_HEIGHT },
  ranking: lower(0, 833),
  me: lower(833, 834),
  help: lower(1667, 833),
};

function lower(x: number, width: number): Bounds {
  const y = TABS_HEIGHT + PHOTO_HEIGHT;
  return { x, y, width, height: menuSize.height - y };
}

/** Above the buttons: one tab for each language. */
export function tabBounds(language: Language): Bounds {
  const edge = (index: number): number => Math.round((index * menuSize.width) / languages.length);
  const index = languages.indexOf(language);
  return { x: edge(index), y: 0, width: edge(index + 1) - edge(index), height: TABS_HEIGHT };
}
