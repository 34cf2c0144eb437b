// What a page can do more where scripts run. Everything works without this file, but
// dropping files, linked scrolling and filtering without a round trip.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// "#span-12-34" leads to the bytes 12 to 34 of a text: what of it is on the page is lit.
function light(root, start, end) {
  all(".lit", root).forEach((e) => e.classList.remove("lit"));
  const hits = all("[data-s]", root).filter((e) => +e.dataset.s < end && +e.dataset.e > start);
  // Of a place longer than a page only its beginning is lit.
  hits.slice(0, 60).forEach((e) => e.classList.add("lit"));
  return hits[0];
}
function follow() {
  const m = /^#span-(\d+)-(\d+)$/.exec(location.hash);
  const text = m && document.querySelector("[data-text]");
  if (!text) return;
  const first = light(text, +m[1], Math.max(+m[2], +m[1] + 1));
  if (first) first.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", follow);
follow();

// Where a row of links is longer than the window, the one that is open is seen.
all("nav [aria-current]").forEach((a) => {
  const row = a.parentElement;
  if (row.scrollWidth > row.clientWidth) row.scrollLeft = a.offsetLeft - row.offsetLeft - 24;
});

all("[data-print]").forEach((b) => { b.hidden = false; b.addEventListener("click", () => print()); });

// A choice in a list filters at once; a field of text waits for Enter. So does a choice made
// by keys: on the way through a list, or while a date is typed, each stop is a change.
all("form[data-auto] select, form[data-auto] input[type=date]").forEach((f) => {
  let keys = false;
  f.addEventListener("keydown", () => { keys = true; });
  f.addEventListener("pointerdown", () => { keys = false; });
  f.addEventListener("change", () => { if (!keys) f.form.requestSubmit(); });
});

// Empty fields have no place in an address that is sent on.
all("form[action='/'], form[action='/search'], form[action='/compare'], form[data-auto]").forEach((form) => {
  form.addEventListener("submit", () => {
    const empty = all("input[name], select[name]", form).filter((f) => !f.value);
    empty.forEach((f) => { f.disabled = true; });
    setTimeout(() => empty.forEach((f) => { f.disabled = false; }));
  });
});

// Differences are filtered in place; the address and the downloads follow.
all("form[data-differences]").forEach((form) => {
  const rows = all("tr[data-kind]");
  const apply = () => {
    const { kind, severity } = Object.fromEntries(new FormData(form));
    let shown = 0;
    rows.forEach((r) => {
      r.hidden = (kind && r.dataset.kind !== kind) || (severity && r.dataset.severity !== severity);
      if (!r.hidden) shown++;
    });
    // The number in the sentence is written with blanks or commas in some languages.
    const sentence = form.dataset.shown.replace(/10\D?001/, shown).replace(/10\D?002/, rows.length);
    document.querySelector("[data-count]").textContent = sentence;
    document.querySelector("[data-nothing]").hidden = shown > 0;
    const at = new URL(location);
    for (const [name, value] of Object.entries({ kind, severity })) {
      if (value) at.searchParams.set(name, value); else at.searchParams.delete(name);
    }
    history.replaceState(null, "", at);
    all(".downloads a[href*='format=']").forEach((a) => {
      const to = new URL(a.href);
      for (const name of ["kind", "severity"]) {
        if (at.searchParams.get(name)) to.searchParams.set(name, at.searchParams.get(name)); else to.searchParams.delete(name);
      }
      a.href = to;
    });
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (e) => { e.preventDefault(); apply(); });
});

// Two texts scroll together: where one has a step under its head, the other has the step
// that the comparison paired with it there; between two such steps, in proportion.
const panes = all("[data-pane]");
if (panes.length === 2) {
  const label = document.querySelector("[data-link]");
  label.hidden = false;
  const linked = label.querySelector("input");
  const head = 90; // pixels from the top of a pane to the line that is level
  // The places of both panes in pixels, from the beginning to the end.
  const levels = () => {
    const tops = panes.map((p) => {
      const from = p.getBoundingClientRect().top - p.scrollTop;
      const parts = all("[data-s]", p);
      return (at) => {
        const part = parts.findLast((e) => +e.dataset.s <= at) ?? parts[0];
        return part ? part.getBoundingClientRect().top - from : 0;
      };
    });
    const out = [[0, 0]];
    panes[0].parentElement.dataset.level.split(" ").filter(Boolean)
      .map((pair) => pair.split("-").map((at, side) => tops[side](+at)))
      .sort((x, y) => x[0] - y[0])
      .forEach((place) => { if (place.every((y, side) => y > out.at(-1)[side])) out.push(place); });
    const end = panes.map((p) => p.scrollHeight);
    return [...out, end.map((y, side) => Math.max(y, out.at(-1)[side] + 1))];
  };
  let places = null;
  addEventListener("resize", () => { places = null; });
  const follows = (from, y) => {
    places ??= levels();
    const i = Math.max(1, places.findIndex((place) => place[from] > y));
    const [before, after] = [places[i - 1], places[i]];
    return before[1 - from] + (y - before[from]) / (after[from] - before[from]) * (after[1 - from] - before[1 - from]);
  };
  let leader = null;
  const lead = (p) => () => { leader = p; };
  panes.forEach((p) => {
    ["wheel", "touchstart", "keydown", "pointerdown", "focus"].forEach((e) => p.addEventListener(e, lead(p), { passive: true }));
    p.addEventListener("scroll", () => {
      if (!linked.checked || leader !== p) return;
      const other = panes[0] === p ? panes[1] : panes[0];
      const atEnd = p.scrollTop + p.clientHeight >= p.scrollHeight - 1;
      other.scrollTop = p.scrollTop < 1 ? 0 : atEnd ? other.scrollHeight : follows(panes.indexOf(p), p.scrollTop + head) - head;
    }, { passive: true });
  });
  all(".differences a[data-side], .pairs a[data-side]").forEach((a) => a.addEventListener("click", (e) => {
    e.preventDefault();
    const row = a.closest("tr");
    all("a[data-side]", row).forEach((place) => {
      const pane = panes.find((p) => p.dataset.pane === place.dataset.side);
      const [start, end] = place.dataset.span.split("-").map(Number);
      const first = light(pane, start, Math.max(end, start + 1));
      if (first) pane.scrollTop += first.getBoundingClientRect().top - pane.getBoundingClientRect().top - 90;
    });
    panes[0].parentElement.scrollIntoView({ block: "nearest" });
    // As behind every link to a place, the keys go on from there.
    panes.find((p) => p.dataset.pane === a.dataset.side).focus({ preventScroll: true });
    leader = null;
  }));
}

// A long text of a difference is cut to what can be taken in, until it is asked for.
all("[data-clamp]").forEach((text) => {
  if (text.textContent.length < 360) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "unfold";
  button.textContent = text.closest("table").dataset.unfold;
  text.classList.add("clamped");
  button.addEventListener("click", () => { text.classList.remove("clamped"); button.remove(); });
  text.after(button);
});

// A comparison can have more sides than the form has fields.
all("[data-add]").forEach((button) => {
  const form = button.form;
  const fields = () => all("label:has([name=side])", form);
  button.hidden = false;
  button.addEventListener("click", () => {
    const last = fields().at(-1);
    const next = last.cloneNode(true);
    const label = next.querySelector("span");
    label.textContent = label.textContent.replace(/\d+/, fields().length + 1);
    next.querySelector("input").value = "";
    last.after(next);
    next.querySelector("input").focus();
    button.hidden = fields().length >= +button.dataset.add;
  });
});

// Files can be dropped, and sending them shows how far it is.
all("form[data-drop]").forEach((form) => {
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-files]");
  const tell = () => { list.textContent = [...input.files].map((f) => f.name).slice(0, 12).join(", ") + (input.files.length > 12 ? " …" : ""); };
  input.addEventListener("change", tell);
  ["dragenter", "dragover"].forEach((e) => form.addEventListener(e, (ev) => { ev.preventDefault(); form.classList.add("over"); }));
  ["dragleave", "drop"].forEach((e) => form.addEventListener(e, () => form.classList.remove("over")));
  form.addEventListener("drop", (e) => { e.preventDefault(); input.files = e.dataTransfer.files; tell(); });
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const button = form.querySelector("button");
    const bar = form.querySelector("progress");
    const send = button.textContent;
    button.disabled = true;
    button.textContent = button.dataset.sending;
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (p) => { if (p.lengthComputable) bar.value = 100 * p.loaded / p.total; });
    request.addEventListener("load", () => {
      if (request.status < 400) { location.href = request.responseURL; return; }
      document.open(); document.write(request.responseText); document.close();
    });
    request.addEventListener("error", () => {
      button.disabled = false;
      button.textContent = send;
      bar.hidden = true;
      list.textContent = list.dataset.unsent;
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
});

// A running import is asked for every second.
if (document.querySelector("[data-running]")) setTimeout(() => location.reload(), 1000);
