import type { RekognitionClient } from "@aws-sdk/client-rekognition";
import { analyzePicture } from "./analyze-picture.ts";
import type { Found } from "./find-pictures.ts";
import type { Options } from "./options.ts";
import { failuresOf, type Outcome } from "./outcome.ts";

/**
 * What became of each, in their order, so many at a time. After a failure that every further picture would meet,
 * nothing new is begun: what was not tried is missing at the end.
 */
export async function readAll(
  client: RekognitionClient,
  pictures: readonly Found[],
  options: Options & { readonly workers: number },
  onRead: (outcome: Outcome) => Promise<void>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = pictures.entries();
  let isStopped = false;
  const work = async (): Promise<void> => {
    for (const [index, found] of waiting) {
      const outcome = await outcomeOf(client, options, found);
      outcomes[index] = outcome;
      await onRead(outcome);
      isStopped ||= failuresOf(outcome).some(({ isLasting }) => isLasting);
      if (isStopped) return;
    }
  };
  // One more than can be read at once: its file is opened and made ready meanwhile.
  await Promise.all(Array.from({ length: options.workers + 1 }, work));
  return outcomes.filter(() => true); // without the holes of what was not tried
}

function outcomeOf(client: RekognitionClient, options: Options, found: Found): Outcome | Promise<Outcome> {
  if (found.kind === "picture") return analyzePicture(client, options, found);
  return { kind: "unreadable", name: found.name, why: found.why };
}
