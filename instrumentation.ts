import type { Instrumentation } from "next";
import { log } from "@/lib/platform/log";

/** Log what a page or an answer failed on, under the number that the screen tells people to give their admin. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath, routeType }) => {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  log.error({ err: error, digest, method: request.method, routePath, routeType }, "unexpected error in a page");
};
