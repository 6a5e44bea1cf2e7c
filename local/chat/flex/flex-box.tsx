import type { ReactNode } from "react";
import { boxStyle } from "./box-style.ts";
import { FlexButton } from "./flex-button.tsx";
import { FlexImage } from "./flex-image.tsx";
import { fontSize, space } from "./flex-sizes.ts";
import { FlexText } from "./flex-text.tsx";
import type { Box, Component, Icon, Separator, Surroundings } from "./flex-types.ts";
import { itemStyle } from "./item-style.ts";
import { tappable } from "./tappable.ts";

function FlexSeparator({ separator, around }: { separator: Separator; around: Surroundings }): ReactNode {
  const isDown = around.layout !== "vertical";
  const line = isDown ? { width: "1px", alignSelf: "stretch" } : { height: "1px" };
  const place = { ...itemStyle(separator, around), flex: "0 0 auto" };
  return <hr style={{ border: 0, margin: 0, ...place, ...line, background: separator.color ?? "#d4d6da" }} />;
}

function FlexIcon({ icon, around }: { icon: Icon; around: Surroundings }): ReactNode {
  const height = fontSize(icon.size);
  const place = { ...itemStyle(icon, around), flex: "0 0 auto" };
  return <img src={icon.url} alt="" style={{ ...place, height }} draggable={false} />;
}

/** Any component; what a newer LINE knows and we do not is left out, as old phones do. */
export function FlexComponent({
  component,
  around,
}: {
  component: Component;
  around: Surroundings;
}): ReactNode {
  switch (component.type) {
    case "box":
      return <FlexBox box={component} around={around} />;
    case "text":
      return <FlexText text={component} around={around} />;
    case "image":
      return <FlexImage image={component} around={around} />;
    case "button":
      return <FlexButton button={component} around={around} />;
    case "separator":
      return <FlexSeparator separator={component} around={around} />;
    case "icon":
      return <FlexIcon icon={component} around={around} />;
    case "filler":
      return <div style={{ flex: `${component.flex ?? 1} 1 0` }} />;
    case "video":
      return <FlexComponent component={component.altContent} around={around} />;
    default:
      return null;
  }
}

export function FlexBox({ box, around }: { readonly box: Box; readonly around: Surroundings }): ReactNode {
  const isArranged = box.justifyContent !== undefined || box.alignItems !== undefined;
  const within = { layout: box.layout, isArranged, onAction: around.onAction };
  return (
    <div style={boxStyle(box, around)} {...tappable(box.action, around.onAction)}>
      {box.contents.map((component, at) => (
        // Components have no identity of their own and never move.
        <FlexComponent
          key={at}
          component={component}
          around={{ ...within, gap: at === 0 ? undefined : space(box.spacing) }}
        />
      ))}
    </div>
  );
}
