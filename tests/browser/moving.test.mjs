// From the matrix to the statement to the article and back; filters; keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fragment, isInSight, open, report, settled } from "./browser.mjs";

const EVENT = report("corpora/river-flood");

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

async function follow(page, link) {
  await link.click();
  await settled(page);
}

test("a cell leads to the statement, that to the mark, and both back again", async () => {
  const page = await open(EVENT);
  const cells = page.locator("details[open] .matrix td a");
  const count = await cells.count();
  for (let at = 0; at < count; at += Math.ceil(count / 6)) {
    await follow(page, cells.nth(at));
    const row = await fragment(page);
    assert.ok(await isInSight(page), `${row} is out of sight`);
    await follow(page, page.locator(`[id="${row}"] .place`));
    const mark = await fragment(page);
    assert.match(mark, /^a-[A-Z]+:\d+-\d+$/);
    assert.ok(await isInSight(page), `${mark} is out of sight`);
    const outlined = await page.evaluate(() => getComputedStyle(document.querySelector(".said:target, .anchor:target ~ .said")).outlineStyle);
    assert.equal(outlined, "solid");
    // Where two statements share their words the margin names the second.
    const statement = row.replace(/-[A-Z]+(-\d+)?$/, "");
    await follow(page, page.locator(`.story p:has(:target) a[href="#${statement}"]`).first());
    assert.equal(await fragment(page), statement);
    assert.ok(await isInSight(page));
    for (const back of [mark, row]) {
      await page.goBack();
      await settled(page);
      assert.equal(await fragment(page), back);
      assert.ok(await isInSight(page), `back at ${back}`);
    }
  }
  assert.deepEqual(page.wrongs, []);
});

test("a statement in a fold is shown when it is linked to", async () => {
  const page = await open(EVENT);
  const hidden = await page.locator("#statements details:not([open]) .statement").first().getAttribute("id");
  const fresh = await open(EVENT, { fragment: `#${hidden}` });
  assert.ok(await isInSight(fresh));
});

test("a finding leads to its statement", async () => {
  const page = await open(EVENT);
  await follow(page, page.locator(".findings a").first());
  assert.match(await fragment(page), /^s-/);
  assert.ok(await isInSight(page));
});

const shown = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => !one.closest("[hidden]")).length);

test("filters keep matrix, statements and drawing in step", async () => {
  const page = await open(EVENT);
  const all = await shown(page, ".statement");
  const box = page.locator("[name=relation][value=contradicted]");
  await page.locator(".filter summary").click();
  const chip = Number((await page.locator("label:has([name=relation][value=contradicted])").textContent()).match(/\d+/)[0]);
  await box.check();
  await settled(page);
  const some = await shown(page, ".statement");
  assert.equal(some, chip);
  assert.ok(some > 0 && some < all);
  assert.equal(await shown(page, ".matrix [data-statement]"), some);
  const labels = await page.locator("svg a:not([hidden])").evaluateAll((links) => new Set(links.map((link) => link.getAttribute("href"))).size);
  assert.equal(labels, some);
  assert.equal(await page.locator("#shown output").textContent(), `${some} of ${all} statements`);
  assert.equal(await fragment(page), "f:relation=contradicted");

  const other = await open(EVENT, { fragment: "#f:relation=contradicted&outlet=C" });
  assert.ok(await shown(other, ".statement") <= some);
  assert.ok(await other.locator("[name=outlet][value=C]").isChecked());

  await page.locator("#shown [type=reset]").click();
  await settled(page);
  assert.equal(await shown(page, ".statement"), all);
});

test("words and speaker filter too", async () => {
  const page = await open(EVENT);
  await press(page, "/");
  await page.locator("[name=words]").fill("gauge");
  await settled(page);
  const texts = await page.locator(".statement:not([hidden])").allTextContents();
  assert.ok(texts.length > 0 && texts.every((text) => text.toLowerCase().includes("gauge")));
  await page.locator("[name=words]").fill("");
  await page.locator("[name=speaker]").selectOption({ index: 1 });
  await settled(page);
  const name = await page.locator("[name=speaker]").inputValue();
  const speakers = await page.locator(".statement:not([hidden])").evaluateAll((all) => all.map((one) => one.dataset.speaker));
  assert.ok(speakers.length > 0 && speakers.every((speaker) => speaker === name));
});

test("keys move through statements, marks and articles", async () => {
  const page = await open(EVENT);
  const focus = () => page.evaluate(() => document.activeElement.id);
  const ids = await page.locator(".statement").evaluateAll((all) => all.map((one) => one.id));
  await press(page, "j");
  assert.equal(await focus(), ids[0]);
  await press(page, "j", "j", "k");
  assert.equal(await focus(), ids[1]);
  await press(page, "g", "e");
  assert.equal(await fragment(page), "article-E");
  assert.ok(await isInSight(page));
  await press(page, "n");
  const inArticle = await page.evaluate(() => document.activeElement.closest(".story")?.id);
  assert.equal(inArticle, "article-E", "n goes on from the article that is shown");
  const first = await page.evaluate(() => document.activeElement.textContent);
  await press(page, "n", "p");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), first);
  await press(page, "Escape");
  assert.notEqual(await fragment(page), "article-E");
  await press(page, "?");
  assert.ok(await page.locator("#help").isVisible());
});

test("keys are dead while typing, and when switched off", async () => {
  const page = await open(EVENT);
  await press(page, "/");
  assert.equal(await page.evaluate(() => document.activeElement.name), "words");
  await page.keyboard.type("jk?");
  assert.equal(await page.locator("[name=words]").inputValue(), "jk?");
  await page.locator("[name=words]").fill("");
  await press(page, "Escape");
  await page.locator("[data-do=keys]").click();
  await press(page, "j");
  assert.ok(await page.evaluate(() => !document.activeElement.classList.contains("statement")));
});

test("Tab reaches every control in sight, and shows where it is", async () => {
  const page = await open(report("corpora/fr-pont-ferme"));
  const wanted = await page.locator("a[href], button, summary, input, select").evaluateAll((all) => {
    const seen = all.filter((one) => one.checkVisibility() && !one.disabled);
    seen.forEach((one, at) => { one.dataset.stop = at; });
    return seen.length;
  });
  const reached = new Set();
  let unmarked = 0;
  for (let presses = 0; presses < wanted + 40; presses += 1) {
    await page.keyboard.press("Tab");
    const [stop, outline] = await page.evaluate(() => [document.activeElement.dataset.stop, getComputedStyle(document.activeElement).outlineStyle]);
    if (stop !== undefined) {
      reached.add(stop);
      unmarked += outline === "none";
    }
  }
  assert.equal(reached.size, wanted);
  assert.equal(unmarked, 0);
});

test("the skip link is the first stop", async () => {
  const page = await open(EVENT);
  await press(page, "Tab", "Enter");
  assert.equal(await fragment(page), "summary");
});

test("a statement can be taken along as text", async () => {
  const page = await open(EVENT);
  const statement = page.locator(".statement:has(del):has(ins)").first();
  await statement.getByRole("button").click();
  const text = await statement.locator("textarea").inputValue();
  assert.match(text, /^s\d+ /);
  assert.match(text, /\[-.+-\]/);
  assert.match(text, /\{\+.+\+\}/);
  for (const name of await statement.locator("abbr").evaluateAll((all) => all.map((one) => one.title))) {
    assert.ok(text.includes(name), name);
  }
  await statement.getByRole("button").click();
  assert.equal(await statement.locator("textarea").count(), 0);
});

test("another outlet can be the measure of a statement, and the first one again", async () => {
  const page = await open(EVENT);
  const id = await page.locator(".statement:has(template):has(del)").first().getAttribute("id");
  const statement = page.locator(`[id="${id}"]`);
  const rows = () => statement.locator(".renderings li").allTextContents();
  const choice = statement.locator("select");
  const [first, before] = [await choice.inputValue(), await rows()];
  await choice.selectOption({ index: 1 });
  const second = await choice.inputValue();
  assert.equal(await statement.locator(".renderings abbr").first().textContent(), second);
  assert.notDeepEqual(await rows(), before);
  // What is linked to in the other rows is there still.
  await follow(page, page.locator(`.matrix a[href^="#${id}-"]`).last());
  assert.ok(await isInSight(page));
  await choice.selectOption(first);
  assert.deepEqual(await rows(), before);
  assert.deepEqual(page.wrongs, []);
});

test("the rows against another outlet are those of --base", async () => {
  const page = await open(EVENT);
  const { id, letter, label } = await page.locator(".statement:has(template)").first().evaluate((statement) => ({
    id: statement.id, letter: statement.querySelector("template").dataset.letter, label: statement.dataset.label,
  }));
  await page.locator(`[id="${id}"] select`).selectOption(letter);
  const based = await open(report("corpora/river-flood", "--base", letter, "--only", label));
  const rows = (one) => one.locator(`[id="${id}"] .renderings li:not(.absent)`).allTextContents();
  assert.deepEqual(await rows(page), await rows(based));
});

test("a short statement stands word under word", async () => {
  const page = await open(EVENT);
  const fold = page.locator(".aligned").first();
  await fold.locator("summary").click();
  const columns = await fold.locator("tr").evaluateAll((rows) => rows.map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
  assert.ok(columns.length > 1);
  assert.equal(new Set(columns).size, 1, `rows of ${columns} columns`);
});

test("a row of the matrix opens its statement in place", async () => {
  const page = await open(EVENT);
  const row = page.locator(".matrix [data-statement]").nth(2);
  const id = await row.getAttribute("data-statement");
  const rows = (place) => page.locator(`${place} .renderings > li`).allTextContents();
  const opener = row.locator(".opener");
  await opener.click();
  assert.equal(await opener.getAttribute("aria-expanded"), "true");
  assert.deepEqual(await rows(".opened"), await rows(`[id="${id}"]`));
  const ids = await page.locator("[id]").evaluateAll((all) => all.map((one) => one.id));
  assert.equal(new Set(ids).size, ids.length, "an id is given twice");
  // The copy leads into the article and back, as the statement itself does.
  await follow(page, page.locator(".opened .place").first());
  assert.match(await fragment(page), /^a-/);
  const back = page.locator(".story:has(:target) [data-do=back]");
  assert.match(await back.textContent(), /s\d+/);
  await follow(page, back);
  assert.equal(await fragment(page), id);
  await opener.click();
  assert.equal(await page.locator(".opened").count(), 0);
  assert.deepEqual(page.wrongs, []);
});

test("a row that is open goes with its row when it is filtered away", async () => {
  const page = await open(EVENT);
  await page.locator(".opener").first().click();
  await press(page, "/");
  await page.locator("[name=words]").fill("no such words");
  await settled(page);
  assert.equal(await page.locator(".opened").isVisible(), false);
  assert.equal(await page.locator(".matrix tbody:not([hidden])").count(), 0, "a speaker without a statement");
});

test("buttons step through the marks of an article, each once", async () => {
  const page = await open(EVENT, { fragment: "#article-C" });
  const story = page.locator("#article-C");
  const now = () => page.evaluate(() => document.querySelector(".now")?.id);
  const inSight = () => page.evaluate(() => {
    const box = document.querySelector(".now").getBoundingClientRect();
    return box.top > 0 && box.bottom < innerHeight;
  });
  const seen = [];
  for (let at = 0; at < 5; at += 1) {
    await follow(page, story.getByRole("button", { name: "next mark" }));
    seen.push(await now());
    assert.ok(await inSight(), `${seen.at(-1)} is out of sight`);
  }
  assert.equal(new Set(seen).size, 5);
  assert.ok(seen.every((id) => id.startsWith("a-C:")));
  const starts = seen.map((id) => Number(id.split(":")[1].split("-")[0]));
  assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
  await follow(page, story.getByRole("button", { name: "previous mark" }));
  assert.equal(await now(), seen.at(-2));
});

test("the strip of an article shows where its marks stand, and a click on it goes there", async () => {
  const page = await open(EVENT, { fragment: "#article-C" });
  const [bars, marks, length] = await page.locator("#article-C").evaluate((story) => [
    story.querySelector(".map .said").getAttribute("d").match(/M/g).length,
    new Set([...story.querySelectorAll("a.said")].map((mark) => mark.getAttribute("href") + mark.closest("p").querySelector(".margin").textContent)).size,
    Number(story.querySelector(".map").dataset.length),
  ]);
  assert.ok(bars >= marks && marks > 5, `${bars} bars for ${marks} marks`);
  const startAfterClickAt = async (share) => {
    await page.locator("#article-C").evaluate((story) => story.scrollIntoView());
    await settled(page);
    const box = await page.locator("#article-C .map svg").boundingBox();
    await page.mouse.click(box.x + 5, box.y + share * box.height);
    await settled(page);
    return page.evaluate(() => Number(document.querySelector(".now").id.split(":")[1].split("-")[0]));
  };
  const [first, last] = [await startAfterClickAt(0.02), await startAfterClickAt(0.95)];
  assert.ok(first < length / 3 && last > 2 * length / 3, `${first} and ${last} of ${length}`);
});

test("a statement of one outlet says what came nearest, and why it was not taken for the same", async () => {
  const page = await open(EVENT);
  const near = page.locator(".statement[data-group=single] > .note");
  assert.ok(await near.count() > 0);
  assert.match(await near.first().textContent(), /Nearest elsewhere.+\d+ of \d+ words? in common/s);
  const link = near.first().locator("a");
  await page.locator("details.group").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
  await follow(page, link);
  assert.ok(await isInSight(page));
});
