import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Faults } from "../../faults/faults.ts";
import { Mishap } from "../../faults/mishap.ts";
import type { Clock } from "../service.ts";
import { AwsError } from "../service.ts";
import type { S3 } from "../s3/create-s3.ts";
import { cachingOptimized, type CacheLimits } from "./cache-lifetime.ts";
import { EdgeCache } from "./edge-cache.ts";
import { answerError, answerViewer } from "./answer-viewer.ts";

export interface DistributionOptions {
  /** As in the template, for example `E2EXAMPLE`. */
  readonly id: string;
  readonly bucket: string;
  /** Throws an `AwsError` for an object that the bucket does not let this distribution read. */
  readonly admit?: (bucket: string, key: string) => void;
  /** What stands before every path in the bucket, such as `/public`; empty for the whole bucket. */
  readonly originPath: string;
  /** AWS's `CachingOptimized` when left out. */
  readonly cacheLimits?: CacheLimits;
}

export interface Distribution {
  readonly id: string;
  /** Listens on 127.0.0.1; 0 picks a free port. Rejects when the port is taken. */
  listen(port: number): Promise<{ readonly port: number; readonly origin: string }>;
  invalidate(patterns: readonly string[]): void;
  close(): Promise<void>;
}

interface DistributionParts {
  readonly clock: Clock;
  readonly s3: Pick<S3, "getObject">;
  readonly faults: Faults;
}

export function createDistribution(
  options: DistributionOptions,
  { clock, s3, faults }: DistributionParts,
): Distribution {
  const prefix = options.originPath.replace(/^\/|\/$/g, "");
  // A key is taken literally, so that `..` leads nowhere.
  const keyOf = (path: string) => (prefix === "" ? path.slice(1) : prefix + path);
  const cache = new EdgeCache(clock, options.cacheLimits ?? cachingOptimized, async (path) => {
    options.admit?.(options.bucket, keyOf(path));
    return s3.getObject(options.bucket, keyOf(path));
  });
  const server = createServer((request, response) => {
    answer(cache, faults, request, response).catch((error: unknown) => {
      if (error instanceof Mishap) return strike(request, response, error);
      const isRefusal = error instanceof AwsError;
      if (!isRefusal) console.error("CloudFront: the request failed", error);
      answerError(
        response,
        isRefusal ? error : new AwsError("InternalError", "The local stand-in failed", 500),
      );
    });
  });
  return {
    id: options.id,
    listen: (port) => listen(server, port),
    invalidate: (patterns) => cache.invalidate(patterns),
    close: () => close(server),
  };
}

/** An edge that is overrun or cannot reach its origin says 503 and 502. */
function strike(request: IncomingMessage, response: ServerResponse, { kind, status }: Mishap): void {
  if (kind === "dropped") request.socket.destroy();
  else if (kind === "throttled")
    answerError(response, new AwsError("LimitExceeded", "The request limit is exceeded", 503));
  else answerError(response, new AwsError("BadGateway", "The origin gave no valid answer", status ?? 502));
}

async function answer(
  cache: EdgeCache,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "";
  if (method !== "GET" && method !== "HEAD") {
    const message =
      "This distribution is not configured to allow the HTTP request method that was used for this request.";
    throw new AwsError("MethodNotAllowed", message, 403);
  }
  // The query is neither part of the cache's key nor sent to the origin.
  const path = decodePath((request.url ?? "/").split("?", 1)[0] ?? "/");
  const found = await faults.around({ action: "cdn:Get", principal: "viewer" }, () => cache.get(path));
  if (found === undefined) throw new AwsError("AccessDenied", "Access Denied", 403);
  answerViewer(request, response, found);
}

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new AwsError("InvalidURI", "Couldn't parse the specified URI.");
  }
}

function listen(server: Server, port: number): Promise<{ readonly port: number; readonly origin: string }> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      // A TCP server always has an AddressInfo here; the union's string is for pipes.
      const { port: actual } = server.address() as AddressInfo;
      resolve({ port: actual, origin: `http://127.0.0.1:${actual}` });
    });
  });
}

function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
