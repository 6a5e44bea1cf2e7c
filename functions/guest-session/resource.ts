import { defineFunction, secret } from "@aws-amplify/backend";

export const guestSession = defineFunction({
  name: "guest-session",
  entry: "./handler.ts",
  runtime: 22,
  memoryMB: 256,
  timeoutSeconds: 10,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
  environment: {
    SESSION_KEY: secret("SESSION_KEY"),
    GUEST_ID_KEY: secret("GUEST_ID_KEY"),
  },
});
