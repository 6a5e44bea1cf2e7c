import { createCopyCache } from "../shared/adapters/cloudfront.ts";
import { createPhotoSource } from "../shared/adapters/line-content.ts";
import { createGuestMessenger } from "../shared/adapters/line.ts";
import { createRekognition } from "../shared/adapters/rekognition.ts";
import { createPhotoStore } from "../shared/adapters/s3.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { awsEndpoint, createAwsFetch } from "../shared/aws-fetch.ts";
import { connectStore } from "../shared/connect-store.ts";
import type { Environment } from "../shared/env.ts";
import { copyMaker } from "../shared/pictures/copy-maker.ts";
import type { WorkerEnvironment } from "./environment.ts";
import type { WorkerPorts } from "./worker-ports.ts";

/** The worker's ports, made of the real things. */
export function connect(settings: WorkerEnvironment, env: Environment): WorkerPorts {
  const { photoBucket: bucket } = settings;
  const cloudFront = createAwsFetch(env, { service: "cloudfront", region: "us-east-1", timeoutMs: 8_000 });
  const cloudFrontUrl = awsEndpoint(env, "CLOUDFRONT", "https://cloudfront.amazonaws.com");
  const sendToQueue = createQueueSender(createAwsFetch(env, { service: "sqs", timeoutMs: 5_000 }));
  return {
    store: connectStore(env, settings.graphqlUrlParameter),
    source: createPhotoSource({
      channelAccessToken: settings.channelAccessToken,
      dataApiBaseUrl: settings.lineDataApiBaseUrl,
    }),
    photos: createPhotoStore(bucket),
    ...createRekognition(bucket),
    copyMaker,
    copyCache: createCopyCache(cloudFront, cloudFrontUrl, settings.cdnDistributionId),
    messenger: createGuestMessenger(
      { channelAccessToken: settings.channelAccessToken, apiBaseUrl: settings.lineApiBaseUrl },
      settings,
    ),
    queue: createWorkQueue(sendToQueue, settings.chatQueueUrl),
    clock: Date.now,
    guestIdKey: settings.guestIdKey,
  };
}
