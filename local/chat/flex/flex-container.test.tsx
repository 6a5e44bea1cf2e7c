// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Bubble, Component } from "./flex-types.ts";
import { box, bubbleOf, inBody, itemOf, show } from "./show-flex.tsx";

afterEach(cleanup);

describe("bubbles", () => {
  it.each([
    ["nano", "120px"],
    ["kilo", "260px"],
    [undefined, "300px"],
    ["giga", "386px"],
  ] as const)("of size %s are %s wide", (size, width) => {
    const bubble: Bubble = { type: "bubble", body: box([]), ...(size && { size }) };
    expect(bubbleOf(show(bubble)).style.width).toBe(width);
  });

  it("show their blocks from header to footer, whatever the order of the JSON", () => {
    show({
      type: "bubble",
      footer: box([{ type: "text", text: "footer" }]),
      body: box([{ type: "text", text: "body" }]),
      hero: box([{ type: "text", text: "hero" }]),
      header: box([{ type: "text", text: "header" }]),
    });
    expect(screen.getAllByText(/./u).map((element) => element.textContent)).toEqual([
      "header",
      "hero",
      "body",
      "footer",
    ]);
  });

  it("draw a line above a block that asks for it", () => {
    const figure = show({
      type: "bubble",
      body: box([]),
      footer: box([]),
      styles: { footer: { separator: true, separatorColor: "#ff0000", backgroundColor: "#eeeeee" } },
    });
    const footer = bubbleOf(figure).children[1];
    expect(footer?.getAttribute("style")).toContain("#ff0000");
    expect(footer?.getAttribute("style")).toContain("#eeeeee");
  });

  it("in a carousel stand side by side", () => {
    const bubble: Bubble = { type: "bubble", size: "micro", body: box([{ type: "text", text: "1" }]) };
    const figure = show({ type: "carousel", contents: [bubble, bubble, bubble] });
    expect(figure.querySelectorAll(".flex-bubble")).toHaveLength(3);
  });
});

describe("boxes", () => {
  it("put LINE's own padding into body and footer unless told otherwise", () => {
    const figure = show({ type: "bubble", body: box([]), footer: box([], { paddingAll: "none" }) });
    const [body, footer] = [...bubbleOf(figure).children].map((block) =>
      block.firstElementChild?.getAttribute("style"),
    );
    expect(body).toContain("20px");
    expect(footer).toContain("padding-block-start: 0px");
  });

  it("keep distance between their components, and a component's own margin wins", () => {
    const texts: Component[] = [
      { type: "text", text: "first" },
      { type: "text", text: "second" },
      { type: "text", text: "third", margin: "xxl" },
    ];
    inBody(texts, { spacing: "md" });
    expect(itemOf("first").marginBlockStart).toBe("");
    expect(itemOf("second").marginBlockStart).toBe("8px");
    expect(itemOf("third").marginBlockStart).toBe("20px");
  });

  it("share a row's width by flex, one part each by default", () => {
    inBody(
      [
        { type: "text", text: "one" },
        { type: "text", text: "three", flex: 3 },
        { type: "text", text: "own", flex: 0 },
      ],
      { layout: "horizontal" },
    );
    expect(itemOf("one").flex).toBe("1 1 0px");
    expect(itemOf("three").flex).toBe("3 1 0px");
    expect(itemOf("own").flex).toBe("0 0 auto");
  });

  it("no longer share it when they arrange their components", () => {
    inBody([{ type: "text", text: "one" }], { layout: "horizontal", justifyContent: "space-between" });
    expect(itemOf("one").flex).toBe("0 0 auto");
  });

  it("keep every component's height down a column", () => {
    inBody([{ type: "text", text: "one" }]);
    expect(itemOf("one").flex).toBe("0 0 auto");
  });

  it("have colours, gradients, corners, borders and fixed sizes", () => {
    inBody([
      box([{ type: "text", text: "plain" }], {
        backgroundColor: "#112233",
        cornerRadius: "xl",
        borderWidth: "semi-bold",
        borderColor: "#445566",
      }),
      box([{ type: "text", text: "bar" }], {
        width: "71%",
        height: "8px",
        background: {
          type: "linearGradient",
          angle: "90deg",
          startColor: "#ffb347",
          endColor: "#f2694b",
          centerColor: "#ffffff",
        },
      }),
    ]);
    const plain = screen
      .getByText("plain")
      .closest<HTMLElement>("[style*=border-radius]")
      ?.getAttribute("style");
    expect(plain).toContain("#112233");
    expect(plain).toContain("border-radius: 16px");
    expect(plain).toContain("3px");
    const bar = screen.getByText("bar").parentElement?.parentElement?.getAttribute("style");
    expect(bar).toContain("linear-gradient(90deg, #ffb347, #ffffff 50%, #f2694b)");
    expect(bar).toContain("width: 71%");
    expect(bar).toContain("height: 8px");
  });

  it("place what is absolute by its offsets", () => {
    inBody([{ type: "text", text: "badge", position: "absolute", offsetTop: "md", offsetEnd: "10%" }]);
    const { position, top, insetInlineEnd } = itemOf("badge");
    expect([position, top, insetInlineEnd]).toEqual(["absolute", "8px", "10%"]);
  });

  it("align on the baseline what stands there", () => {
    const figure = inBody([box([{ type: "text", text: "142.6pt" }], { layout: "baseline" })]);
    expect(figure.querySelector("[style*='align-items: baseline']")).not.toBeNull();
    expect(itemOf("142.6pt").display).toBe("");
  });
});
