import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { openEcho, signer } from "./gateway-stack.ts";
import { openGateway } from "./open-gateway.ts";

describe("JSON answers", () => {
  it("lets only declared operations in without a signature, as a caller without rights", async () => {
    const { call } = await openEcho();
    const answer = await call("Public", { body: `{"ClientId":"x"}` });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/x-amz-json-1.0");
    expect(await answer.json()).toEqual({
      QueueUrls: ["anonymous"],
      operation: "Public",
      input: { ClientId: "x" },
    });
  });

  it("gives errors by code, message and members, and hides what broke inside", async () => {
    const opened = await openEcho();
    const send = async (operation: string, body = "{}") => {
      const headers = { "x-amz-target": operation };
      const answer = await fetch(await signer(opened).sign(opened.origin, { method: "POST", body, headers }));
      return { status: answer.status, id: answer.headers.get("x-amzn-requestid"), body: await answer.json() };
    };
    expect(await send("AmazonSQS.Refuse")).toMatchObject({
      status: 400,
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      body: { __type: "Refused", message: "no", Item: 1 },
    });
    expect((await send("AmazonSQS.Any", "{")).body.__type).toBe("SerializationException");
    expect((await send("Kinesis_20131202.PutRecord")).body).toMatchObject({
      __type: "UnknownOperationException",
      message: expect.stringContaining("Kinesis_20131202.PutRecord"),
    });
    const broken = await send("AmazonSQS.Break");
    expect(broken).toMatchObject({ status: 500, body: { __type: "InternalFailure" } });
    expect(JSON.stringify(broken)).not.toContain("internal detail");
    expect(opened.lines.join()).toContain("internal detail");
  });

  it("answers browsers of other origins", async () => {
    const { origin, call } = await openEcho();
    const preflight = await fetch(origin, {
      method: "OPTIONS",
      headers: { "access-control-request-headers": "x-amz-target", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("x-amz-target");
    for (const answer of [preflight, await call("Public"), await call("Any")]) {
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("access-control-expose-headers")).toContain("x-amzn-errortype");
    }
  });
});

describe("robustness", () => {
  it("refuses more than 20 MB with 413, announced or not, and stays up", async () => {
    const { origin, call } = await openEcho();
    const big = Buffer.alloc(21 * 1024 * 1024);
    const announced = await fetch(`${origin}/b/k`, { method: "PUT", body: big });
    expect(announced.status).toBe(413);
    const chunked = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 21; part += 1) controller.enqueue(big.subarray(0, 1024 * 1024));
        controller.close();
      },
    });
    const streamed = await fetch(`${origin}/b/k`, {
      method: "PUT",
      body: chunked,
      duplex: "half",
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await call("Public")).status).toBe(200);
  });

  it.each([
    "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /%E0%A4%A/x?%zz=%1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "NONSENSE\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: \r\nContent-Length: 0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nshort",
    `GET /%zz HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 Credential=${"a/b/ap-northeast-1/s3/aws4_request"}\r\n\r\n`,
  ])("survives %j", async (raw) => {
    const { gateway, call } = await openEcho();
    const address = gateway.server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    await new Promise<void>((resolve) => {
      const socket = connect(address.port, "127.0.0.1", () => socket.end(raw));
      socket.on("error", () => resolve());
      socket.on("close", () => resolve());
      socket.resume();
    });
    expect((await call("Public")).status).toBe(200);
  });

  it("tries routes first and survives one that throws", async () => {
    const { origin } = await openGateway({
      routes: [
        {
          matches: (method, path) => method === "GET" && path === "/hello",
          handle: (_, response) => void response.end("hi"),
        },
        { matches: (_, path) => path === "/broken", handle: () => Promise.reject(new Error("x")) },
      ],
    });
    expect(await (await fetch(`${origin}/hello?x=1`)).text()).toBe("hi");
    expect((await fetch(`${origin}/broken`)).status).toBe(500);
    expect((await fetch(`${origin}/hello`, { method: "DELETE" })).status).toBe(403);
  });

  it("closes although a client keeps its connection and another one waits", async () => {
    const { gateway, origin } = await openGateway({
      routes: [{ matches: (_, path) => path === "/forever", handle: () => undefined }],
    });
    const waiting = fetch(`${origin}/forever`).catch(() => "hung up");
    await fetch(`${origin}/x`);
    await gateway.close();
    expect(await waiting).toBe("hung up");
  });
});
