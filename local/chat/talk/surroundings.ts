import * as z from "zod";

const endpointsSchema = z.object({
  lineApiUrl: z.url(),
  boardUrl: z.url().optional(),
});

/** Where the local stack's parts answer; `boardUrl` may be missing while there is no event. */
export type Endpoints = z.infer<typeof endpointsSchema>;

const sampleSchema = z.object({
  name: z.string(),
  url: z.string(),
  /** Words, or words by language. */
  description: z.union([z.string(), z.record(z.string(), z.string())]).default(""),
});

/** A drawn photo for somebody who has none at hand. */
export type Sample = z.infer<typeof sampleSchema>;

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

export async function fetchEndpoints(): Promise<Endpoints> {
  return endpointsSchema.parse(await fetchJson("/local/endpoints.json"));
}

export async function fetchSamples(): Promise<Sample[]> {
  return z.array(sampleSchema).parse(await fetchJson("/local/samples.json"));
}

export function describe(sample: Sample, language: string): string {
  if (typeof sample.description === "string") return sample.description || sample.name;
  return sample.description[language] ?? sample.description["en"] ?? sample.name;
}
