import { setTimeout as pause } from "node:timers/promises";
import type { CopyMaker } from "../ports/copy-maker.ts";
import { decodePicture } from "./decode-picture.ts";
import { DISPLAY_PIXELS, makeDisplayCopies, uprightPicture } from "./display-copies.ts";
import { lookHashOf } from "./look-hash.ts";

// Decoding keeps the only thread busy: requests that were started beside it go out first.
const HEAD_START_MS = 20;

export const copyMaker: CopyMaker = {
  async makeCopies(bytes, head) {
    await pause(HEAD_START_MS);
    const decoded = decodePicture(bytes, head, DISPLAY_PIXELS);
    if (decoded.kind === "refused") return decoded;
    const upright = uprightPicture(decoded.bitmap, head.orientation);
    return { kind: "made", copies: makeDisplayCopies(upright), lookHash: lookHashOf(upright) };
  },
};
