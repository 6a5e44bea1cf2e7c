import { oneOf, pattern } from "./check.ts";

const PIXELS = /^\d+(\.\d+)?px$/u;
const PERCENT = /^\d+(\.\d+)?%$/u;
const SPACE = /^(none|xs|sm|md|lg|xl|xxl)$/u;
const OFFSET = /^-?\d+(\.\d+)?(px|%)$/u;

export const colour = pattern(/^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$/u);
export const space = pattern(SPACE, PIXELS);
export const padding = pattern(SPACE, PIXELS, PERCENT);
export const offset = pattern(SPACE, OFFSET);
export const lengthValue = pattern(PIXELS, PERCENT);
export const borderWidth = pattern(/^(none|light|normal|medium|semi-bold|bold)$/u, PIXELS);
export const fontSize = pattern(/^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl)$/u, PIXELS);
export const imageSize = pattern(/^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|full)$/u, PIXELS, PERCENT);
export const angle = pattern(/^(\d|[1-9]\d|[12]\d\d|3[0-5]\d)(\.\d+)?deg$/u);
export const percentage = pattern(/^(\d|[1-9]\d)(\.\d+)?%$/u, /^100(\.0+)?%$/u);
export const side = oneOf("start", "end", "center");
export const gravity = oneOf("top", "bottom", "center");
export const position = oneOf("relative", "absolute");
