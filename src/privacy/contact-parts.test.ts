import { expect, it } from "vitest";
import { contactParts } from "./contact-parts.ts";

it.each<[string, (string | undefined)[]]>([
  ["佐藤 花子 hanako@example.com", [undefined, "mailto:hanako@example.com"]],
  ["03-1234-5678（佐藤）", ["tel:0312345678", undefined]],
  ["+886 (2) 1234-5678", ["tel:+886212345678"]],
  ["https://example.com/ask?x=1 まで", ["https://example.com/ask?x=1", undefined]],
  [
    "a.b+c@mail.example.co.jp、090-1234-5678",
    ["mailto:a.b+c@mail.example.co.jp", undefined, "tel:09012345678"],
  ],
  ["受付の田中まで（2番）", [undefined]],
  ["javascript:alert(1) http://example.com", [undefined]],
])("makes what can be reached of %s a link, and loses no letter", (contact, hrefs) => {
  const parts = contactParts(contact);
  expect(parts.map(({ href }) => href)).toEqual(hrefs);
  expect(parts.map(({ text }) => text).join("")).toBe(contact);
});
