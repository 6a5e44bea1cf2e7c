import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { messagingApi } from "@line/bot-sdk";
import { refusal, setStage, type Stage } from "./line-harness.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  stage.line.rateLimiter.isOn = false;
});
afterAll(() => stage.close());

type Json = Record<string, unknown>;

/** The client is typed; what LINE refuses often is not of its types. */
async function validate(messages: unknown): Promise<void> {
  await stage.api.validateReply({ messages: messages as messagingApi.Message[] });
}

async function detailsOf(messages: unknown) {
  const { status, details } = await refusal(validate(messages));
  expect(status).toBe(400);
  return details;
}

const text = (words: string, more: Json = {}) => ({ type: "text", text: words, ...more });
const flex = (contents: unknown, altText = "142.6pt") => ({ type: "flex", altText, contents });
const box = (contents: unknown[], more: Json = {}) => ({
  type: "box",
  layout: "vertical",
  contents,
  ...more,
});
const bubble = (body: unknown, more: Json = {}) => ({ type: "bubble", body, ...more });
const inBody = (component: Json, more: Json = {}) => [flex(bubble(box([component], more)))];
const image = (more: Json = {}) => ({ type: "image", url: "https://cdn.example.com/p/1.jpg", ...more });
const button = (more: Json = {}) => ({
  type: "button",
  action: { type: "uri", label: "マイページ", uri: "https://liff.line.me/1-a" },
  ...more,
});
const quick = (...actions: Json[]) => ({
  quickReply: { items: actions.map((action) => ({ type: "action", action })) },
});
const camera = { type: "camera", label: "写真を撮る" };

const card = flex({
  type: "bubble",
  size: "mega",
  hero: image({
    size: "full",
    aspectRatio: "20:13",
    aspectMode: "cover",
    url: "http://127.0.0.1:8080/p/1.jpg",
  }),
  body: box(
    [
      box(
        [{ type: "text", text: "幸福度", size: "sm", color: "#888888" }, text("142.6pt", { weight: "bold" })],
        {
          layout: "baseline",
          spacing: "md",
        },
      ),
      { type: "separator", margin: "lg", color: "#DDDDDD" },
      { type: "text", contents: [{ type: "span", text: "2", weight: "bold" }], wrap: true, maxLines: 2 },
      box([], {
        height: "6px",
        cornerRadius: "3px",
        width: "40%",
        background: { type: "linearGradient", angle: "90deg", startColor: "#ff9900", endColor: "#ff5500" },
      }),
    ],
    { paddingAll: "20px", spacing: "sm" },
  ),
  footer: box([button({ style: "primary", color: "#E85D75", height: "sm" })]),
  styles: { footer: { separator: true } },
});

it("a card, words with quick replies, a picture and a sticker pass", async () => {
  await validate([
    text("x".repeat(5000)),
    card,
    {
      type: "image",
      originalContentUrl: "https://a.example/b.jpg",
      previewImageUrl: "https://a.example/b-s.jpg",
    },
    { type: "sticker", packageId: "446", stickerId: "1988" },
    text(
      "次は?",
      quick(
        camera,
        { type: "cameraRoll", label: "アルバム" },
        { type: "message", label: "ヘルプ", text: "ヘルプ" },
      ),
    ),
  ]);
  await validate([
    flex({ type: "carousel", contents: Array.from({ length: 12 }, () => bubble(box([text("1")]))) }),
  ]);
  await stage.api.validatePush({ messages: [{ type: "text", text: "やあ" }] });
});

const family = "👨‍👩‍👧‍👦";
const thirteenBubbles = {
  type: "carousel",
  contents: Array.from({ length: 13 }, () => bubble(box([text("1")]))),
};
const long = (length: number) => box([text("x".repeat(length))]);

describe("LINE refuses", () => {
  it.each<[what: string, messages: unknown, property: string]>([
    ["no message", [], "messages"],
    ["six messages", Array.from({ length: 6 }, () => text("1")), "messages"],
    ["no list of messages", undefined, "messages"],
    ["an empty text", [text("")], "messages[0].text"],
    ["a text of 5001 units", [text("x".repeat(5001))], "messages[0].text"],
    ["an unknown type", [text("1"), { type: "hologram" }], "messages[1].type"],
    ["an unknown property", [text("1", { colour: "red" })], "messages[0].colour"],
    ["an alternative text of 1501 units", [flex(bubble(box([])), "x".repeat(1501))], "messages[0].altText"],
    ["an empty alternative text", [flex(bubble(box([])), "")], "messages[0].altText"],
    [
      "fourteen quick replies",
      [text("1", quick(...Array.from({ length: 14 }, () => camera)))],
      "messages[0].quickReply.items",
    ],
    [
      "a quick reply's label of 21 graphemes",
      [text("1", quick({ type: "camera", label: family.repeat(21) }))],
      "messages[0].quickReply.items[0].action.label",
    ],
    [
      "a quick reply without label",
      [text("1", quick({ type: "message", text: "a" }))],
      "messages[0].quickReply.items[0].action.label",
    ],
    [
      "a rich menu switch as quick reply",
      [text("1", quick({ type: "richmenuswitch", label: "a" }))],
      "messages[0].quickReply.items[0].action.type",
    ],
    [
      "a postback of 301 units",
      [text("1", quick({ type: "postback", label: "a", data: "x".repeat(301) }))],
      "messages[0].quickReply.items[0].action.data",
    ],
    [
      "a picture without https",
      [
        {
          type: "image",
          originalContentUrl: "http://a.example/b.jpg",
          previewImageUrl: "https://a.example/b.jpg",
        },
      ],
      "messages[0].originalContentUrl",
    ],
    ["a sender called LINE", [text("1", { sender: { name: "LINE team" } })], "messages[0].sender.name"],
  ])("%s", async (_what, messages, property) => {
    expect((await detailsOf(messages)).map((detail) => detail.property)).toEqual([property]);
  });

  it.each<[what: string, messages: unknown, property: string]>([
    ["an empty text in a bubble", inBody(text("")), "/body/contents/0/text"],
    ["a text without words", inBody({ type: "text" }), "/body/contents/0/text"],
    ["an unknown component", inBody({ type: "slider" }), "/body/contents/0"],
    ["an unknown property", inBody(text("1", { colour: "red" })), "/body/contents/0/colour"],
    ["an unknown layout", [flex(bubble(box([], { layout: "grid" })))], "/body/layout"],
    ["an unknown size", inBody(text("1", { size: "huge" })), "/body/contents/0/size"],
    ["a colour by name", inBody(text("1", { color: "red" })), "/body/contents/0/color"],
    ["a picture in a baseline box", inBody(image(), { layout: "baseline" }), "/body/contents/0"],
    [
      "an icon outside a baseline box",
      inBody({ type: "icon", url: "https://a.example/i.png" }),
      "/body/contents/0",
    ],
    ["a picture with http", inBody(image({ url: "http://cdn.example.com/1.jpg" })), "/body/contents/0/url"],
    [
      "a picture with http on a name of this machine",
      inBody(image({ url: "http://localhost/1.jpg" })),
      "/body/contents/0/url",
    ],
    [
      "a picture's address with Japanese in it",
      inBody(image({ url: "https://a.example/花.jpg" })),
      "/body/contents/0/url",
    ],
    [
      "a picture's address of 2001 units",
      inBody(image({ url: `https://a.example/${"x".repeat(1983)}` })),
      "/body/contents/0/url",
    ],
    [
      "a picture four times as high as wide",
      inBody(image({ aspectRatio: "1:4" })),
      "/body/contents/0/aspectRatio",
    ],
    ["a button without action", inBody({ type: "button" }), "/body/contents/0/action"],
    [
      "a button without label",
      inBody(button({ action: { type: "message", text: "a" } })),
      "/body/contents/0/action/label",
    ],
    [
      "a button's label of 41 graphemes",
      inBody(button({ action: { type: "message", label: family.repeat(41), text: "a" } })),
      "/body/contents/0/action/label",
    ],
    [
      "an address of 1001 units",
      inBody(button({ action: { type: "uri", label: "a", uri: `https://a.example/${"x".repeat(983)}` } })),
      "/body/contents/0/action/uri",
    ],
    [
      "a scheme that runs code",
      inBody(button({ action: { type: "uri", label: "a", uri: "javascript:alert(1)" } })),
      "/body/contents/0/action/uri",
    ],
    ["a camera action outside quick replies", inBody(button({ action: camera })), "/body/contents/0/action"],
    ["a text as body", [flex(bubble(text("1")))], "/body"],
    ["a text as hero", [flex(bubble(box([]), { hero: text("1") }))], "/hero"],
    ["a bubble without blocks", [flex({ type: "bubble" })], "/"],
    ["a bubble above 30 KB", [flex(bubble(long(30_000)))], "/"],
    ["thirteen bubbles", [flex(thirteenBubbles)], "/contents"],
    [
      "bubbles of two sizes",
      [flex({ type: "carousel", contents: [bubble(box([])), bubble(box([]), { size: "kilo" })] })],
      "/contents",
    ],
    [
      "a carousel above 50 KB",
      [flex({ type: "carousel", contents: [bubble(long(26_000)), bubble(long(26_000))] })],
      "/",
    ],
    ["something else than a container", [flex(box([]))], "/"],
  ])("%s", async (_what, messages, property) => {
    const { message, details } = await refusal(validate(messages));
    expect(message).toBe("A message (messages[0]) in the request body is invalid");
    expect(details.map((detail) => detail.property)).toEqual([property]);
  });

  it("with every mistake named", async () => {
    expect(await detailsOf([text(""), { type: "sticker", stickerId: "1" }])).toEqual([
      { message: "May not be empty", property: "messages[0].text" },
      { message: "May not be empty", property: "messages[1].packageId" },
    ]);
  });
});

it("labels count graphemes, so twenty families fit", async () => {
  await validate([text("1", quick({ type: "camera", label: family.repeat(20) }))]);
  await validate(inBody(button({ action: { type: "message", label: family.repeat(40), text: "a" } })));
});
