import type { GatewayJsonService } from "../gateway/gateway-service.ts";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import type { Caller } from "../service.ts";
import { AnalyserBusy, createAnalyser } from "./analyser.ts";
import type { Analyser } from "./analyser.ts";
import { detectFaces, detectFacesSchema } from "./detect-faces.ts";
import { detectLabels, detectLabelsSchema } from "./detect-labels.ts";
import { imageBytes, invalidFormat, invalidParameters, tooLarge } from "./image-source.ts";
import type { ReadObject } from "./image-source.ts";
import { RefusedPicture } from "./reading.ts";

export interface Rekognition extends GatewayJsonService {
  /** Starts the workers now instead of with the first picture. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

export interface RekognitionOptions {
  /** Threads that read pictures, about 250 MB each. */
  readonly workers?: number;
  /** Reads pictures instead of threads of its own; closed with this. */
  readonly analyser?: Analyser;
  /** Reads an object with the caller's rights; throws `AwsError` when it is missing or forbidden. */
  readonly readObject: ReadObject;
}

/** Amazon Rekognition's DetectFaces and (partly) DetectLabels by nets that run here. */
export function createRekognition({
  workers = 1,
  analyser = createAnalyser({ workers }),
  readObject,
}: RekognitionOptions): Rekognition {
  return {
    targetPrefix: "RekognitionService",
    protocol: "json-1.1",
    signingName: "rekognition",
    operations: ["DetectFaces", "DetectLabels", "DetectModerationLabels", "DetectText"],
    call: (operation, input, caller) => answer(analyser, readObject, operation, input, caller),
    warm: () => analyser.warm(),
    close: () => analyser.close(),
  };
}

async function answer(
  analyser: Analyser,
  readObject: ReadObject,
  operation: string,
  input: unknown,
  caller: Caller,
): Promise<unknown> {
  caller.authorize(`rekognition:${operation}`, "*");
  switch (operation) {
    case "DetectFaces": {
      const request = parseInput(detectFacesSchema, input);
      const bytes = await imageBytes(request.Image, readObject, caller);
      return detectFaces(analyser, request, bytes).catch(inRekognitionsWords);
    }
    case "DetectLabels": {
      const request = parseInput(detectLabelsSchema, input);
      const bytes = await imageBytes(request.Image, readObject, caller);
      return detectLabels(analyser, request, bytes).catch(inRekognitionsWords);
    }
    case "DetectModerationLabels":
      throw notAvailable("Moderation", "no net here can tell unsafe content, so the picture is not checked");
    case "DetectText":
      throw notAvailable("TextDetection", "no net here can read text");
    default:
      throw new AwsError("UnknownOperationException", `Rekognition's ${operation} is not available locally`);
  }
}

function notAvailable(feature: string, reason: string): AwsError {
  return new AwsError(`${feature}NotAvailableLocallyException`, `not available locally: ${reason}`);
}

function inRekognitionsWords(error: unknown): never {
  if (error instanceof AnalyserBusy) {
    throw new AwsError("ProvisionedThroughputExceededException", "Provisioned rate exceeded");
  }
  if (!(error instanceof RefusedPicture)) {
    if (error instanceof AwsError) throw error;
    throw new AwsError("InternalServerError", `the analysis failed: ${String(error)}`, 500);
  }
  if (error.refusal === "format") throw invalidFormat();
  throw error.refusal === "too-small" ? invalidParameters() : tooLarge(error.message);
}
