import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { addMember, setPassword } from "@/lib/people/commands";
import type { Actor } from "@/lib/platform/actor";
import { executePublic } from "@/lib/platform/command";
import { CommandFailed } from "./command-failed";
import { required } from "./with-database";

/** Ask for a line without showing what is typed; null when the input ended. */
function askHidden(question: string): Promise<string | null> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY === true });
  process.stderr.write(process.stdin.isTTY ? question : "");
  return new Promise((resolve) => {
    terminal.once("line", (line) => {
      resolve(line);
      terminal.close();
    });
    terminal.once("SIGINT", () => terminal.close());
    terminal.once("close", () => {
      if (process.stdin.isTTY) process.stderr.write("\n");
      resolve(null);
    });
  });
}

/** Read a new password: typed twice at a terminal, else the first line of stdin. Never an argument, which others could see. */
export async function readPassword(): Promise<string> {
  const password = await askHidden("Password: ");
  if (password === null) throw new CommandFailed("No password was given: type it, or send it as a line on stdin.", 2);
  if (process.stdin.isTTY && (await askHidden("Once more: ")) !== password) {
    throw new CommandFailed("The two passwords differ. Nothing was changed.");
  }
  return password;
}

/** Add a member to the operator's newsroom; returns a sentence. */
export async function addUser(
  operator: Actor,
  email: string,
  { name, role, password }: { readonly name: string; readonly role: string; readonly password: string },
): Promise<string> {
  const { newsroomId, newsroomName } = operator;
  required(await executePublic(addMember, { newsroomId, email, name, role, password }));
  return `${email} is now ${role} at ${newsroomName}.\n`;
}

/** Give a member a new password and end their sessions; returns a sentence. */
export async function changeUserPassword(email: string, password: string): Promise<string> {
  required(await executePublic(setPassword, { email, password }));
  return `${email} has a new password and is signed out everywhere.\n`;
}
