import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { AwsError, type Clock } from "../service.ts";
import { readXml } from "../s3/read-xml.ts";
import type { XmlValue } from "../s3/write-xml.ts";

export interface Batch {
  readonly callerReference: string;
  readonly paths: readonly string[];
}

export interface Invalidation {
  readonly id: string;
  readonly createdAtMs: number;
  readonly batch: Batch;
}

/** The invalidations of one distribution. */
export class Invalidations {
  readonly #clock: Clock;
  readonly #byId = new Map<string, Invalidation>();
  readonly #byReference = new Map<string, Invalidation>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The same reference with the same paths is the same invalidation. Throws InvalidationBatchAlreadyExists. */
  add(batch: Batch): { readonly invalidation: Invalidation; readonly isNew: boolean } {
    const known = this.#byReference.get(batch.callerReference);
    if (known !== undefined && isDeepStrictEqual(known.batch, batch))
      return { invalidation: known, isNew: false };
    if (known !== undefined) {
      const message = "The caller reference was used before with other paths";
      throw new AwsError("InvalidationBatchAlreadyExists", message);
    }
    const id = `I${randomBytes(8).toString("hex").toUpperCase().slice(0, 13)}`;
    const invalidation = { id, createdAtMs: this.#clock(), batch };
    this.#byId.set(id, invalidation);
    this.#byReference.set(batch.callerReference, invalidation);
    return { invalidation, isNew: true };
  }

  find(id: string): Invalidation | undefined {
    return this.#byId.get(id);
  }
}

const MAX_PATHS = 3000;

/** Throws MalformedXML, InconsistentQuantities, InvalidArgument, TooManyInvalidationsInProgress. */
export function readBatch(body: Buffer): Batch {
  const root = readXml(body.toString("utf8"));
  const callerReference = root?.textOf("CallerReference");
  const list = root?.first("Paths");
  if (root?.name !== "InvalidationBatch" || !callerReference || list === undefined) {
    throw new AwsError("MalformedXML", "The XML document is malformed.");
  }
  const paths = (list.first("Items")?.all("Path") ?? []).map((path) => path.text);
  if (Number(list.textOf("Quantity")) !== paths.length) {
    throw new AwsError("InconsistentQuantities", "The value of Quantity and the size of Items don't match.");
  }
  if (paths.length === 0 || paths.some((path) => !path.startsWith("/"))) {
    const message = "Your request contains one or more invalid invalidation paths.";
    throw new AwsError("InvalidArgument", message);
  }
  if (paths.length > MAX_PATHS) {
    throw new AwsError(
      "TooManyInvalidationsInProgress",
      "You have exceeded the maximum number of allowable InProgress invalidations.",
    );
  }
  return { callerReference, paths };
}

/** Always complete: the one edge forgets at once. */
export function describeInvalidation({ id, createdAtMs, batch }: Invalidation): {
  readonly [name: string]: XmlValue;
} {
  return {
    Id: id,
    Status: "Completed",
    CreateTime: new Date(createdAtMs).toISOString(),
    InvalidationBatch: {
      Paths: { Quantity: batch.paths.length, Items: { Path: batch.paths } },
      CallerReference: batch.callerReference,
    },
  };
}
