import * as z from "zod";

/** What the API answered to something that it did not do: its own words. */
export class Refused extends Error {
  /** The API's name of the reason, such as `Conflict`. */
  readonly type: string | undefined;

  constructor(words: string, type?: string) {
    super(words);
    this.type = type;
  }
}

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), errorType: z.string().nullish() })).optional(),
});

/** The only field that is asked for. `identity`: the header that says who asks. Throws `Refused`. */
export async function askApi(
  graphqlUrl: string,
  identity: Readonly<Record<string, string>>,
  query: string,
  variables: object,
): Promise<unknown> {
  const response = await fetch(graphqlUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...identity },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = answerSchema.parse(await response.json());
  if (errors.length > 0) {
    throw new Refused(errors.map(({ message }) => message).join("; "), errors[0]?.errorType ?? undefined);
  }
  return Object.values(data ?? {})[0];
}
