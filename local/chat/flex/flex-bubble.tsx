import type { CSSProperties, ReactNode } from "react";
import { FlexBox, FlexComponent } from "./flex-box.tsx";
import { bubbleWidth } from "./flex-sizes.ts";
import type { Box, Bubble, OnAction, Surroundings } from "./flex-types.ts";
import { tappable } from "./tappable.ts";

type BlockName = "header" | "body" | "footer";

/** LINE's own paddings, which a box that names its own replaces. */
function defaultPadding(name: BlockName, size: Bubble["size"]): string {
  const isSmall = size === "nano" || size === "micro";
  if (name === "footer" || isSmall) return "10px";
  return size === undefined || size === "mega" || size === "giga" ? "20px" : "13px";
}

function withPadding(box: Box, name: BlockName, size: Bubble["size"]): Box {
  return { ...box, paddingAll: box.paddingAll ?? defaultPadding(name, size) };
}

/** The colour and the line above a block. */
function blockStyle(bubble: Bubble, name: BlockName | "hero", isFirst: boolean): CSSProperties {
  const style = bubble.styles?.[name];
  const line = style?.separator === true && !isFirst;
  return {
    backgroundColor: style?.backgroundColor,
    ...(line ? { borderBlockStart: `1px solid ${style.separatorColor ?? "#d4d6da"}` } : {}),
    // In a carousel all bubbles are as high as the highest; the body takes the rest, so that footers stand in line.
    ...(name === "body" ? { flex: "1 0 auto", display: "flex", flexDirection: "column" } : {}),
  };
}

export function FlexBubble({
  bubble,
  onAction,
}: {
  readonly bubble: Bubble;
  readonly onAction: OnAction;
}): ReactNode {
  const around: Surroundings = { layout: "vertical", gap: undefined, isArranged: false, onAction };
  const blocks = (["header", "hero", "body", "footer"] as const).filter((name) => bubble[name] !== undefined);
  const content = (name: (typeof blocks)[number]): ReactNode => {
    if (name === "hero") return bubble.hero && <FlexComponent component={bubble.hero} around={around} />;
    const box = bubble[name];
    const growing = name === "body" ? { flex: 1 } : {};
    return box && <FlexBox box={{ ...withPadding(box, name, bubble.size), ...growing }} around={around} />;
  };
  return (
    <div
      className="flex-bubble"
      dir={bubble.direction ?? "ltr"}
      style={{ width: bubbleWidth(bubble.size) }}
      {...tappable(bubble.action, onAction)}
    >
      {blocks.map((name, at) => (
        <div key={name} style={blockStyle(bubble, name, at === 0)}>
          {content(name)}
        </div>
      ))}
    </div>
  );
}
