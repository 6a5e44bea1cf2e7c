import * as z from "zod";

const createdSchema = z.object({ user: z.object({ userId: z.string() }) });
const sentSchema = z.object({
  messageId: z.string(),
  messageIds: z.array(z.string()),
  imageSetId: z.string().optional(),
});
const chatSchema = z.object({
  messages: z.array(
    z.object({
      messageId: z.string(),
      from: z.enum(["guest", "bot"]),
      sentAt: z.number(),
      body: z.looseObject({ type: z.string() }),
      answers: z.string().optional(),
      via: z.enum(["reply", "push"]).optional(),
      readAt: z.number().optional(),
      undelivered: z.string().optional(),
    }),
  ),
});

/** One entry of the chat between a guest and the bot. */
export type ChatEntry = z.output<typeof chatSchema>["messages"][number];

/** Pictures that left a phone together, in the order in which they were chosen. */
export interface SentPictures {
  readonly photoIds: readonly string[];
  /** LINE's name of several. */
  readonly imageSetId?: string | undefined;
}

/** What the guests of a crowd do with their phones; ids are LINE's. Rejects for what LINE refuses. */
export interface Phones {
  create(guest: { readonly displayName: string; readonly language: string }): Promise<string>;
  follow(lineUserId: string): Promise<string>;
  unfollow(lineUserId: string): Promise<void>;
  /** One, or several at once. */
  sendPhotos(
    lineUserId: string,
    photos: readonly Buffer[],
    options: { readonly isOldPhone: boolean },
  ): Promise<SentPictures>;
  sendText(lineUserId: string, text: string): Promise<string>;
  sendSticker(lineUserId: string): Promise<string>;
  tap(lineUserId: string, postback: string): Promise<string>;
  unsend(lineUserId: string, messageId: string): Promise<void>;
  chat(lineUserId: string): Promise<readonly ChatEntry[]>;
}

/** Phones of the local LINE at this origin. */
export function linePhones(origin: string): Phones {
  const call = (
    method: string,
    path: string,
    body?: NonNullable<RequestInit["body"]>,
    type?: string,
  ): Promise<unknown> =>
    callLine(`${origin}/local/users${path}`, {
      method,
      ...(body !== undefined && { body }),
      ...(type !== undefined && { headers: { "Content-Type": type } }),
    });
  const post = async (path: string, body?: object): Promise<string> => {
    const answer = await call("POST", path, body && JSON.stringify(body), body && "application/json");
    return sentSchema.parse(answer).messageId;
  };

  return {
    create: async (guest) =>
      createdSchema.parse(await call("POST", "", JSON.stringify(guest), "application/json")).user.userId,
    follow: (id) => post(`/${id}/follow`),
    unfollow: async (id) => void (await post(`/${id}/unfollow`)),
    async sendPhotos(id, photos, { isOldPhone }) {
      const form = new FormData();
      for (const [at, photo] of photos.entries())
        form.append(`photo${at}`, new Blob([new Uint8Array(photo)]));
      const answer = await call("POST", `/${id}/messages/images?oldPhone=${isOldPhone}`, form);
      const { messageIds: photoIds, imageSetId } = sentSchema.parse(answer);
      return { photoIds, imageSetId };
    },
    sendText: (id, text) => post(`/${id}/messages/text`, { text }),
    sendSticker: (id) => post(`/${id}/messages/sticker`, { packageId: "446", stickerId: "1988" }),
    tap: (id, data) => post(`/${id}/postback`, { data, displayText: data }),
    unsend: async (id, messageId) => void (await post(`/${id}/messages/${messageId}/unsend`)),
    chat: async (id) => chatSchema.parse(await call("GET", `/${id}/chat`)).messages,
  };
}

async function callLine(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const answer: unknown = await response.json();
  // Without the user's id, which the address holds: this text may end in a report.
  if (!response.ok) throw new Error(`the local LINE refused ${init.method}: ${JSON.stringify(answer)}`);
  return answer;
}
