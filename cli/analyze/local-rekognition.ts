import { createGateway } from "../../local/aws/gateway/gateway.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import type { Analyser } from "../../local/aws/rekognition/analyser.ts";
import { createRekognition } from "../../local/aws/rekognition/rekognition.ts";
import { AwsError, REGION, type RestService } from "../../local/aws/service.ts";
import { createRekognitionClient } from "../../functions/shared/adapters/rekognition-client.ts";
import type { RekognitionSource } from "./rekognition-source.ts";

/** The embedded reader behind the vendor's own client, on a free port of this machine. */
export async function openLocalRekognition(analyser: Analyser): Promise<RekognitionSource> {
  const identities = createIdentities();
  const rekognition = createRekognition({ analyser, readObject: () => Promise.reject(noObjects()) });
  const gateway = createGateway({
    clock: Date.now,
    identities,
    jsonServices: [rekognition],
    lambda: nothing,
    cloudFront: nothing,
    s3: nothing,
  });
  // The nets load while the first pictures are prepared.
  const warm = rekognition.warm();
  const { origin } = await gateway.listen(0);
  const { accessKeyId, secretAccessKey } = identities.administrator;
  const client = createRekognitionClient({
    endpoint: origin,
    region: REGION,
    credentials: { accessKeyId, secretAccessKey },
  });
  return {
    client,
    async close() {
      await warm.catch(() => {}); // a picture that was read has told more than the warming
      client.destroy();
      await gateway.close();
      await rekognition.close();
    },
  };
}

const noObjects = (): AwsError => new AwsError("NoSuchBucket", "there are no buckets here", 404);

/** What is not there says so. */
const nothing: RestService = {
  handle: () => Promise.reject(new AwsError("UnknownOperationException", "only Rekognition is here")),
  renderError: ({ status, code, message }) => ({ status, body: JSON.stringify({ __type: code, message }) }),
};
