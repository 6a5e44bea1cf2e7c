import { defineFunction, secret } from "@aws-amplify/backend";

export const lineWorker = defineFunction({
  name: "line-worker",
  entry: "./handler.ts",
  runtime: 22,
  // A PNG of 50 megapixels takes about a gigabyte while it is decoded.
  memoryMB: 2048,
  timeoutSeconds: 60,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
  environment: {
    LINE_CHANNEL_ACCESS_TOKEN: secret("LINE_CHANNEL_ACCESS_TOKEN"),
    GUEST_ID_KEY: secret("GUEST_ID_KEY"),
  },
});
