import { describe, expect, it } from "vitest";
import jpeg from "jpeg-js";
import { duplicateOf } from "#domain/duplicate";
import { lookHashOf } from "../shared/pictures/look-hash.ts";
import { drawnPictures } from "./drawn-pictures.ts";
import { asJpeg, inAnotherLight, openPicture, savedAnew } from "./in-another-light.ts";
import { recordedReadings } from "../shared/rehearsal/recorded-readings.ts";

const hashOf = (file: Uint8Array): string => {
  const { width, height, data } = jpeg.decode(file, { useTArray: true });
  return lookHashOf({ width, height, channels: 4, pixels: data });
};
const photo = (photoId: string, guestId: string, lookHash: string) => ({
  photoId,
  guestId,
  sentAt: Number(photoId),
  state: "shown" as const,
  contentHash: photoId,
  lookHash,
});

describe("a drawn picture in another light", () => {
  it("is unlike every other one to the rules of duplicates, its own picture's included", () => {
    const hashes = drawnPictures.flatMap((drawn) => {
      const open = openPicture(drawn);
      return Array.from({ length: 3 }, (_, salt) =>
        hashOf(asJpeg(inAnotherLight(open, `${drawn.name} ${salt}`))),
      );
    });
    // All of one guest, whose photos may differ less than those of two (D2).
    const known = hashes.map((hash, index) => photo(String(index + 1), "g", hash));
    for (const one of known)
      expect(
        duplicateOf(
          one,
          known.filter((other) => other !== one),
        ),
      ).toBeUndefined();
  }, 60_000);

  it("saved anew is the same picture to its guest (D2), in other bytes", () => {
    for (const drawn of drawnPictures.slice(0, 2)) {
      const lit = inAnotherLight(openPicture(drawn), "salt");
      const [file, again] = [asJpeg(lit), savedAnew(lit)];
      expect(again.length).toBeLessThan(file.length);
      const first = photo("1", "g", hashOf(file));
      expect(duplicateOf(photo("2", "g", hashOf(again)), [first])?.of).toBe("1");
    }
  });

  it("is the same for the same salt", () => {
    const [drawn] = drawnPictures;
    if (drawn === undefined) throw new Error("nothing is drawn");
    const draw = () => Buffer.from(asJpeg(inAnotherLight(openPicture(drawn), "a")));
    expect(draw().equals(draw())).toBe(true);
  });
});

it("H3: every drawn picture has its recorded reading, with as many faces as heads", () => {
  expect(recordedReadings).toHaveLength(drawnPictures.length);
  for (const [index, { name, heads }] of drawnPictures.entries()) {
    const faces = recordedReadings[index]?.faces;
    expect(faces?.kind === "read" ? faces.faces.length : -1, name).toBe(heads.length);
  }
});
