import {
  DetectFacesCommand,
  DetectLabelsCommand,
  DetectModerationLabelsCommand,
  DetectTextCommand,
  RekognitionClient,
} from "@aws-sdk/client-rekognition";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { expect, it } from "vitest";
import { renderSample } from "../../local/samples/render-sample.ts";
import { facesOf, objects, start } from "./rekognition-harness.ts";

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
  await expect(detect({ Bytes: Buffer.alloc(0) })).rejects.toMatchObject({
    name: "ValidationException",
    message: expect.stringContaining("greater than or equal to 1"),
  });
  // 27 MB of base64 do not even get as far as the service.
  await expect(detect({ Bytes: Buffer.alloc(20 * 1024 * 1024) })).rejects.toMatchObject({
    name: "RequestEntityTooLarge",
    $metadata: { httpStatusCode: 413 },
  });
  await expect(detect({})).rejects.toMatchObject({ name: "InvalidParameterException" });
});

it.each([
  ["just over 15 MB", Buffer.alloc(15 * 1024 * 1024 + 1), "ImageTooLargeException"],
  ["of 20 MB", Buffer.alloc(20 * 1024 * 1024), "ImageTooLargeException"],
  ["without a byte", Buffer.alloc(0), "InvalidImageFormatException"],
  ["that is a GIF", Buffer.from("GIF89a, and so on"), "InvalidImageFormatException"],
])("refuses an object %s, for faces and for labels", async (_, bytes, name) => {
  objects.set("photos/wrong.jpg", bytes);
  const { client } = await start();
  const Image = { S3Object: { Bucket: "photos", Name: "wrong.jpg" } };
  const refused = { name, $metadata: { httpStatusCode: 400 } };
  await expect(client.send(new DetectFacesCommand({ Image }))).rejects.toMatchObject(refused);
  await expect(client.send(new DetectLabelsCommand({ Image }))).rejects.toMatchObject(refused);
});

it("takes a picture of more than 5 MB from a bucket only", async () => {
  const { client } = await start();
  const noise = await sharp({
    create: {
      width: 2300,
      height: 1000,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  expect(noise.length).toBeGreaterThan(5_242_880);
  objects.set("photos/large.png", noise);
  const S3Object = { Bucket: "photos", Name: "large.png" };
  await expect(facesOf(noise)).rejects.toMatchObject({ name: "ValidationException" });
  expect(await client.send(new DetectFacesCommand({ Image: { S3Object } }))).toMatchObject({
    FaceDetails: [],
  });
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

it("refuses an attribute that no face has", async () => {
  const { client } = await start();
  const Image = { Bytes: await renderSample("bride") };
  // What the vendor's types do not let through either.
  const Attributes = ["DEFAULT", "NOSE"] as "DEFAULT"[];
  await expect(client.send(new DetectFacesCommand({ Image, Attributes }))).rejects.toMatchObject({
    name: "ValidationException",
    message: expect.stringContaining("Value 'NOSE' at 'attributes.2.member'"),
  });
});
