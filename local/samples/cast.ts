import type { MoodName, Person } from "./person.ts";

type Role = Omit<Person, "mood">;

/** The people of the samples; each sample gives them a mood. */
export const CAST = {
  sakura: {
    skin: "porcelain",
    hair: "updo",
    hairColour: "brown",
    outfit: { kind: "bride" },
    flower: "#fff6f2",
  },
  daichi: {
    skin: "fair",
    hair: "sidePart",
    hairColour: "black",
    outfit: { kind: "tuxedo" },
    masculine: true,
  },
  aoi: {
    skin: "porcelain",
    hair: "updo",
    hairColour: "black",
    flower: "#ff7d9c",
    outfit: { kind: "kimono", colour: "#2f5fae", pattern: "#ffd3e0", collar: "#e3446b" },
  },
  hana: {
    skin: "fair",
    hair: "updo",
    hairColour: "chestnut",
    flower: "#ffe08a",
    outfit: { kind: "kimono", colour: "#c92f43", pattern: "#ffe9b0", collar: "#2f7d6b" },
  },
  yuzuki: {
    skin: "honey",
    hair: "updo",
    hairColour: "black",
    flower: "#f2f0ff",
    outfit: { kind: "kimono", colour: "#5b3f8f", pattern: "#ffffff", collar: "#e9a23b" },
  },
  ren: {
    skin: "honey",
    hair: "short",
    hairColour: "black",
    masculine: true,
    outfit: { kind: "kimono", colour: "#26303f", pattern: "#46566d", collar: "#59616e" },
  },
  kenta: {
    skin: "fair",
    hair: "short",
    hairColour: "brown",
    masculine: true,
    outfit: { kind: "suit", colour: "#27385c", tie: "#d9a441" },
  },
  hiroshi: {
    skin: "fair",
    hair: "receding",
    hairColour: "grey",
    masculine: true,
    outfit: { kind: "suit", colour: "#3a3b42", tie: "#eceff4" },
  },
  carlos: {
    skin: "bronze",
    hair: "curly",
    hairColour: "brown",
    masculine: true,
    outfit: { kind: "suit", colour: "#5a2d3a", tie: "#efb7c3" },
  },
  kwame: {
    skin: "ebony",
    hair: "short",
    hairColour: "black",
    masculine: true,
    outfit: { kind: "suit", colour: "#2c5a57", tie: "#f1d08a" },
  },
  yui: { skin: "porcelain", hair: "bob", hairColour: "brown", outfit: { kind: "dress", colour: "#6f8fc9" } },
  mei: { skin: "honey", hair: "long", hairColour: "black", outfit: { kind: "dress", colour: "#1f7a5c" } },
  amara: { skin: "ebony", hair: "curly", hairColour: "black", outfit: { kind: "dress", colour: "#e8a33d" } },
  priya: { skin: "umber", hair: "long", hairColour: "black", outfit: { kind: "dress", colour: "#c23a7e" } },
  emma: {
    skin: "porcelain",
    hair: "long",
    hairColour: "blond",
    outfit: { kind: "dress", colour: "#9b7fc4" },
  },
} as const satisfies Record<string, Role>;

export type CastName = keyof typeof CAST;

/** `tilt` in degrees, clockwise. */
export function play(name: CastName, mood: MoodName, tilt = 0): Person {
  return { ...CAST[name], mood, tilt };
}
