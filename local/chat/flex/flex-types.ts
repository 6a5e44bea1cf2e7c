import type { messagingApi } from "@line/bot-sdk";

export type Action = messagingApi.Action;
export type Bubble = messagingApi.FlexBubble;
export type Container = messagingApi.FlexContainer;
export type Component = messagingApi.FlexComponent;
export type Box = messagingApi.FlexBox;
export type Text = messagingApi.FlexText;
export type Span = messagingApi.FlexSpan;
export type Image = messagingApi.FlexImage;
export type Button = messagingApi.FlexButton;
export type Icon = messagingApi.FlexIcon;
export type Separator = messagingApi.FlexSeparator;

export type OnAction = (action: Action) => void;

/** What a component must know of the box around it. */
export interface Surroundings {
  readonly layout: Box["layout"];
  /** The space before the component that the box asks for; none before the first. */
  readonly gap: string | undefined;
  /** `justifyContent` or `alignItems` is set: LINE then no longer shares out the free space. */
  readonly isArranged: boolean;
  readonly onAction: OnAction;
}
