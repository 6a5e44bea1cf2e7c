import { createIdentities } from "../../local/aws/iam/identities.ts";
import { createRekognition } from "../../local/aws/rekognition/rekognition.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import type { Measurement, Row } from "./measurement.ts";
import { median, ms } from "./statistics.ts";

const ROUNDS = 20;

/** DetectFaces with all attributes, in process; JPEG decoding is part of it. */
export const faceReading: Measurement = {
  name: "face reading",
  async run(): Promise<readonly Row[]> {
    const { caller } = createIdentities().administrator;
    const pictures = { "1 face": "bride", "3 faces": "three-friends", "8 faces": "table-of-eight" };
    const rows: Row[] = [];
    for (const workers of [1, 2]) {
      const rekognition = createRekognition({
        workers,
        readObject: () => Promise.reject(new Error("unused")),
      });
      const read = async (picture: string): Promise<void> => {
        await rekognition.call("DetectFaces", { Image: { Bytes: picture }, Attributes: ["ALL"] }, caller);
      };
      await rekognition.warm();
      for (const [name, sample] of workers === 1 ? Object.entries(pictures) : []) {
        const picture = (await renderSample(sample)).toString("base64");
        const times: number[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const startedAt = performance.now();
          await read(picture);
          times.push(performance.now() - startedAt);
        }
        rows.push({
          what: `analysis of a photo with ${name}, warm, median of ${ROUNDS}`,
          measured: ms(median(times.slice(2))),
          ...(name === "1 face" && { budget: "120 ms" }),
        });
      }
      // Behind the picture's end nothing counts; but the same bytes at the same time would be read once.
      const one = await renderSample("bride");
      const many = Array.from({ length: 60 }, (_, index) => Buffer.concat([one, Buffer.of(index)]));
      const startedAt = performance.now();
      await Promise.all(many.map((bytes) => read(bytes.toString("base64"))));
      const perSecond = 60_000 / (performance.now() - startedAt);
      rows.push({
        what: `one-face photos with ${workers} worker(s)`,
        measured: `${perSecond.toFixed(1)} /s`,
      });
      await rekognition.close();
    }
    return rows;
  },
};
