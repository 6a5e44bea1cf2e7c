import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { type PictureReading, readPicture } from "../functions/shared/read-picture.ts";
import { createPictureReaders } from "../functions/shared/adapters/rekognition.ts";
import { createAnalyser } from "../local/aws/rekognition/analyser.ts";
import { renderSample } from "../local/samples/render-sample.ts";
import { SAMPLES } from "../local/samples/sample-list.ts";
import { openLocalRekognition } from "./analyze/local-rekognition.ts";

/** What drawn guests send, and how often compared with the others: as at a wedding. */
const PICTURES: readonly (readonly [name: string, weight: number])[] = [
  ["bride", 5],
  ["furisode", 4],
  ["hakama", 4],
  ["guest-smile", 6],
  ["groom", 3],
  ["happy-tears", 2],
  ["surprise", 3],
  ["couple", 5],
  ["three-friends", 6],
  ["family", 3],
  ["table-of-eight", 2],
  ["cake", 3],
];
const LONGEST_SIDE = 480;
/** Of a head, in the units of a sample's person, with some hair around it. */
const HEAD = { rx: 200, ry: 230 };

const GENERATED =
  "/* oxlint-disable eslint/max-lines -- made by cli/draw-rehearsal.ts: run it again instead of changing anything here */\n";
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const rounded = (_key: string, value: unknown): unknown => (typeof value === "number" ? round(value) : value);

const rekognition = await openLocalRekognition(createAnalyser({}));
const readers = createPictureReaders({ client: rekognition.client });
const drawn: { name: string; weight: number; heads: object[]; jpeg: string }[] = [];
const readings: PictureReading[] = [];
for (const [name, weight] of PICTURES) {
  const sample = SAMPLES.find((one) => one.name === name);
  if (sample === undefined) throw new Error(`no sample is called ${name}`);
  const jpeg = await sharp(await renderSample(name))
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside" })
    .jpeg({ quality: 80 })
    .toBuffer();
  const wanted = { moderation: false, labels: { minConfidence: 50, most: 50 }, text: false };
  const reading = await readPicture(readers, wanted, { kind: "bytes", bytes: jpeg });
  // The embedded nets check no content; on these pictures is nothing that could concern anybody.
  readings.push({ ...reading, moderation: { kind: "checked", labels: [] } });
  const heads = (sample.mood === "none" ? [] : sample.people).map(({ x, y, scale }) => ({
    x: round(x / sample.width),
    y: round(y / sample.height),
    rx: round((HEAD.rx * scale) / sample.width),
    ry: round((HEAD.ry * scale) / sample.height),
  }));
  drawn.push({ name, weight, heads, jpeg: jpeg.toString("base64") });
}
await rekognition.close();

const pathOf = (path: string): string => fileURLToPath(new URL(`../functions/${path}`, import.meta.url));

writeFileSync(
  pathOf("rehearsal-crowd/drawn-pictures.ts"),
  `${GENERATED}import type { DrawnPicture } from "./drawn-picture.ts";

/** In the order of their numbers. */
export const drawnPictures: readonly DrawnPicture[] = ${JSON.stringify(drawn, undefined, 2)};
`,
);
writeFileSync(
  pathOf("shared/rehearsal/recorded-readings.ts"),
  `${GENERATED}import type { RecordedReading } from "./recorded-reading.ts";

/** What was read on the drawn pictures, in the order of their numbers. */
export const recordedReadings: readonly RecordedReading[] = [
${readings.map((reading) => `  ${JSON.stringify(reading, rounded)},`).join("\n")}
];
`,
);
