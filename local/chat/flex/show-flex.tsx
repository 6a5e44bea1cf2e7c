import { render, screen } from "@testing-library/react";
import { FlexContainer } from "./flex-container.tsx";
import type { Box, Component, Container, OnAction } from "./flex-types.ts";

/* For tests: draws a container and finds its parts. */

export function show(contents: Container, onAction: OnAction = () => {}): HTMLElement {
  render(<FlexContainer contents={contents} altText="142.6pt" onAction={onAction} />);
  return screen.getByRole("figure", { name: "142.6pt" });
}

export function box(contents: Component[], more: Partial<Box> = {}): Box {
  return { type: "box", layout: "vertical", contents, ...more };
}

export function inBody(contents: Component[], more: Partial<Box> = {}): HTMLElement {
  return show({ type: "bubble", body: box(contents, more) });
}

/** The component's own item in its box, not the words in it. */
export function itemOf(words: string): CSSStyleDeclaration {
  const item = screen.getByText(words).parentElement;
  if (!item) throw new Error("no item");
  return item.style;
}

export function bubbleOf(figure: HTMLElement): HTMLElement {
  const bubble = figure.querySelector<HTMLElement>(".flex-bubble");
  if (!bubble) throw new Error("no bubble");
  return bubble;
}
