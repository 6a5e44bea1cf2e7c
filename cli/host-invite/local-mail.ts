import * as z from "zod";

const stateSchema = z.object({
  mails: z.array(z.object({ to: z.string(), kind: z.string(), secret: z.string() })),
});

/** The temporary password that the local user pool mailed last to this address; undefined when there is none. */
export async function temporaryPassword(stateUrl: string, email: string): Promise<string | undefined> {
  const response = await fetch(stateUrl);
  const { mails } = stateSchema.parse(await response.json());
  // The newest comes first.
  return mails.find(({ to, kind }) => kind === "invitation" && to.toLowerCase() === email.toLowerCase())
    ?.secret;
}
