import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface HeardRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface PlannedAnswer {
  readonly status?: number;
  readonly body?: unknown;
  /** Hangs up instead. */
  readonly drop?: boolean;
}

/** A server that gives one planned answer after the other, the last one for ever, and remembers what it heard. */
export async function answerWith(...answers: readonly PlannedAnswer[]) {
  const heard: HeardRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const answer = answers[Math.min(heard.length, answers.length - 1)] ?? {};
      heard.push({
        path: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      if (answer.drop === true) return void response.destroy();
      const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {});
      response.writeHead(answer.status ?? 200, { "content-type": "application/x-amz-json-1.1" }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // on a port, never a pipe's name
  return { origin: `http://127.0.0.1:${port}`, heard };
}

/** What Lambda gives every function. */
export const lambdaEnvironment = {
  AWS_REGION: "ap-northeast-1",
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "secret",
};
