import { defineFunction } from "@aws-amplify/backend";

export const eventArchiver = defineFunction({
  name: "event-archiver",
  entry: "./handler.ts",
  runtime: 22,
  // Not for its memory, most of which is free: the network and the processor come with it.
  memoryMB: 1024,
  timeoutSeconds: 300,
  logging: { retention: "1 month" },
  resourceGroupName: "storage",
});
