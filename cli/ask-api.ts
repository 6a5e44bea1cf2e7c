import * as z from "zod";

/** What the API answered to something that it did not do: its own words. */
export class Refused extends Error {}

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
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
  if (errors.length > 0) throw new Refused(errors.map(({ message }) => message).join("; "));
  return Object.values(data ?? {})[0];
}
