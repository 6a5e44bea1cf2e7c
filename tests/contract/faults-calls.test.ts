import { Rekognition } from "@aws-sdk/client-rekognition";
import { S3 } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { Bucket, faultyServices, openFaultyServices } from "./faults-harness.ts";

/** What a call of the vendor's client was refused with; a call that succeeds is an error. */
async function refusal(call: Promise<unknown>): Promise<{ name: string; status: number; attempts: number }> {
  const error: unknown = await call.then(
    () => new Error("The call was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !("$metadata" in error)) throw error;
  // Every error of the vendor's clients has it.
  const { httpStatusCode = 0, attempts = 0 } = error.$metadata as {
    httpStatusCode?: number;
    attempts?: number;
  };
  return { name: error.name, status: httpStatusCode, attempts };
}

/** One call is let through, and then none for a long time. */
const THROTTLED = { throttlePerSecond: 0.0001 };

describe.each(faultyServices)("$action", ({ action, throttled, failed, call }) => {
  it("is throttled in the service's own words, and tried again by the vendor's client", async () => {
    const { asAdministrator, faults } = await openFaultyServices({ calls: { [action]: THROTTLED } });
    await call(asAdministrator);
    const [name, status] = throttled;
    expect(await refusal(call(asAdministrator))).toEqual({ name, status, attempts: 1 });
    faults.set({ calls: { [action]: { ...THROTTLED, times: 1 } } });
    await call(asAdministrator);
    expect((await call({ ...asAdministrator, maxAttempts: 2 })).$metadata.attempts).toBe(2);
  });

  it("fails in the service's own words, and is tried again by the vendor's client", async () => {
    const { asAdministrator, faults } = await openFaultyServices({ calls: { [action]: { failBefore: 1 } } });
    const [name, status] = failed;
    expect(await refusal(call(asAdministrator))).toEqual({ name, status, attempts: 1 });
    faults.set({ calls: { [action]: { failBefore: 1, times: 2 } } });
    expect((await call({ ...asAdministrator, maxAttempts: 3 })).$metadata.attempts).toBe(3);
    expect(faults.struck(action)).toBe(2);
  });

  it("loses its connection before and after the work", async () => {
    const { asAdministrator, faults } = await openFaultyServices({ calls: { [action]: { dropBefore: 1 } } });
    await expect(call(asAdministrator)).rejects.toThrow(/socket hang up|ECONNRESET/);
    faults.set({ calls: { [action]: { dropAfter: 1, times: 1 } } });
    expect((await call({ ...asAdministrator, maxAttempts: 2 })).$metadata.attempts).toBe(2);
  });
});

describe("a fault", () => {
  const photos = (settings: ConstructorParameters<typeof S3>[0]) =>
    new S3({ ...settings, forcePathStyle: true });
  const put = (s3: S3, Key: string) => s3.putObject({ Bucket, Key, Body: "picture" });

  it("before the work leaves nothing done, one after it everything", async () => {
    const { asAdministrator, faults, s3 } = await openFaultyServices();
    const client = photos(asAdministrator);
    for (const before of ["failBefore", "dropBefore"] as const) {
      faults.set({ calls: { "s3:PutObject": { [before]: 1 } } });
      await expect(put(client, before)).rejects.toThrow();
    }
    expect(s3.count(Bucket)).toBe(0);
    for (const after of ["failAfter", "dropAfter"] as const) {
      faults.set({ calls: { "s3:PutObject": { [after]: 1 } } });
      await expect(put(client, after)).rejects.toThrow();
      expect(s3.count(Bucket, after)).toBe(1);
    }
  });

  it("strikes what is named: the operation before the service, the service before all", async () => {
    const { asAdministrator, faults } = await openFaultyServices();
    const client = photos(asAdministrator);
    const namesOf = async () => [
      (await refusal(put(client, "k"))).name,
      (await refusal(client.listObjectsV2({ Bucket }))).name,
      (await refusal(new Rekognition(asAdministrator).detectFaces({ Image: { Bytes: new Uint8Array(1) } })))
        .name,
    ];
    faults.set({
      calls: {
        "s3:PutObject": { failBefore: 1, status: 503 },
        "s3:*": { failBefore: 1 },
        "*": { failBefore: 1 },
      },
    });
    expect(await namesOf()).toEqual(["InternalError", "InternalError", "InternalServerError"]);
    expect((await refusal(put(client, "k"))).status).toBe(503);
    faults.set({ calls: { "s3:PutObject": {}, "s3:*": { failBefore: 1 } } });
    await put(client, "k");
    expect((await refusal(client.getObject({ Bucket, Key: "k" }))).name).toBe("InternalError");
    expect((await refusal(client.headObject({ Bucket, Key: "k" }))).status).toBe(500);
    faults.set({});
    await client.getObject({ Bucket, Key: "k" });
  });

  it("strikes a share of the calls, the same ones again with the same seed", async () => {
    const { asAdministrator, faults } = await openFaultyServices();
    const client = photos(asAdministrator);
    const outcomes = async () => {
      faults.set({ seed: 7, calls: { "s3:PutObject": { failBefore: 0.5 } } });
      const seen: boolean[] = [];
      for (let call = 0; call < 20; call += 1) {
        seen.push(
          await put(client, "k").then(
            () => true,
            () => false,
          ),
        );
      }
      return seen;
    };
    const first = await outcomes();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await outcomes()).toEqual(first);
  });

  it("of a counted number strikes no more, however many calls come at once", async () => {
    const { asAdministrator, faults, s3 } = await openFaultyServices({
      calls: { "s3:PutObject": { failBefore: 1, latencyMs: [50, 50], times: 2 } },
    });
    const client = photos(asAdministrator);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, (_, n) => put(client, `k${n}`)));
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(2);
    expect(s3.count(Bucket)).toBe(4);
    expect(faults.struck("s3:PutObject")).toBe(2);
  });

  it("of latency makes the answer wait, and only it", async () => {
    const { asAdministrator, faults } = await openFaultyServices({
      calls: { "s3:PutObject": { latencyMs: [300, 400] } },
    });
    const startedAt = performance.now();
    await put(photos(asAdministrator), "k");
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(299);
    expect(faults.struck("s3:PutObject")).toBe(1);
  });
});

describe("Rekognition as in Tokyo", () => {
  it("lets five faces pictures a second through, and five more in the next", async () => {
    const { asAdministrator, counting } = await openFaultyServices({
      calls: { "rekognition:DetectFaces": { throttlePerSecond: 5 } },
    });
    const client = new Rekognition(asAdministrator);
    const detect = () => client.detectFaces({ Image: { Bytes: new Uint8Array(1) } });
    await Promise.allSettled(Array.from({ length: 12 }, detect));
    const atOnce = counting.rekognition.done.length;
    expect(atOnce).toBeGreaterThanOrEqual(5);
    expect(atOnce).toBeLessThan(12);
    // The vendor's client is patient: with its own waiting all of a burst get through.
    const patient = new Rekognition({ ...asAdministrator, maxAttempts: 12, retryMode: "adaptive" });
    const burst = Array.from({ length: 12 }, () =>
      patient.detectFaces({ Image: { Bytes: new Uint8Array(1) } }),
    );
    const startedAt = performance.now();
    await Promise.all(burst);
    expect(counting.rekognition.done).toHaveLength(atOnce + 12);
    expect(performance.now() - startedAt).toBeGreaterThan(1000);
  });
});

describe("whoever watches the calls", () => {
  it("is told before and after each, with the caller's role, and is waited for", async () => {
    const { asAdministrator, asRole, faults, s3 } = await openFaultyServices();
    const client = new S3({
      ...asRole("photo-worker", { Effect: "Allow", Action: "s3:PutObject", Resource: "*" }),
      forcePathStyle: true,
    });
    const told: string[] = [];
    const unwatch = faults.watch(async ({ action, principal, phase }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.push(`${phase} ${action} ${/assumed-role\/[\w-]+/.exec(principal)?.[0]} ${s3.count(Bucket)}`);
    });
    await client.putObject({ Bucket, Key: "k", Body: "b" });
    expect(told).toEqual([
      "before s3:PutObject assumed-role/photo-worker 0",
      "after s3:PutObject assumed-role/photo-worker 1",
    ]);
    faults.set({ calls: { "s3:*": { failBefore: 1 } } });
    await expect(client.putObject({ Bucket, Key: "l", Body: "b" })).rejects.toThrow();
    expect(told).toHaveLength(2);
    faults.set({});
    // A call that the service refuses by itself was tried, so it is told.
    await expect(client.deleteObject({ Bucket, Key: "k" })).rejects.toThrow("not authorized");
    expect(told).toHaveLength(4);
    unwatch();
    await new S3({ ...asAdministrator, forcePathStyle: true }).putObject({ Bucket, Key: "m", Body: "b" });
    expect(told).toHaveLength(4);
  });
});
