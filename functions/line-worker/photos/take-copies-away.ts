import type { WorkerPorts } from "../worker-ports.ts";
import { together } from "../../shared/together.ts";

/** Public copies: out of the store and out of all caches. */
export async function takeCopiesAway(
  { photos, copyCache }: Pick<WorkerPorts, "photos" | "copyCache">,
  image: string,
): Promise<void> {
  await together([photos.withdrawCopies(image), copyCache.forget(image)]);
}
