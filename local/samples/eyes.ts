import type { Expression } from "./mood.ts";
import type { Hair, Skin } from "./palette.ts";
import { bothSides, n } from "./shapes.ts";

const EYE_X = 45;
const EYE_Y = -22;
const HALF = 24;

/** Both eyes with lids and brows. `id` makes the clip path unique. */
export function drawEyes(
  id: string,
  expression: Expression,
  skin: Skin,
  hair: Hair,
  masculine: boolean,
): string {
  const opening = expression.eyeOpening * (masculine ? 0.9 : 1);
  const eye = drawEye(id, opening, skin, masculine);
  const placed = `<g transform="translate(${EYE_X} ${EYE_Y})">${eye}</g>`;
  return bothSides(placed + drawBrow(expression, hair, masculine)) + (expression.frowns ? frown(skin) : "");
}

function drawEye(id: string, opening: number, skin: Skin, masculine: boolean): string {
  const top = -opening * 1.32;
  const bottom = opening * 0.78;
  const upper = `M${-HALF} 2C-12 ${n(top)} 9 ${n(top * 1.02)} ${HALF} -1`;
  const shape = `${upper}C13 ${n(bottom)} -10 ${n(bottom * 1.05)} ${-HALF} 2Z`;
  const lash = masculine ? "" : `<path d="M19 -4Q27 -6 31 -12" stroke-width="3.4"/>`;
  return (
    `<ellipse cx="0" cy="-4" rx="31" ry="${n(opening + 9)}" fill="${skin.dark}" opacity=".2"/>` +
    `<clipPath id="${id}e"><path d="${shape}"/></clipPath><path d="${shape}" fill="#fffdf9"/>` +
    `<g clip-path="url(#${id}e)">` +
    `<circle cx="0" cy="-1" r="11.6" fill="#3a2113"/><circle cx="0" cy="0" r="9.6" fill="#6a4022"/>` +
    `<circle cx="0" cy="-1" r="5.2" fill="#120906"/><circle cx="3.4" cy="-4.4" r="2.7" fill="#fff"/>` +
    `<path d="M-26 ${n(top)}H26V${n(top * 0.3)}Q0 ${n(top * 0.62)} -26 ${n(top * 0.3)}Z" fill="#6b4a3c" opacity=".3"/></g>` +
    `<g fill="none" stroke="#1d110d" stroke-linecap="round"><path d="${upper}" stroke-width="${masculine ? 3.6 : 4.6}"/>${lash}</g>` +
    `<path d="M-22 ${n(top * 0.62 - 6)}Q0 ${n(top - 9)} 23 ${n(top * 0.6 - 7)}" fill="none" stroke="${skin.dark}" stroke-width="2.2" opacity=".75"/>` +
    `<path d="M-17 ${n(bottom + 6)}Q2 ${n(bottom + 11)} 19 ${n(bottom + 4)}" fill="none" stroke="${skin.dark}" stroke-width="1.8" opacity=".5"/>`
  );
}

function drawBrow({ innerBrow, outerBrow }: Expression, hair: Hair, masculine: boolean): string {
  const thick = masculine ? 11.5 : 7.5;
  const innerY = EYE_Y - 29 - innerBrow;
  const outerY = EYE_Y - 27 - outerBrow;
  const archY = (innerY + outerY) / 2 - 11;
  const d =
    `M15 ${n(innerY)}Q45 ${n(archY - 3)} 77 ${n(outerY)}` +
    `Q45 ${n(archY + thick * 0.75)} 16 ${n(innerY + thick)}Q12 ${n(innerY + thick / 2)} 15 ${n(innerY)}Z`;
  return `<path d="${d}" fill="${hair.dark}" opacity=".92"/>`;
}

function frown(skin: Skin): string {
  return bothSides(
    `<path d="M7 -62Q3 -50 8 -38" fill="none" stroke="${skin.dark}" stroke-width="3.4" stroke-linecap="round"/>`,
  );
}
