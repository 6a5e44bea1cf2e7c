import { isRecord } from "../wire/parse-json.ts";
import { buttonAction, tapAction } from "./action.ts";
import { pictureUrl } from "./address.ts";
import { aspectRatio } from "./aspect-ratio.ts";
import { type Check, flag, integer, list, type Member, need, oneOf, shape, text, variants } from "./check.ts";
import * as value from "./flex-values.ts";

const type = need(text(40));
// LINE names no limit for words inside Flex; the container's own size ends them.
const TEXT_MAX = 50_000;
const MANY = 10_000;
const share = integer(0, MANY);

const placed: Record<string, Member> = {
  type,
  flex: share,
  margin: value.space,
  position: value.position,
  offsetTop: value.offset,
  offsetBottom: value.offset,
  offsetStart: value.offset,
  offsetEnd: value.offset,
};

const lettering: Record<string, Member> = {
  size: value.fontSize,
  color: value.colour,
  weight: oneOf("regular", "bold"),
  style: oneOf("normal", "italic"),
  decoration: oneOf("none", "underline", "line-through"),
};

const span = variants({ span: shape({ type, text: need(text(TEXT_MAX)), ...lettering }) });

const textShape = shape({
  ...placed,
  ...lettering,
  text: text(TEXT_MAX),
  contents: list(1, MANY, span),
  align: value.side,
  gravity: value.gravity,
  wrap: flag,
  lineSpacing: value.space,
  maxLines: integer(0, MANY),
  action: tapAction,
  adjustMode: oneOf("shrink-to-fit"),
  scaling: flag,
});

const textComponent: Check = (component, at) => {
  textShape(component, at);
  // Either words or spans; a missing display name must not pass here either.
  if (isRecord(component) && component["text"] === undefined && component["contents"] === undefined)
    at.child("text").fail("must be non-empty text");
};

export const image: Check = shape({
  ...placed,
  url: need(pictureUrl),
  align: value.side,
  gravity: value.gravity,
  size: value.imageSize,
  aspectRatio,
  aspectMode: oneOf("cover", "fit"),
  backgroundColor: value.colour,
  action: tapAction,
  animated: flag,
});

const button = shape({
  ...placed,
  action: need(buttonAction),
  height: oneOf("sm", "md"),
  style: oneOf("primary", "secondary", "link"),
  color: value.colour,
  gravity: value.gravity,
  adjustMode: oneOf("shrink-to-fit"),
  scaling: flag,
});

const { flex: _noShare, ...iconPlaced } = placed;
const icon = shape({
  ...iconPlaced,
  url: need(pictureUrl),
  size: value.fontSize,
  aspectRatio,
  scaling: flag,
});
const separator = shape({ type, margin: value.space, color: value.colour });
const filler = shape({ type, flex: share });

const background = variants({
  linearGradient: shape({
    type,
    angle: need(value.angle),
    startColor: need(value.colour),
    endColor: need(value.colour),
    centerColor: value.colour,
    centerPosition: value.percentage,
  }),
});

const across: Check = (component, at) =>
  variants({ box, button, image, separator, text: textComponent, filler })(component, at);
const onBaseline: Check = (component, at) => variants({ icon, text: textComponent, filler })(component, at);

function boxOf(child: Check): Check {
  return shape({
    ...placed,
    layout: need(oneOf("horizontal", "vertical", "baseline")),
    contents: need(list(0, MANY, child)),
    spacing: value.space,
    backgroundColor: value.colour,
    background,
    borderColor: value.colour,
    borderWidth: value.borderWidth,
    cornerRadius: value.space,
    width: value.lengthValue,
    maxWidth: value.lengthValue,
    height: value.lengthValue,
    maxHeight: value.lengthValue,
    paddingAll: value.padding,
    paddingTop: value.padding,
    paddingBottom: value.padding,
    paddingStart: value.padding,
    paddingEnd: value.padding,
    justifyContent: oneOf(
      "center",
      "flex-start",
      "flex-end",
      "space-between",
      "space-around",
      "space-evenly",
    ),
    alignItems: oneOf("center", "flex-start", "flex-end"),
    action: tapAction,
  });
}

const boxAcross = boxOf(across);
const boxOnBaseline = boxOf(onBaseline);

/** A box; what may stand in it depends on its layout. */
export const box: Check = (component, at) => {
  if (!isRecord(component) || component["type"] !== "box") return at.fail("invalid property");
  (component["layout"] === "baseline" ? boxOnBaseline : boxAcross)(component, at);
};

/** A hero block: a picture, a box or a video with its picture for old clients. */
export const hero: Check = variants({
  box: (component, at) => box(component, at),
  image,
  video: shape({
    type,
    url: need(pictureUrl),
    previewUrl: need(pictureUrl),
    altContent: need(variants({ box: (component, at) => box(component, at), image })),
    aspectRatio,
    action: tapAction,
  }),
});
