import { setTimeout as pause } from "node:timers/promises";
import type { CopyMaker } from "../ports/copy-maker.ts";
import { decodePicture } from "./decode-picture.ts";
import { makeDisplayCopies } from "./display-copies.ts";

// Decoding keeps the only thread busy: requests that were started beside it go out first.
const HEAD_START_MS = 20;

export const copyMaker: CopyMaker = {
  async makeCopies(bytes, head) {
    await pause(HEAD_START_MS);
    const decoded = decodePicture(bytes, head);
    if (decoded.kind === "refused") return decoded;
    return { kind: "made", copies: makeDisplayCopies(decoded.bitmap, head.orientation) };
  },
};
