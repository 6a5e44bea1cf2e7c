import type { Check } from "./check.ts";

const MAX = 100_000;

/** `W:H`; LINE refuses pictures higher than three times their width. */
export const aspectRatio: Check = (value, at) => {
  const parts = typeof value === "string" ? /^(\d{1,6}(?:\.\d+)?):(\d{1,6}(?:\.\d+)?)$/u.exec(value) : null;
  const width = Number(parts?.[1]);
  const height = Number(parts?.[2]);
  const isKnown = width > 0 && height > 0 && width <= MAX && height <= MAX;
  if (!isKnown || height > width * 3) at.fail("invalid property");
};
