import { richMenuAction } from "./action.ts";
import { type Check, flag, integer, label, list, need, shape } from "./check.ts";
import type { Place } from "./place.ts";
import { isRecord } from "../wire/parse-json.ts";

const MIN_WIDTH = 800;
const MAX_WIDTH = 2500;
const MIN_HEIGHT = 250;
const MIN_RATIO = 1.45;
const MAX_AREAS = 20;

const coordinate = integer(0, Number.MAX_SAFE_INTEGER);
const extent = integer(1, Number.MAX_SAFE_INTEGER);

const sizeShape = shape({
  width: need(integer(MIN_WIDTH, MAX_WIDTH)),
  height: need(integer(MIN_HEIGHT, Number.MAX_SAFE_INTEGER)),
});
const boundsShape = shape({
  x: need(coordinate),
  y: need(coordinate),
  width: need(extent),
  height: need(extent),
});

const size: Check = (value, at) => {
  sizeShape(value, at);
  const { width, height } = numbersOf(value);
  if (width / height < MIN_RATIO) at.fail(`The aspect ratio must be at least ${MIN_RATIO}`);
};

const menuShape = shape({
  size: need(size),
  selected: need(flag),
  name: need(label(300)),
  chatBarText: need(label(14)),
  areas: need(list(0, MAX_AREAS, shape({ bounds: need(boundsShape), action: need(richMenuAction) }))),
});

/** A rich menu object, which may not reach beyond its own picture. */
export const richMenu: Check = (value, at) => {
  menuShape(value, at);
  if (isRecord(value)) checkInside(value, at);
};

function checkInside(menu: Readonly<Record<string, unknown>>, at: Place): void {
  const whole = numbersOf(menu["size"]);
  const areas = Array.isArray(menu["areas"]) ? menu["areas"] : [];
  for (const [index, area] of areas.entries()) {
    const { x, y, width, height } = numbersOf(isRecord(area) ? area["bounds"] : undefined);
    if (x + width > whole.width || y + height > whole.height)
      at.child("areas").child(index).child("bounds").fail("The bounds must be inside the rich menu's size");
  }
}

type Numbers = Readonly<Record<"x" | "y" | "width" | "height", number>>;

/** What is no number compares as neither too large nor too small: that was told already. */
function numbersOf(value: unknown): Numbers {
  const record = isRecord(value) ? value : {};
  const number = (name: string): number => (typeof record[name] === "number" ? record[name] : Number.NaN);
  return { x: number("x"), y: number("y"), width: number("width"), height: number("height") };
}
