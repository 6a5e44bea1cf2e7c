import { existsSync, readFileSync } from "node:fs";
import { DetectLabelsCommand } from "@aws-sdk/client-rekognition";
import type { DetectLabelsCommandInput, FaceDetail } from "@aws-sdk/client-rekognition";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { expect, it } from "vitest";
import { renderSample } from "../../local/samples/render-sample.ts";
import { facesOf, start } from "./rekognition-harness.ts";
import { realPhoto } from "../fixtures/real-photos.ts";

const happiness = (face: FaceDetail | undefined): number =>
  face?.Emotions?.find(({ Type }) => Type === "HAPPY")?.Confidence ?? Number.NaN;

it("tells everything that can be known about a face and nothing that cannot", async () => {
  const [face, ...others] = await facesOf(await renderSample("bride"));

  expect(others).toEqual([]);
  expect(Object.keys(face ?? {}).toSorted()).toEqual([
    "AgeRange",
    "BoundingBox",
    "Confidence",
    "Emotions",
    "EyesOpen",
    "Gender",
    "Landmarks",
    "MouthOpen",
    "Pose",
    "Quality",
    "Smile",
  ]);
  expect(face?.Smile).toMatchObject({ Value: true });
  expect(face?.EyesOpen).toMatchObject({ Value: true });
  expect(face?.MouthOpen).toMatchObject({ Value: true });
  expect(face?.Emotions?.map(({ Type }) => Type).toSorted()).toEqual([
    "ANGRY",
    "CALM",
    "DISGUSTED",
    "FEAR",
    "HAPPY",
    "SAD",
    "SURPRISED",
  ]);
  expect(face?.Emotions?.reduce((sum, { Confidence = 0 }) => sum + Confidence, 0)).toBeCloseTo(100, 3);
  expect(happiness(face)).toBeGreaterThan(97);
  expect(face?.AgeRange?.Low).toBeLessThan(face?.AgeRange?.High ?? 0);
});

it("puts 30 landmarks where they belong, left being the picture's left", async () => {
  const [face] = await facesOf(await renderSample("groom"));
  const at = (type: string) => {
    const { X = Number.NaN, Y = Number.NaN } = face?.Landmarks?.find(({ Type }) => Type === type) ?? {};
    return { X, Y };
  };
  expect(face?.Landmarks).toHaveLength(30);
  for (const pair of [
    "eye{}",
    "mouth{}",
    "nose{}",
    "{}Pupil",
    "{}EyeBrowUp",
    "upperJawline{}",
    "midJawline{}",
  ]) {
    const [left, right] = pair.startsWith("{}") ? ["left", "right"] : ["Left", "Right"];
    expect(at(pair.replace("{}", left)).X).toBeLessThan(at(pair.replace("{}", right)).X);
  }
  expect(at("leftPupil").X).toBeCloseTo(at("eyeLeft").X, 1);
  expect(at("eyeLeft").Y).toBeLessThan(at("nose").Y);
  expect(at("nose").Y).toBeLessThan(at("mouthUp").Y);
  expect(at("mouthDown").Y).toBeLessThan(at("chinBottom").Y);
});

it("answers only the default attributes unless others are asked for", async () => {
  const picture = await renderSample("guest-smile");
  const defaults = ["BoundingBox", "Confidence", "Landmarks", "Pose", "Quality"];
  expect(Object.keys((await facesOf(picture, []))[0] ?? {}).toSorted()).toEqual(defaults);
  expect(Object.keys((await facesOf(picture, ["DEFAULT"]))[0] ?? {}).toSorted()).toEqual(defaults);
  expect(Object.keys((await facesOf(picture, ["DEFAULT", "SMILE"]))[0] ?? {}).toSorted()).toEqual([
    ...defaults,
    "Smile",
  ]);
});

it("finds every face of a group, the largest first, and none on a cake", async () => {
  const group = await facesOf(await renderSample("table-of-eight"));
  expect(group).toHaveLength(8);
  const areas = group.map(({ BoundingBox: box }) => (box?.Width ?? 0) * (box?.Height ?? 0));
  expect(areas).toEqual(areas.toSorted((a, b) => b - a));
  expect(group.reduce((sum, face) => sum + happiness(face), 0)).toBeGreaterThan(700);
  expect(await facesOf(await renderSample("cake"))).toEqual([]);
});

it("finds faces in a panorama, which one look at a square would miss", async () => {
  const strip = await sharp(await renderSample("panorama"))
    .extend({ right: 1280, background: "#9ac77c" })
    .jpeg()
    .toBuffer();
  expect(await facesOf(strip)).toHaveLength(6);
});

it("turns a picture upright by its EXIF orientation before boxes are measured", async () => {
  const upright = await renderSample("guest-smile");
  const lying = await sharp(upright).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const [expected] = await facesOf(upright);
  const [found] = await facesOf(lying);
  expect(found?.BoundingBox?.Left).toBeCloseTo(expected?.BoundingBox?.Left ?? 0, 1);
  expect(found?.BoundingBox?.Top).toBeCloseTo(expected?.BoundingBox?.Top ?? 0, 1);
});

it("leaves a PNG as it lies, whatever its EXIF says", async () => {
  const upright = await renderSample("guest-smile");
  const turned = await sharp(upright).withMetadata({ orientation: 6 }).png().toBuffer();
  const [expected] = await facesOf(upright);
  const [found] = await facesOf(turned);
  expect(found?.BoundingBox?.Left).toBeCloseTo(expected?.BoundingBox?.Left ?? 0, 1);
  expect(found?.BoundingBox?.Top).toBeCloseTo(expected?.BoundingBox?.Top ?? 0, 1);
});

it("gives the same answer twice", async () => {
  const picture = await renderSample("couple");
  expect(await facesOf(picture)).toEqual(await facesOf(picture));
});

it.each([
  ["PNG with transparency", (image: Sharp) => image.ensureAlpha().png()],
  ["grey JPEG", (image: Sharp) => image.greyscale().jpeg()],
  ["CMYK JPEG", (image: Sharp) => image.toColourspace("cmyk").jpeg()],
  ["16-bit PNG", (image: Sharp) => image.toColourspace("rgb16").png()],
])("reads a %s", async (_, convert) => {
  const image = sharp(await renderSample("hakama")).resize(480);
  expect(await facesOf(await convert(image).toBuffer())).toHaveLength(1);
});

it("labels people and faces with their boxes", async () => {
  const { client } = await start();
  const answer = await client.send(
    new DetectLabelsCommand({ Image: { Bytes: await renderSample("couple") } }),
  );
  const label = (name: string) => answer.Labels?.find(({ Name }) => Name === name);
  expect(label("Face")?.Instances).toHaveLength(2);
  expect(label("Face")?.Parents).toEqual([{ Name: "Head" }, { Name: "Person" }]);
  expect(label("Person")?.Confidence).toBeGreaterThan(90);
  const confidences = answer.Labels?.map(({ Confidence = 0 }) => Confidence) ?? [];
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
});

it("labels as many, as sure and as wanted things as it was asked for", async () => {
  const { client } = await start();
  const Image = { Bytes: await renderSample("couple") };
  const ask = async (more: Partial<DetectLabelsCommandInput>) =>
    (await client.send(new DetectLabelsCommand({ Image, ...more }))).Labels ?? [];
  const named = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).map(({ Name }) => Name);
  const all = await ask({});
  const names = all.map(({ Name }) => Name);
  expect(names.length).toBeGreaterThan(2);
  expect(await named({ MaxLabels: 2 })).toEqual(names.slice(0, 2));
  const floor = all[1]?.Confidence ?? Number.NaN;
  const sure = all.filter(({ Confidence = 0 }) => Confidence >= floor);
  expect(await named({ MinConfidence: floor })).toEqual(sure.map(({ Name }) => Name));
  const only = (filter: object) => named({ Settings: { GeneralLabels: filter } });
  expect(await only({ LabelInclusionFilters: ["Face"] })).toEqual(["Face"]);
  expect(await only({ LabelExclusionFilters: ["Face"] })).toEqual(names.filter((name) => name !== "Face"));
});

it.skipIf(!existsSync(realPhoto("astronaut-collins.png")))(
  "reads a real smile on a real photograph",
  async () => {
    const faces = await facesOf(readFileSync(realPhoto("astronaut-collins.png")));
    expect(faces).toHaveLength(1);
    expect(happiness(faces[0])).toBeGreaterThan(95);
    expect(faces[0]?.Gender?.Value).toBe("Female");
  },
);

it.skipIf(!existsSync(realPhoto("coffee-noface.png")))(
  "sees no face in a cup of coffee, but the cup",
  async () => {
    const { client } = await start();
    const bytes = readFileSync(realPhoto("coffee-noface.png"));
    expect(await facesOf(bytes)).toEqual([]);
    const answer = await client.send(new DetectLabelsCommand({ Image: { Bytes: bytes } }));
    expect(answer.Labels?.map(({ Name }) => Name)).toContain("Cup");
  },
);
