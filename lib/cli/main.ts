import { Command, Option } from "commander";
import { ROLES } from "@/lib/core/policy/policy";
import { DOCUMENT_FORMATS, type DocumentFormat, REPORT_FORMATS, type ReportFormat } from "@/lib/core/report/formats";
import { ALL_CLAIMS, AUDIENCES, REPORT_LANGUAGES, type ReportOptions } from "@/lib/core/report/options";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";
import { version } from "@/package.json";
import { CommandFailed } from "./command-failed";
import type { ImportOptions } from "./import";

/** What `report` takes. */
interface ReportFlags extends Pick<ReportOptions, "audience" | "language"> {
  readonly format: ReportFormat | DocumentFormat;
  readonly output?: string;
  readonly onlySigned: boolean;
  readonly speaker?: readonly string[];
}

const print = (text: string | Uint8Array | null) => void (text === null || process.stdout.write(text));

/** Run work on the database for whom --as names, and print its answer. The database's code is loaded only then. */
async function answer(program: Command, work: (actor: Actor) => Promise<string | Uint8Array | null>): Promise<void> {
  const { asOperator } = await import("./with-database");
  print(await asOperator(program.opts<{ as?: string }>().as, work));
}

function addReading(program: Command): void {
  program
    .command("articles")
    .description("list the newsroom's articles")
    .option("--json", "as JSON", false)
    .action(async (options: { json: boolean }) => {
      const { listArticles } = await import("./articles");
      await answer(program, (actor) => listArticles(actor, options));
    });
  program
    .command("claims")
    .description("list an article's claims in the order of their place")
    .argument("<article>", "the article's id")
    .option("--json", "as JSON", false)
    .action(async (articleId: string, options: { json: boolean }) => {
      const { listClaims } = await import("./claims");
      await answer(program, (actor) => listClaims(actor, articleId, options));
    });
  program
    .command("report")
    .description("write an article's fact-check report")
    .argument("<article>", "the article's id")
    .addOption(
      new Option("-f, --format <format>", "what to write")
        .choices([...REPORT_FORMATS, ...DOCUMENT_FORMATS])
        .default("md"),
    )
    .option("-o, --output <file>", "write to a file instead of stdout")
    .addOption(
      new Option("--audience <audience>", "whom it is for: the public gets no notes of the newsroom")
        .choices(AUDIENCES)
        .default("public"),
    )
    .addOption(new Option("--language <language>", "of its labels").choices(REPORT_LANGUAGES).default("en"))
    .option("--only-signed", "only claims that are signed off", false)
    .option("--speaker <name...>", "only claims said by these people")
    .action(async (articleId: string, options: ReportFlags) => {
      const { exportReport } = await import("./report");
      const { audience, language, onlySigned, speaker = [], ...file } = options;
      const only = { ...ALL_CLAIMS, signed: onlySigned, speakers: speaker };
      await answer(program, (actor) => {
        return exportReport(actor, articleId, { ...file, report: { audience, language, only } });
      });
    });
  program
    .command("ledger")
    .description("the append-only history")
    .command("verify")
    .description("check that no entry of an article's history was changed, removed or added later")
    .argument("<article>", "the article's id")
    .action(async (articleId: string) => {
      const { ledgerVerdict } = await import("./ledger");
      await answer(program, async (actor) => {
        const { ok, sentence } = await ledgerVerdict(actor, articleId);
        if (!ok) throw new CommandFailed(sentence);
        return `${sentence}\n`;
      });
    });
}

/** Let whatever goes wrong end with 2: for this command 1 is an answer. */
async function orElse2(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CommandFailed || isExpected(error)) throw new CommandFailed(error.message, 2);
    throw error;
  }
}

function addGuard(program: Command): void {
  program
    .command("check-text")
    .description(
      "is this text still the checked one? 0: it is; 1: it is not, with the checked claims it touches; 2: error",
    )
    .argument("<article>", "the article's id, its title or how the title begins")
    .argument("<file>", "a text file in UTF-8, or - for stdin")
    .option("--json", "as JSON", false)
    .action(async (article: string, file: string, options: { json: boolean }) => {
      const [{ checkArticleText }, { readArticle }] = await Promise.all([import("./check-text"), import("./import")]);
      let failed: CommandFailed | null = null;
      await orElse2(async () => {
        const text = await readArticle(file);
        await answer(program, async (actor) => {
          const { stillChecked, says, output } = await checkArticleText(actor, article, text, options);
          if (!stillChecked) failed = new CommandFailed(says);
          return output;
        });
      });
      if (failed) throw failed;
    });
}

function addPackages(program: Command): void {
  program
    .command("package")
    .description("write an article's backup package: everything that was checked, signed with the newsroom's key")
    .argument("<article>", "the article's id, its title or how the title begins")
    .requiredOption("-o, --output <file>", "the zip to write")
    .option("--without-snapshots", "leave out the pages and files; their hashes stay", false)
    .action(async (article: string, options: { output: string; withoutSnapshots: boolean }) => {
      const { packageToFile } = await import("./package");
      await answer(program, (actor) => packageToFile(actor, article, options, console.error));
    });
  program
    .command("verify")
    .description(
      "does this backup package hold? 0: all of it; 1: something does not; 2: it can't be looked into. Offline",
    )
    .argument("<file>", "the zip")
    .option("--key <fingerprint>", "the key it has to be signed with")
    .option("--json", "as JSON", false)
    .action(async (file: string, options: { key?: string; json: boolean }) => {
      const { verifyFile } = await import("./verify");
      const code = await verifyFile(file, options, print);
      if (code !== 0) throw new CommandFailed("", code);
    });
}

function addWriting(program: Command): void {
  program
    .command("import")
    .description("import an article and print its id")
    .argument("<file>", "a text file in UTF-8, or - for stdin")
    .option("--title <text>", "default: the first line")
    .option("--byline <text>", "who wrote it")
    .option("--publisher <text>", "where it appeared")
    .option("--date <day>", "day of publication (YYYY-MM-DD); what “on Wednesday” refers to")
    .option("--url <address>", "where it can be read")
    .option("--language <code>", "language of the text, such as en")
    .action(async (file: string, options: ImportOptions) => {
      const { importText, readArticle } = await import("./import");
      const text = await readArticle(file);
      await answer(program, (actor) => importText(actor, text, file, options));
    });
}

function addUsers(program: Command): void {
  const users = program.command("users").description("members of the newsroom");
  users
    .command("add")
    .description("add a member; the password is asked for, or read from stdin")
    .argument("<email>")
    .requiredOption("--name <name>", "the member's name")
    .addOption(new Option("--role <role>", "what the member may do").choices(ROLES).makeOptionMandatory())
    .action(async (email: string, options: { name: string; role: string }) => {
      const { addUser, readPassword } = await import("./users");
      const password = await readPassword();
      await answer(program, (actor) => addUser(actor, email, { ...options, password }));
    });
  users
    .command("passwd")
    .description("give a member a new password and end their sessions")
    .argument("<email>")
    .action(async (email: string) => {
      const { changeUserPassword, readPassword } = await import("./users");
      const { withDatabase } = await import("./with-database");
      const password = await readPassword();
      print(await withDatabase(() => changeUserPassword(email, password)));
    });
}

/** Those that only read text: they answer line by line and never touch the database. */
function addText(program: Command): void {
  program
    .command("extract")
    .description("find sentences, attributions, facts and claims; JSON Lines {id, text, date?} from stdin to stdout")
    .action(async () => {
      const [{ extractLines }, { lineWriter, readLines }] = await Promise.all([import("./extract"), import("./lines")]);
      await extractLines(readLines(process.stdin), lineWriter(process.stdout));
    });
  program
    .command("checkworthy")
    .description("score sentences by how much they are worth checking; JSON Lines {id, text} from stdin to stdout")
    .action(async () => {
      const [{ checkworthyLines }, { lineWriter, readLines }] = await Promise.all([
        import("./extract"),
        import("./lines"),
      ]);
      await checkworthyLines(readLines(process.stdin), lineWriter(process.stdout));
    });
  program
    .command("anchor")
    .description("find a place again in a revised text; JSON Lines {id, old, new, start, end} from stdin to stdout")
    .action(async () => {
      const [{ anchorLines }, { lineWriter, readLines }] = await Promise.all([import("./anchor"), import("./lines")]);
      await anchorLines(readLines(process.stdin), lineWriter(process.stdout));
    });
}

function makeProgram(): Command {
  const program = new Command("claimdesk")
    .description("Fact-check workflow for newsrooms, from the command line.")
    .version(version)
    .option("--as <email>", "the member to act for (default: the owner of the only newsroom)")
    .showHelpAfterError("(claimdesk --help lists the commands)")
    .exitOverride();
  addReading(program);
  addGuard(program);
  addWriting(program);
  addPackages(program);
  addUsers(program);
  addText(program);
  return program;
}

/** Errors that are words for the operator, not faults of the program. */
const isExpected = (error: unknown): error is Error =>
  error instanceof Refusal ||
  (error instanceof Error && ["BadSettings", "CannotMigrate", "CannotStart"].includes(error.name));

/** Run one command line (without the program's name) and return the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    await makeProgram().parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailed) {
      if (error.message !== "") console.error(error.message);
      return error.code;
    }
    if (error instanceof Error && error.name === "ReaderGone") return 0;
    if (isExpected(error)) {
      console.error(error.message);
      return 1;
    }
    // Commander has printed its own message.
    if (error instanceof Error && "exitCode" in error) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
