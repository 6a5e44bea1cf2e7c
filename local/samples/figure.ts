import { drawHairBehind, drawHairInFront } from "./hair.ts";
import { drawHead } from "./head.ts";
import { drawBody } from "./outfit.ts";
import type { PlacedPerson } from "./person.ts";
import { n } from "./shapes.ts";

/** A person as an SVG group. `id` must be unique in the picture. */
export function drawFigure(id: string, { person, x, y, scale }: PlacedPerson): string {
  const head = drawHead(id, person) + drawHairInFront(person);
  const turn = `rotate(${n(person.tilt ?? 0)} 0 120)`; // about the neck
  const veil = person.outfit.kind === "bride" ? drawVeil() : "";
  return (
    `<g transform="translate(${n(x)} ${n(y)}) scale(${n(scale)})">` +
    `<g transform="${turn}">${veil}${drawHairBehind(person)}</g><g transform="translate(0 -20)">${drawBody(id, person)}</g><g transform="${turn}">${head}</g></g>`
  );
}

function drawVeil(): string {
  return (
    `<path d="M0 -214C-150 -214 -170 -60 -196 140Q-236 420 -250 640H250Q236 420 196 140C170 -60 150 -214 0 -214Z" fill="#fff" opacity=".62"/>` +
    `<path d="M-120 -120Q-190 200 -200 600M120 -120Q190 200 200 600M-60 -190Q-150 60 -150 500M60 -190Q150 60 150 500" fill="none" stroke="#fff" stroke-width="5" opacity=".55"/>`
  );
}
