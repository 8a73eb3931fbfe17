// The pictures of README.md, made from corpora/: npm run pictures, with RASHOMON=FILE for another program
// than target/release/rashomon.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { ROOT, rashomon, report } from "./program.mjs";

const FOLDER = join(ROOT, ".github/pictures");
const MOST_BYTES = 200_000;
const COLUMNS = 100;
const LINES = 44;
const [WIDTH, HEIGHT] = [8.4, 18];

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The runs of one line with escape sequences: column, text, and the classes of its style. */
function* runs(line) {
  const classes = { 1: "bold", 2: "faint", 4: "under", 9: "struck", 31: "red", 32: "green", 33: "yellow" };
  let column = 0;
  let style = [];
  for (const part of line.split(/(\x1b\[[\d;]*m)/)) {
    const sequence = part.match(/^\x1b\[([\d;]*)m$/);
    if (!sequence) {
      // Columns of a table lie two spaces apart, which a drawing would make one.
      for (const piece of part.split(/( {2,})/)) {
        if (piece.trim()) yield { column, text: piece, style: style.join(" ") };
        column += [...piece].length;
      }
    } else if (/^0?$/.test(sequence[1])) style = [];
    else style.push(...sequence[1].split(";").map((code) => classes[code]).filter(Boolean));
  }
}

/** A page of text as a drawing in which every run stands at its column, whatever the font. */
function drawing(page) {
  const lines = page.split("\n").slice(0, LINES);
  const [width, height] = [COLUMNS * WIDTH + 32, lines.length * HEIGHT + 32];
  const texts = lines.flatMap((line, row) => [...runs(line)].map(({ column, text, style }) => {
    const lead = text.length - text.trimStart().length;
    const words = text.trim();
    const at = `x="${(16 + (column + lead) * WIDTH).toFixed(1)}" y="${29 + row * HEIGHT}"`;
    return `<text ${at} textLength="${([...words].length * WIDTH).toFixed(1)}"${style && ` class="${style}"`}>${escaped(words)}</text>`;
  }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>rashomon compare corpora/river-flood</title>
<style>
rect { fill: #fffefb; } text { fill: #1d1b18; font: 14px ui-monospace, "DejaVu Sans Mono", monospace; }
.bold { font-weight: 700; } .faint { fill: #5d584f; } .red { fill: #a01622; } .green { fill: #0b5d2a; } .yellow { fill: #7a4b00; }
.under { text-decoration: underline; } .struck { text-decoration: line-through; }
@media (prefers-color-scheme: dark) {
  rect { fill: #161513; } text { fill: #ece7dd; }
  .faint { fill: #aaa395; } .red { fill: #ff9a9a; } .green { fill: #8fdca4; } .yellow { fill: #f0b65a; }
}
</style>
<rect width="100%" height="100%" rx="8"/>
${texts.join("\n")}
</svg>
`;
}

mkdirSync(FOLDER, { recursive: true });
const text = rashomon("compare", "corpora/river-flood", "--width", String(COLUMNS), "--color", "always");
writeFileSync(join(FOLDER, "terminal.svg"), drawing(text));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1120, height: 1240 }, colorScheme: "light" });
const file = report("corpora/river-flood", "--only", "s4,s7,s11,s15,s17,s19");
await page.goto(`${pathToFileURL(file).href}#matrix`);
await page.screenshot({ path: join(FOLDER, "page.png") });
await browser.close();

for (const name of ["terminal.svg", "page.png"]) {
  const { size } = statSync(join(FOLDER, name));
  console.log(`${name}: ${size} bytes`);
  if (size > MOST_BYTES) process.exitCode = 1;
}
