// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { box, inBody, show } from "./show-flex.tsx";
import { textStyle } from "./text-style.ts";

afterEach(cleanup);

describe("texts", () => {
  it("have size, weight, colour, side and decoration", () => {
    inBody([
      {
        type: "text",
        text: "142.6pt",
        size: "3xl",
        weight: "bold",
        color: "#E8553A",
        align: "end",
        decoration: "underline",
        style: "italic",
      },
    ]);
    const { fontSize, fontWeight, color, textAlign, textDecoration, fontStyle } =
      screen.getByText("142.6pt").style;
    expect([fontSize, fontWeight, color, textAlign, textDecoration, fontStyle]).toEqual([
      "35px",
      "700",
      "#E8553A",
      "end",
      "underline",
      "italic",
    ]);
  });

  it("stay on one line and are cut unless they wrap", () => {
    inBody([
      { type: "text", text: "cut" },
      { type: "text", text: "wrapped", wrap: true },
    ]);
    expect(screen.getByText("cut").style).toMatchObject({ whiteSpace: "nowrap", textOverflow: "ellipsis" });
    expect(screen.getByText("wrapped").style.whiteSpace).toBe("pre-wrap");
  });

  it("end after their last line", () => {
    // The DOM of the tests does not know line clamps; the style itself is asked.
    expect(textStyle({ type: "text", text: "a", wrap: true, maxLines: 2 })).toMatchObject({
      WebkitLineClamp: 2,
    });
    expect(textStyle({ type: "text", text: "a", wrap: true, maxLines: 0 })).not.toHaveProperty(
      "WebkitLineClamp",
    );
    expect(textStyle({ type: "text", text: "a", maxLines: 2 })).not.toHaveProperty("WebkitLineClamp");
  });

  it("of spans keep each span's own letters", () => {
    inBody([
      {
        type: "text",
        contents: [
          { type: "span", text: "3", size: "xl", color: "#E8553A" },
          { type: "span", text: " 位" },
        ],
      },
    ]);
    expect(screen.getByText("3").style).toMatchObject({ fontSize: "22px", color: "#E8553A" });
    expect(screen.getByText("位").style.fontSize).toBe("");
  });

  it("take sizes in pixels", () => {
    inBody([{ type: "text", text: "17", size: "17px" }]);
    expect(screen.getByText("17").style.fontSize).toBe("17px");
  });
});

describe("pictures", () => {
  it("have width, ratio and the way to fill it", () => {
    const figure = show({
      type: "bubble",
      hero: {
        type: "image",
        url: "https://a.example/1.jpg",
        size: "full",
        aspectRatio: "20:13",
        aspectMode: "cover",
      },
      body: box([{ type: "image", url: "https://a.example/2.jpg" }]),
    });
    const [hero, plain] = figure.querySelectorAll("img");
    expect(hero?.getAttribute("src")).toBe("https://a.example/1.jpg");
    expect(hero?.style.objectFit).toBe("cover");
    expect(hero?.parentElement?.getAttribute("style")).toContain("aspect-ratio: 20 / 13");
    expect(hero?.parentElement?.style.width).toBe("100%");
    expect(plain?.style.objectFit).toBe("contain");
    expect(plain?.parentElement?.style.width).toBe("100px");
  });

  it("stand in for a video as its alternative", () => {
    const figure = show({
      type: "bubble",
      hero: {
        type: "video",
        url: "https://a.example/v.mp4",
        previewUrl: "https://a.example/v.jpg",
        altContent: { type: "image", url: "https://a.example/alt.jpg" },
      },
      body: box([]),
    });
    expect(figure.querySelector("img")?.getAttribute("src")).toBe("https://a.example/alt.jpg");
  });
});

describe("taps", () => {
  it("on a button run its action", () => {
    const action = { type: "uri", label: "マイページで見る", uri: "https://liff.line.me/1-a/me" } as const;
    const onAction = vi.fn();
    show(
      {
        type: "bubble",
        footer: box([{ type: "button", style: "primary", color: "#F2694B", height: "sm", action }]),
      },
      onAction,
    );
    const button = screen.getByRole("button", { name: "マイページで見る" });
    expect(button.style.height).toBe("40px");
    expect(button.style.background).toContain("#F2694B");
    button.click();
    expect(onAction.mock.calls).toEqual([[action]]);
  });

  it("on a box inside a bubble with an action run the inner one only", () => {
    const inner = { type: "message", label: "inner", text: "inner" } as const;
    const outer = { type: "message", label: "outer", text: "outer" } as const;
    const onAction = vi.fn();
    show(
      { type: "bubble", action: outer, body: box([box([{ type: "text", text: "tap" }], { action: inner })]) },
      onAction,
    );
    screen.getByText("tap").click();
    expect(onAction.mock.calls).toEqual([[inner]]);
  });
});

it("draws lines along its box", () => {
  const figure = inBody([
    { type: "separator", color: "#abcdef" },
    box([{ type: "text", text: "1" }, { type: "separator" }], { layout: "horizontal" }),
  ]);
  const [across, down] = figure.querySelectorAll("hr");
  expect(across?.style).toMatchObject({ height: "1px", background: "#abcdef" });
  expect(down?.style).toMatchObject({ width: "1px", alignSelf: "stretch" });
});
