import { describe, expect, it } from "vitest";
import {
  createRekognitionClient,
  type RekognitionAnswers,
} from "../../functions/shared/adapters/rekognition-client.ts";
import { createPictureReaders } from "../../functions/shared/adapters/rekognition.ts";
import { answerWith, type PlannedAnswer } from "./function-answers.ts";

describe("Rekognition, as the product asks it", () => {
  const config = {
    region: "ap-northeast-1",
    maxAttempts: 1,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  };
  async function openRekognition(answer: PlannedAnswer) {
    const { origin, heard } = await answerWith(answer);
    return {
      heard,
      ...createPictureReaders({
        client: createRekognitionClient({ ...config, endpoint: origin }),
        bucket: "photos",
      }),
    };
  }
  const refusing = (name: string, status = 400) => ({ status, body: { __type: name, message: "no" } });

  it("reads faces with everything that is known, cut to the picture", async () => {
    const detail = {
      BoundingBox: { Left: -0.1, Top: 0.5, Width: 0.4, Height: 0.7 },
      Confidence: 99.5,
      Emotions: [
        { Type: "HAPPY", Confidence: 97.5 },
        { Type: "NOSTALGIC", Confidence: 2 },
      ],
      Smile: { Value: false, Confidence: 90 },
      AgeRange: { Low: 20, High: 28 },
      Gender: { Value: "Female", Confidence: 99 },
    };
    const { faceReader, heard } = await openRekognition({
      body: { FaceDetails: [detail, { Confidence: 90 }] },
    });
    const reading = await faceReader.readFaces({ kind: "stored", key: "originals/e/g/1.jpg" });
    expect(JSON.parse(heard[0]?.body ?? "")).toEqual({
      Image: { S3Object: { Bucket: "photos", Name: "originals/e/g/1.jpg" } },
      Attributes: ["ALL"],
    });
    expect(reading).toEqual({
      kind: "read",
      faces: [
        {
          box: { left: 0, top: 0.5, width: expect.closeTo(0.3), height: 0.5 },
          confidence: 99.5,
          emotions: [
            { type: "HAPPY", confidence: 97.5 },
            { type: "UNKNOWN", confidence: 2 },
          ],
          smile: false,
          ageRange: { low: 20, high: 28 },
          gender: "Female",
        },
        { box: { left: 0, top: 0, width: 0, height: 0 }, confidence: 90, emotions: [] },
      ],
    });
  });

  it.each([
    ["InvalidImageFormatException", "unreadable"],
    ["InvalidParameterException", "unreadable"],
    ["ImageTooLargeException", "too-large"],
  ])("%s is about the picture: %s", async (name, reason) => {
    const { faceReader } = await openRekognition(refusing(name));
    expect(await faceReader.readFaces({ kind: "stored", key: "o" })).toEqual({ kind: "refused", reason });
  });

  it.each([
    refusing("ProvisionedThroughputExceededException"),
    refusing("ThrottlingException"),
    refusing("InvalidS3ObjectException"),
    refusing("AccessDeniedException"),
    refusing("InternalServerError", 500),
    { drop: true },
  ])("faces: %j is a fault", async (answer) => {
    const { faceReader } = await openRekognition(answer);
    await expect(faceReader.readFaces({ kind: "stored", key: "o" })).rejects.toThrow("face-reading-failed");
  });

  it("checks the content", async () => {
    const label = { Name: "Alcohol", Confidence: 88, ParentName: "", TaxonomyLevel: 1 };
    const { contentChecker } = await openRekognition({ body: { ModerationLabels: [label] } });
    expect(await contentChecker.checkContent({ kind: "stored", key: "o" })).toEqual({
      kind: "checked",
      labels: [{ name: "Alcohol", confidence: 88 }],
    });
  });

  it.each([
    refusing("NotAvailableLocallyException"),
    refusing("AccessDeniedException"),
    refusing("InvalidImageFormatException"),
    refusing("SomethingNobodyKnowsException", 418),
  ])("content: %j lasts, so it is not checked", async (answer) => {
    const { contentChecker } = await openRekognition(answer);
    expect(await contentChecker.checkContent({ kind: "stored", key: "o" })).toEqual({ kind: "not-checked" });
  });

  it.each([
    refusing("ProvisionedThroughputExceededException"),
    refusing("ThrottlingException"),
    refusing("ThrottlingException", 500),
    refusing("InternalServerError", 500),
    refusing("Whatever", 503),
    refusing("Whatever", 429),
    { drop: true },
  ])("content: %j passes, so it is never taken for not checked", async (answer) => {
    const { contentChecker } = await openRekognition(answer);
    await expect(contentChecker.checkContent({ kind: "stored", key: "o" })).rejects.toThrow(
      "moderation-throttled",
    );
  });

  const rules = { minConfidence: 70, most: 20 };

  it("reads labels with their parents, and boxes cut to the picture", async () => {
    const cake = {
      Name: "Wedding Cake",
      Confidence: 91,
      Instances: [{ BoundingBox: { Left: 0.9, Top: 0.2, Width: 0.3, Height: 0.4 }, Confidence: 88 }],
      Parents: [{ Name: "Cake" }, { Name: "Food" }],
    };
    const { labelReader, heard } = await openRekognition({
      body: { Labels: [cake, { Name: "Indoors", Confidence: 99 }] },
    });
    expect(await labelReader.readLabels({ kind: "stored", key: "o" }, rules)).toEqual({
      kind: "read",
      labels: [
        {
          name: "Wedding Cake",
          confidence: 91,
          instances: [
            {
              box: { left: 0.9, top: 0.2, width: expect.closeTo(0.1), height: expect.closeTo(0.4) },
              confidence: 88,
            },
          ],
          parents: ["Cake", "Food"],
        },
        { name: "Indoors", confidence: 99, instances: [], parents: [] },
      ],
    });
    expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({ MinConfidence: 70, MaxLabels: 20 });
  });

  it("reads the lines of a text, not each word once more", async () => {
    const { textReader } = await openRekognition({
      body: {
        TextDetections: [
          { DetectedText: "HAPPY WEDDING", Type: "LINE", Id: 0 },
          { DetectedText: "2027", Type: "LINE", Id: 1 },
          { DetectedText: "HAPPY", Type: "WORD", Id: 2, ParentId: 0 },
          { DetectedText: "WEDDING", Type: "WORD", Id: 3, ParentId: 0 },
        ],
      },
    });
    expect(await textReader.readText({ kind: "stored", key: "o" })).toEqual({
      kind: "read",
      lines: ["HAPPY WEDDING", "2027"],
    });
  });

  it.each(["AccessDeniedException", "TextDetectionNotAvailableLocallyException"])(
    "labels, text: %s lasts, so they are not checked",
    async (name) => {
      const { labelReader, textReader } = await openRekognition(refusing(name));
      expect(await labelReader.readLabels({ kind: "stored", key: "o" }, rules)).toEqual({
        kind: "not-checked",
      });
      expect(await textReader.readText({ kind: "stored", key: "o" })).toEqual({ kind: "not-checked" });
    },
  );

  it.each([refusing("ThrottlingException"), refusing("InternalServerError", 500), { drop: true }])(
    "labels, text: %j passes",
    async (answer) => {
      const { labelReader, textReader } = await openRekognition(answer);
      await expect(labelReader.readLabels({ kind: "stored", key: "o" }, rules)).rejects.toThrow(
        "labels-throttled",
      );
      await expect(textReader.readText({ kind: "stored", key: "o" })).rejects.toThrow("text-throttled");
    },
  );

  it("reads bytes at hand, and hears answers and refusals as they came", async () => {
    const { origin, heard } = await answerWith(
      { body: { FaceDetails: [{ Eyeglasses: { Value: true, Confidence: 80 } }] } },
      refusing("AccessDeniedException"),
    );
    const answers: RekognitionAnswers[] = [];
    const refused: unknown[] = [];
    const readers = createPictureReaders({
      client: createRekognitionClient({ ...config, endpoint: origin }),
      onAnswer: (answer) => void answers.push(answer),
      onNotChecked: (operation, error) => void refused.push(operation, error),
    });
    const picture = { kind: "bytes", bytes: Buffer.from("abc") } as const;
    await readers.faceReader.readFaces(picture);
    await readers.contentChecker.checkContent(picture);
    expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({ Image: { Bytes: "YWJj" } });
    expect(answers).toMatchObject([{ DetectFaces: { FaceDetails: [{ Eyeglasses: { Value: true } }] } }]);
    expect(refused).toMatchObject(["DetectModerationLabels", { name: "AccessDeniedException" }]);
    await expect(readers.faceReader.readFaces({ kind: "stored", key: "o" })).rejects.toThrow("bucket");
  });
});
