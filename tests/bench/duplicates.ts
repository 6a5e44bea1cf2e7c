import { existsSync, readFileSync } from "node:fs";
import { bitsBetween, NEAR_BITS } from "#domain/duplicate";
import { decodePicture } from "../../functions/shared/pictures/decode-picture.ts";
import { uprightPicture } from "../../functions/shared/pictures/display-copies.ts";
import { pictureTypeOf, readPictureHead } from "../../functions/shared/pictures/picture-head.ts";
import { drawSample } from "../../local/samples/render-sample.ts";
import { realPhoto } from "../fixtures/real-photos.ts";
import { Dice } from "./duplicates-dice.ts";
import { hashes } from "./duplicates-hashes.ts";
import { type Pair, pairsOf, redrawnPairsOf, scenes } from "./duplicates-set.ts";
import type { Measurement, Row } from "./measurement.ts";

const DRAWN_SCENES = 24;
const realPhotos = ["astronaut-collins.png", "coffee-noface.png"].map(realPhoto).filter(existsSync);

/** How many bits two pictures differ in, by each hash in turn. */
interface Compared {
  readonly how: string;
  readonly isSame: boolean;
  readonly bits: readonly number[];
}

/** Which pictures rules D2 and D3 take for the same one, on a generated set and on real photos where there are some. */
export const duplicates: Measurement = {
  name: "duplicates",
  async run(): Promise<readonly Row[]> {
    const dice = new Dice(20_261_120);
    const compared: Compared[] = [];
    const originals: (readonly string[])[] = [];
    const add = async (picture: Buffer, pairs: readonly Pair[]): Promise<void> => {
      const own = hashesOf(picture);
      originals.push(own);
      for (const { how, isSame, other } of pairs)
        compared.push({ how, isSame, bits: between(own, hashesOf(await other())) });
    };
    for (const sample of scenes(DRAWN_SCENES, dice)) {
      const picture = await drawSample(sample);
      await add(picture, [...pairsOf(picture, dice), ...redrawnPairsOf(sample, dice)]);
    }
    for (const photo of realPhotos) await add(readFileSync(photo), pairsOf(readFileSync(photo), dice));
    compared.push(...differentPictures(originals));
    return [...waysRows(compared), ...hashes.map((_hash, index) => totalRow(compared, index))];
  },
};

function hashesOf(picture: Buffer): readonly string[] {
  const type = pictureTypeOf(picture);
  const head = type && readPictureHead(picture, type);
  const decoded = head && decodePicture(picture, head, 1024);
  if (decoded?.kind !== "decoded") throw new Error("a picture of the set could not be read");
  const upright = uprightPicture(decoded.bitmap, 1);
  return hashes.map((hash) => hash.of(upright));
}

const between = (hashes: readonly string[], others: readonly string[]): readonly number[] =>
  hashes.map((hash, index) => bitsBetween(hash, others[index] ?? ""));

function differentPictures(originals: readonly (readonly string[])[]): readonly Compared[] {
  return originals.flatMap((own, index) =>
    originals
      .slice(0, index)
      .map((other) => ({ how: "another picture", isSame: false, bits: between(own, other) })),
  );
}

/** Of each way of repeating a picture: how often D2 (near) and D3 (no bit differs) say that it is one. */
function waysRows(compared: readonly Compared[]): readonly Row[] {
  return [...new Set(compared.map(({ how }) => how))].map((how) => {
    const pairs = compared.filter((pair) => pair.how === how);
    const near = pairs.filter(({ bits: [bits = 64] }) => bits <= NEAR_BITS).length;
    const equal = pairs.filter(({ bits: [bits] }) => bits === 0).length;
    const should = pairs[0]?.isSame === true ? "should be found" : "should not be";
    return {
      what: `${how}, ${should}: near (D2) / no bit differs (D3), of ${pairs.length}`,
      measured: `${near} (${percent(near, pairs.length)}) / ${equal} (${percent(equal, pairs.length)})`,
    };
  });
}

/** Precision and recall over all of them, at the distance of D2 and beside it. */
function totalRow(compared: readonly Compared[], index: number): Row {
  const at = (most: number): string => {
    const found = compared.filter(({ bits }) => (bits[index] ?? 64) <= most);
    const right = found.filter(({ isSame }) => isSame).length;
    const all = compared.filter(({ isSame }) => isSame).length;
    return `≤ ${most}: ${percent(right, found.length)} / ${percent(right, all)}`;
  };
  return {
    what: `duplicates by ${hashes[index]?.name ?? ""}: precision / recall at the most bits that may differ`,
    measured: [NEAR_BITS - 4, NEAR_BITS - 2, NEAR_BITS, NEAR_BITS + 2].map(at).join("; "),
  };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
