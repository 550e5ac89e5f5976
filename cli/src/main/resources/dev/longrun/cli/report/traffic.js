// Requests over time: columns by kind, and below them what was throttled, failed and sent again.
const KINDS = [["cancels", "--req-cancel"], ["reads", "--req-read"], ["lists", "--req-list"], ["others", "--req-other"]];
const TROUBLES = [["throttled", 4], ["failed", 5], ["retries", 6]];
const COLUMNS = 160, CHART = 132, STRIP = 24;

// In a journal: when requests for cancels began, and when outcomes were known.
function fromRows() {
  const times = rows.flatMap(row => [row.t[ASKED], row.t[ENDED]]).filter(Boolean);
  if (!times.length) return null;
  let from = Infinity, to = 0;
  times.forEach(at => { from = Math.min(from, at); to = Math.max(to, at); });
  const step = stepFor(Math.max(1000, to - from), COLUMNS) || 1000;
  const spans = Array.from({ length: Math.floor((to - from) / step) + 1 }, () => [0, 0]);
  rows.forEach(row => [ASKED, ENDED].forEach((which, i) => {
    if (row.t[which]) spans[Math.floor((row.t[which] - from) / step)][i]++;
  }));
  return { from, step, spans, kinds: [["cancels begun", "--req-cancel"]], strips: [["outcomes", 1]], columns: [0] };
}

function fromTraffic(traffic) {
  const together = Math.ceil(traffic.spans.length / COLUMNS);
  const spans = [];
  traffic.spans.forEach((each, i) => {
    if (i % together === 0) spans.push(each.map(() => 0));
    each.forEach((value, j) => { spans[spans.length - 1][j] += value; });
  });
  const kinds = KINDS.filter((kind, i) => spans.some(each => each[i]));
  return { from: traffic.from, step: traffic.step * together, spans, kinds, strips: TROUBLES, columns: kinds.map(kind => KINDS.indexOf(kind)) };
}

const chart = report.traffic ? fromTraffic(report.traffic) : fromRows();
const sum = column => chart.spans.reduce((all, each) => all + each[column], 0);

function drawTraffic() {
  if (!chart) return;
  const canvas = $("traffic-canvas"), width = canvas.parentElement.clientWidth, label = width < 640 ? 74 : 92;
  const height = AXIS + CHART + 12 + chart.strips.length * STRIP;
  const pen = prepared(canvas, width, height);
  const from = chart.from, to = chart.from + chart.step * chart.spans.length;
  const x = at => label + (at - from) / (to - from) * (width - label - 1);
  const most = Math.max(1, ...chart.spans.map(each => chart.columns.reduce((all, column) => all + each[column], 0)));
  pen.save();
  pen.translate(label, 0);
  drawAxis(pen, width - label, AXIS + CHART, from, to, view.zero || from, at => x(at) - label);
  pen.restore();
  pen.fillStyle = color("--muted");
  pen.textAlign = "right";
  pen.fillText(number(most), label - 8, AXIS + 6);
  pen.fillText("0", label - 8, AXIS + CHART - 4);
  const wide = (width - label) / chart.spans.length, gap = wide > 5 ? 1 : 0;
  chart.spans.forEach((each, i) => {
    let y = AXIS + CHART;
    const left = label + i * wide;
    chart.columns.forEach((column, kind) => {
      const tall = each[column] / most * CHART;
      if (!tall) return;
      pen.fillStyle = color(chart.kinds[kind][1]);
      pen.fillRect(left, y - tall, Math.max(1, Math.min(wide - gap, 72)), tall);
      y -= tall;
    });
    chart.strips.forEach(([name, column], strip) => {
      if (!each[column]) return;
      const high = Math.max(1, ...chart.spans.map(every => every[column]));
      const tall = Math.max(3, each[column] / high * (STRIP - 6));
      pen.fillStyle = color("--strip-" + name);
      pen.fillRect(left, AXIS + CHART + 12 + (strip + 1) * STRIP - 3 - tall, Math.max(1.5, Math.min(wide - gap, 72)), tall);
    });
  });
  pen.textBaseline = "middle";
  chart.strips.forEach(([name, column], strip) => {
    const bottom = AXIS + CHART + 12 + (strip + 1) * STRIP - 2.5;
    pen.strokeStyle = color("--line");
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(label, bottom);
    pen.lineTo(width, bottom);
    pen.stroke();
    pen.fillStyle = sum(column) ? color("--ink") : color("--muted");
    pen.fillText(name, label - 8, bottom - 8);
  });
  pen.strokeStyle = color("--muted");
  pen.beginPath();
  pen.moveTo(label, AXIS + CHART + 0.5);
  pen.lineTo(width, AXIS + CHART + 0.5);
  pen.stroke();
}

function startTraffic() {
  if (!chart) {
    $("traffic-section").hidden = true;
    return;
  }
  chart.kinds.forEach(([name, hue]) => {
    const box = el("i", { class: "box" });
    box.style.background = "var(" + hue + ")";
    $("traffic-key").append(el("span", {}, box, name));
  });
  const step = span(chart.step);
  if (report.traffic) {
    const all = chart.columns.reduce((every, column) => every + sum(column), 0);
    $("traffic-text").textContent = count(all, "request") + " ("
      + chart.kinds.map(([name], i) => number(sum(chart.columns[i])) + " " + name).join(", ") + "); " + number(sum(4)) + " throttled, "
      + number(sum(5)) + " failed, " + number(sum(6)) + " sent again. A column is " + step + ".";
  } else {
    $("traffic-title").textContent = "Cancels over time";
    $("traffic-text").textContent = "A journal has no record of single requests, of throttling or of retries; --report on the command itself has. "
      + number(sum(0)) + " cancels begun and " + number(sum(1)) + " outcomes known. A column is " + step + ".";
  }
}
