// What all tests need: a page of the program under test, in a browser that notes whatever it must not do.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const BINARY = resolve(ROOT, process.env.RASHOMON || "target/release/rashomon");
const WINDOW = { width: 1280, height: 900 };

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

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => { await browser?.close(); });

/**
 * Opens `file` (at `fragment`) and gives the page. `page.wrongs` collects what no page may do: ask for
 * anything, break its own policy, throw, or talk to the user. `prepare` gets the page before it is loaded.
 */
export async function open(file, { fragment = "", prepare = () => {}, ...options } = {}) {
  const context = await browser.newContext({ viewport: WINDOW, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.wrongs = [];
  const address = pathToFileURL(file).href;
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) page.wrongs.push(`asks for ${request.url()}`);
  });
  page.on("console", (message) => page.wrongs.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => page.wrongs.push(`throws ${error.message}`));
  page.on("dialog", (dialog) => { page.wrongs.push("opens a dialog"); dialog.dismiss(); });
  await prepare(page);
  await page.goto(address + fragment);
  // Without scripts no frame is announced.
  if (options.javaScriptEnabled !== false) await settled(page);
  return page;
}

/** Waits until the page has drawn what it was told to. */
export function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What the fragment of the address names. */
export const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash.slice(1)));

/** Whether the element that the fragment names can be seen in the window. */
export function isInSight(page) {
  return page.evaluate(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    // An anchor has no size of its own: the mark after it is meant.
    let seen = target;
    while (seen?.classList.contains("anchor")) seen = seen.nextElementSibling;
    const box = seen?.getBoundingClientRect();
    return Boolean(box) && box.width > 0 && box.bottom > 0 && box.top < innerHeight && seen.checkVisibility();
  });
}
