import { DetectFacesCommand, RekognitionClient } from "@aws-sdk/client-rekognition";
import { afterAll, beforeAll } from "vitest";
import { createRekognition } from "../../local/aws/rekognition/rekognition.ts";
import { AwsError } from "../../local/aws/service.ts";
import { openGateway } from "./open-gateway.ts";

/** What lies in buckets: bytes by `BUCKET/KEY`. */
export const objects = new Map<string, Buffer>();
const rekognition = createRekognition({
  async readObject(bucket, key, caller) {
    caller.authorize("s3:GetObject", `arn:aws:s3:::${bucket}/${key}`);
    const found = objects.get(`${bucket}/${key}`);
    if (!found) throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
    return found;
  },
});
beforeAll(() => rekognition.warm());
afterAll(() => rekognition.close());

export async function start() {
  const opened = await openGateway({ jsonServices: [rekognition] });
  return { ...opened, client: new RekognitionClient(opened.asAdministrator) };
}

export async function facesOf(bytes: Uint8Array, attributes: ("ALL" | "DEFAULT" | "SMILE")[] = ["ALL"]) {
  const { client } = await start();
  const answer = await client.send(
    new DetectFacesCommand({ Image: { Bytes: bytes }, Attributes: attributes }),
  );
  return answer.FaceDetails ?? [];
}
