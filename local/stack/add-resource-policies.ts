import * as z from "zod";
import type { Identities } from "../aws/iam/identities.ts";
import type { ResourcePolicyDocument } from "../aws/iam/resource-policy.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { text } from "./template-values.ts";

/** Policies of buckets and queues, and the permissions of functions. */
export function addResourcePolicies(deployment: Deployment, identities: Identities): void {
  for (const type of ["AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy"]) {
    for (const { properties } of deployment.all(type)) {
      // Checked in full where it is added.
      identities.addResourcePolicy(properties["PolicyDocument"] as ResourcePolicyDocument);
    }
  }
  for (const { properties } of deployment.all("AWS::Lambda::Permission")) {
    identities.addResourcePolicy({ Statement: permission(properties) });
  }
  for (const { properties } of deployment.all("AWS::Lambda::Url")) checkUrl(properties, identities);
}

/** Strict: a condition that is not known here must not be passed over. */
const permissionSchema = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  FunctionUrlAuthType: z.string().optional(),
  InvokedViaFunctionUrl: z.boolean().optional(),
  SourceArn: z.string().optional(),
});

function permission(properties: unknown): ResourcePolicyDocument["Statement"] {
  const { Action, FunctionName, Principal, FunctionUrlAuthType, InvokedViaFunctionUrl, SourceArn } =
    permissionSchema.parse(properties);
  return {
    Effect: "Allow",
    Principal: Principal === "*" ? "*" : { Service: Principal },
    Action,
    Resource: FunctionName,
    Condition: {
      ...(FunctionUrlAuthType && { StringEquals: { "lambda:FunctionUrlAuthType": FunctionUrlAuthType } }),
      ...(InvokedViaFunctionUrl && { Bool: { "lambda:InvokedViaFunctionUrl": InvokedViaFunctionUrl } }),
      ...(SourceArn && { ArnLike: { "aws:SourceArn": SourceArn } }),
    },
  };
}

/** AWS would deploy a URL that nobody may call and answer 403 for ever; here the start says so. */
function checkUrl(properties: Readonly<Record<string, unknown>>, identities: Identities): void {
  const authType = text(properties, "AuthType");
  if (authType !== "NONE") throw new Error(`function URLs with the AuthType ${authType} have no stand-in`);
  const anybody = identities.outsider(undefined, {
    "lambda:FunctionUrlAuthType": authType,
    "lambda:InvokedViaFunctionUrl": "true",
  });
  const target = text(properties, "TargetFunctionArn");
  anybody.authorize("lambda:InvokeFunctionUrl", target);
  anybody.authorize("lambda:InvokeFunction", target);
}
