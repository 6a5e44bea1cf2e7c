import { expect, it } from "vitest";
import { linkTarget } from "./link-target.ts";

it.each([
  ["https://line.me/R/nv/camera/", "camera"],
  ["line://nv/camera", "camera"],
  ["https://line.me/R/nv/cameraRoll/single", "album"],
  ["https://line.me/R/nv/cameraRoll/multi", "album"],
  ["https://liff.line.me/1234567890-AbcdEfgh/me/photos/1", "liff"],
  ["http://127.0.0.1:8081/liff/1234567890-AbcdEfgh/me/photos/1", "liff"],
  ["http://127.0.0.1:8080/board/abc", "page"],
  ["https://example.com/nv/camera", "outside"],
  ["tel:0312345678", "nothing"],
  ["javascript:alert(1)", "nothing"],
  ["nonsense", "nothing"],
] as const)("%s leads to %s", (address, target) => {
  expect(linkTarget(address, "http://127.0.0.1:8081")).toBe(target);
});
