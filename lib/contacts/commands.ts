import { command } from "@/lib/platform/command";
import * as logging from "./logging";
import { addContactInput, changeContactInput, removeContactInput } from "./schema";

/** Log whom one asked about a claim, how, when and what. */
export const addContact = command({
  name: "contact.add",
  input: addContactInput,
  action: "contact.log",
  run: logging.add,
});

/** Change a contact: the answer, the outcome, the deadline; edits of two people merge. */
export const changeContact = command({
  name: "contact.change",
  input: changeContactInput,
  action: "contact.log",
  run: logging.change,
});

/** Take one's own contact away. */
export const removeContact = command({
  name: "contact.remove",
  input: removeContactInput,
  action: "contact.log",
  run: logging.takeAway,
});
