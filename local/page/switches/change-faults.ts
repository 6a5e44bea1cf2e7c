/** What is done once and at once. */
export type FaultCommand = "expire-tokens" | "cut-sockets" | "kill-workers";

/** Replaces the whole plan. Rejects with the server's words for a plan that it does not take. */
export async function putPlan(plan: unknown): Promise<void> {
  await call("PUT", "/local/faults", JSON.stringify(plan));
}

/** Answers how many it struck. */
export async function strike(command: FaultCommand): Promise<number> {
  const answer = await call("POST", `/local/faults/${command}`);
  return typeof answer === "object" && answer !== null && "count" in answer ? Number(answer.count) : 0;
}

async function call(method: string, path: string, body?: string): Promise<unknown> {
  const response = await fetch(path, { method, ...(body !== undefined && { body }) });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const isWorded = typeof answer === "object" && answer !== null && "message" in answer;
  throw new Error(isWorded ? String(answer.message) : `The stack answered ${response.status}`);
}
