import { defineData } from "@aws-amplify/backend";
import { guestAuthorizer } from "../../functions/guest-authorizer/resource.ts";
import { schema } from "./schema.ts";

export const data = defineData({
  name: "egao",
  schema,
  authorizationModes: {
    defaultAuthorizationMode: "userPool",
    // The longest that AppSync allows: a board that stops in the middle of a party helps nobody.
    apiKeyAuthorizationMode: { description: "boards", expiresInDays: 365 },
    lambdaAuthorizationMode: { function: guestAuthorizer, timeToLiveInSeconds: 60 },
  },
  logging: { fieldLogLevel: "error", excludeVerboseContent: true, retention: "1 month" },
});
