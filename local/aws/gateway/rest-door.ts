import type { Faults } from "../../faults/faults.ts";
import type { AwsError, RestResponse, RestService } from "../service.ts";
import type { Authenticate, Expected } from "./authenticator.ts";
import { cloudFrontAction, lambdaAction, s3Action } from "./rest-actions.ts";
import type { WireRequest } from "./wire-request.ts";

export interface RestServices {
  readonly lambda: RestService;
  readonly cloudFront: RestService;
  readonly s3: RestService;
}

/** The door of the services that speak REST, told apart by their path; S3 takes what no other one does. */
export interface RestDoor {
  answer(request: WireRequest): Promise<RestResponse>;
  renderError(path: string, error: AwsError, requestId: string): RestResponse;
}

interface Entrance {
  readonly service: RestService;
  readonly expected: Expected;
  readonly actionOf: (request: WireRequest) => string;
}

export function createRestDoor(services: RestServices, authenticate: Authenticate, faults: Faults): RestDoor {
  const lambda: Entrance = {
    service: services.lambda,
    expected: { dialect: "lambda", service: "lambda" },
    actionOf: lambdaAction,
  };
  const cloudFront: Entrance = {
    service: services.cloudFront,
    // CloudFront is a global service: its calls are signed for us-east-1.
    expected: { dialect: "cloudfront", service: "cloudfront", region: "us-east-1" },
    actionOf: cloudFrontAction,
  };
  const s3: Entrance = {
    service: services.s3,
    expected: { dialect: "s3", service: "s3" },
    actionOf: s3Action,
  };

  const entranceOf = (path: string): Entrance => {
    // CloudFront has one version of its API, Lambda one for nearly every kind of resource.
    if (path.startsWith("/2020-05-31/")) return cloudFront;
    return /^\/20\d\d-\d\d-\d\d\//.test(path) ? lambda : s3;
  };

  return {
    async answer(request) {
      const { service, expected, actionOf } = entranceOf(request.path);
      const caller = authenticate(request, expected);
      const { method, path, headers, body } = request;
      const restRequest = { method, path, query: new URLSearchParams(request.query), headers, body };
      return faults.around({ action: actionOf(request), principal: caller.arn }, () =>
        service.handle(restRequest, caller),
      );
    },
    renderError: (path, error, requestId) => entranceOf(path).service.renderError(error, requestId),
  };
}
