import { type CSSProperties, type ReactNode, useRef } from "react";
import type { Surroundings, Text } from "./flex-types.ts";
import { itemStyle } from "./item-style.ts";
import { tappable } from "./tappable.ts";
import { spanStyle, textStyle } from "./text-style.ts";
import { useShrinkToFit } from "./use-shrink-to-fit.ts";

const GRAVITY = { top: "flex-start", center: "center", bottom: "flex-end" } as const;

function words({ text, contents }: Text): ReactNode {
  if (!contents) return text;
  return contents.map((span, at) => (
    // Spans have no identity of their own and never move.
    <span key={at} style={spanStyle(span)}>
      {span.text}
    </span>
  ));
}

export function FlexText({
  text,
  around,
}: {
  readonly text: Text;
  readonly around: Surroundings;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useShrinkToFit(ref, text.adjustMode === "shrink-to-fit");
  const outer: CSSProperties = {
    ...itemStyle(text, around),
    // On a baseline the text itself must be the item, else its baseline is lost.
    ...(around.layout === "baseline"
      ? {}
      : { display: "flex", flexDirection: "column", justifyContent: GRAVITY[text.gravity ?? "top"] }),
  };
  return (
    <div style={outer} {...tappable(text.action, around.onAction)}>
      <div ref={ref} style={textStyle(text)}>
        {words(text)}
      </div>
    </div>
  );
}
