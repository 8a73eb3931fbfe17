// A page of the program under test, in a browser that notes whatever it must not do.
import { pathToFileURL } from "node:url";
import { after, afterEach, before } from "node:test";
import { chromium } from "playwright-core";

export { articles, html, rashomon, report, scratch } from "./program.mjs";

const WINDOW = { width: 1280, height: 900 };

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
});
afterEach(async () => { await Promise.all(browser.contexts().map((context) => context.close())); });
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
