import { expect, it } from "vitest";
import { languages } from "../language.ts";
import { photoStates } from "../photo.ts";
import { meWords } from "./me.ts";

it.each(languages)("%s: every state has a word of its own", (language) => {
  const { states } = meWords[language];
  expect(new Set(photoStates.map((state) => states[state])).size).toBe(photoStates.length);
});

it.each(languages)("%s: no text is empty, and numbers stand in theirs", (language) => {
  const words = meWords[language];
  const texts = Object.values(words).filter((value) => typeof value === "string");
  expect(texts.every((text) => text.trim() !== "")).toBe(true);
  expect([words.photos(3), words.people(3), words.sentAt("3:00")].every((text) => text.includes("3"))).toBe(
    true,
  );
});
