import { type CSSProperties, type ReactNode, useState } from "react";
import type { Action } from "../flex/flex-types.ts";
import type { RichMenu } from "../talk/line-client.ts";

interface RichMenuPanelProps {
  readonly menu: RichMenu;
  readonly imageUrl: string;
  readonly onAction: (action: Action) => void;
}

/** The menu below the chat: a picture with places to tap, and the bar that opens and closes it. */
export function RichMenuPanel({ menu, imageUrl, onAction }: RichMenuPanelProps): ReactNode {
  const [isOpen, setOpen] = useState(menu.selected);
  return (
    <div className="rich-menu">
      {isOpen && (
        <div className="rich-menu-picture">
          <img src={imageUrl} alt="" width={menu.size.width} height={menu.size.height} />
          {menu.areas.map(({ bounds, action }) => (
            <button
              key={`${bounds.x} ${bounds.y}`}
              type="button"
              aria-label={action.label}
              style={placeOf(bounds, menu.size)}
              onClick={() => onAction(action)}
            />
          ))}
        </div>
      )}
      <button type="button" className="rich-menu-bar" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {menu.chatBarText}
      </button>
    </div>
  );
}

function placeOf(
  { x, y, width, height }: RichMenu["areas"][number]["bounds"],
  size: RichMenu["size"],
): CSSProperties {
  const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  return {
    left: percent(x, size.width),
    top: percent(y, size.height),
    width: percent(width, size.width),
    height: percent(height, size.height),
  };
}
