import { command } from "@/lib/platform/command";
import * as objecting from "./objecting";
import { decideObjectionInput, raiseObjectionInput, withdrawObjectionInput } from "./schema";

/** Object to how a claim is worded. */
export const raiseObjection = command({
  name: "objection.raise",
  input: raiseObjectionInput,
  action: "objection.raise",
  run: objecting.raise,
});

/** Decide an objection: the wording stands (stet), or it is to be changed. */
export const decideObjection = command({
  name: "objection.decide",
  input: decideObjectionInput,
  action: "objection.decide",
  run: objecting.decide,
});

/** Withdraw one's own objection. */
export const withdrawObjection = command({
  name: "objection.withdraw",
  input: withdrawObjectionInput,
  action: "objection.raise",
  run: objecting.withdraw,
});
