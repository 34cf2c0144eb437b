// Visits a site as an analyst does: imports the acts of a folder, finds one, compares two,
// filters the differences, opens the diagram, downloads the workbook, in every language.
//
//   node visit.mjs NODE_MODULES CHROMIUM ADDRESS ACTS OUT
//
// Console errors, failed requests, requests to other hosts and serious accessibility
// issues fail the visit. Screenshots and the workbooks are written to OUT.
import { createRequire } from "node:module";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const [modules, executablePath, address, acts, out] = process.argv.slice(2);
const require = createRequire(join(modules, "resolve.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const faults = [];
const check = (ok, what) => { if (!ok) faults.push(what); };

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });

async function open(locale, viewport) {
  const context = await browser.newContext({ locale, viewport, acceptDownloads: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") faults.push(`${locale} ${page.url()}: console: ${m.text()}`); });
  page.on("pageerror", (e) => faults.push(`${locale} ${page.url()}: ${e}`));
  page.on("requestfailed", (r) => { if (r.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`${locale}: failed: ${r.url()} ${r.failure()?.errorText}`); });
  page.on("response", (r) => { if (r.status() >= 400) faults.push(`${locale}: ${r.status()}: ${r.url()}`); });
  page.on("request", (r) => { if (!r.url().startsWith(address) && !r.url().startsWith("data:") && !r.url().startsWith("blob:")) faults.push(`${locale}: request to ${r.url()}`); });
  return page;
}

// look checks a page for accessibility, light and dark, and takes its picture in both.
async function look(page, name) {
  // axe is evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
    for (const v of found.violations) {
      if (v.impact === "serious" || v.impact === "critical") {
        faults.push(`${name} ${colorScheme}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.any[0]?.message ?? "")).join(" | ")}`);
      }
    }
    await page.screenshot({ path: join(out, `${name}-${colorScheme}.png`), fullPage: name.includes("-full") });
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(wide <= 0, `${name}: the page is ${wide} pixels wider than the window`);
}

// stops goes through a page by Tab: every place it stops at has a name and shows the focus.
async function stops(page, name) {
  const passed = await page.evaluateHandle(() => new Set());
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((passed) => {
      const e = document.activeElement;
      if (e === document.body || passed.has(e)) return null;
      passed.add(e);
      const style = getComputedStyle(e);
      return {
        html: e.outerHTML.slice(0, 160),
        named: [e.getAttribute("aria-label"), e.getAttribute("aria-labelledby"), e.getAttribute("title"), e.labels?.[0]?.textContent,
          e.matches("a, button, summary") && e.textContent].some((s) => s && s.trim()),
        shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
      };
    }, passed);
    if (!stop) break;
    check(stop.named, `${name}: Tab stops where nothing has a name: ${stop.html}`);
    check(stop.shown, `${name}: the focus is not seen on ${stop.html}`);
  }
  check(await passed.evaluate((all) => all.size) > 10, `${name}: Tab goes through the page`);
}

const files = [];
const walk = (folder) => readdirSync(folder).sort().forEach((name) => {
  const path = join(folder, name);
  if (statSync(path).isDirectory()) walk(path);
  else if (name !== "README.md") files.push(path);
});
walk(acts);

// What the visit looks for, in words of the interface.
const languages = {
  kk: { title: "Актілер корпусы", substance: "мәні бойынша" },
  ru: { title: "Корпус актов", substance: "по существу" },
  en: { title: "Corpus of acts", substance: "substance" },
};

for (const [lang, words] of Object.entries(languages)) {
  const page = await open(lang, { width: 1280, height: 900 });
  await page.goto(address + "/");
  check(await page.getAttribute("html", "lang") === lang, `${lang}: the page is in ${await page.getAttribute("html", "lang")}`);
  check((await page.textContent("h1")) === words.title, `${lang}: the title is ${await page.textContent("h1")}`);
  if (lang === "kk") await look(page, "kk-empty");

  // Import: the second and third time nothing changes.
  await page.goto(address + "/import");
  await page.setInputFiles("input[type=file]", files);
  await look(page, `${lang}-import`);
  await page.click("form[data-drop] button");
  await page.waitForURL(/\/import\/\d+$/);
  await page.waitForFunction(() => !document.querySelector("[data-running]") && document.querySelector("main table"), null, { timeout: 120000 });
  const rows = await page.locator("main tbody tr").count();
  check(rows === files.length, `${lang}: ${rows} of ${files.length} files in the report`);
  await look(page, `${lang}-imported`);

  // The corpus, filtered.
  await page.goto(address + "/");
  await look(page, `${lang}-corpus`);
  await page.selectOption("select[name=region]", "KZ-43");
  await page.waitForURL(/region=KZ-43/);
  check(await page.locator("table.acts tbody tr").count() === 1, `${lang}: one act of Kyzylorda is shown`);

  // Search, and from a hit to its words in the text.
  await page.goto(address + "/search?q=" + encodeURIComponent("жұмыссыз азаматтарды тіркеу"));
  check(await page.locator(".passage mark").count() > 0, `${lang}: search marks what it found`);
  await look(page, `${lang}-search`);
  await page.click(".passage .source >> nth=0");
  await page.waitForSelector(".lit");
  check(await page.locator(".lit").first().isVisible(), `${lang}: the passage is lit in the text`);

  // The act: from a value to its sentence.
  await page.goto(address + "/");
  await page.click("table.acts a:has-text('Об утверждении регламентов')");
  await look(page, `${lang}-act-full`);
  await page.locator(".values .source").nth(2).click();
  await page.waitForSelector(".lit");

  // The regulation and its diagram.
  await page.click(".tabs a >> nth=1");
  await page.waitForSelector("[data-drawn]", { timeout: 20000 });
  check(await page.locator(".djs-shape").count() > 5, `${lang}: the diagram is drawn`);
  check(await page.locator(".bjs-powered-by").isVisible(), `${lang}: the watermark of bpmn.io is there`);
  await look(page, `${lang}-regulation-full`);
  if (lang === "ru") await stops(page, "regulation");

  // Two acts side by side.
  await page.goto(address + "/");
  await page.check("input[name=side][value='KZ-11/2015-10-23/А-11/495']");
  await page.check("input[name=side][value='KZ-27/2016-04-15/122']");
  await page.click(".choose button");
  await page.waitForURL(/compare/);
  await look(page, `${lang}-acts`);
  await page.click("main table a.button >> nth=0");
  await page.waitForSelector("table.differences");
  await look(page, `${lang}-pair-full`);
  const before = await page.locator("table.differences tbody tr:visible").count();
  await page.selectOption("select[name=severity]", "substance");
  await page.selectOption("select[name=kind]", "duration_changed");
  const after = await page.locator("table.differences tbody tr:visible").count();
  check(after > 0 && after < before, `${lang}: ${after} of ${before} differences pass the filter`);
  check((await page.locator("table.differences tbody tr:visible .tag").first().textContent()) === words.substance, `${lang}: they are of substance`);
  check(page.url().includes("kind=duration_changed"), `${lang}: the address has the filter: ${page.url()}`);
  await page.click("table.differences tbody tr:visible .source >> nth=0");
  check(await page.locator(".pane .lit").count() > 0, `${lang}: the difference is lit in the texts`);
  check(await page.evaluate(() => document.activeElement.matches(".pane")), `${lang}: the keys go on in the texts`);
  await page.evaluate(() => { document.querySelectorAll(".pane").forEach((p) => { p.scrollTop = 0; }); });
  await page.locator(".pane >> nth=0").hover();
  await page.mouse.wheel(0, 900);
  await page.waitForFunction(() => document.querySelectorAll(".pane")[1].scrollTop > 100);
  // Each step that was paired comes level with its pair, whichever text is scrolled.
  for (const side of [0, 1]) {
    await page.locator(`.pane >> nth=${side}`).dispatchEvent("wheel");
    const apart = await page.evaluate(async (side) => {
      const panes = [...document.querySelectorAll(".pane")];
      const pairs = panes[0].parentElement.dataset.level.split(" ").map((pair) => pair.split("-").map(Number));
      const top = (i) => [...panes[i].querySelectorAll("[data-s]")].findLast((e) => +e.dataset.s <= pairs[at][i]).getBoundingClientRect().top - panes[i].getBoundingClientRect().top;
      pairs.sort((x, y) => x[0] - y[0]);
      const out = [];
      let at = 0, last = [-1, -1];
      for (; at < pairs.length; at++) {
        if (pairs[at].some((n, i) => n <= last[i])) continue; // a step that was moved
        last = pairs[at];
        panes[side].scrollTop += top(side) - 90;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const [here, there] = [top(side), top(1 - side)];
        const stuck = panes.some((p) => p.scrollTop < 1 || p.scrollTop + p.clientHeight >= p.scrollHeight - 1);
        if (!stuck && Math.abs(here - there) > 3) out.push(`${pairs[at]}: ${Math.round(here)} and ${Math.round(there)}`);
      }
      return [pairs.length, ...out];
    }, side);
    check(apart[0] > 3 && apart.length === 1, `${lang}: steps are not level: ${apart.join(", ")}`);
  }
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".downloads a:has-text('XLSX')")]);
  await download.saveAs(join(out, `${lang}.xlsx`));
  // The same address gives a colleague the same view.
  await page.reload();
  check(await page.locator("table.differences tbody tr:visible").count() === after, `${lang}: the filter is in the address`);

  for (const [name, path] of Object.entries({
    life: "/act/" + encodeURIComponent("KZ-11~2015-10-23~А-11~495") + "/life",
    audit: "/act/" + encodeURIComponent("KZ-11~2015-10-23~А-11~495") + "/audit",
    audits: "/audit", graph: "/graph", pick: "/compare",
  })) {
    await page.goto(address + path);
    await look(page, `${lang}-${name}`);
  }
  await page.click("article.service form button >> nth=0");
  await look(page, `${lang}-matrix-full`);

  // By keyboard: the first stop skips to the content, the next ones show the focus.
  await page.goto(address + "/");
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.className) === "skip", `${lang}: Tab begins with the skip link`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#main"); // the skip link leads to the content
  // Keys go through a list without leaving the page; the button applies what was chosen.
  await page.focus("select[name=region]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const chosen = await page.inputValue("select[name=region]");
  await page.focus("form[data-auto] button");
  check(!page.url().includes("region="), `${lang}: a key in a list left the page: ${page.url()}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp("region=" + chosen));

  const phone = await open(lang, { width: 390, height: 844 });
  for (const [name, path] of Object.entries({
    corpus: "/", act: "/act/" + encodeURIComponent("KZ-43~2018-02-27~1057"),
    regulation: "/act/" + encodeURIComponent("KZ-43~2018-02-27~1057") + "/regulation/1",
    search: "/search?q=" + encodeURIComponent("безработных"), compare: new URL(page.url()).pathname === "/" ? "/compare" : "/",
    life: "/act/" + encodeURIComponent("KZ-11~2015-10-23~А-11~495") + "/life",
  })) {
    await phone.goto(address + path);
    await phone.waitForLoadState("networkidle");
    await look(phone, `${lang}-phone-${name}`);
  }
  await phone.context().close();
  await page.context().close();
}

// Dark on the screen is black on white on paper, in a diagram too.
const dark = await browser.newContext({ colorScheme: "dark", locale: "ru", viewport: { width: 1280, height: 900 } });
const sheet = await dark.newPage();
await sheet.goto(address + "/act/" + encodeURIComponent("KZ-43~2018-02-27~1057") + "/regulation/1");
await sheet.waitForSelector("[data-drawn]", { timeout: 20000 });
// lightness is that of the paper and of what is drawn or written on it, 0 to 255.
const lightness = () => sheet.evaluate(() => {
  const of = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, n) => sum + +n, 0) / 3;
  const shape = getComputedStyle(document.querySelector(".djs-shape .djs-visual > *"));
  return [getComputedStyle(document.documentElement).backgroundColor, shape.fill, getComputedStyle(document.querySelector("h1")).color, shape.stroke].map(of);
});
for (const [media, paper] of [["screen", "dark"], ["print", "light"]]) {
  await sheet.emulateMedia({ media, colorScheme: "dark" });
  const [ground, fill, ink, stroke] = await lightness();
  check(paper === "light" ? ground > 240 && fill > 240 && ink < 80 && stroke < 80 : ground < 60 && fill < 60 && ink > 180 && stroke > 180,
    `${media}: ground ${ground}, shapes ${fill}, ink ${ink}, strokes ${stroke} are not ${paper}`);
}
await dark.close();

// The pages that are sent on, wide and narrow.
for (const width of [1280, 390]) {
  const paper = await browser.newContext({ viewport: { width, height: 844 } });
  const page = await paper.newPage();
  page.on("pageerror", (e) => faults.push(`${page.url()}: ${e}`));
  for (const name of ["pair", "matrix"]) {
    await page.goto("file://" + join(out, name + ".html"));
    await look(page, `report-${name}-${width}`);
  }
  await paper.close();
}

// Files that could not be sent can be sent again, and the page says so.
const cut = await browser.newContext({ locale: "en" });
const form = await cut.newPage();
await form.goto(address + "/import");
await form.route("**/import", (route) => route.request().method() === "POST" ? route.abort("connectionreset") : route.continue());
await form.setInputFiles("input[type=file]", files[0]);
const send = await form.textContent("form[data-drop] button");
await form.click("form[data-drop] button");
await form.waitForFunction(() => document.querySelector("[data-files]").textContent.startsWith("Not sent"));
check(await form.isEnabled("form[data-drop] button") && await form.textContent("form[data-drop] button") === send, "files that were not sent cannot be sent again");
await cut.close();

// Without scripts the pages say the same.
const plain = await browser.newContext({ javaScriptEnabled: false, locale: "ru" });
const page = await plain.newPage();
await page.goto(address + "/?region=KZ-43");
check(await page.locator("table.acts tbody tr").count() === 1, "without scripts: the filter works");
await plain.close();

await browser.close();
if (faults.length) {
  console.error([...new Set(faults)].join("\n"));
  process.exit(1);
}
console.log("visited");
