// Who stands in a picture. Lengths are those of a head 300 units high whose middle is the origin.

export type MoodName = "neutral" | "happy" | "veryHappy" | "sad" | "angry" | "surprised";
export type SkinName = "porcelain" | "fair" | "honey" | "bronze" | "umber" | "ebony";
export type HairColour = "black" | "brown" | "chestnut" | "blond" | "grey";
export type HairStyle = "short" | "sidePart" | "curly" | "bob" | "long" | "updo" | "receding";
export type Outfit =
  | { readonly kind: "suit"; readonly colour: string; readonly tie: string }
  | { readonly kind: "tuxedo" }
  | { readonly kind: "kimono"; readonly colour: string; readonly pattern: string; readonly collar: string }
  | { readonly kind: "dress"; readonly colour: string }
  | { readonly kind: "bride" };

export interface Person {
  readonly mood: MoodName;
  readonly skin: SkinName;
  readonly hair: HairStyle;
  readonly hairColour: HairColour;
  readonly outfit: Outfit;
  /** Stronger jaw and brows, narrower eyes, broader nose. */
  readonly masculine?: boolean;
  /** Colour of a flower in the hair. */
  readonly flower?: string;
  /** Degrees, clockwise. */
  readonly tilt?: number;
}

export interface PlacedPerson {
  readonly person: Person;
  /** Middle of the face, in pixels of the picture. */
  readonly x: number;
  readonly y: number;
  /** 1 = a head of 300 pixels. */
  readonly scale: number;
}
