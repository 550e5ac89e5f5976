// The table of operations: sorted, filtered, one page at a time.
const PAGE = 100;
const COLUMN = [
  { title: "Outcome", key: row => known(row.o) ? ORDER.indexOf(row.o) : 99 },
  { title: "Operation", key: fullName },
  { title: "Asked", key: begin, wide: true },
  { title: "Took", key: took, right: true },
  { title: "Evidence", key: row => row.p, wide: true },
  { title: "What was said", key: row => row.w },
];
const table = { sort: -1, down: false, page: 0, at: 0, printing: false };
const opened = new Set();

function sorted() {
  if (table.sort < 0) return shown;
  const key = COLUMN[table.sort].key, sign = table.down ? -1 : 1;
  const compare = (a, b) => a < b ? -sign : a > b ? sign : 0;
  return [...shown].sort((a, b) => compare(key(a), key(b)));
}

let current = [];
function showTable(focus) {
  current = sorted();
  const pages = Math.max(1, Math.ceil(current.length / PAGE));
  table.page = Math.min(table.page, pages - 1);
  const from = table.printing ? 0 : table.page * PAGE;
  const page = current.slice(from, table.printing ? 5000 : from + PAGE);
  table.at = Math.min(table.at, Math.max(0, page.length - 1));
  $("body").replaceChildren(...page.flatMap((row, i) => opened.has(row) ? [tableRow(row, i), details(row)] : [tableRow(row, i)]));
  if (!page.length) $("body").append(el("tr", { class: "none" }, el("td", { colspan: COLUMN.length }, total ? "Nothing matches the filter." : "There are no operations.")));
  const filtered = filter.text || filter.outcomes.size;
  $("clear").hidden = !filtered;
  $("found").textContent = (filtered ? number(current.length) + " of " + count(rows.length, "operation") : count(rows.length, "operation"))
    + (filter.outcomes.size ? ", only " + [...filter.outcomes].map(words).join(", ") : "")
    + (total > rows.length ? "; " + number(total - rows.length) + " more were not begun and are known by number only" : "");
  [...$("titles").children].forEach((cell, i) =>
    cell.setAttribute("aria-sort", i !== table.sort ? "none" : table.down ? "descending" : "ascending"));
  showPager(pages);
  if (focus) focusRow(table.at);
}

function tableRow(row, i) {
  const id = shortId(row), path = fullName(row).slice(0, -id.length).replace(/^\/\//, "");
  return el("tr", { class: "row", tabindex: i === table.at ? "0" : "-1", "aria-expanded": String(opened.has(row)), "data-i": i },
    el("td", { class: "outcome-cell" }, badge(row.o)),
    el("td", { class: "name" }, el("span", { class: "id" }, id), el("span", { class: "path", title: fullName(row) }, path)),
    el("td", { class: "wide time", "data-label": "asked" }, begin(row) ? el("time", { datetime: new Date(begin(row)).toISOString() }, clock(begin(row))) : "\u2013"),
    el("td", { class: "right", "data-label": "took" }, took(row) < 0 ? "\u2013" : span(took(row))),
    el("td", { class: "wide", "data-label": "evidence" }, evidence(row) || "\u2013"),
    el("td", { class: "said" }, el("span", { class: "clamp" }, row.w.length > 400 ? row.w.slice(0, 400) + "\u2026" : row.w)));
}

function details(row) {
  const list = el("dl", { class: "details" });
  const add = (term, text) => { if (text) list.append(el("dt", {}, term), el("dd", {}, text)); };
  const button = el("button", { type: "button", class: "quiet", onclick: () => copy(fullName(row), button) }, "Copy name");
  list.append(el("dt", {}, "Name"), el("dd", {}, el("code", {}, fullName(row)), " ", button));
  add("Outcome", words(row.o) + ". " + meaning(row.o));
  ["Started", report.kind === "wait" ? "Waited from" : "Asked", "Answered", "Noted", "Result known"].forEach((term, i) =>
    add(term, row.t[i] ? when(row.t[i]) + "." + String(row.t[i] % 1000).padStart(3, "0") + " UTC" : ""));
  add("Took", took(row) < 0 ? "" : span(took(row)));
  add("Evidence", evidence(row));
  add("Said", row.w);
  if (row.x) list.append(el("dt", {}, "In full"), el("dd", {}, el("pre", { tabindex: "0" }, row.x)));
  return el("tr", { class: "more" }, el("td", { colspan: COLUMN.length }, list));
}

function toggle(row) {
  opened.has(row) ? opened.delete(row) : opened.add(row);
  showTable(true);
}

const rowElements = () => $("body").querySelectorAll("tr.row");
function focusRow(i) {
  const all = rowElements();
  if (!all.length) return;
  table.at = Math.max(0, Math.min(i, all.length - 1));
  all.forEach((each, j) => { each.tabIndex = j === table.at ? 0 : -1; });
  all[table.at].focus();
}

function turn(page, focus) {
  table.page = Math.max(0, Math.min(page, Math.ceil(current.length / PAGE) - 1));
  table.at = 0;
  showTable(focus);
}

function tableKey(event) {
  if (!event.target.matches("tr.row")) return;
  const at = Number(event.target.dataset.i), size = rowElements().length, last = Math.ceil(current.length / PAGE) - 1;
  if (event.key === "ArrowDown") at + 1 < size ? focusRow(at + 1) : table.page < last && turn(table.page + 1, true);
  else if (event.key === "ArrowUp") {
    if (at > 0) focusRow(at - 1);
    else if (table.page > 0) { turn(table.page - 1, false); focusRow(PAGE - 1); }
  } else if (event.key === "PageDown") turn(table.page + 1, true);
  else if (event.key === "PageUp") turn(table.page - 1, true);
  else if (event.key === "Home") focusRow(0);
  else if (event.key === "End") focusRow(size - 1);
  else if (event.key === "Enter" || event.key === " ") toggle(current[table.page * PAGE + at]);
  else return;
  event.preventDefault();
}

function showPager(pages) {
  $("pager").hidden = pages < 2;
  const go = (text, page, enabled) => el("button", { type: "button", class: "quiet", disabled: !enabled, onclick: () => { turn(page, false); $("operations-title").scrollIntoView({ block: "start" }); } }, text);
  $("pager").replaceChildren(go("First", 0, table.page > 0), go("Previous", table.page - 1, table.page > 0),
    el("span", {}, "Page " + number(table.page + 1) + " of " + number(pages)),
    go("Next", table.page + 1, table.page < pages - 1), go("Last", pages - 1, table.page < pages - 1));
}

// From the timeline: the row on its page, opened.
function showInTable(row) {
  if (!shown.includes(row)) return;
  opened.add(row);
  const at = sorted().indexOf(row);
  table.page = Math.floor(at / PAGE);
  table.at = at % PAGE;
  showTable(true);
}

function startTable() {
  COLUMN.forEach((column, i) => $("titles").append(el("th", { scope: "col", class: (column.wide ? "wide " : "") + (column.right ? "right" : "") },
    el("button", { type: "button", onclick: () => {
      if (table.sort !== i) { table.sort = i; table.down = false; }
      else if (!table.down) table.down = true;
      else table.sort = -1;
      table.page = table.at = 0;
      showTable(false);
    } }, column.title, el("span", { class: "arrow", "aria-hidden": "true" })))));
  $("body").addEventListener("keydown", tableKey);
  $("body").addEventListener("click", event => {
    const element = event.target.closest("tr.row");
    if (!element || String(getSelection())) return;
    table.at = Number(element.dataset.i);
    toggle(current[table.page * PAGE + table.at]);
  });
  let timer = 0;
  $("filter").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { filter.text = $("filter").value; refilter(); }, rows.length > 2000 ? 120 : 0);
  });
  $("filter").addEventListener("keydown", event => {
    if (event.key === "Escape") { $("filter").value = filter.text = ""; refilter(); }
    if (event.key === "ArrowDown") { event.preventDefault(); focusRow(0); }
  });
  $("clear").addEventListener("click", () => {
    $("filter").value = filter.text = "";
    filter.outcomes.clear();
    refilter();
  });
  filter.listeners.push(() => { table.page = table.at = 0; showTable(false); });
  showTable(false);
}
