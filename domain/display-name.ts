const LONGEST = 40;
// Controls, broken characters, line breaks and marks that turn the direction of what follows them on a screen.
const unwanted = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const isVisible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** N1: a guest's name as every screen may show it; `fallback` when nothing visible is left. */
export function displayNameOf(name: string | undefined, fallback: string): string {
  const oneLine = (name ?? "").replace(unwanted, " ").replace(/\s+/gu, " ").trim();
  if (!isVisible.test(oneLine)) return fallback;
  const graphemes = [...new Intl.Segmenter().segment(oneLine)].map((part) => part.segment);
  return graphemes.slice(0, LONGEST).join("").trim();
}
