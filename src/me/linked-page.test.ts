import { expect, it } from "vitest";
import { linkedPage } from "./linked-page.ts";

it.each([
  ["/me", "", null],
  ["/me", "?user_id=U0123", null],
  ["/me", "?message_id=42", "/me/photos/42"],
  ["/liff", "?message_id=42&user_id=U0123", "/me/photos/42"],
  ["/liff", "", "/me"],
  ["/liff", "?user_id=U0123", "/me"],
  ["/liff", "?message_id=", "/me"],
  ["/liff", "?message_id=../../board/b1", "/me"],
])("%s%s leads to %s", (pathname, search, page) => {
  expect(linkedPage(pathname, search)).toBe(page);
});
