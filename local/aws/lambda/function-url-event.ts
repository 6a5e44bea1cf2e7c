import type { IncomingMessage } from "node:http";

export interface UrlRequest {
  readonly functionName: string;
  /** What follows `/_url/NAME`, still encoded; at least `/`. */
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly method: string;
  readonly headers: IncomingMessage["headersDistinct"];
  readonly sourceIp: string;
  readonly body: Buffer;
  readonly requestId: string;
  readonly nowMs: number;
}

/** The event of a function URL: payload format 2.0. */
export function functionUrlEvent(request: UrlRequest): Readonly<Record<string, unknown>> {
  const { cookie, ...rest } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(rest).map(([name, values]) => [name, (values ?? []).join(",")]),
  );
  const cookies = (cookie ?? []).flatMap((line) => line.split(";")).map((one) => one.trim());
  const isText = isTextType(headers["content-type"]);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: request.rawPath,
    rawQueryString: request.rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(request.rawQueryString !== "" && { queryStringParameters: queryParameters(request.rawQueryString) }),
    requestContext: requestContext(request, headers),
    ...(request.body.length > 0 && { body: request.body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: request.body.length > 0 && !isText,
  };
}

function requestContext(request: UrlRequest, headers: Readonly<Record<string, string>>) {
  const domainPrefix = request.functionName.toLowerCase();
  return {
    accountId: "anonymous",
    apiId: domainPrefix,
    domainName: headers["host"] ?? "",
    domainPrefix,
    http: {
      method: request.method,
      path: request.rawPath,
      protocol: "HTTP/1.1",
      sourceIp: request.sourceIp,
      userAgent: headers["user-agent"] ?? "",
    },
    requestId: request.requestId,
    routeKey: "$default",
    stage: "$default",
    time: clfTime(request.nowMs),
    timeEpoch: request.nowMs,
  };
}

/** What Lambda hands over as a string; everything else, a missing type included, comes as base64. */
function isTextType(contentType: string | undefined): boolean {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return /^(text\/.+|application\/(json|javascript|xml))$/.test(type);
}

function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : `${before},${value}`;
  }
  return parameters;
}

/** For example `20/Nov/2026:05:17:01 +0000`. */
function clfTime(nowMs: number): string {
  const [, day, month, year, time] = new Date(nowMs).toUTCString().split(/[ ,]+/);
  return `${day}/${month}/${year}:${time} +0000`;
}
