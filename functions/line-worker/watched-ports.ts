import type { WorkerPorts } from "./worker-ports.ts";

/** Called before and after every call of a port; may throw, wait, or do something of its own. */
export type Hook = (moment: "before" | "after", call: string) => Promise<void> | void;

/** The same ports; every method lets the hook know before and after. */
export function watched(ports: WorkerPorts, hook: Hook): WorkerPorts {
  const wrap = <T extends object>(port: T, name: string): T =>
    new Proxy(port, {
      get(target, member, receiver): unknown {
        const value: unknown = Reflect.get(target, member, receiver);
        if (typeof value !== "function" || typeof member !== "string") return value;
        return async (...args: unknown[]) => {
          await hook("before", `${name}.${member}`);
          const result: unknown = await Reflect.apply(value, target, args);
          await hook("after", `${name}.${member}`);
          return result;
        };
      },
    });
  return {
    ...ports,
    store: wrap(ports.store, "store"),
    hosts: wrap(ports.hosts, "hosts"),
    source: wrap(ports.source, "source"),
    photos: wrap(ports.photos, "photos"),
    archives: wrap(ports.archives, "archives"),
    files: wrap(ports.files, "files"),
    ending: wrap(ports.ending, "ending"),
    deadLetters: ports.deadLetters.map((letters) => wrap(letters, "letters")),
    faceReader: wrap(ports.faceReader, "faceReader"),
    contentChecker: wrap(ports.contentChecker, "contentChecker"),
    labelReader: wrap(ports.labelReader, "labelReader"),
    textReader: wrap(ports.textReader, "textReader"),
    copyMaker: wrap(ports.copyMaker, "copyMaker"),
    copyCache: wrap(ports.copyCache, "copyCache"),
    messenger: wrap(ports.messenger, "messenger"),
    menu: wrap(ports.menu, "menu"),
    allowance: wrap(ports.allowance, "allowance"),
    queue: wrap(ports.queue, "queue"),
    exportQueue: wrap(ports.exportQueue, "exportQueue"),
  };
}
