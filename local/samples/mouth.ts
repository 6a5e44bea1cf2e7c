import type { Expression } from "./mood.ts";
import type { Skin } from "./palette.ts";
import { n } from "./shapes.ts";

const CENTRE_Y = 82;

/** Lips, and between them teeth and tongue when the mouth is open. `id` makes the clip path unique. */
export function drawMouth(id: string, expression: Expression, skin: Skin): string {
  const { cornerLift, mouthOpening, mouthHalfWidth: half } = expression;
  const cornerY = CENTRE_Y - cornerLift;
  const upperY = CENTRE_Y - 0.42 * mouthOpening + 0.1 * cornerLift;
  const lowerY = upperY + mouthOpening;
  const inner = { upper: control(upperY, cornerY), lower: control(lowerY, cornerY) };
  const upperLine = `M${n(-half)} ${n(cornerY)}C${n(-half * 0.6)} ${n(inner.upper)} ${n(half * 0.6)} ${n(inner.upper)} ${n(half)} ${n(cornerY)}`;
  const lowerBack = `C${n(half * 0.6)} ${n(inner.lower)} ${n(-half * 0.6)} ${n(inner.lower)} ${n(-half)} ${n(cornerY)}`;
  return [
    lip(half, cornerY, lowerY, skin),
    upperLip(half, cornerY, upperY, lowerBack, inner.upper, skin),
    mouthOpening > 0 ? cavity(id, `${upperLine}${lowerBack}Z`, half, upperY, lowerY) : "",
    `<path d="${upperLine}" fill="none" stroke="#4a1a1c" stroke-width="3" stroke-linecap="round"/>`,
    corners(half, cornerY, skin),
  ].join("");
}

/** Control height of a symmetric cubic so that its middle passes through `middle`. */
const control = (middle: number, end: number): number => (middle - 0.25 * end) / 0.75;

function lip(half: number, cornerY: number, lowerY: number, skin: Skin): string {
  const bottom = control(lowerY + 13, cornerY);
  const top = control(lowerY - 2, cornerY);
  const d = `M${n(-half)} ${n(cornerY)}C${n(-half * 0.55)} ${n(bottom)} ${n(half * 0.55)} ${n(bottom)} ${n(half)} ${n(cornerY)}C${n(half * 0.6)} ${n(top)} ${n(-half * 0.6)} ${n(top)} ${n(-half)} ${n(cornerY)}Z`;
  const shine = `<ellipse cx="0" cy="${n(lowerY + 7)}" rx="${n(half * 0.34)}" ry="2.6" fill="#fff" opacity=".28"/>`;
  const shadow = `<ellipse cx="0" cy="${n(lowerY + 19)}" rx="${n(half * 0.5)}" ry="5" fill="${skin.dark}" opacity=".4"/>`;
  return `${shadow}<path d="${d}" fill="${skin.lip}"/>${shine}`;
}

function upperLip(
  half: number,
  cornerY: number,
  upperY: number,
  back: string,
  inner: number,
  skin: Skin,
): string {
  const bow = upperY - 10;
  const d =
    `M${n(-half)} ${n(cornerY)}C${n(-half * 0.6)} ${n(bow + 2)} ${n(-half * 0.3)} ${n(bow - 2)} -7 ${n(bow)}` +
    `Q0 ${n(bow + 5)} 7 ${n(bow)}C${n(half * 0.3)} ${n(bow - 2)} ${n(half * 0.6)} ${n(bow + 2)} ${n(half)} ${n(cornerY)}` +
    `C${n(half * 0.6)} ${n(inner)} ${n(-half * 0.6)} ${n(inner)} ${n(-half)} ${n(cornerY)}Z`;
  return `<path d="${d}" fill="${skin.lip}"/><path d="${d}" fill="#3a0d12" opacity=".2"/>`;
}

function cavity(id: string, d: string, half: number, upperY: number, lowerY: number): string {
  const height = lowerY - upperY;
  const teeth = half > 40 ? Math.min(15, height * 0.62) : Math.min(7, height * 0.2);
  return (
    `<clipPath id="${id}m"><path d="${d}"/></clipPath><path d="${d}" fill="#4b1015"/>` +
    `<g clip-path="url(#${id}m)">` +
    `<ellipse cx="0" cy="${n(lowerY + 4)}" rx="${n(half * 0.52)}" ry="${n(height * 0.34)}" fill="#c8565f"/>` +
    `<path d="M${n(-half)} ${n(upperY - 24)}H${n(half)}V${n(upperY + teeth * 0.4)}Q0 ${n(upperY + teeth * 1.6)} ${n(-half)} ${n(upperY + teeth * 0.4)}Z" fill="#fffdf8"/>` +
    [-0.5, -0.25, 0, 0.25, 0.5]
      .map(
        (at) =>
          `<path d="M${n(at * half)} ${n(upperY - 12)}v${n(teeth + 10)}" stroke="#d9cfc6" stroke-width="1"/>`,
      )
      .join("") +
    `</g>`
  );
}

function corners(half: number, cornerY: number, skin: Skin): string {
  return [-1, 1]
    .map(
      (side) =>
        `<circle cx="${n(side * half)}" cy="${n(cornerY)}" r="3.2" fill="${skin.dark}" opacity=".75"/>`,
    )
    .join("");
}
