import { defineFunction, secret } from "@aws-amplify/backend";

export const guestAuthorizer = defineFunction({
  name: "guest-authorizer",
  entry: "./handler.ts",
  runtime: 22,
  memoryMB: 256,
  timeoutSeconds: 5,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
  environment: {
    SESSION_KEY: secret("SESSION_KEY"),
  },
});
