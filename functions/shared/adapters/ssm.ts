import * as z from "zod";
import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";

const answerShape = z.object({ Parameter: z.object({ Value: z.string().min(1) }) });

/** Reads a parameter once and remembers it; a failure is not remembered. Fault: `api-unreachable`. */
export function createParameterReader(
  fetch: AwsFetch,
  endpoint: string,
  name: string,
): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => {
    known ??= readParameter(fetch, endpoint, name).catch((error: unknown) => {
      known = undefined;
      throw error instanceof Fault ? error : new Fault("api-unreachable", error);
    });
    return known;
  };
}

async function readParameter(fetch: AwsFetch, endpoint: string, name: string): Promise<string> {
  const response = await fetch(`${endpoint}/`, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AmazonSSM.GetParameter" },
    body: JSON.stringify({ Name: name }),
  });
  if (!response.ok) throw new Fault("api-unreachable", `GetParameter ${response.status}`);
  return answerShape.parse(response.json()).Parameter.Value;
}
