// The data of the page, and how it is put into words. Nothing here touches the page but the two data elements.
const parse = id => JSON.parse(document.getElementById(id).textContent);
const report = parse("report");
const rows = parse("rows");

const OUTCOMES = {
  CANCELLED: ["\u25cf", "cancelled", "The operation ended as cancelled. Work done before is not undone."],
  SUCCEEDED: ["\u25cf", "succeeded", "The operation ended with a result."],
  REQUESTED: ["\u25d0", "requested", "The service accepted the cancel. The operation was not read afterwards."],
  DELETED: ["\u25cf", "deleted", "The service deleted its record of the operation."],
  ALREADY_DONE: ["\u25cb", "already done", "The operation had ended before any request that may have been accepted."],
  ENDED: ["\u25c9", "ended", "The operation ended, and the service does not tell cancelled from completed."],
  COMPLETED_ANYWAY: ["\u25b2", "completed anyway", "The operation ended with a result, in spite of the cancel."],
  FAILED_ANYWAY: ["\u2715", "failed anyway", "The operation ended with an error of its own."],
  FAILED: ["\u2715", "failed", "The operation ended with an error."],
  NOT_CANCELLABLE: ["\u25a0", "not cancellable", "The service rejected the cancel, and the operation runs on."],
  UNSUPPORTED: ["\u25c6", "unsupported", "The service has no cancel for such names."],
  NOT_FOUND: ["\u25c7", "not found", "Neither the cancel nor a read found the operation."],
  STILL_RUNNING: ["\u25b7", "still running", "The operation ran when it was last read, just before the deadline."],
  UNKNOWN: ["?", "unknown", "The request may have been taken, and the operation could not be read."],
  NO_OUTCOME: ["\u2026", "no outcome yet", "It was asked for, or about to be, and the run ended before its outcome was known."],
  NOT_BEGUN: ["\u2013", "not begun", "Nothing was sent for it."],
  ERROR: ["!", "error", "There is no outcome. After an error of a cancel nothing was asked for."],
};
const OPEN = new Set(["STILL_RUNNING", "UNKNOWN", "NO_OUTCOME", "NOT_BEGUN", "ERROR"]);
const ORDER = Object.keys(OUTCOMES);

const known = outcome => Object.hasOwn(OUTCOMES, outcome);
const mark = outcome => known(outcome) ? OUTCOMES[outcome][0] : "\u2022";
const words = outcome => known(outcome) ? OUTCOMES[outcome][1] : String(outcome).toLowerCase().replaceAll("_", " ");
const meaning = outcome => known(outcome) ? OUTCOMES[outcome][2] : "";
const tone = outcome => "o-" + (known(outcome) ? outcome : "OTHER");
const isOpen = row => OPEN.has(row.o) && row.s !== "";
const fullName = row => row.s ? "//" + row.s + "/" + row.n : row.n;
const shortId = row => row.n.slice(row.n.lastIndexOf("/") + 1) || row.n;
const place = row => (/\/(?:locations|zones|regions)\/([^/]+)\//.exec(row.n) || [, "elsewhere"])[1];
const [CREATED, ASKED, ANSWERED, NOTED, ENDED] = [0, 1, 2, 3, 4];
const begin = row => row.t[ASKED] || row.t[ENDED];
const took = row => row.d >= 0 ? row.d : row.t[ASKED] && row.t[ENDED] ? row.t[ENDED] - row.t[ASKED] : -1;

const number = value => value.toLocaleString("en-GB");
const count = (value, noun) => number(value) + " " + noun + (value === 1 ? "" : "s");
const when = millis => millis ? new Date(millis).toISOString().replace("T", " ").slice(0, 19) : "";
const clock = millis => millis ? new Date(millis).toISOString().slice(11, 19) : "";

// 850 ms, 12.5 s, 3 min 20 s, 2 h 5 min, 3 d 4 h
function span(millis) {
  if (millis < 1000) return Math.round(millis) + " ms";
  const seconds = millis / 1000;
  if (seconds < 60) return (seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)) + " s";
  const whole = Math.round(seconds);
  if (whole < 3600) return Math.floor(whole / 60) + " min" + (whole % 60 ? " " + whole % 60 + " s" : "");
  const minutes = Math.round(whole / 60);
  if (minutes < 2880) return Math.floor(minutes / 60) + " h" + (minutes % 60 ? " " + minutes % 60 + " min" : "");
  const hours = Math.round(minutes / 60);
  return Math.floor(hours / 24) + " d" + (hours % 24 ? " " + hours % 24 + " h" : "");
}

function evidence(row) {
  const said = [];
  if (row.q) said.push("request " + row.q.toLowerCase().replaceAll("_", " "));
  if (row.k) said.push("noted by the service");
  if (row.p) said.push(count(row.p, "read"));
  return said.join(", ");
}

// What both the table and the timeline show: the text and the outcomes that are chosen.
const filter = { text: "", outcomes: new Set(), listeners: [] };
let shown = rows;

function matches(row, text) {
  row.low ??= (fullName(row) + "\n" + words(row.o) + "\n" + row.o + "\n" + row.w + "\n" + row.q).toLowerCase();
  return row.low.includes(text);
}

function refilter() {
  const text = filter.text.trim().toLowerCase();
  shown = !text && !filter.outcomes.size ? rows : rows.filter(row =>
    (!filter.outcomes.size || filter.outcomes.has(row.o)) && (!text || matches(row, text)));
  filter.listeners.forEach(listener => listener());
}

// An element with text; no text is ever read as markup.
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== "" && child !== undefined));
  return element;
}
const $ = id => document.getElementById(id);

const badge = outcome => el("span", { class: "badge " + tone(outcome) },
  el("span", { class: "mark", "aria-hidden": "true" }, mark(outcome)), words(outcome));

async function copy(text, button) {
  const label = button.textContent;
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    const area = el("textarea", { class: "hidden", readonly: true });
    area.value = text;
    document.body.append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.textContent = done ? "Copied" : "Copy failed";
  setTimeout(() => { button.textContent = label; }, 1500);
}
