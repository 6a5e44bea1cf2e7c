import { existsSync, readFileSync } from "node:fs";
import {
  DetectFacesCommand,
  DetectLabelsCommand,
  DetectModerationLabelsCommand,
  DetectTextCommand,
  RekognitionClient,
} from "@aws-sdk/client-rekognition";
import type { FaceDetail } from "@aws-sdk/client-rekognition";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRekognition } from "../../local/aws/rekognition/rekognition.ts";
import { AwsError } from "../../local/aws/service.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { openGateway } from "./open-gateway.ts";
import { realPhoto } from "../fixtures/real-photos.ts";

const objects = new Map<string, Buffer>();
const rekognition = createRekognition({
  async readObject(bucket, key, caller) {
    caller.authorize("s3:GetObject", `arn:aws:s3:::${bucket}/${key}`);
    const found = objects.get(`${bucket}/${key}`);
    if (!found) throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
    return found;
  },
});
beforeAll(() => rekognition.warm());
afterAll(() => rekognition.close());

async function start() {
  const opened = await openGateway({ jsonServices: [rekognition] });
  return { ...opened, client: new RekognitionClient(opened.asAdministrator) };
}

async function facesOf(bytes: Uint8Array, attributes: ("ALL" | "DEFAULT" | "SMILE")[] = ["ALL"]) {
  const { client } = await start();
  const answer = await client.send(
    new DetectFacesCommand({ Image: { Bytes: bytes }, Attributes: attributes }),
  );
  return answer.FaceDetails ?? [];
}

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

it.each([
  ["a GIF", (image: Sharp) => image.gif().toBuffer()],
  ["a WebP", (image: Sharp) => image.webp().toBuffer()],
  ["an SVG", async () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>`)],
  ["text", async () => Buffer.from("not a picture")],
  ["a JPEG's first bytes only", async (image: Sharp) => (await image.jpeg().toBuffer()).subarray(0, 400)],
  ["half a JPEG", async (image: Sharp) => (await image.jpeg().toBuffer()).subarray(0, 20_000)],
  ["garbage with a PNG's signature", async () => Buffer.from("89504e470d0a1a0a00112233", "hex")],
])("refuses %s", async (_, make) => {
  const bytes = await make(sharp(await renderSample("hakama")));
  await expect(facesOf(bytes)).rejects.toMatchObject({
    name: "InvalidImageFormatException",
    $metadata: { httpStatusCode: 400 },
  });
});

it("refuses pictures outside the documented sizes", async () => {
  const { client } = await start();
  const detect = (Image: object) => client.send(new DetectFacesCommand({ Image }));
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#888" } })
      .png()
      .toBuffer();

  await expect(detect({ Bytes: await blank(79, 300) })).rejects.toMatchObject({
    name: "InvalidParameterException",
    message: "Request has invalid parameters",
  });
  await expect(detect({ Bytes: await blank(80, 80) })).resolves.toMatchObject({ FaceDetails: [] });
  await expect(detect({ Bytes: await blank(10_001, 80) })).rejects.toThrow("10001x80");
  await expect(detect({ Bytes: Buffer.alloc(5_242_881) })).rejects.toMatchObject({
    name: "ValidationException",
    message: expect.stringContaining("less than or equal to 5242880"),
  });
  objects.set("photos/huge.jpg", Buffer.alloc(15 * 1024 * 1024 + 1));
  await expect(detect({ S3Object: { Bucket: "photos", Name: "huge.jpg" } })).rejects.toMatchObject({
    name: "ImageTooLargeException",
  });
  await expect(detect({})).rejects.toMatchObject({ name: "InvalidParameterException" });
});

it("reads objects with the caller's own rights", async () => {
  objects.set("photos/bride.jpg", await renderSample("bride"));
  const opened = await start();
  const detectFaces = { Effect: "Allow", Action: "rekognition:DetectFaces", Resource: "*" } as const;
  const getObject = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::photos/*" } as const;
  const read = (settings: typeof opened.asAdministrator, Name: string) =>
    new RekognitionClient(settings).send(
      new DetectFacesCommand({ Image: { S3Object: { Bucket: "photos", Name } } }),
    );

  const allowed = opened.asRole("allowed", detectFaces, getObject);
  expect((await read(allowed, "bride.jpg")).FaceDetails).toHaveLength(1);
  const unreachable = {
    name: "InvalidS3ObjectException",
    message: "Unable to get object metadata from S3. Check object key, region and/or access permissions.",
  };
  await expect(read(allowed, "missing.jpg")).rejects.toMatchObject(unreachable);
  await expect(read(opened.asRole("no-object", detectFaces), "bride.jpg")).rejects.toMatchObject(unreachable);
  await expect(read(opened.asRole("no-detect", getObject), "bride.jpg")).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
});

it("says by name what is not available locally", async () => {
  const { client } = await start();
  const Image = { Bytes: await renderSample("bride") };
  await expect(client.send(new DetectModerationLabelsCommand({ Image }))).rejects.toMatchObject({
    name: "ModerationNotAvailableLocallyException",
    message: expect.stringContaining("not available locally"),
    $metadata: { httpStatusCode: 400 },
  });
  await expect(client.send(new DetectTextCommand({ Image }))).rejects.toMatchObject({
    name: "TextDetectionNotAvailableLocallyException",
    message: expect.stringContaining("not available locally"),
  });
  await expect(
    client.send(new DetectLabelsCommand({ Image, Features: ["IMAGE_PROPERTIES"] })),
  ).rejects.toMatchObject({ name: "LabelFeatureNotAvailableLocallyException" });
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
