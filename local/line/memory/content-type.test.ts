import { expect, it } from "vitest";
import { contentTypeOf } from "./content-type.ts";

it.each([
  ["ffd8ffe000104a464946", "image/jpeg"],
  ["89504e470d0a1a0a0000", "image/png"],
  ["474946383961", "image/gif"],
  ["52494646000000005745425056503820", "image/webp"],
  ["000000186674797068656963", "image/heic"],
  ["0000001c6674797069736f6d", "video/mp4"],
  ["255044462d312e37", "application/pdf"],
  ["e5ad97", "application/octet-stream"],
  ["", "application/octet-stream"],
])("bytes that begin with %s are %s", (hex, contentType) => {
  expect(contentTypeOf(Buffer.from(hex, "hex"))).toBe(contentType);
});
