import type { LineRequest } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";

const IMAGES_MAX = 50;

/** The body as one file; throws a 400 when it is empty. */
export function readFile({ body }: LineRequest): Buffer {
  if (body.length === 0) throw new LineError(400, "The request body is empty; send the file's bytes");
  return body;
}

/** All files of a `multipart/form-data` body, in their order; throws a 400 when there is none. */
export async function readFiles({ headers, body }: LineRequest): Promise<Buffer[]> {
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data"))
    throw new LineError(415, "Send the images as multipart/form-data");
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw new LineError(400, "The multipart/form-data body is malformed");
    });
  const files = [...form.values()].filter((value) => value instanceof Blob);
  if (files.length === 0 || files.length > IMAGES_MAX)
    throw new LineError(400, `Send 1 to ${IMAGES_MAX} files, not ${files.length}`);
  const images = await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())));
  if (images.some((image) => image.length === 0)) throw new LineError(400, "A file is empty");
  return images;
}
