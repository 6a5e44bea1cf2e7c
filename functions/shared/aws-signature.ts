import { createHash, createHmac } from "node:crypto";

export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly region: string;
  /** As signatures name it: `sqs`, `appsync`, `ssm`, `cloudfront`. */
  readonly service: string;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The headers of a POST with the signature of AWS (version 4) among them. Own code because it is done for every call of
 * every function: libraries on WebCrypto take fifteen times the processor's time for the same bytes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedHeaders(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  key: SigningKey,
  now: Date,
): Record<string, string> {
  const time = timeOf(now);
  const signed: Record<string, string> = {
    ...headers,
    host: url.host,
    "x-amz-date": time,
    ...(key.sessionToken !== undefined && { "x-amz-security-token": key.sessionToken }),
  };
  const names = Object.keys(signed).toSorted();
  const request = [
    "POST",
    canonicalPath(url),
    "",
    ...names.map((name) => `${name}:${(signed[name] ?? "").trim()}`),
    "",
    names.join(";"),
    sha256(body),
  ].join("\n");
  const { scope, signature } = sign(request, time, key);
  const credential = `Credential=${key.accessKeyId}/${scope}`;
  return {
    ...signed,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

/**
 * An address under which anybody may GET an object of S3 for a while, from `now` on. The path is sent as it is: S3 does
 * not want it encoded twice. `asks`: what else the answer is to be like (`response-…`), in the order of the alphabet.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function signedAddress(
  url: URL,
  key: SigningKey,
  now: Date,
  validSeconds: number,
  asks: Readonly<Record<string, string>> = {},
): string {
  const time = timeOf(now);
  const query = {
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${key.accessKeyId}/${scopeOf(time, key)}`,
    "X-Amz-Date": time,
    "X-Amz-Expires": String(validSeconds),
    ...(key.sessionToken !== undefined && { "X-Amz-Security-Token": key.sessionToken }),
    "X-Amz-SignedHeaders": "host",
    ...asks,
  };
  const search = Object.entries(query)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join("&");
  const request = ["GET", url.pathname, search, `host:${url.host}`, "", "host", "UNSIGNED-PAYLOAD"].join(
    "\n",
  );
  return `${url.origin}${url.pathname}?${search}&X-Amz-Signature=${sign(request, time, key).signature}`;
}

/** AWS wants more encoded than browsers do. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const timeOf = (now: Date): string => now.toISOString().replaceAll(/[:-]|\.\d{3}/g, "");
const scopeOf = (time: string, key: SigningKey): string =>
  `${time.slice(0, 8)}/${key.region}/${key.service}/aws4_request`;

function sign(
  request: string,
  time: string,
  key: SigningKey,
): { readonly scope: string; readonly signature: string } {
  const scope = scopeOf(time, key);
  const signingKey = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${key.secretAccessKey}`);
  const signature = hmac(signingKey, ["AWS4-HMAC-SHA256", time, scope, sha256(request)].join("\n"));
  return { scope, signature: signature.toString("hex") };
}

/** Every service but S3 wants the path encoded once more than it is sent. */
const canonicalPath = (url: URL): string => url.pathname.split("/").map(encodeURIComponent).join("/");
