import { isRecord } from "../wire/parse-json.ts";
import { tapAction } from "./action.ts";
import { type Check, flag, list, need, oneOf, shape, text, variants } from "./check.ts";
import { box, hero } from "./flex-component.ts";
import { colour } from "./flex-values.ts";
import type { Place } from "./place.ts";

// LINE says "30 KB" and "50 KB" without saying of what; the smaller reading keeps us safe.
const BUBBLE_MAX_BYTES = 30_000;
const CAROUSEL_MAX_BYTES = 50_000;
const CAROUSEL_MAX_BUBBLES = 12;
const BLOCKS = ["header", "hero", "body", "footer"];

const type = need(text(40));
const blockStyle = shape({ backgroundColor: colour, separator: flag, separatorColor: colour });

const bubbleShape = shape({
  type,
  size: oneOf("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"),
  direction: oneOf("ltr", "rtl"),
  header: box,
  hero,
  body: box,
  footer: box,
  styles: shape({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle }),
  action: tapAction,
});

function checkBytes(value: unknown, maxBytes: number, at: Place): void {
  const sizeBytes = Buffer.byteLength(JSON.stringify(value));
  if (sizeBytes > maxBytes) at.fail(`must not be larger than ${maxBytes / 1000} KB (is ${sizeBytes} bytes)`);
}

const bubble: Check = (value, at) => {
  if (!isRecord(value)) return at.fail("invalid property");
  bubbleShape(value, at);
  if (!BLOCKS.some((block) => value[block] !== undefined)) at.fail("at least one block must be specified");
  checkBytes(value, BUBBLE_MAX_BYTES, at);
};

const carouselShape = shape({
  type,
  contents: need(list(1, CAROUSEL_MAX_BUBBLES, variants({ bubble }))),
});

function sizeOf(value: unknown): unknown {
  return isRecord(value) ? (value["size"] ?? "mega") : undefined;
}

const carousel: Check = (value, at) => {
  carouselShape(value, at);
  checkBytes(value, CAROUSEL_MAX_BYTES, at);
  const bubbles: unknown[] = isRecord(value) && Array.isArray(value["contents"]) ? value["contents"] : [];
  if (new Set(bubbles.map(sizeOf)).size > 1) at.child("contents").fail("all bubbles must have the same size");
  for (const [index, one] of bubbles.entries()) {
    const heroOf = isRecord(one) ? one["hero"] : undefined;
    if (isRecord(heroOf) && heroOf["type"] === "video")
      at.child("contents").child(index).child("hero").fail("invalid property");
  }
};

export const flexContainer: Check = variants({ bubble, carousel });
