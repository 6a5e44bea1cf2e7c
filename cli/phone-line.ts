import * as z from "zod";

const usersSchema = z.object({ users: z.array(z.object({ userId: z.string(), displayName: z.string() })) });
const createdSchema = z.object({ user: z.object({ userId: z.string() }) });
const sentSchema = z.object({ messageId: z.string() });
const answerSchema = z.object({
  answered: z.boolean(),
  messages: z.array(z.object({ body: z.record(z.string(), z.unknown()) })),
  undelivered: z.string().optional(),
});

/** A guest's phone, by the local LINE. */
export class PhoneLine {
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The user of that name; one who does not exist yet becomes the bot's friend. */
  async userNamed(displayName: string): Promise<string> {
    const { users } = usersSchema.parse(await this.#call("GET", "/local/users"));
    const known = users.find((user) => user.displayName === displayName);
    if (known !== undefined) return known.userId;
    const body = JSON.stringify({ displayName, follow: true });
    return createdSchema.parse(await this.#call("POST", "/local/users", body, "application/json")).user
      .userId;
  }

  /** Sends a picture and waits for what the bot answers to it. Throws when nothing comes in time. */
  sendPicture(userId: string, picture: Buffer, timeoutMs: number): Promise<Record<string, unknown>[]> {
    return this.sendPictures(userId, [picture], timeoutMs);
  }

  /** Sends pictures in one go and waits for the one answer to them. Throws when nothing comes in time. */
  async sendPictures(
    userId: string,
    pictures: readonly Buffer[],
    timeoutMs: number,
  ): Promise<Record<string, unknown>[]> {
    const messages = `/local/users/${userId}/messages`;
    const form = new FormData();
    for (const [at, picture] of pictures.entries())
      form.append(`photo${at}`, new Blob([new Uint8Array(picture)]));
    const sent = sentSchema.parse(await this.#call("POST", `${messages}/images`, form));
    const answer = answerSchema.parse(
      await this.#call("GET", `${messages}/${sent.messageId}/answer?timeoutMs=${timeoutMs}`),
    );
    if (answer.undelivered !== undefined) throw new Error(`The bot took no event: ${answer.undelivered}`);
    if (!answer.answered) throw new Error(`The bot has not answered within ${timeoutMs / 1000} s.`);
    return answer.messages.map(({ body }) => body);
  }

  async #call(method: string, path: string, body?: string | FormData, type?: string): Promise<unknown> {
    const response = await fetch(`${this.#origin}${path}`, {
      method,
      ...(body !== undefined && { body }),
      ...(type !== undefined && { headers: { "Content-Type": type } }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`The local LINE refused ${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
}
