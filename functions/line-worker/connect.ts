import { createCeremonyStore } from "../shared/adapters/ceremony-graphql.ts";
import { createCopyCache } from "../shared/adapters/cloudfront.ts";
import { createFailureRecords } from "../shared/adapters/failure-records-graphql.ts";
import { createPhotoSource } from "../shared/adapters/line-content.ts";
import { createEndingStore } from "../shared/adapters/ending-graphql.ts";
import { createEventFiles } from "../shared/adapters/s3-event-files.ts";
import { createRestingLetters } from "../shared/adapters/sqs-dead-letters.ts";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createMessageQuota } from "../shared/adapters/line-quota.ts";
import { createGuestMenu } from "../shared/adapters/line-menu.ts";
import { createGuestMessenger } from "../shared/adapters/line.ts";
import { createRekognitionClient } from "../shared/adapters/rekognition-client.ts";
import { createPictureReaders } from "../shared/adapters/rekognition.ts";
import { createArchiveStore } from "../shared/adapters/s3-archives.ts";
import { createRehearsalBucket } from "../shared/adapters/s3-rehearsal.ts";
import { createPhotoStore } from "../shared/adapters/s3.ts";
import { createRetrySoon } from "../shared/adapters/sqs-retry.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { awsEndpoint, bucketAddress, createAwsFetch } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import { type Environment, requireVariable } from "../shared/env.ts";
import { copyMaker } from "../shared/pictures/copy-maker.ts";
import { createPushAllowance } from "../shared/push-allowance.ts";
import type { WorkerEnvironment } from "./environment.ts";
import { withRehearsals } from "./rehearsal/with-rehearsals.ts";
import type { Aftermath } from "./work-off.ts";
import type { WorkerPorts } from "./worker-ports.ts";

export interface Connection {
  readonly ports: WorkerPorts;
  readonly aftermath: Aftermath;
}

/** The worker's ports, made of the real things. */
export function connect(settings: WorkerEnvironment, env: Environment): Connection {
  const { photoBucket: bucket } = settings;
  const cloudFront = createAwsFetch(env, { service: "cloudfront", region: "us-east-1", timeoutMs: 8_000 });
  const cloudFrontUrl = awsEndpoint(env, "CLOUDFRONT", "https://cloudfront.amazonaws.com");
  const sqs = createAwsFetch(env, { service: "sqs", timeoutMs: 5_000 });
  const sqsUrl = awsEndpoint(env, "SQS", `https://sqs.${requireVariable(env, "AWS_REGION")}.amazonaws.com`);
  const door = connectDoor(env, settings.graphqlUrlParameter);
  const { channelAccessToken, lineApiBaseUrl: apiBaseUrl } = settings;
  const ports: WorkerPorts = {
    store: createCeremonyStore(door),
    hosts: createHostStore(door),
    source: createPhotoSource({
      channelAccessToken,
      dataApiBaseUrl: settings.lineDataApiBaseUrl,
    }),
    photos: createPhotoStore(bucket),
    archives: createArchiveStore(bucket),
    files: createEventFiles(bucket),
    ending: createEndingStore(door),
    deadLetters: settings.deadLettersUrls.map((url) => createRestingLetters(sqs, url)),
    ...createPictureReaders({ client: createRekognitionClient(), bucket }),
    copyMaker,
    copyCache: createCopyCache(cloudFront, cloudFrontUrl, settings.cdnDistributionId),
    messenger: createGuestMessenger({ channelAccessToken, apiBaseUrl }, settings),
    allowance: createPushAllowance(
      createMessageQuota({ channelAccessToken, apiBaseUrl }),
      Date.now,
      settings.functionName,
    ),
    menu: createGuestMenu({ channelAccessToken, apiBaseUrl }),
    queue: createWorkQueue(createQueueSender(sqs), settings.chatQueueUrl),
    exportQueue: createWorkQueue(createQueueSender(sqs), settings.exportQueueUrl),
    clock: Date.now,
    guestIdKey: settings.guestIdKey,
  };
  const aftermath = {
    retrySoon: createRetrySoon(sqs, sqsUrl),
    failures: createFailureRecords(door, Date.now),
  };
  const drawn = createRehearsalBucket(bucket, bucketAddress(env, bucket));
  return { ports: withRehearsals(ports, drawn), aftermath };
}
