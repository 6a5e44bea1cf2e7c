import * as z from "zod";

/** What a crowd needs to know of a running local stack: a part of `GET /local/endpoints.json`. */
export const stackAddressSchema = z.object({
  graphqlUrl: z.string(),
  realtimeUrl: z.string(),
  apiKey: z.string(),
  region: z.string(),
  awsEndpointUrl: z.string(),
  /** A local administrator. */
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  lineApiUrl: z.string(),
  eventId: z.string(),
  boardId: z.string(),
  cdnUrl: z.string(),
});

export type StackAddress = z.output<typeof stackAddressSchema>;
