import * as z from "zod";
import { describe, expect, it } from "vitest";
import { createGraphqlDoor } from "../../functions/shared/adapters/graphql-door.ts";
import { createCeremonyStore } from "../../functions/shared/adapters/ceremony-graphql.ts";
import { createParameterReader } from "../../functions/shared/adapters/ssm.ts";
import { createAwsFetch } from "../../functions/shared/aws-fetch.ts";
import { answerWith, lambdaEnvironment, type PlannedAnswer } from "./function-answers.ts";

const awsFetch = createAwsFetch(lambdaEnvironment, { service: "appsync", timeoutMs: 2_000 });
const operation = {
  field: "event",
  document: "query ($eventId: ID!) { event(eventId: $eventId) { title } }",
};
const shape = z.object({ title: z.string() }).optional();

async function openDoor(...answers: readonly PlannedAnswer[]) {
  const { origin, heard } = await answerWith(...answers);
  const url = async () => `${origin}/graphql`;
  const door = createGraphqlDoor({ fetch: awsFetch, url, firstPauseMs: 1 });
  return { heard, door, ask: () => door.call(operation, { eventId: "1" }, shape) };
}
const good = { body: { data: { event: { title: "宴" } } } };
const failing = (errorType: string) => ({
  body: { data: { event: null }, errors: [{ errorType, message: "secret" }] },
});

describe("the door to the API", () => {
  it("signs what it sends", async () => {
    const { ask, heard } = await openDoor(good);
    expect(await ask()).toEqual({ title: "宴" });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.headers["authorization"]).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/ap-northeast-1\/appsync\/aws4_request,/,
    );
    expect(JSON.parse(heard[0]?.body ?? "")).toEqual({
      query: operation.document,
      variables: { eventId: "1" },
    });
  });

  it("knows null as missing", async () => {
    const { ask } = await openDoor({ body: { data: { event: null } } });
    expect(await ask()).toBeUndefined();
  });

  it.each<[string, PlannedAnswer]>([
    ["too many requests", { status: 429 }],
    ["a server error", { status: 503, body: "<html>" }],
    ["a lost connection", { drop: true }],
    ["a throttled table", failing("DynamoDB:ProvisionedThroughputExceededException")],
    ["a throttled API", failing("ThrottlingException")],
    ["a table that failed inside", failing("DynamoDB:InternalServerError")],
    ["an API that failed inside", failing("InternalFailure")],
  ])("tries again after %s", async (_name, answer) => {
    const { ask, heard } = await openDoor(answer, answer, good);
    expect(await ask()).toEqual({ title: "宴" });
    expect(heard).toHaveLength(3);
  });

  it("gives up after five tries", async () => {
    const { ask, heard } = await openDoor({ status: 429 });
    await expect(ask()).rejects.toThrow("api-unreachable");
    expect(heard).toHaveLength(5);
  });

  it.each<[string, PlannedAnswer]>([
    ["a denied field", failing("Unauthorized")],
    ["a wrong signature", { status: 403, body: { errors: [{ errorType: "x" }] } }],
    ["an answer that is none", { body: "<html>" }],
    ["an answer in another shape", { body: { data: { event: { title: 5 } } } }],
    ["half an answer", { body: { ...good.body, errors: [{ errorType: "Resolver", message: "x" }] } }],
  ])("refuses at once after %s, and says nothing of its words", async (_name, answer) => {
    const { ask, heard } = await openDoor(answer, good);
    const refusal = await ask().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: "Fault", code: "api-refused" });
    expect(JSON.stringify(refusal)).not.toContain("secret");
    expect(heard).toHaveLength(1);
  });
});

describe("the ceremony's data", () => {
  it("reads and writes a photo whole", async () => {
    const row = {
      eventId: "e",
      guestId: "g",
      photoId: "1",
      displayName: "花子",
      sentAt: 5,
      step: "read",
      state: "shown",
      reason: null,
      score: 90.1,
      faces: [
        {
          box: { left: 0.1, top: 0.2, width: 0.3, height: 0.4 },
          confidence: 99,
          emotions: [{ type: "HAPPY", confidence: 90.1 }],
          smile: true,
          ageRange: null,
          gender: null,
        },
      ],
      moderationLabels: '[{"name":"Alcohol","confidence":60.5}]',
      isModerationChecked: true,
      decision: { says: "show", by: "hanako@example.org", at: 4, entryId: "2026#1", count: 1 },
      earlierDecisions: [{ by: "ken@example.org", at: 3, entryId: "2026#0", count: 1 }],
      original: "originals/e/g/1.jpg",
      image: "p/0123",
      width: 1024,
      height: 768,
      sizeBytes: 12_345,
      contentHash: "abc",
      version: 3,
      expiresAt: 77,
    };
    const { door, heard } = await openDoor(
      { body: { data: { photo: row } } },
      { body: { data: { savePhoto: { isWon: true } } } },
    );
    const store = createCeremonyStore(door);
    const photo = await store.photo({ eventId: "e", guestId: "g", photoId: "1" });
    expect(photo?.moderationLabels).toEqual([{ name: "Alcohol", confidence: 60.5 }]);
    if (photo === undefined) throw new Error("no photo");
    expect(await store.savePhoto({ ...photo, step: "answered" }, photo.version)).toBe(true);
    const { variables } = JSON.parse(heard[1]?.body ?? "");
    const { version, reason: _reason, faces, ...rest } = row;
    const { ageRange: _ageRange, gender: _gender, ...face } = faces[0] ?? {};
    expect(variables).toEqual({ ...rest, step: "answered", expectedVersion: version, faces: [face] });
  });

  it("reads all pages of a guest's photos", async () => {
    const photo = (photoId: string) => ({
      eventId: "e",
      guestId: "g",
      photoId,
      displayName: "花子",
      sentAt: 5,
      step: "read",
      state: "hidden",
      score: 0,
      faces: null,
      version: 1,
      expiresAt: 1,
    });
    const { door, heard } = await openDoor(
      { body: { data: { photosOfGuest: { photos: [photo("1"), photo("2")], nextToken: "next" } } } },
      { body: { data: { photosOfGuest: { photos: [photo("3")], nextToken: null } } } },
    );
    const photos = await createCeremonyStore(door).photosOfGuest({ eventId: "e", guestId: "g" });
    expect(photos.map(({ photoId, faces }) => [photoId, faces])).toEqual([
      ["1", []],
      ["2", []],
      ["3", []],
    ]);
    expect(JSON.parse(heard[1]?.body ?? "").variables).toEqual({
      eventId: "e",
      guestId: "g",
      nextToken: "next",
    });
  });
});

describe("the API's address", () => {
  it("is read once; a failure is not remembered", async () => {
    const { origin, heard } = await answerWith(
      { status: 400 },
      { body: { Parameter: { Value: "http://api" } } },
    );
    const read = createParameterReader(awsFetch, origin, "/egao/url");
    await expect(read()).rejects.toThrow("api-unreachable");
    expect(await Promise.all([read(), read(), read()])).toEqual(["http://api", "http://api", "http://api"]);
    expect(await read()).toBe("http://api");
    expect(heard).toHaveLength(2);
    expect(heard[1]?.headers["x-amz-target"]).toBe("AmazonSSM.GetParameter");
    expect(JSON.parse(heard[1]?.body ?? "")).toEqual({ Name: "/egao/url" });
  });
});
