import { afterEach, expect, it, vi } from "vitest";
import { readPrivacyNotice } from "./privacy-notice.ts";

const outputs = { data: { url: "https://api.example/graphql", api_key: "key", aws_region: "eu-west-1" } };
const notice = {
  title: "Party",
  language: "en",
  contact: null,
  retentionEndsAt: 5,
  keepsAgeAndGender: true,
  policy: "review-first",
};
let asked: { readonly url: string; readonly init: RequestInit | undefined }[];

function answerWith(answer: unknown, status = 200): void {
  asked = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    asked.push({ url, init });
    return url === "/amplify_outputs.json" ? Response.json(outputs) : Response.json(answer, { status });
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

it("E7: asks with the public key, and reads what there is", async () => {
  answerWith({ data: { privacyNotice: notice } });
  const { policy: _policy, ...same } = notice;
  expect(await readPrivacyNotice("H7KC4M")).toEqual({
    ...same,
    contact: "",
    isReviewed: true,
    region: "eu-west-1",
  });
  expect(asked.at(-1)).toMatchObject({
    url: "https://api.example/graphql",
    init: { method: "POST", headers: { "x-api-key": "key" } },
  });
  const body = asked.at(-1)?.init?.body;
  expect(JSON.parse(typeof body === "string" ? body : "")).toMatchObject({
    variables: { joinCode: "H7KC4M" },
  });
});

it("E7: knows nothing of a code of no event", async () => {
  answerWith({ data: { privacyNotice: null } });
  expect(await readPrivacyNotice("H7KC4M")).toBeNull();
});

it.each<[string, unknown, number]>([
  ["a refusal", { data: { privacyNotice: null }, errors: [{ errorType: "Unauthorized" }] }, 200],
  ["an error of the network", {}, 503],
  ["half a notice", { data: { privacyNotice: { title: "Party" } } }, 200],
  ["nothing", {}, 200],
])("fails on %s", async (_, answer, status) => {
  answerWith(answer, status);
  await expect(readPrivacyNotice("H7KC4M")).rejects.toThrow();
});
