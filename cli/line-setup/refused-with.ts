import { HTTPFetchError } from "@line/bot-sdk";

/** Whether LINE answered with that status. */
export function refusedWith(error: unknown, status: number): error is HTTPFetchError {
  return error instanceof HTTPFetchError && error.status === status;
}
