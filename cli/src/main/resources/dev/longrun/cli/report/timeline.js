// The timeline: one bar for each operation on a canvas. Only what can be seen is drawn, so that thousands stay quick.
const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let palette = new Map();
const color = name => {
  if (!palette.has(name)) palette.set(name, style(name));
  return palette.get(name);
};
const toneColor = outcome => color("--" + tone(outcome));

// A canvas as large as its box, in the pixels of the screen.
function prepared(canvas, width, height) {
  const scale = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.width = width + "px";
    canvas.style.height = height + "px";
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = "12px " + style("--sans");
  return pen;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5, 36e5, 72e5,
  216e5, 432e5, 864e5, 1728e5, 6048e5, 2592e6];
const stepFor = (length, most) => STEPS.find(step => length / step <= most) || STEPS[STEPS.length - 1];
const offset = millis => millis === 0 ? "0" : (millis < 0 ? "\u2212" : "+") + span(Math.abs(millis)).replace(".0 s", " s");

function drawAxis(pen, width, height, from, to, zero, x) {
  const step = stepFor(to - from, Math.max(2, Math.floor(width / 110)));
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  for (let at = zero + Math.ceil((from - zero) / step) * step; at <= to; at += step) {
    const left = Math.round(x(at)) + 0.5;
    pen.strokeStyle = color("--line");
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(left, 0);
    pen.lineTo(left, height);
    pen.stroke();
    pen.fillStyle = color("--muted");
    if (left < width - 60) pen.fillText(offset(at - zero), left + 5, 11);
  }
}

const HINT = "Click or use the arrow keys to choose an operation; + and \u2212 zoom, Enter shows it in the table.";
const AXIS = 24;
const GROUP = 26;
const view = { from: 0, to: 0, lines: [], height: 0, chosen: null, fit: 1, left: 0, zero: 0, all: [0, 0] };

function domain() {
  let from = Infinity, to = -Infinity;
  for (const row of rows) {
    const first = $("span").value === "life" && row.t[CREATED] || begin(row);
    if (!first) continue;
    from = Math.min(from, first);
    to = Math.max(to, row.t[ENDED] || report.to || first);
  }
  if (from > to) return [0, 0];
  const pad = Math.max(5, (to - from) * 0.015);
  return [from - pad, to + pad];
}

// The rows that are shown in groups, each line with its place from the top.
function layOut() {
  const key = { outcome: row => words(row.o), service: row => row.s, place }[$("group").value];
  const sort = { asked: begin, ended: row => row.t[ENDED] || Infinity, took: row => -took(row) }[$("order").value];
  const timed = shown.filter(begin);
  const groups = new Map();
  if (key) for (const row of timed) (groups.get(key(row)) || groups.set(key(row), []).get(key(row))).push(row);
  else groups.set("", timed);
  const named = [...groups].sort((a, b) => $("group").value === "outcome"
    ? ORDER.indexOf(a[1][0].o) - ORDER.indexOf(b[1][0].o) : b[1].length - a[1].length);
  const room = $("timeline").clientHeight - AXIS - 6 - (key ? named.length * (GROUP + 4) : 0);
  const wished = $("rows-height").value;
  const height = wished === "fit" ? Math.min(18, Math.max(0.02, room / Math.max(1, timed.length))) : Number(wished);
  view.fit = height;
  view.lines = [];
  let top = AXIS;
  for (const [name, members] of named) {
    members.sort((a, b) => sort(a) - sort(b) || begin(a) - begin(b));
    if (key) {
      view.lines.push({ top, height: GROUP, label: name, size: members.length, row: null, last: members.length });
      top += GROUP;
    }
    for (const row of members) {
      view.lines.push({ top, height, row });
      top += height;
    }
    if (key) top += 4;
  }
  view.height = top + 6;
  $("timeline-height").style.height = view.height + "px";
}

function firstLine(top) { // the first line that ends below
  let low = 0, high = view.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.lines[middle].top + view.lines[middle].height < top) low = middle + 1;
    else high = middle;
  }
  return low;
}

const timeX = at => view.left + (at - view.from) / (view.to - view.from) * (view.width - view.left - 10);
const timeAt = x => view.from + (x - view.left) / (view.width - view.left - 10) * (view.to - view.from);

function shortened(pen, text, most) {
  if (pen.measureText(text).width <= most) return text;
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pen.measureText(text.slice(0, middle) + "\u2026").width <= most) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low) + "\u2026";
}

function drawBar(pen, line, top) {
  const row = line.row, tall = Math.max(line.height, 0.9);
  const body = tall >= 9 ? tall - 6 : tall >= 4 ? tall - 1.5 : tall;
  const y = top + (tall - body) / 2;
  const end = row.t[ENDED] || report.to || begin(row);
  const x0 = timeX(begin(row)), x1 = Math.max(timeX(end), x0 + 1.5);
  const hue = toneColor(row.o);
  if (view.left > 0) {
    pen.fillStyle = hue;
    pen.fillText(mark(row.o), 8, y + body / 2 + 0.5);
    pen.fillStyle = color("--ink");
    pen.fillText(shortened(pen, shortId(row), view.left - 36), 26, y + body / 2 + 0.5);
  }
  if (x1 < view.left || x0 > view.width) return;
  pen.save();
  pen.beginPath();
  pen.rect(view.left, 0, view.width, 1e6);
  pen.clip();
  drawSpan(pen, row, tall, body, y, x0, x1, hue);
  pen.restore();
}

function drawSpan(pen, row, tall, body, y, x0, x1, hue) {
  if (row.t[CREATED] && row.t[CREATED] < begin(row)) {
    pen.fillStyle = color("--faint");
    const from = Math.max(view.left, timeX(row.t[CREATED]));
    pen.globalAlpha = tall >= 4 ? 1 : 0.3;
    if (from < x0) pen.fillRect(from, y + body / 2 - Math.min(1, body / 4), x0 - from, Math.min(2, Math.max(0.6, body / 2)));
  }
  pen.fillStyle = hue;
  pen.globalAlpha = tall >= 4 ? 0.42 : 0.55;
  pen.fillRect(x0, y, x1 - x0, body);
  pen.globalAlpha = 1;
  const noted = row.t[NOTED] ? timeX(row.t[NOTED]) : -1;
  if (noted >= 0) pen.fillRect(noted, y, Math.max(1, x1 - noted), body);
  const cap = tall >= 4 ? 3 : 2;
  if (isOpen(row)) { // the end is not known
    pen.strokeStyle = hue;
    pen.lineWidth = 1;
    if (tall >= 4) pen.strokeRect(x0 + 0.5, y + 0.5, Math.max(1, x1 - x0 - 1), body - 1);
  } else {
    pen.fillRect(x1 - cap, y, cap, body);
  }
  if (tall >= 9 && row.t[ANSWERED]) {
    pen.fillStyle = color("--ink");
    pen.fillRect(Math.round(timeX(row.t[ANSWERED])), y - 2, 1, body + 4);
  }
}

function drawTimeline() {
  const box = $("timeline"), scroll = $("timeline-scroll");
  view.width = scroll.clientWidth;
  const height = box.clientHeight;
  const pen = prepared($("timeline-canvas"), view.width, height);
  if (view.to <= view.from) return;
  view.left = view.fit >= 13 ? Math.min(250, Math.round(view.width * 0.32)) : 0;
  pen.save();
  pen.translate(view.left, 0);
  drawAxis(pen, view.width - view.left, height, view.from, view.to, view.zero, at => timeX(at) - view.left);
  pen.restore();
  pen.save();
  pen.beginPath();
  pen.rect(0, AXIS - 2, view.width, height);
  pen.clip();
  for (let i = firstLine(scroll.scrollTop + AXIS); i < view.lines.length; i++) {
    const line = view.lines[i], top = line.top - scroll.scrollTop;
    if (top > height) break;
    if (line.row) {
      drawBar(pen, line, top);
    } else {
      pen.fillStyle = color("--muted");
      pen.textBaseline = "alphabetic";
      pen.font = "600 12px " + style("--sans");
      pen.textAlign = "left";
      pen.fillText(line.label + "  " + number(line.size), 8, top + GROUP - 9);
      pen.font = "12px " + style("--sans");
      pen.textBaseline = "middle";
    }
  }
  const chosen = view.lines.find(line => line.row && line.row === view.chosen);
  if (chosen) {
    const tall = Math.max(chosen.height, 5), top = chosen.top - scroll.scrollTop + (chosen.height - tall) / 2;
    pen.strokeStyle = color("--focus");
    pen.lineWidth = 2;
    pen.strokeRect(1, top - 1, view.width - 2, tall + 2);
  }
  pen.restore();
}

let due = false;
function redrawTimeline() {
  if (due) return;
  due = true;
  requestAnimationFrame(() => { due = false; drawTimeline(); });
}

function describe(row) {
  const said = [shortId(row) + ": " + words(row.o)];
  if (row.t[CREATED]) said.push("started " + when(row.t[CREATED]));
  if (row.t[ASKED]) said.push((report.kind === "wait" ? "waited for from " : "asked ") + offset(row.t[ASKED] - view.zero));
  if (row.t[NOTED]) said.push("noted " + offset(row.t[NOTED] - view.zero));
  if (row.t[ENDED]) said.push("known " + offset(row.t[ENDED] - view.zero));
  if (took(row) >= 0) said.push("took " + span(took(row)));
  if (row.w) said.push(row.w.length > 160 ? row.w.slice(0, 160) + "\u2026" : row.w);
  return said.join(" \u00b7 ");
}

function choose(row, scrolls) {
  view.chosen = row;
  $("timeline-status").textContent = row ? describe(row) : HINT;
  const line = row && view.lines.find(each => each.row === row);
  if (line && scrolls) {
    const scroll = $("timeline-scroll"), bottom = scroll.scrollTop + scroll.clientHeight;
    if (line.top - GROUP < scroll.scrollTop + AXIS) scroll.scrollTop = line.top - AXIS - GROUP;
    else if (line.top + line.height > bottom) scroll.scrollTop = line.top + line.height + 8 - scroll.clientHeight;
  }
  redrawTimeline();
}

function zoom(factor, at = (view.from + view.to) / 2) {
  const [least, most] = view.all;
  const length = Math.min(most - least, Math.max(20, (view.to - view.from) * factor));
  const share = (at - view.from) / (view.to - view.from);
  pan(at - share * length, length);
}

function pan(from, length = view.to - view.from) {
  const [least, most] = view.all;
  view.from = Math.min(Math.max(least, from), most - length);
  view.to = view.from + length;
  redrawTimeline();
}

function resetTimeline() {
  view.all = domain();
  [view.from, view.to] = view.all;
  redrawTimeline();
}

function lineAt(event) {
  const scroll = $("timeline-scroll"), box = scroll.getBoundingClientRect();
  const y = event.clientY - box.top + scroll.scrollTop;
  if (event.clientY - box.top < AXIS) return null;
  const line = view.lines[Math.min(view.lines.length - 1, firstLine(y))];
  return line && line.row ? line.row : null;
}

function timelineKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const own = view.lines.filter(line => line.row);
  const at = own.findIndex(line => line.row === view.chosen);
  const length = view.to - view.from;
  const page = 20;
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: own.length - 1 }[event.key];
  if (to !== undefined && own.length) choose(own[Math.min(own.length - 1, Math.max(0, to))].row, true);
  else if (event.key === "ArrowLeft") pan(view.from - length / 8);
  else if (event.key === "ArrowRight") pan(view.from + length / 8);
  else if (event.key === "+" || event.key === "=") zoom(0.6);
  else if (event.key === "-") zoom(1 / 0.6);
  else if (event.key === "0") resetTimeline();
  else if (event.key === "Enter" && view.chosen) showInTable(view.chosen);
  else if (event.key === "Escape") choose(null, false);
  else return;
  event.preventDefault();
}

function moved(event) {
  const row = lineAt(event), tip = $("tip");
  tip.hidden = !row;
  if (!row) return;
  tip.replaceChildren(badge(row.o), el("b", {}, shortId(row)), el("span", {}, describe(row).split(" \u00b7 ").slice(1).join("\n")));
  const box = $("timeline").getBoundingClientRect();
  const left = event.clientX - box.left, top = event.clientY - box.top;
  tip.style.left = Math.max(4, Math.min(left + 14, box.width - tip.offsetWidth - 8)) + "px";
  tip.style.top = (top + 18 + tip.offsetHeight > box.height ? Math.max(4, top - tip.offsetHeight - 10) : top + 18) + "px";
}

function startTimeline() {
  view.all = domain();
  if (view.all[0] === view.all[1]) {
    $("timeline-section").hidden = true;
    return;
  }
  view.zero = report.kind !== "journal" && report.from ? report.from : rows.reduce((first, row) => begin(row) ? Math.min(first, begin(row)) : first, Infinity);
  if (rows.length > 2000 || window.innerWidth < 640 && counted.length > 4) $("group").value = "";
  [["pre", "since it started"], ["wait", report.kind === "wait" ? "waited for" : "asked"], ["answered", "cancel answered"], ["noted", "noted by the service"], ["end", "end known"], ["open", "end not known"]]
    .filter(([name]) => (name !== "answered" || rows.length <= 60 && rows.some(row => row.t[ANSWERED])) && (name !== "pre" || rows.some(row => row.t[CREATED])) && (name !== "noted" || rows.some(row => row.t[NOTED])) && (name !== "open" || rows.some(row => isOpen(row) && begin(row))))
    .forEach(([name, text]) => $("timeline-key").append(el("span", {}, el("i", { class: "k-" + name }), text)));
  const box = $("timeline"), scroll = $("timeline-scroll");
  let grabbed = null;
  scroll.addEventListener("scroll", redrawTimeline, { passive: true });
  box.addEventListener("keydown", timelineKey);
  box.addEventListener("wheel", event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(event.deltaY / 300), timeAt(event.clientX - scroll.getBoundingClientRect().left));
  }, { passive: false });
  box.addEventListener("pointerdown", event => { grabbed = { x: event.clientX, from: view.from, moved: false }; });
  window.addEventListener("pointerup", () => { grabbed = null; });
  box.addEventListener("pointermove", event => {
    if (grabbed && event.buttons) {
      const distance = event.clientX - grabbed.x;
      grabbed.moved ||= Math.abs(distance) > 4;
      if (grabbed.moved) pan(grabbed.from - distance / (view.width - view.left) * (view.to - view.from));
    }
    moved(event);
  });
  box.addEventListener("pointerleave", () => { $("tip").hidden = true; });
  box.addEventListener("click", event => { const row = lineAt(event); if (row) choose(row, false); });
  box.addEventListener("dblclick", event => { const row = lineAt(event); if (row) showInTable(row); });
  for (const id of ["group", "order", "rows-height"]) $(id).addEventListener("change", () => { layOut(); redrawTimeline(); });
  $("span").addEventListener("change", resetTimeline);
  $("span").parentElement.hidden = !rows.some(row => row.t[CREATED]);
  $("group").querySelector("[value=service]").disabled = new Set(rows.map(row => row.s)).size < 2;
  $("zoom-in").addEventListener("click", () => zoom(0.6));
  $("zoom-out").addEventListener("click", () => zoom(1 / 0.6));
  $("zoom-all").addEventListener("click", resetTimeline);
  filter.listeners.push(() => { layOut(); redrawTimeline(); });
  choose(null, false);
  sizeTimeline();
  [view.from, view.to] = view.all;
}

// Few operations need little room.
function sizeTimeline() {
  const few = Math.max(120, AXIS + 14 + rows.length * 18 + counted.length * (GROUP + 4));
  const narrow = window.innerWidth < 640, whole = narrow ? 560 : 820;
  $("timeline").style.height = (few <= whole ? few : narrow ? 340 : 440) + "px";
  layOut();
  redrawTimeline();
}
