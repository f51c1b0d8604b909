import { command, systemCommand } from "@/lib/platform/command";
import * as corrections from "./corrections";
import * as dates from "./dates";
import * as rereading from "./rereading";
import * as inputs from "./schema";
import * as selections from "./selections";
import * as notes from "./source-notes";
import * as steps from "./steps";
import { undoEntry } from "./undoing";
import * as verdicts from "./verdicts";

/** Mark a new claim by hand. */
export const markClaim = command({
  name: "claim.mark",
  input: inputs.markClaimInput,
  action: "claim.correct",
  run: corrections.mark,
});

/** Change a claim's wording, kind or speaker; edits of two people merge. */
export const changeClaim = command({
  name: "claim.change",
  input: inputs.changeClaimInput,
  action: "claim.correct",
  run: corrections.change,
});

/** Move a claim's place in the text. */
export const respanClaim = command({
  name: "claim.respan",
  input: inputs.respanClaimInput,
  action: "claim.correct",
  run: corrections.respan,
});

/** Cut a claim in two. */
export const splitClaim = command({
  name: "claim.split",
  input: inputs.splitClaimInput,
  action: "claim.correct",
  run: corrections.split,
});

/** Join claims of one article. */
export const mergeClaims = command({
  name: "claim.merge",
  input: inputs.mergeClaimsInput,
  action: "claim.correct",
  run: corrections.merge,
});

/** Accept a detected claim as one to be checked. */
export const acceptClaim = command({
  name: "claim.accept",
  input: inputs.acceptClaimInput,
  action: "claim.correct",
  run: steps.accept,
});

/** Dismiss a claim with a reason. */
export const dismissClaim = command({
  name: "claim.dismiss",
  input: inputs.dismissClaimInput,
  action: "claim.correct",
  run: steps.dismiss,
});

/** Start checking a claim. */
export const startCheck = command({
  name: "claim.startCheck",
  input: inputs.startCheckInput,
  action: "claim.check",
  run: steps.startCheck,
});

/** Tick a fact of a claim, or take the tick back. */
export const tickFact = command({
  name: "fact.tick",
  input: inputs.tickFactInput,
  action: "claim.check",
  run: steps.tick,
});

/** Assign a claim, with priority and due date. */
export const assignClaim = command({
  name: "claim.assign",
  input: inputs.assignClaimInput,
  action: "claim.assign",
  run: steps.assign,
});

/** Say up to when a claim was checked, and when it has to be checked again. */
export const dateClaim = command({
  name: "claim.date",
  input: inputs.dateClaimInput,
  action: "claim.check",
  run: dates.date,
});

/** Take the verified claims of an article whose day has come back to the queue. */
export const expireClaims = systemCommand({
  name: "claim.expire",
  input: inputs.expireClaimsInput,
  run: dates.expire,
});

/** Propose a verdict, or change the one in review. */
export const proposeVerdict = command({
  name: "verdict.propose",
  input: inputs.proposeVerdictInput,
  action: "verdict.propose",
  run: verdicts.propose,
});

/** Approve exactly what the signer saw, as another person than the proposer. */
export const signOff = command({
  name: "signoff.give",
  input: inputs.signOffInput,
  action: "signoff.give",
  run: verdicts.sign,
});

/** Sign off one's own verdict past the four-eyes rule, with a reason. */
export const overrideSignOff = command({
  name: "signoff.override",
  input: inputs.overrideSignOffInput,
  action: "signoff.override",
  run: verdicts.signPastFourEyes,
});

/** Send a proposed verdict back to the check, with a reason. */
export const sendBack = command({
  name: "claim.sendBack",
  input: inputs.sendBackInput,
  action: "signoff.give",
  run: steps.sendBack,
});

/** Reopen a verified or dismissed claim, with a reason. */
export const reopenClaim = command({
  name: "claim.reopen",
  input: inputs.reopenClaimInput,
  action: "claim.reopen",
  run: steps.reopen,
});

/** Leave a source note on a claim. */
export const addSourceNote = command({
  name: "note.add",
  input: inputs.addSourceNoteInput,
  action: "note.write",
  run: notes.addNote,
});

/** Edit one's own source note. */
export const editSourceNote = command({
  name: "note.edit",
  input: inputs.editSourceNoteInput,
  action: "note.write",
  run: notes.editNote,
});

/** Take one's own source note away. */
export const removeSourceNote = command({
  name: "note.remove",
  input: inputs.removeSourceNoteInput,
  action: "note.write",
  run: notes.takeNoteAway,
});

/** Accept a selection of claims. */
export const bulkAccept = command({
  name: "claim.bulkAccept",
  input: inputs.bulkAcceptInput,
  action: "claim.correct",
  run: selections.acceptAll,
});

/** Dismiss a selection of claims with one reason. */
export const bulkDismiss = command({
  name: "claim.bulkDismiss",
  input: inputs.bulkDismissInput,
  action: "claim.correct",
  run: selections.dismissAll,
});

/** Assign a selection of claims to one member, or to nobody. */
export const bulkAssign = command({
  name: "claim.bulkAssign",
  input: inputs.bulkAssignInput,
  action: "claim.assign",
  run: selections.assignAll,
});

/** Take suggestions of another reading of an article. */
export const takeReading = command({
  name: "claim.takeReading",
  input: inputs.takeReadingInput,
  action: "claim.correct",
  run: rereading.takeReading,
});

/** Undo one entry of an article's ledger, as a new entry. */
export const undo = command({
  name: "claim.undo",
  input: inputs.undoInput,
  action: "claim.correct",
  run: undoEntry,
});
