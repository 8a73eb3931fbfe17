// A long event: 12 outlets, 40 statements, 3,000 words an article.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fragment, isInSight, open, report, scratch, settled } from "./browser.mjs";
import { writeEvent } from "./crowd.mjs";

const MOST_MILLISECONDS = 1000;
const MOST_BYTES = 1_000_000;
const RUNS = 5;

const event = join(scratch, "crowd");
writeEvent(event, { outlets: 12, statements: 40, words: 3000 });
const file = report(event);

test("the file is small enough to mail", () => {
  const { size } = statSync(file);
  console.log(`size: ${size} bytes`);
  assert.ok(size <= MOST_BYTES, `${size} bytes`);
});

test("the page can be used within a second", async () => {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    let work;
    const began = performance.now();
    const page = await open(file, { prepare: async (page) => { work = await counting(page); } });
    await page.locator(".matrix td a").nth(20).click();
    await settled(page);
    times.push({ clock: performance.now() - began, work: await work() });
    assert.match(await fragment(page), /^s-/);
    assert.ok(await isInSight(page));
    assert.deepEqual(page.wrongs, []);
    await page.context().close();
  }
  const least = (what) => Math.min(...times.map((time) => time[what]));
  const told = times.map(({ clock, work }) => `${clock.toFixed()} (${work.toFixed()})`).join(", ");
  console.log(`usable after: ${told} ms (the page's own work)`);
  // The clock is told and not held to: it measures the machine, the browser's start and its driver as well.
  assert.ok(least("work") <= MOST_MILLISECONDS, told);
});

/** Lets the page count the processor's time that it takes, and gives what reads it, in milliseconds. */
async function counting(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find((metric) => metric.name === "TaskDuration").value;
  };
}

test("a filter answers at once", async () => {
  const page = await open(file);
  const times = await page.evaluate(() => [1, 2, 3, 4, 5].map(() => {
    const box = document.querySelector("[name=relation]");
    const began = performance.now();
    box.click();
    document.body.getBoundingClientRect();
    return Math.round(performance.now() - began);
  }));
  console.log(`filter: ${times.join(", ")} ms`);
  assert.ok(Math.min(...times) <= 200, `${times.join(", ")} ms`);
});
