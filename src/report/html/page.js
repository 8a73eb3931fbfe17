// Filters, moves and links. Everything that is said stands in the page without it, and nothing is done
// before a reader asks for it: one listener for each kind of event, and lists that are made when first used.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const once = (make) => { let made; return () => (made ??= make()); };
  const form = one("#filter");
  const statements = once(() => all(".statement"));
  const marks = once(() => all(".story :is(.said, .own)[id]").filter(begins));

  // Whether a mark begins here: where marks overlap one is cut into runs, which stand side by side.
  function begins(run) {
    let before = run.previousSibling;
    while (before?.classList?.contains("anchor")) before = before.previousSibling;
    return !before?.matches?.(run.matches(".said") ? `.said[href="${run.getAttribute("href")}"]` : ".own");
  }

  // Folds on the way to an element are opened, so that a link always lands.
  function reveal(element) {
    for (let at = element; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  }

  let cameFrom = null;

  function land() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (name.startsWith("f:")) return restore(new URLSearchParams(name.slice(2)));
    const target = name && document.getElementById(name);
    if (!target) return;
    reveal(target);
    target.scrollIntoView();
    if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    const back = target.closest(".story")?.querySelector("[data-do=back]");
    if (!back || !cameFrom) return;
    back.hidden = false;
    back.dataset.to = cameFrom.id;
    back.textContent = back.dataset.text.replace("{statement}", cameFrom.dataset.label);
  }

  function chosen(name) {
    return all(`[name="${name}"]`, form).filter((box) => box.checked).map((box) => box.value);
  }

  // Whether a statement is wanted, as the form stands now.
  function wish() {
    const { differs, speaker, words } = form.elements;
    const [relations, outlets] = [chosen("relation"), chosen("outlet")];
    const sought = words.value.trim().toLowerCase();
    const has = (list, names) => names.length === 0 || names.some((name) => list.split(" ").includes(name));
    return (statement) => {
      const own = statement.dataset;
      return has(own.relations, relations)
        && has(own.outlets, outlets)
        && (!differs.checked || own.group === "differs")
        && (!speaker.value || own.speaker === speaker.value)
        && (!sought || statement.textContent.toLowerCase().includes(sought));
    };
  }

  const rows = once(() => new Map(all("[data-statement]").map((row) => [row.dataset.statement, row])));
  const labels = once(() => all("svg a").reduce((known, label) => {
    const statement = label.getAttribute("href").slice(1);
    return known.set(statement, [...(known.get(statement) || []), label]);
  }, new Map()));

  function filter() {
    const isWanted = wish();
    let count = 0;
    for (const statement of statements()) {
      const isHidden = !isWanted(statement);
      count += !isHidden;
      statement.hidden = isHidden;
      const row = rows().get(statement.id);
      if (row) row.hidden = isHidden;
      if (row?.nextElementSibling?.matches(".opened")) row.nextElementSibling.hidden = isHidden;
      for (const label of labels().get(statement.id) || []) label.toggleAttribute("hidden", isHidden);
    }
    for (const speaker of all(".matrix tbody")) speaker.hidden = !speaker.querySelector("[data-statement]:not([hidden])");
    const told = one("#shown output");
    told.parentElement.hidden = count === statements().length;
    told.value = told.dataset.text.replace("{count}", count).replace("{all}", statements().length);
  }

  // The filter as a fragment, so that it can be sent to somebody.
  function remember() {
    const state = new URLSearchParams();
    for (const name of ["relation", "outlet"]) {
      if (chosen(name).length) state.set(name, chosen(name).join(","));
    }
    if (form.elements.differs.checked) state.set("differs", "1");
    for (const name of ["speaker", "words"]) {
      if (form.elements[name].value) state.set(name, form.elements[name].value);
    }
    history.replaceState(null, "", `#f:${state}`);
  }

  function restore(state) {
    for (const name of ["relation", "outlet"]) {
      const values = (state.get(name) || "").split(",");
      all(`[name="${name}"]`, form).forEach((box) => { box.checked = values.includes(box.value); });
    }
    form.elements.differs.checked = state.has("differs");
    for (const name of ["speaker", "words"]) form.elements[name].value = state.get(name) || "";
    reveal(form);
    filter();
  }

  form.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
  form.addEventListener("submit", (event) => event.preventDefault());

  // A statement as a block of text for a note or a mail, with the addresses of the articles.
  function asText(statement) {
    const text = (element, selector) => element.querySelector(selector)?.textContent.trim() || "";
    const marked = { DEL: ["[-", "-]"], INS: ["{+", "+}"] };
    const lines = [`${statement.dataset.label} ${statement.dataset.speaker}`];
    const outlets = new Set();
    for (const row of all(".renderings li:not(.absent)", statement)) {
      const words = [...(row.querySelector(".words > bdi")?.childNodes || [])].map((node) => {
        const [before, after] = marked[node.nodeName] || ["", ""];
        return before + node.textContent + after;
      }).join("") || text(row, ".as-in");
      const notes = [text(row, ".note"), text(row, ".sentence") && `(${text(row, ".sentence")})`].filter(Boolean).join(" ");
      const tellers = all(".teller", row);
      for (const teller of tellers.length ? tellers : [row]) {
        const outlet = teller.querySelector("abbr");
        lines.push(`${text(row, ".sign")} ${outlet.textContent} ${outlet.title} ${text(teller, "abbr + bdi")}: ${words}${notes && ` ${notes}`} ${text(teller, ".place")}`);
        outlets.add(outlet.textContent);
      }
    }
    const absent = text(statement, ".absent .words");
    if (absent) lines.push(absent);
    for (const letter of outlets) {
      const link = one(`#article-${letter} .about a`);
      if (link) lines.push(`${letter} ${link.href}`);
    }
    return lines.join("\n");
  }

  // The rows of a statement against each outlet, made when another one is first chosen.
  const bases = new WeakMap();
  const ownRows = (statement) => all(".renderings > li:not(.absent)", statement);
  function measure(choice) {
    const statement = choice.closest(".statement");
    if (!bases.has(statement)) {
      const known = all("template", statement).map(({ content, dataset }) => [dataset.letter, [...content.children]]);
      bases.set(statement, new Map([[choice.options[0].value, ownRows(statement)], ...known]));
    }
    ownRows(statement).forEach((row) => row.remove());
    statement.querySelector(".renderings").prepend(...bases.get(statement).get(choice.value));
  }

  // The next element of `list` after the one stepped to last, or after the top of the window.
  let last = null;
  function step(list, by) {
    const shown = list.filter((element) => !element.closest("[hidden]"));
    if (!shown.length) return null;
    let at = shown.indexOf(last) + by;
    if (!shown.includes(last)) {
      const below = shown.findIndex((element) => element.getBoundingClientRect().top > 56);
      at = by > 0 ? Math.max(below, 0) : (below < 0 ? shown.length : below) - 1;
    }
    return point(shown[Math.min(Math.max(at, 0), shown.length - 1)]);
  }

  function point(element) {
    last?.classList.remove("now");
    last = element;
    last.classList.add("now");
    reveal(last);
    last.scrollIntoView({ block: "center" });
    return last;
  }

  function walk(list, by) {
    const next = step(list, by);
    next?.setAttribute("tabindex", "-1");
    next?.focus({ preventScroll: true });
  }

  const marksOf = (element) => marks().filter((mark) => element.closest(".story").contains(mark));
  const actions = {
    theme() {
      const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
      const root = document.documentElement;
      const now = root.dataset.theme || (isDark ? "dark" : "light");
      root.dataset.theme = now === "dark" ? "light" : "dark";
    },
    keys(button) {
      const isOn = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!isOn));
      [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
    },
    save() {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([one("#comparison").textContent], { type: "application/json" }));
      link.download = "comparison.json";
      link.click();
      URL.revokeObjectURL(link.href);
    },
    help() { location.hash = "help"; },
    unfold() { all(".fold").forEach((fold) => { fold.open = true; }); },
    next(button) { step(marksOf(button), 1); },
    previous(button) { step(marksOf(button), -1); },
    back(button) { location.hash = button.dataset.to; },
    // A statement under its row of the matrix: a copy of what stands below, without its addresses.
    open(button) {
      const row = button.closest("tr");
      const isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) return row.nextElementSibling.remove();
      const statement = document.getElementById(row.dataset.statement);
      const opened = document.createElement("tr");
      opened.className = "opened";
      const cell = opened.insertCell();
      cell.colSpan = row.cells.length;
      for (const part of all(":scope > :is(.renderings, .note)", statement)) cell.append(part.cloneNode(true));
      for (const part of all("[id], [tabindex]", cell)) ["id", "tabindex"].forEach((name) => part.removeAttribute(name));
      row.after(opened);
    },
    text(button) {
      const statement = button.closest(".statement");
      const shown = statement.querySelector(".as-text");
      if (shown) return shown.remove();
      const area = document.createElement("textarea");
      area.className = "as-text";
      area.readOnly = true;
      area.setAttribute("aria-label", button.getAttribute("aria-label"));
      area.value = asText(statement);
      area.rows = Math.min(16, area.value.split("\n").length + 4);
      button.closest(".head").after(area);
      area.select();
    },
  };

  // A click on the strip of an article goes to the mark that is nearest to it.
  function find(event, map) {
    const box = map.firstElementChild.getBoundingClientRect();
    const wanted = map.dataset.length * (event.clientY - box.top) / box.height;
    const start = (mark) => Number(mark.id.split(":")[1].split("-")[0]);
    const near = marksOf(map).sort((a, b) => Math.abs(start(a) - wanted) - Math.abs(start(b) - wanted))[0];
    if (near) point(near);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) return actions[button.dataset.do](button);
    const map = event.target.closest(".map");
    if (map) return find(event, map);
    const link = event.target.closest("a[href^='#a-']");
    const row = link?.closest(".opened")?.previousElementSibling;
    if (link) cameFrom = row ? document.getElementById(row.dataset.statement) : link.closest(".statement");
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches(".against")) measure(event.target);
  });

  let isGoing = false;
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input[type=search], select, textarea");
    if (event.key === "Escape") {
      if (isTyping) event.target.blur();
      else history.back();
      return;
    }
    const isOff = one('[data-do="keys"]').getAttribute("aria-pressed") === "false";
    if (isTyping || isOff || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isGoing) {
      isGoing = false;
      const letter = event.key.toUpperCase();
      if (document.getElementById(`article-${letter}`)) location.hash = `article-${letter}`;
      return;
    }
    const keys = {
      j: () => walk(statements(), 1),
      k: () => walk(statements(), -1),
      n: () => walk(marks(), 1),
      p: () => walk(marks(), -1),
      g: () => { isGoing = true; },
      "/": () => { reveal(form); form.elements.words.focus(); },
      "?": actions.help,
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  addEventListener("beforeprint", () => {
    all("details:not([open])").forEach((fold) => { fold.open = true; fold.dataset.printed = ""; });
  });
  addEventListener("afterprint", () => {
    all("details[data-printed]").forEach((fold) => { fold.open = false; delete fold.dataset.printed; });
  });
  addEventListener("hashchange", land);
  land();
})();
