// The program under test, and what it writes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const BINARY = resolve(ROOT, process.env.RASHOMON || "target/release/rashomon");

/** A folder that goes away with the tests. */
export const scratch = mkdtempSync(join(tmpdir(), "rashomon-browser-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** What the program prints with these arguments. */
export function rashomon(...args) {
  return execFileSync(BINARY, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
}

/** The file of the page for `event`, a folder. */
export function report(event, ...args) {
  const file = join(scratch, `${event.replaceAll(/\W+/g, "-")}-${args.join("").replaceAll(/\W+/g, "")}.html`);
  if (!existsSync(file)) rashomon("compare", event, "-o", file, ...args);
  return file;
}

export const articles = (event) => rashomon("read", event, "--format", "jsonl").trim().split("\n").map(JSON.parse);
export const html = (file) => readFileSync(file, "utf8");
