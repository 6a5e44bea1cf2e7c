import { createRekognitionClient } from "../../functions/shared/adapters/rekognition-client.ts";
import { createAnalyser } from "../../local/aws/rekognition/analyser.ts";
import { openLocalRekognition } from "./local-rekognition.ts";
import type { SourceChoice } from "./options.ts";
import type { RekognitionSource } from "./rekognition-source.ts";

/** Credentials and region of `aws` come the way the vendor's client finds them, unless they were named. */
export async function openSource(choice: SourceChoice, workers: number): Promise<RekognitionSource> {
  if (choice.kind === "local") return openLocalRekognition(createAnalyser({ workers }));
  const { profile, region } = choice;
  const client = createRekognitionClient({
    ...(profile !== undefined && { profile }),
    ...(region !== undefined && { region }),
  });
  return { client, close: async () => client.destroy() };
}
