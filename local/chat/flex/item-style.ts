import type { CSSProperties } from "react";
import type { Surroundings } from "./flex-types.ts";
import { space } from "./flex-sizes.ts";

interface Placed {
  readonly flex?: number;
  readonly margin?: string;
  readonly position?: string;
  readonly offsetTop?: string;
  readonly offsetBottom?: string;
  readonly offsetStart?: string;
  readonly offsetEnd?: string;
}

/** Across a row free space is shared by default; down a column everything keeps its own height. */
function share(flex: number | undefined, { layout, isArranged }: Surroundings): string {
  if (layout === "vertical") return flex === undefined || flex === 0 ? "0 0 auto" : `${flex} 0 auto`;
  const given = flex ?? (isArranged ? 0 : 1);
  return given === 0 ? "0 0 auto" : `${given} 1 0`;
}

/** How a component stands in its box: share of the space, distance to its neighbour, offsets. */
export function itemStyle(component: Placed, around: Surroundings): CSSProperties {
  const distance = space(component.margin) ?? around.gap;
  const offsets = {
    top: space(component.offsetTop),
    bottom: space(component.offsetBottom),
    insetInlineStart: space(component.offsetStart),
    insetInlineEnd: space(component.offsetEnd),
  };
  if (component.position === "absolute") return { position: "absolute", ...offsets };
  return {
    position: "relative",
    minWidth: 0,
    flex: share(component.flex, around),
    ...(around.layout === "vertical" ? { marginBlockStart: distance } : { marginInlineStart: distance }),
    ...offsets,
  };
}
