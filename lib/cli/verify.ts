import { open } from "node:fs/promises";
import type { Finding } from "@/lib/core/package/findings";
import type { ByteSource } from "@/lib/platform/canonical-zip";
import { checkPackage, NotAPackage } from "./package-file";
import { isFromSystem } from "./system-error";

/** How to look at a package, and how to say what was found. */
export interface VerifyOptions {
  /** Fingerprint of the key that it has to be signed with. */
  readonly key?: string | undefined;
  readonly json: boolean;
}

/** 0: all of it holds. 1: something does not. 2: it can't be looked into. */
export type VerifyCode = 0 | 1 | 2;

/** Check a package file and say line by line what holds; `write` gets the lines as they come. */
export async function verifyFile(
  file: string,
  { key, json }: VerifyOptions,
  write: (text: string) => void,
): Promise<VerifyCode> {
  const findings: Finding[] = [];
  let problem: string | null = null;
  if (key !== undefined && !/^[0-9a-f]{64}$/i.test(key.replace(/[\s:]/g, ""))) {
    problem = "--key takes a fingerprint: 64 hexadecimal digits.";
  } else {
    try {
      for await (const finding of readPackage(file, key ?? null)) {
        findings.push(finding);
        if (!json) write(findingLines(finding));
      }
    } catch (error) {
      problem = notReadable(error);
    }
  }
  const broken = findings.filter(({ faults }) => faults.length > 0);
  const code = problem !== null ? 2 : broken.length > 0 ? 1 : 0;
  if (json) write(`${JSON.stringify({ file, holds: code === 0, problem, findings }, null, 2)}\n`);
  else write(`\n${verdict(code, problem, broken)}\n`);
  return code;
}

async function* readPackage(file: string, key: string | null): AsyncGenerator<Finding> {
  const handle = await open(file, "r");
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new NotAPackage("This is not a file.");
    const source: ByteSource = {
      size: stat.size,
      read: async (offset, length) => {
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await handle.read(buffer, 0, length, offset);
        return buffer.subarray(0, bytesRead);
      },
    };
    yield* checkPackage(source, key);
  } finally {
    await handle.close();
  }
}

function notReadable(error: unknown): string {
  if (error instanceof NotAPackage) return error.message;
  if (isFromSystem(error)) return `The file can’t be read: ${error.message}`;
  throw error;
}

/** A finding as lines: what was checked, whether it holds, and each fault with its place. */
export function findingLines({ check, says, faults, remarks }: Finding): string {
  const holds = faults.length === 0;
  const first = `${holds ? "holds" : "FAILS"}  ${check.padEnd(16)}${holds ? says : (faults[0]?.says ?? "")}`;
  const more = faults.slice(1).map((fault) => `${" ".repeat(23)}${fault.says}`);
  const aside = remarks.map((remark) => `${" ".repeat(23)}(${remark})`);
  return `${[first, ...more, ...aside].join("\n")}\n`;
}

function verdict(code: VerifyCode, problem: string | null, broken: readonly Finding[]): string {
  if (problem !== null) return problem;
  if (code === 0) return "All of it holds.";
  return `It does not hold: ${broken.map(({ check }) => check).join(", ")}.`;
}
