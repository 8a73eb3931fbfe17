// A long event: outlets that carry nearly the same statements in long articles, made of invented words,
// the same on every machine.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NOUNS = `harbour bridge valley ledger orchard furnace railway council teacher engine garden market window
  island tunnel library hospital farmer river captain signal factory witness mountain kitchen painter bakery
  station forest cabinet theatre stadium reservoir granary lantern quarry meadow pipeline archive clinic`.split(/\s+/);
const VERBS = `opened closed repaired measured counted carried followed watched crossed visited guarded painted
  cleaned emptied filled moved lifted checked studied mapped tested sold bought rented planned`.split(/\s+/);
const ADJECTIVES = `old narrow quiet broken distant wooden crowded frozen hollow patient crooked golden muddy
  northern southern western modest gentle hidden private public silent steep tidy urgent vacant weary`.split(/\s+/);
const SPEAKERS = ["Mayor Ann Lee", "Colonel Otto Brandt", "Minister Ilse Roth", "Governor Pia Sandoval",
  "Inspector Tom Okafor", "Professor Lena Vance", "Captain Noor Haddad", "Senator Max Ferrer"];
const OUTLETS = ["Meridian Wire", "Northern Herald", "Capital Daily", "East Post", "The Hearth", "Valley Voice",
  "Harbour Courier", "Union Register", "Daily Plough", "The Whistle", "Ridge Observer", "Citizen Today"];

/** Numbers from 0 to 1 that only `seed` decides (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function clause(next) {
  const pick = (from) => from[Math.floor(next() * from.length)];
  return `the ${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(VERBS)} the ${pick(ADJECTIVES)} ${pick(NOUNS)}`;
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** How outlet number `at` prints a statement: in full, cut, or with one word changed. */
function rendered(words, at) {
  const all = words.split(" ");
  if (at % 4 === 1) return capital(all.slice(0, -5).join(" "));
  if (at % 4 === 2) return capital([...all.slice(0, 6), "old", ...all.slice(7)].join(" "));
  return capital(words);
}

/** Writes one article for each outlet into `folder`. */
export function writeEvent(folder, { outlets, statements, words }) {
  mkdirSync(folder, { recursive: true });
  const next = random(7);
  const said = Array.from({ length: statements }, () => `${clause(next)}, and ${clause(next)}`);
  for (let at = 0; at < outlets; at += 1) {
    const own = random(100 + at);
    const paragraphs = [];
    let count = 0;
    const add = (text) => { paragraphs.push(text); count += text.split(" ").length; };
    for (const [number, statement] of said.entries()) {
      const speaker = SPEAKERS[number % SPEAKERS.length];
      add(`“${rendered(statement, (at + number) % 7)},” said ${speaker} on Monday.`);
      while (count < (words * (number + 1)) / statements) {
        add([1, 2, 3].map(() => `${capital(clause(own))} while ${clause(own)}.`).join(" "));
      }
    }
    const article = {
      outlet: OUTLETS[at % OUTLETS.length],
      title: capital(clause(own)),
      published: `2026-03-02T${String(6 + at).padStart(2, "0")}:00:00Z`,
      text: paragraphs.join("\n\n"),
    };
    writeFileSync(join(folder, `outlet-${String(at + 1).padStart(2, "0")}.json`), JSON.stringify(article));
  }
}
