import { expect, it, vi } from "vitest";
import { openLambda } from "./lambda-stack.ts";

const sleep = "const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));";

/** A function URL whose function answers with what the code makes of `event`. */
async function openUrl(code: string, more = {}) {
  const opened = await openLambda();
  opened.deploy("Web-Hook", `${sleep} export const handler = async (event) => { ${code} };`, more);
  opened.lambda.createFunctionUrl("Web-Hook");
  const url = `${opened.origin}/_url/Web-Hook`;
  const event = async (path: string, init?: RequestInit): Promise<unknown> =>
    (await fetch(url + path, init)).json();
  return { ...opened, url, event };
}

it("gives the event in payload format 2.0", async () => {
  const { event, origin } = await openUrl("return event;");
  const received = await event("/line/a%20b?x=1&x=2&y=%20", {
    method: "POST",
    headers: {
      "X-Line-Signature": "AbC=",
      "Content-Type": "application/json",
      Cookie: "a=1; b=2",
      "User-Agent": "LineBotWebhook/2.0",
    },
    body: `{"events":[]}`,
  });
  expect(received).toEqual({
    version: "2.0",
    routeKey: "$default",
    rawPath: "/line/a%20b",
    rawQueryString: "x=1&x=2&y=%20",
    cookies: ["a=1", "b=2"],
    headers: expect.objectContaining({
      "x-line-signature": "AbC=",
      "content-type": "application/json",
      "content-length": "13",
    }),
    queryStringParameters: { x: "1,2", y: " " },
    requestContext: {
      accountId: "anonymous",
      apiId: "web-hook",
      domainName: origin.slice("http://".length),
      domainPrefix: "web-hook",
      http: {
        method: "POST",
        path: "/line/a%20b",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "LineBotWebhook/2.0",
      },
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      routeKey: "$default",
      stage: "$default",
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/20\d\d:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    },
    body: `{"events":[]}`,
    isBase64Encoded: false,
  });
  expect(received).not.toHaveProperty("headers.cookie");
});

it("has a path but no body, cookies or query when there are none", async () => {
  const { event } = await openUrl("return event;");
  const received = await event("");
  expect(received).toMatchObject({ rawPath: "/", rawQueryString: "", isBase64Encoded: false });
  for (const absent of ["body", "cookies", "queryStringParameters"])
    expect(received).not.toHaveProperty(absent);
});

it.each([
  ["application/json; charset=utf-8", false],
  ["text/plain", false],
  ["application/xml", false],
  ["application/javascript", false],
  ["application/octet-stream", true],
  ["application/x-www-form-urlencoded", true],
  ["image/jpeg", true],
  ["", true],
])("hands over a body of type %j with isBase64Encoded %j", async (type, isBase64Encoded) => {
  const { event } = await openUrl("return { body: event.body, isBase64Encoded: event.isBase64Encoded };");
  const body = '{"emoji": "😀"}\n ';
  const headers = type === "" ? {} : { "Content-Type": type };
  const received = await event("/", { method: "POST", headers, body: Buffer.from(body) });
  expect(received).toEqual({
    isBase64Encoded,
    body: isBase64Encoded ? Buffer.from(body).toString("base64") : body,
  });
});

it.each<[string, string, { status: number; type?: string | null; text: string }]>([
  ["an object as JSON", "return { a: 1 };", { status: 200, type: "application/json", text: `{"a":1}` }],
  ["a string as JSON", "return 'hi';", { status: 200, type: "application/json", text: `"hi"` }],
  ["nothing as null", "", { status: 200, type: "application/json", text: "null" }],
  ["a status alone", "return { statusCode: 401 };", { status: 401, text: "" }],
  [
    "status, headers and body",
    "return { statusCode: 201, headers: { 'Content-Type': 'text/plain' }, body: 'made' };",
    { status: 201, type: "text/plain", text: "made" },
  ],
  [
    "a base64 body",
    "return { statusCode: 200, isBase64Encoded: true, body: Buffer.from('ü').toString('base64') };",
    { status: 200, text: "ü" },
  ],
  [
    "an impossible status as 502",
    "return { statusCode: 'x' };",
    { status: 502, text: "Internal Server Error" },
  ],
  [
    "a body that is no string as 502",
    "return { statusCode: 200, body: {} };",
    { status: 502, text: "Internal Server Error" },
  ],
  ["an error as 502", "throw new Error('secret detail');", { status: 502, text: "Internal Server Error" }],
  ["a death as 502", "process.exit(1);", { status: 502, text: "Internal Server Error" }],
])("answers with %s", async (_, code, { status, type, text }) => {
  const { url } = await openUrl(code);
  const answer = await fetch(url);
  expect(answer.status).toBe(status);
  if (type) expect(answer.headers.get("content-type")).toBe(type);
  expect(await answer.text()).toBe(text);
});

it("sets several cookies and only the function's own CORS headers", async () => {
  const { url } = await openUrl("return { statusCode: 200, cookies: ['a=1', 'b=2'] };");
  const answer = await fetch(url);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(answer.headers.has("access-control-allow-origin")).toBe(false);
});

it("refuses more than 6 MB with 413 without calling the function, and an unknown URL with 404", async () => {
  const { url, origin, lines } = await openUrl("console.log('called'); return 1;");
  const tooMuch = await fetch(url, { method: "POST", body: Buffer.alloc(6 * 1024 * 1024 + 1) });
  expect(tooMuch.status).toBe(413);
  expect((await fetch(`${origin}/_url/other/`)).status).toBe(404);
  expect(await (await fetch(url)).json()).toBe(1);
  await vi.waitFor(() => expect(lines).toEqual(["Web-Hook: called"]));
});

it("answers 429 when the function is throttled", async () => {
  const { url } = await openUrl("await sleep(300);", { reservedConcurrency: 1 });
  const answers = await Promise.all([fetch(url), fetch(url)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 429]);
});
