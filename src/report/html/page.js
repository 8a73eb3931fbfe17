// Filters, moves and links. Everything that is said stands in the page without it.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const form = one(".filter");
  const statements = all(".statement");
  const rows = new Map(all(".matrix tbody tr").map((row) => [row.dataset.statement, row]));
  const labels = all("svg a");
  const texts = one("#statements").dataset;
  all(".tools").forEach((tools) => { tools.hidden = false; });
  form.hidden = false;

  // Folds on the way to an element are opened, so that a link always lands.
  function reveal(element) {
    for (let at = element; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  }

  function land() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (name.startsWith("f:")) return restore(new URLSearchParams(name.slice(2)));
    const target = name && document.getElementById(name);
    if (!target) return;
    reveal(target);
    target.scrollIntoView();
    if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
  }

  function chosen(name) {
    return all(`[name="${name}"]`, form).filter((box) => box.checked).map((box) => box.value);
  }

  function wanted(statement) {
    const own = statement.dataset;
    const has = (list, names) => names.length === 0 || names.some((name) => list.split(" ").includes(name));
    const words = form.elements.words.value.trim().toLowerCase();
    return has(own.relations, chosen("relation"))
      && has(own.outlets, chosen("outlet"))
      && (!form.elements.differs.checked || own.group === "differs")
      && (!form.elements.speaker.value || own.speaker === form.elements.speaker.value)
      && (!words || statement.textContent.toLowerCase().includes(words));
  }

  function filter() {
    let count = 0;
    for (const statement of statements) {
      const isWanted = wanted(statement);
      count += isWanted;
      statement.hidden = !isWanted;
      const row = rows.get(statement.id);
      if (row) row.hidden = !isWanted;
      for (const label of labels) {
        if (label.getAttribute("href") === `#${statement.id}`) label.toggleAttribute("hidden", !isWanted);
      }
    }
    const told = form.querySelector("output");
    const text = told.dataset.text.replace("{count}", count).replace("{all}", statements.length);
    told.value = count === statements.length ? "" : text;
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
    filter();
  }

  function count() {
    for (const chip of all("[data-count]")) {
      const [kind, name] = chip.dataset.count.split(":");
      const list = kind === "relation" ? "relations" : "outlets";
      chip.textContent = statements.filter((statement) => statement.dataset[list].split(" ").includes(name)).length;
    }
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
      const sentence = text(row, ".sentence");
      const tellers = all(".teller", row);
      for (const teller of tellers.length ? tellers : [row]) {
        const outlet = teller.querySelector("abbr");
        lines.push(`${text(row, ".sign")} ${outlet.textContent} ${outlet.title} ${text(teller, "abbr + bdi")}: ${words}${sentence && ` (${sentence})`} ${text(teller, ".place")}`);
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

  for (const statement of statements) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = texts.text;
    button.setAttribute("aria-label", `${statement.dataset.label}: ${texts.text}`);
    button.addEventListener("click", () => {
      const shown = statement.querySelector(".as-text");
      if (shown) return shown.remove();
      const area = document.createElement("textarea");
      area.className = "as-text";
      area.readOnly = true;
      area.setAttribute("aria-label", `${statement.dataset.label}: ${texts.text}`);
      area.value = asText(statement);
      area.rows = Math.min(16, area.value.split("\n").length + 4);
      statement.querySelector("h3").after(area);
      area.select();
    });
    statement.querySelector("h3").append(" ", button);
  }

  // The same statement measured against another outlet: the rows are in the page, and change places.
  for (const statement of statements) {
    const templates = all("template", statement);
    if (!templates.length) continue;
    const list = statement.querySelector(".renderings");
    const rows = () => all("li:not(.absent)", list);
    const first = rows()[0].querySelector("abbr");
    const bases = new Map([[first.textContent, [first.title, rows()]]]);
    for (const { content, dataset } of templates) bases.set(dataset.letter, [dataset.name, [...content.children]]);
    const label = document.createElement("label");
    const choice = document.createElement("select");
    for (const [letter, [name]] of bases) choice.add(new Option(`${letter} ${name}`, letter));
    choice.addEventListener("change", () => {
      rows().forEach((row) => row.remove());
      list.prepend(...bases.get(choice.value)[1]);
    });
    label.append(`${texts.against} `, choice);
    statement.querySelector("h3").append(" ", label);
  }

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
  };
  for (const button of all("[data-do]")) {
    button.addEventListener("click", () => actions[button.dataset.do](button));
  }

  // The next element of `list` after the one that is at the top of the window.
  function step(list, by) {
    const shown = list.filter((element) => !element.closest("[hidden]"));
    if (!shown.length) return;
    const current = shown.indexOf(step.last);
    const fold = (element) => element.getBoundingClientRect().top;
    let at = current + by;
    if (current < 0) {
      const below = shown.findIndex((element) => fold(element) > 8);
      at = by > 0 ? Math.max(below, 0) : (below < 0 ? shown.length : below) - 1;
    }
    const next = shown[Math.min(Math.max(at, 0), shown.length - 1)];
    step.last = next;
    reveal(next);
    next.setAttribute("tabindex", "-1");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  const marks = all(".story .said, .story .own");
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
      j: () => step(statements, 1),
      k: () => step(statements, -1),
      n: () => step(marks, 1),
      p: () => step(marks, -1),
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
  count();
  land();
})();
