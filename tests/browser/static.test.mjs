// The page as a file: what a parser, a reader without scripts and a policy find in it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "parse5";
import { articles, html, open, rashomon, report, scratch } from "./browser.mjs";
import { writeHostileEvent } from "./hostile.mjs";

const EVENTS = ["corpora/river-flood", "corpora/kremlin-readout", "corpora/ru-biblioteka"];
const hostile = writeHostileEvent(join(scratch, "hostile"));

/** Every element below `node`. */
function* elements(node) {
  for (const child of node.childNodes || []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

test("the page parses without an error", () => {
  for (const event of [...EVENTS, hostile]) {
    const errors = [];
    parse(html(report(event)), { onParseError: (error) => errors.push(`${error.code} in line ${error.startLine}`) });
    assert.deepEqual(errors, [], event);
  }
});

test("no element has a style or a handler, and no address but those of the articles", () => {
  for (const event of [...EVENTS, hostile]) {
    const document = parse(html(report(event)));
    for (const element of elements(document)) {
      for (const { name, value } of element.attrs) {
        assert.ok(name !== "style" && !name.startsWith("on") && name !== "src", `${element.tagName} ${name}`);
        if (name === "href") assert.match(value, /^(#|https?:\/\/)/);
        else assert.ok(!/^\s*(https?|javascript|data):/i.test(value), `${element.tagName} ${name}=${value}`);
      }
    }
  }
});

test("hostile words do nothing", async () => {
  const page = await open(report(hostile));
  assert.equal(await page.evaluate(() => window.broken), undefined);
  const made = page.locator("main img, main style, main base, main meta, main script, main b:not(.findings b)");
  assert.equal(await made.count(), 0);
  assert.equal(await page.locator("a[href^=javascript], a[href^=data]").count(), 0);
  const text = await page.locator("body").textContent();
  assert.doesNotMatch(text, /[\u202e\u2066\u001b\u0007]/);
  assert.deepEqual(page.wrongs, []);
});

test("every mark holds the slice that its address names", async () => {
  for (const event of EVENTS) {
    const page = await open(report(event));
    const found = await page.evaluate(() => [...document.querySelectorAll(".story [id^=a-]")].map((mark) => {
      let text = "";
      const length = Number(mark.id.split("-").at(-1)) - Number(mark.id.split(":")[1].split("-")[0]);
      for (let at = mark; at && [...text].length < length; at = at.nextSibling) text += at.textContent;
      return { id: mark.id, text: [...text].slice(0, length).join("") };
    }));
    assert.ok(found.length > 5, event);
    const heads = await page.locator(".story").evaluateAll((stories) => stories.map((story) => [story.id, story.querySelector("h3 bdi").textContent]));
    const outlets = new Map(heads.map(([id, outlet]) => [id.replace("article-", ""), outlet]));
    const texts = new Map(articles(event).map((article) => [article.outlet, [...article.text]]));
    for (const { id, text } of found) {
      const [, letter, start, end] = id.match(/^a-(\w+):(\d+)-(\d+)$/);
      const slice = texts.get(outlets.get(letter)).slice(start, end).join("");
      // A mark over several paragraphs is compared as far as its first one goes.
      assert.equal(text, slice.split(/\n\s*\n/)[0].slice(0, text.length), id);
    }
  }
});

test("every fragment link has its target, and every change its sentence", async () => {
  for (const event of [...EVENTS, hostile]) {
    const page = await open(report(event));
    const lost = await page.locator("a[href^='#']").evaluateAll((links) => links
      .map((link) => decodeURIComponent(link.getAttribute("href").slice(1)))
      .filter((name) => !document.getElementById(name)));
    assert.deepEqual(lost, [], event);
    const silent = page.locator(".renderings li:has(del, ins):not(:has(.sentence))");
    assert.equal(await silent.count(), 0, event);
  }
});

test("what is told beside the quotations leads to the outlet's own page too", () => {
  const document = parse(html(report("corpora/kremlin-readout")));
  const sections = [...elements(document)].filter(({ tagName }) => tagName === "section");
  const attribute = (element, name) => element.attrs.find((one) => one.name === name)?.value;
  for (const id of ["statements", "facts", "framing", "comment"]) {
    const section = sections.find((one) => attribute(one, "id") === id);
    const outside = [...elements(section)].filter((one) => attribute(one, "class") === "outside");
    assert.ok(outside.length > 0, id);
    for (const link of outside) assert.match(attribute(link, "href"), /^https?:.+#:~:text=/);
  }
});

test("without scripts every statement and every article can be read", async () => {
  for (const event of EVENTS) {
    const page = await open(report(event), { javaScriptEnabled: false });
    const { statements } = JSON.parse(rashomon("compare", event, "--format", "json"));
    assert.equal(await page.locator(".statement").count(), statements.length);
    assert.equal(await page.locator(".story").count(), articles(event).length);
    assert.equal(await page.locator("[data-do]:visible, .filter:visible, .against:visible").count(), 0, "a control that does nothing");
    await page.locator("#statements summary").last().click();
    assert.ok(await page.locator(".statement").last().isVisible());
  }
});

test("the same input gives the same bytes", () => {
  for (const event of EVENTS) {
    const [one, two] = ["1", "2"].map((name) => {
      rashomon("compare", event, "-o", join(scratch, `${name}.html`));
      return html(join(scratch, `${name}.html`));
    });
    assert.equal(one, two);
  }
});
