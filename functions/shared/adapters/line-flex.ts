import type { messagingApi } from "@line/bot-sdk";

/** The colours of all cards: ink on white paper, plum blossom for what matters. */
export const ink = "#2B2B2B";
export const pencil = "#6F6A6A";
export const plum = "#C73E5C";
export const blossom = "#FBEEF0";

export const text = (content: string, look: Partial<messagingApi.FlexText> = {}): messagingApi.FlexText => ({
  type: "text",
  text: content,
  color: ink,
  ...look,
});

export const column = (
  contents: messagingApi.FlexComponent[],
  look: Partial<messagingApi.FlexBox> = {},
): messagingApi.FlexBox => ({ type: "box", layout: "vertical", contents, ...look });

/** Label on the left, what it says on the right, on one line. */
export const row = (label: string, value: messagingApi.FlexComponent[]): messagingApi.FlexBox => ({
  type: "box",
  layout: "baseline",
  contents: [text(label, { size: "sm", color: pencil, flex: 0 }), ...value],
});

export const note = (content: string): messagingApi.FlexBox =>
  column([text(content, { size: "xs", color: plum, wrap: true })], {
    backgroundColor: blossom,
    cornerRadius: "8px",
    paddingAll: "10px",
  });

export const linkButton = (label: string, uri: string): messagingApi.FlexButton => ({
  type: "button",
  style: "primary",
  height: "sm",
  color: plum,
  action: { type: "uri", label, uri },
});

/** Says a command in the guest's name (K1). */
export const sayButton = (
  label: string,
  command: string,
  look: Pick<messagingApi.FlexButton, "style" | "color">,
): messagingApi.FlexButton => ({
  type: "button",
  height: "sm",
  ...look,
  action: { type: "postback", label, data: command, displayText: label },
});

export const card = (
  parts: Pick<messagingApi.FlexBubble, "hero" | "body" | "footer">,
): messagingApi.FlexBubble => ({
  type: "bubble",
  size: "mega",
  ...parts,
});

export const flex = (altText: string, contents: messagingApi.FlexBubble): messagingApi.FlexMessage => ({
  type: "flex",
  altText,
  contents,
});
