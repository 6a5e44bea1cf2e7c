import type { CSSProperties } from "react";
import { fontSize, space } from "./flex-sizes.ts";
import type { Span, Text } from "./flex-types.ts";

function lettering(text: Omit<Span, "type">, isSpan: boolean): CSSProperties {
  return {
    fontSize: text.size === undefined && isSpan ? undefined : fontSize(text.size),
    color: text.color ?? (isSpan ? undefined : "#111111"),
    fontWeight: text.weight === undefined ? undefined : text.weight === "bold" ? 700 : 400,
    fontStyle: text.style,
    textDecoration: text.decoration,
  };
}

function wrapping({ wrap, maxLines, lineSpacing }: Text): CSSProperties {
  if (!wrap) return { whiteSpace: "nowrap", textOverflow: "ellipsis" };
  const lines = lineSpacing === undefined ? {} : { lineHeight: `calc(1.3em + ${space(lineSpacing)})` };
  const clamp = { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: maxLines } as const;
  return { whiteSpace: "pre-wrap", overflowWrap: "anywhere", ...lines, ...(maxLines ? clamp : {}) };
}

/** A span's own letters; what it does not say it has from its text. */
export function spanStyle(span: Span): CSSProperties {
  return lettering(span, true);
}

/** A text's letters, side and lines. */
export function textStyle(text: Text): CSSProperties {
  return {
    overflow: "hidden",
    textAlign: text.align ?? "start",
    ...lettering(text, false),
    ...wrapping(text),
  };
}
