"use strict";
(() => {
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const one = (query) => document.querySelector(query);
  const root = document.documentElement;
  const live = one("#live");
  root.classList.add("scripted");

  const say = (words) => { live.textContent = ""; setTimeout(() => { live.textContent = words; }, 50); };
  const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

  // Filters. A finding is shown where all of them hold.
  const findings = all("li.finding");
  const texts = findings.map((item) => item.textContent.toLowerCase());
  const filter = () => {
    const wanted = new Set(all("input[name=severity]:checked").map((box) => box.value));
    const rule = one("#by-rule").value;
    const article = one("#by-article").value;
    const words = one("#by-text").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    findings.forEach((item, i) => {
      const { severity, rule: code, articles } = item.dataset;
      item.hidden = !(wanted.has(severity) && (!rule || code === rule)
        && (!article || articles.split(" ").includes(article)) && words.every((word) => texts[i].includes(word)));
      shown += !item.hidden;
    });
    const told = shown === findings.length ? counted(shown, "finding") : `${shown} of ${counted(findings.length, "finding")}`;
    one("#shown").textContent = told;
    say(`${told} shown`);
  };
  const controls = one(".filters");
  if (controls) controls.addEventListener("input", filter);

  const rows = all("tr[data-status]");
  const sheet = one("#ticks fieldset");
  if (sheet) {
    sheet.addEventListener("input", () => {
      const wanted = new Set(all("input[name=status]:checked").map((box) => box.value));
      for (const row of rows) row.hidden = !wanted.has(row.dataset.status);
      say(`${counted(rows.filter((row) => !row.hidden).length, "value")} shown`);
    });
  }

  // Jumps: what a link leads to is unfolded, shown and focused.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
      if (node.matches(".finding, tr[data-status]")) node.hidden = false;
    }
    const place = target.closest("mark") || target;
    all("mark.here").forEach((mark) => mark.classList.remove("here"));
    if (place.tagName === "MARK") {
      place.classList.add("here");
      place.setAttribute("tabindex", "-1");
    }
    place.scrollIntoView({ block: place.matches("mark, tr") ? "center" : "start" });
    place.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) reveal();
  });

  // With a finding in focus, j and k lead to the next and the one before.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !["j", "k"].includes(event.key)) return;
    const from = event.target.closest(".finding");
    if (!from) return;
    const shown = findings.filter((item) => !item.hidden);
    const to = shown[shown.indexOf(from) + (event.key === "j" ? 1 : -1)];
    if (to) { to.focus({ preventScroll: true }); to.scrollIntoView({ block: "nearest" }); }
  });

  // Copying, also where the clipboard is not open to pages of this kind.
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = document.createElement("textarea");
      box.value = text;
      box.className = "unseen";
      document.body.append(box);
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const done = await copied(button.dataset.copy);
    button.focus();
    const label = button.firstChild;
    label.data = done ? "Copied" : "Not copied";
    say(done ? "The finding is in the clipboard" : "The finding could not be copied");
    setTimeout(() => { label.data = "Copy"; }, 2000);
  });

  // Folding, and everything unfolded on paper.
  const unfold = one("#unfold");
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    all("details").forEach((part) => { part.open = open; });
    unfold.setAttribute("aria-pressed", String(open));
    unfold.textContent = open ? "Fold all" : "Unfold all";
  });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((part) => { part.open = false; }));

  // The theme: as the system, light, dark.
  const themes = ["as the system", "light", "dark"];
  const theme = one("#theme");
  const paint = (name) => {
    if (name === themes[0]) delete root.dataset.theme; else root.dataset.theme = name;
    theme.textContent = `Theme: ${name}`;
  };
  let current = themes[0];
  try { current = localStorage.getItem("crosscheck-theme") || current; } catch { /* no storage: as the system */ }
  paint(themes.includes(current) ? current : themes[0]);
  theme.addEventListener("click", () => {
    current = themes[(themes.indexOf(current) + 1) % themes.length];
    paint(current);
    try { localStorage.setItem("crosscheck-theme", current); } catch { /* no storage: for this visit only */ }
  });

  reveal();
})();
