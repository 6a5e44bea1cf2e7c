import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { batchSchema, checkEntries, forEachEntry } from "./batch.ts";
import { type Operations, permittedQueue } from "./operation.ts";

const handle = { ReceiptHandle: z.string() };
const visibility = { ...handle, VisibilityTimeout: z.number().int().min(0).max(43_200) };
const deleteSchema = z.object({ QueueUrl: z.string(), ...handle });
const changeSchema = z.object({ QueueUrl: z.string(), ...visibility });
const deleteBatchSchema = batchSchema(handle);
const changeBatchSchema = batchSchema(visibility);

/** The calls that act on a delivered message by its receipt handle. */
export const handleOperations: Operations = {
  DeleteMessage(input, context) {
    const request = parseInput(deleteSchema, input, "InvalidParameterValue");
    permittedQueue(request.QueueUrl, "sqs:DeleteMessage", context).delete(request.ReceiptHandle);
  },

  DeleteMessageBatch(input, context) {
    const { QueueUrl, Entries } = parseInput(deleteBatchSchema, input, "InvalidParameterValue");
    const queue = permittedQueue(QueueUrl, "sqs:DeleteMessage", context);
    checkEntries(Entries);
    return forEachEntry(Entries, ({ ReceiptHandle }) => {
      queue.delete(ReceiptHandle);
      return {};
    });
  },

  ChangeMessageVisibility(input, context) {
    const request = parseInput(changeSchema, input, "InvalidParameterValue");
    const queue = permittedQueue(request.QueueUrl, "sqs:ChangeMessageVisibility", context);
    queue.changeVisibility(request.ReceiptHandle, request.VisibilityTimeout * 1000);
  },

  ChangeMessageVisibilityBatch(input, context) {
    const { QueueUrl, Entries } = parseInput(changeBatchSchema, input, "InvalidParameterValue");
    const queue = permittedQueue(QueueUrl, "sqs:ChangeMessageVisibility", context);
    checkEntries(Entries);
    return forEachEntry(Entries, ({ ReceiptHandle, VisibilityTimeout }) => {
      queue.changeVisibility(ReceiptHandle, VisibilityTimeout * 1000);
      return {};
    });
  },
};
