import * as z from "zod";

export const userSchema = z.object({
  /** `U` and 32 hexadecimal digits. */
  userId: z.string(),
  displayName: z.string(),
  pictureUrl: z.string().optional(),
  /** BCP 47, as the phone is set. */
  language: z.string().optional(),
  statusMessage: z.string().optional(),
  /** `none`: never followed the bot. */
  friendship: z.enum(["none", "friend", "blocked"]),
  hasWritten: z.boolean(),
  createdAt: z.number(),
});

/** A person with LINE on the phone. */
export type User = z.infer<typeof userSchema>;

export const messageSchema = z.object({
  messageId: z.string(),
  userId: z.string(),
  from: z.enum(["guest", "bot"]),
  /** Milliseconds since the epoch. */
  sentAt: z.number(),
  /** A bot's message object as it was sent, or what a guest sent: image, video, audio, file, text, sticker, postback, notice. */
  body: z.looseObject({ type: z.string() }),
  quoteToken: z.string().optional(),
  /** A bot's message: the guest's message whose reply token it used. */
  answers: z.string().optional(),
  via: z.enum(["reply", "push"]).optional(),
  /** A guest's message: when the bot's server took the webhook. */
  readAt: z.number().optional(),
  /** A guest's message: why the bot's server did not take the webhook. */
  undelivered: z.string().optional(),
  unsentAt: z.number().optional(),
});

/** One entry of the chat between a user and the bot. */
export type ChatMessage = z.infer<typeof messageSchema>;

export const tokenSchema = z.object({
  token: z.string(),
  userId: z.string(),
  messageId: z.string(),
  eventAt: z.number(),
  /** When a webhook last carried it; the minute counts from here. */
  deliveredAt: z.number(),
  isUsed: z.boolean(),
});

export type ReplyToken = z.infer<typeof tokenSchema>;

/** What the chat page and the command line are told as it happens. */
export type ChatChange =
  | { readonly type: "user"; readonly user: User }
  | { readonly type: "message"; readonly message: ChatMessage }
  | { readonly type: "loading"; readonly userId: string; readonly remainingMs: number }
  /** Some guest may see another menu below the chat. */
  | { readonly type: "rich-menus" };
