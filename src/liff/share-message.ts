/** What others are sent about a photo. */
export interface SharedCard {
  readonly eventTitle: string;
  readonly words: string;
  /** Null without faces. */
  readonly points: string | null;
  readonly picture: { readonly url: string; readonly width: number; readonly height: number };
}

const plum = "#b3261e";
const ink = "#2b211c";
const pencil = "#6b5d53";
/** LINE shows pictures up to three times as high as wide. */
const highest = 3;

/** A card of LINE's. Nothing on it leads anywhere: the guest's page is the guest's own. */
export function shareMessage({ eventTitle, words, points, picture }: SharedCard) {
  const { url, width, height } = picture;
  const told = points === null ? [] : [line(points, { size: "xxl", weight: "bold", color: plum })];
  return {
    type: "flex" as const,
    altText: [eventTitle, points ?? words].join(" ・ ").slice(0, 400),
    contents: {
      type: "bubble" as const,
      hero: {
        type: "image" as const,
        url,
        size: "full" as const,
        aspectRatio: `${width}:${Math.min(height, width * highest)}` as const,
        aspectMode: "cover" as const,
      },
      body: {
        type: "box" as const,
        layout: "vertical" as const,
        spacing: "sm" as const,
        contents: [
          line(words, { size: "md", weight: "bold", color: ink }),
          ...told,
          line(eventTitle, { size: "xs", color: pencil }),
        ],
      },
    },
  };
}

interface Look {
  readonly size: "xs" | "md" | "xxl";
  readonly color: string;
  readonly weight?: "bold";
}

const line = (text: string, look: Look) => ({ type: "text" as const, text, wrap: true, ...look });
