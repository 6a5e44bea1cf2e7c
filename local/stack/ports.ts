import { createServer } from "node:net";
import type { Settings } from "./settings.ts";

export type Ports = Settings["ports"];

/**
 * The four ports of a stack. A port that was asked for must be free; the others keep their last number when they
 * can and take any free one when they cannot.
 */
export async function choosePorts(last: Ports, asked: number | undefined): Promise<Ports> {
  if (asked !== undefined && asked !== 0) {
    if (!(await isFree(asked))) {
      throw new Error(
        `Port ${asked} is taken by another program. Choose another with --port N, or leave it out.`,
      );
    }
    const taken = new Set([asked]);
    const aws = await freePort(asked + 1, taken);
    const line = await freePort(asked + 2, taken);
    return { main: asked, aws, line, cdn: await freePort(asked + 3, taken) };
  }
  const taken = new Set<number>();
  const preferred = (port: number): number => (asked === 0 ? 0 : port);
  const main = await freePort(preferred(last.main), taken);
  const aws = await freePort(preferred(last.aws), taken);
  const line = await freePort(preferred(last.line), taken);
  return { main, aws, line, cdn: await freePort(preferred(last.cdn), taken) };
}

async function freePort(preferred: number, taken: Set<number>): Promise<number> {
  let port = preferred !== 0 && !taken.has(preferred) && (await isFree(preferred)) ? preferred : 0;
  while (port === 0 || taken.has(port)) port = (await bind(0)) ?? 0;
  taken.add(port);
  return port;
}

async function isFree(port: number): Promise<boolean> {
  return (await bind(port)) !== undefined;
}

/** Binds and frees a port again; undefined when it is taken. */
function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}
