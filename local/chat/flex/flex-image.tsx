import type { CSSProperties, ReactNode } from "react";
import { aspectRatio, imageSize } from "./flex-sizes.ts";
import type { Image, Surroundings } from "./flex-types.ts";
import { itemStyle } from "./item-style.ts";
import { tappable } from "./tappable.ts";

const SIDES = {
  start: "flex-start",
  center: "center",
  end: "flex-end",
  top: "flex-start",
  bottom: "flex-end",
} as const;

export function FlexImage({
  image,
  around,
}: {
  readonly image: Image;
  readonly around: Surroundings;
}): ReactNode {
  const outer: CSSProperties = {
    ...itemStyle(image, around),
    display: "flex",
    flexDirection: "column",
    alignItems: SIDES[image.align ?? "center"],
    justifyContent: SIDES[image.gravity ?? "top"],
  };
  const frame: CSSProperties = {
    width: imageSize(image.size),
    maxWidth: "100%",
    aspectRatio: aspectRatio(image.aspectRatio),
    backgroundColor: image.backgroundColor,
    overflow: "hidden",
  };
  const fit: CSSProperties = {
    display: "block",
    width: "100%",
    height: "100%",
    objectFit: image.aspectMode === "cover" ? "cover" : "contain",
  };
  return (
    <div style={outer} {...tappable(image.action, around.onAction)}>
      <div style={frame}>
        <img src={image.url} alt="" style={fit} draggable={false} />
      </div>
    </div>
  );
}
