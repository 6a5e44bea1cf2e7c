import type { CSSProperties } from "react";
import { borderWidth, space } from "./flex-sizes.ts";
import type { Box, Surroundings } from "./flex-types.ts";
import { itemStyle } from "./item-style.ts";

function background({ background: gradient, backgroundColor }: Box): CSSProperties {
  if (!gradient) return { backgroundColor };
  const { angle, startColor, centerColor, centerPosition, endColor } = gradient;
  const middle = centerColor === undefined ? "" : `${centerColor} ${centerPosition ?? "50%"}, `;
  return { backgroundImage: `linear-gradient(${angle ?? "0deg"}, ${startColor}, ${middle}${endColor})` };
}

function border({ borderWidth: width, borderColor }: Box): CSSProperties {
  if (width === undefined || width === "none") return {};
  return { borderWidth: borderWidth(width), borderStyle: "solid", borderColor: borderColor ?? "#00000000" };
}

function padding(box: Box): CSSProperties {
  const all = space(box.paddingAll);
  return {
    paddingBlockStart: space(box.paddingTop) ?? all,
    paddingBlockEnd: space(box.paddingBottom) ?? all,
    paddingInlineStart: space(box.paddingStart) ?? all,
    paddingInlineEnd: space(box.paddingEnd) ?? all,
  };
}

/** A fixed length ends the sharing of space along that direction. */
function size(box: Box, around: Surroundings): CSSProperties {
  const fixed = around.layout === "vertical" ? box.height : box.width;
  return {
    ...(fixed === undefined ? {} : { flex: "0 0 auto" }),
    width: box.width,
    maxWidth: box.maxWidth,
    height: box.height,
    maxHeight: box.maxHeight,
  };
}

const DIRECTIONS = { horizontal: "row", baseline: "row", vertical: "column" } as const;

export function boxStyle(box: Box, around: Surroundings): CSSProperties {
  const align = box.layout === "baseline" ? "baseline" : box.alignItems;
  return {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: DIRECTIONS[box.layout],
    justifyContent: box.justifyContent,
    alignItems: align,
    ...itemStyle(box, around),
    ...padding(box),
    ...background(box),
    ...border(box),
    ...size(box, around),
    ...(box.cornerRadius === undefined ? {} : { borderRadius: space(box.cornerRadius), overflow: "hidden" }),
  };
}
