import { Command } from "commander";
import { version } from "@/package.json";

/** A command's end that is not success: 1 refused, 2 wrong usage. The message goes to stderr. */
export class CommandFailed extends Error {
  constructor(
    message: string,
    readonly code: 1 | 2 = 1,
  ) {
    super(message);
  }
}

function makeProgram(): Command {
  return new Command("claimdesk")
    .description("Fact-check workflow for newsrooms, from the command line.")
    .version(version)
    .showHelpAfterError("(claimdesk --help lists the commands)")
    .exitOverride();
}

/** Run one command line (without the program's name) and return the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await makeProgram().parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailed) {
      console.error(error.message);
      return error.code;
    }
    // Commander has printed its own message.
    if (error instanceof Error && "exitCode" in error) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
