import { spawn } from "node:child_process";
import type { Stack } from "./stack/stack.ts";

/**
 * Sets up the local channel as a host sets up the real one: by `npm run line:setup`, in a process of its own beside the
 * stack that is ready already. The menus are kept with the data, so another start changes nothing.
 */
export function layMenus(clone: string, { origins, log }: Pick<Stack, "origins" | "log">): void {
  const { port } = new URL(origins.main);
  const command = ["--import", "tsx", "cli/line-setup.ts", "--port", port];
  const child = spawn(process.execPath, command, { cwd: clone, stdio: ["ignore", "ignore", "pipe"] });
  const complaints: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
  child.on("error", (error) => log(`menus: ERROR ${error.message}`));
  child.on("close", (code) => {
    if (code !== 0 && code !== null)
      log(`menus: ERROR line:setup ended with ${code}: ${complaints.join("")}`);
  });
  // A start that is broken off does not wait for it, nor does it for the start.
  process.once("exit", () => child.kill());
}
