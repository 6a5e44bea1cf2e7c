import type { Refusal } from "./refusal.ts";

export const noEvent: Refusal = { refused: "NotFound", words: "there is no such event" };

export const conflict: Refusal = {
  refused: "Conflict",
  words: "somebody else has just changed this event: look at it once more",
};
