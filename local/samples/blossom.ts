import { n } from "./shapes.ts";

const TURNS = [0, 72, 144, 216, 288];

/** A five-petalled flower with a yellow heart. */
export function drawBlossom(x: number, y: number, radius: number, colour: string, opacity = 1): string {
  const petals = TURNS.map(
    (turn) =>
      `<ellipse cx="0" cy="${n(-radius * 0.56)}" rx="${n(radius * 0.4)}" ry="${n(radius * 0.56)}" transform="rotate(${turn})"/>`,
  ).join("");
  return (
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${n((x * 7 + y * 3) % 72)})" fill="${colour}" opacity="${opacity}">${petals}` +
    `<circle r="${n(radius * 0.32)}" fill="#000" opacity=".12"/><circle r="${n(radius * 0.2)}" fill="#ffe08a"/></g>`
  );
}

/** A rose seen from above. */
export function drawRose(x: number, y: number, radius: number, colour: string): string {
  const petals = TURNS.map(
    (turn) =>
      `<ellipse cx="0" cy="${n(-radius * 0.52)}" rx="${n(radius * 0.56)}" ry="${n(radius * 0.48)}" transform="rotate(${turn})"/>`,
  ).join("");
  const inner = TURNS.map(
    (turn) =>
      `<ellipse cx="0" cy="${n(-radius * 0.3)}" rx="${n(radius * 0.34)}" ry="${n(radius * 0.28)}" transform="rotate(${turn + 36})"/>`,
  ).join("");
  return (
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${n((x + y) % 72)})"><circle r="${n(radius)}" fill="${colour}"/>` +
    `<g fill="#fff" opacity=".16">${petals}</g><g fill="#7a1030" opacity=".13">${inner}</g>` +
    `<circle r="${n(radius * 0.26)}" fill="#7a1030" opacity=".14"/><circle cx="${n(-radius * 0.05)}" cy="${n(-radius * 0.05)}" r="${n(radius * 0.13)}" fill="#fff" opacity=".3"/></g>`
  );
}
