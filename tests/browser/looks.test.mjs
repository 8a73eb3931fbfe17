// Light and dark, wide and narrow, on paper, and for readers who do not see the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { open, report, scratch, settled } from "./browser.mjs";
import { writeHostileEvent } from "./hostile.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const EVENT = report("corpora/river-flood");

/** What axe-core finds against WCAG 2.2 AA, one line each. */
async function violations(page) {
  const session = await page.context().newCDPSession(page);
  // The page's policy lets no script in but its own.
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => { fold.open = true; }));
  await page.evaluate(() => [...document.querySelectorAll(".opener")].slice(0, 3).forEach((opener) => opener.click()));
  // Boxes out of sight have a guessed height until they are shown, and what is measured in them overlaps.
  await page.evaluate(() => document.querySelectorAll("main > section, .statement, .story").forEach((box) => { box.style.contentVisibility = "visible"; }));
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} ${node.any.map((one) => one.message).join("; ")}`));
}

const hostile = writeHostileEvent(join(scratch, "hostile"));
for (const [colorScheme, width, ...events] of [
  ["light", 1280, "corpora/river-flood", "corpora/fr-pont-ferme"],
  ["dark", 1280, "corpora/ru-biblioteka", hostile],
  ["light", 390, "corpora/fr-pont-ferme"],
  ["dark", 390, hostile],
]) {
  test(`${colorScheme}, ${width} pixels: nothing against WCAG 2.2 AA, nothing wider than the window`, async () => {
    for (const event of events) {
      const page = await open(report(event), { colorScheme, viewport: { width, height: 900 } });
      assert.deepEqual((await violations(page)).slice(0, 5), [], event);
      const extent = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(extent <= width, `${event} is ${extent} pixels wide`);
      assert.deepEqual(page.wrongs, []);
      await page.context().close();
    }
  });
}

test("the switch turns light to dark and back", async () => {
  const page = await open(EVENT, { colorScheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator("[data-do=theme]").click();
  assert.notEqual(await paper(), light);
  await page.locator("[data-do=theme]").click();
  assert.equal(await paper(), light);
});

test("marks keep a sign of their own where the system chooses the colours", async () => {
  const page = await open(EVENT, { forcedColors: "active" });
  const lines = await page.evaluate(() => ["del", "ins", ".said", ".cue"].map((mark) => {
    const style = getComputedStyle(document.querySelector(mark));
    return `${style.textDecorationLine} ${style.textDecorationStyle}`;
  }));
  assert.deepEqual(lines, ["line-through solid", "underline solid", "underline solid", "underline dotted"]);
});

test("nothing moves for readers who asked for that", async () => {
  const page = await open(EVENT);
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
  }).length);
  assert.equal(moving, 0);
});

for (const javaScriptEnabled of [true, false]) {
  test(`paper holds what is folded, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await open(EVENT, { javaScriptEnabled });
    const folded = await page.locator(".fold p[dir]").allTextContents();
    assert.ok(folded.length > 3);
    const file = join(scratch, "page.pdf");
    await page.pdf({ path: file, format: "A4" });
    const words = (text) => text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
    const printed = words(execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }));
    const lost = folded.filter((paragraph) => !printed.includes(words(paragraph).slice(0, 40)));
    assert.deepEqual(lost, []);
    const controls = ["Light or dark", "Show all paragraphs", "Carried by"].filter((control) => printed.includes(words(control)));
    assert.deepEqual(controls, [], "controls on paper");
    const folds = await page.locator("details:not([open])").count();
    assert.ok(folds > 0, "folds are folded again");
  });
}

test("on a narrow screen the matrix is a list for each statement", async () => {
  const page = await open(EVENT, { viewport: { width: 390, height: 900 } });
  const [row, cell] = await page.evaluate(() => {
    const cell = document.querySelector(".matrix td");
    return [cell.parentElement.querySelector("th"), cell].map((one) => one.getBoundingClientRect().toJSON());
  });
  assert.ok(cell.top >= row.bottom, "cells stand under their statement");
  const letter = await page.evaluate(() => getComputedStyle(document.querySelector(".matrix td"), "::before").content);
  assert.match(letter, /A/);
});
