import { expect, it } from "vitest";
import { type SharedCard, shareMessage } from "./share-message.ts";

const card: SharedCard = {
  eventTitle: "太郎と花子の結婚披露宴",
  words: "いい笑顔が撮れました",
  points: "幸福度 142.6pt",
  picture: { url: "https://cdn.example.org/p/1.jpg", width: 1024, height: 768 },
};

it("holds picture, points and title, and leads nowhere", () => {
  const message = shareMessage(card);
  expect(message.contents.hero).toMatchObject({ url: card.picture.url, aspectRatio: "1024:768" });
  expect(message.contents.body.contents.map(({ text }) => text)).toEqual([
    card.words,
    card.points,
    card.eventTitle,
  ]);
  expect(message.altText).toBe("太郎と花子の結婚披露宴 ・ 幸福度 142.6pt");
  const everything = JSON.stringify(message);
  expect(everything).not.toContain('"action"');
  expect(everything.match(/https?:/g)).toHaveLength(1);
});

it("tells no points where there are none", () => {
  const message = shareMessage({ ...card, points: null });
  expect(message.contents.body.contents).toHaveLength(2);
  expect(message.altText).toBe("太郎と花子の結婚披露宴 ・ いい笑顔が撮れました");
});

it("stays within what LINE takes: a picture three times as high as wide, 400 letters", () => {
  const tall = shareMessage({ ...card, picture: { ...card.picture, width: 200, height: 1024 } });
  expect(tall.contents.hero.aspectRatio).toBe("200:600");
  expect(shareMessage({ ...card, eventTitle: "長".repeat(500) }).altText).toHaveLength(400);
});
