import type { HairColour, SkinName } from "./person.ts";

export interface Skin {
  readonly light: string;
  readonly base: string;
  readonly dark: string;
  readonly lip: string;
  /** Without lipstick. */
  readonly bareLip: string;
  readonly blush: string;
}

export const SKINS: Readonly<Record<SkinName, Skin>> = {
  porcelain: {
    light: "#fff1e6",
    base: "#f7d9c4",
    dark: "#d9a98c",
    lip: "#cf5f68",
    bareLip: "#d47b78",
    blush: "#f59a94",
  },
  fair: {
    light: "#ffe6d0",
    base: "#f0c6a2",
    dark: "#c98f68",
    lip: "#c4525a",
    bareLip: "#c66c66",
    blush: "#ef8d80",
  },
  honey: {
    light: "#f9d8b2",
    base: "#e2b184",
    dark: "#b17c4e",
    lip: "#b9484c",
    bareLip: "#b65c52",
    blush: "#e07c66",
  },
  bronze: {
    light: "#e3b68a",
    base: "#c58c5c",
    dark: "#8c5a33",
    lip: "#a33c40",
    bareLip: "#9d4c42",
    blush: "#cc6650",
  },
  umber: {
    light: "#bd875c",
    base: "#96613a",
    dark: "#5f3a1f",
    lip: "#8c3436",
    bareLip: "#854036",
    blush: "#a94f3a",
  },
  ebony: {
    light: "#8f6242",
    base: "#6b4428",
    dark: "#3f2614",
    lip: "#7c2f33",
    bareLip: "#75362f",
    blush: "#8a3e2e",
  },
};

export interface Hair {
  readonly base: string;
  readonly shine: string;
  readonly dark: string;
}

export const HAIRS: Readonly<Record<HairColour, Hair>> = {
  black: { base: "#1f1a1d", shine: "#4a4048", dark: "#0d0a0c" },
  brown: { base: "#4a2f22", shine: "#7b543c", dark: "#2a1810" },
  chestnut: { base: "#7a4326", shine: "#b0703f", dark: "#4a2614" },
  blond: { base: "#d6a95c", shine: "#f4d796", dark: "#a17632" },
  grey: { base: "#a9a7a8", shine: "#dddcdc", dark: "#77757a" },
};
