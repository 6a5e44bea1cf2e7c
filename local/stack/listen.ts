import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Listens on 127.0.0.1; rejects when the port is taken. The returned function cuts every connection, also those that
 * became WebSockets, and waits for the end.
 */
export async function listen(server: Server, port: number): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", done);
  });
  return () =>
    new Promise((done) => {
      server.close(() => done());
      for (const socket of sockets) socket.destroy();
    });
}
