import { verifyFile } from "./verify";

const USAGE = `usage: node verify.cjs PACKAGE.zip [--key FINGERPRINT] [--json]

Checks a Claimdesk backup package: container, signature, hashes, ledger, sign-offs, places, quotes.
Needs nothing but Node.js 20: no network, no database, no other file.
Exit code 0: all of it holds. 1: something does not. 2: the file can't be looked into.
`;

/** Run the verifier as a program of its own, which outsiders get as one file. */
async function run(words: readonly string[]): Promise<number> {
  const files: string[] = [];
  let key: string | undefined;
  let json = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--json") json = true;
    else if (word === "--key") key = words[++index] ?? "";
    else if (word.startsWith("-")) return usage();
    else files.push(word);
  }
  const [file, second] = files;
  if (file === undefined || second !== undefined) return usage();
  return verifyFile(file, { key, json }, (text) => void process.stdout.write(text));
}

function usage(): number {
  process.stderr.write(USAGE);
  return 2;
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
