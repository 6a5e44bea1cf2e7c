import { glob } from "../../local/aws/iam/glob.ts";
import type { RoleRight } from "../../local/stack/add-roles.ts";
import type { Stack } from "../../local/stack/stack.ts";
import { startStack } from "../../local/stack/start-stack.ts";
import { steps } from "./steps.ts";
import type { Visit } from "./visit.ts";

/** What a role did without one of its rights. */
export type Outcome =
  | { readonly kind: "refused" | "failed"; readonly step: string; readonly words: string }
  | { readonly kind: "not missed" };

export interface Ground {
  readonly clone: string;
  readonly assemblyDirectory: string;
  /** Queues whose work has to be done before a step is over. */
  readonly queues: readonly string[];
}

/**
 * Starts a stack whose role lacks the right and does everything the product can do. It ends with the first call that
 * is refused, also where nobody seems to mind, with the first step that fails, or when nothing was missed. Without a
 * right everything has to go well.
 */
export async function tryWithout(right: RoleRight | undefined, ground: Ground): Promise<Outcome> {
  let stack: Stack;
  try {
    stack = await startStack({
      clone: ground.clone,
      assemblyDirectory: ground.assemblyDirectory,
      dataDirectory: undefined,
      port: 0,
      ...(right !== undefined && { withoutRight: right }),
    });
  } catch (error) {
    return { kind: "failed", step: "start the backend", words: wordsOf(error) };
  }
  try {
    return await goThrough(stack, right, ground);
  } finally {
    await stack.close();
  }
}

async function goThrough(stack: Stack, right: RoleRight | undefined, ground: Ground): Promise<Outcome> {
  const { userId } = stack.line.guests.create({ displayName: "花子", language: "ja" });
  const visit: Visit = { stack, userId, queues: ground.queues, photos: [] };
  let step = "";
  const refused = new Promise<Outcome>((done) => {
    const isMissing = missing(right);
    stack.services.identities.watch(({ principal, action, resource, decision }) => {
      if (decision !== "allowed" && isMissing(principal, action, resource))
        done({ kind: "refused", step, words: `${action} on ${resource}` });
    });
  });
  const walk = async (): Promise<Outcome> => {
    for (const next of steps) {
      step = next.name;
      await next.run(visit);
    }
    return { kind: "not missed" };
  };
  const failed = walk().catch((error: unknown): Outcome => ({ kind: "failed", step, words: wordsOf(error) }));
  return Promise.race([refused, failed]);
}

/** Whether a question would have been answered by the right. */
function missing(
  right: RoleRight | undefined,
): (principal: string, action: string, resource: string) => boolean {
  if (right === undefined) return () => false;
  const [isAction, isResource] = [glob(right.action, "i"), glob(right.resource)];
  return (principal, action, resource) =>
    principal.includes(`:assumed-role/${right.role}/`) && isAction(action) && isResource(resource);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
