// The head of the page: what was asked, the counts, and what is unresolved.
const total = Object.values(report.counts).reduce((sum, each) => sum + each, 0);
const counted = Object.keys(report.counts).sort((a, b) =>
  (known(a) ? ORDER.indexOf(a) : 99) - (known(b) ? ORDER.indexOf(b) : 99) || (a < b ? -1 : 1));

function headline() {
  const wanted = report.kind === "wait" ? "SUCCEEDED" : report.counts.REQUESTED ? "REQUESTED" : "CANCELLED";
  const got = report.counts[wanted] || 0;
  const did = wanted === "SUCCEEDED" ? "succeeded" : wanted === "REQUESTED" ? "asked to stop" : "cancelled";
  if (total === 0) return "No operation was asked for";
  if (total === 1) return "1 operation: " + words(counted[0]);
  return got === total ? "All " + number(total) + " operations " + did
    : (got ? number(got) : "None") + " of " + number(total) + " operations " + did;
}

function asked(term, texts) {
  texts.forEach((text, i) => $("asked").append(
    el("dt", {}, i === 0 ? term : ""),
    el("dd", {}, el("code", {}, text))));
}

function showSummary() {
  $("headline").textContent = headline();
  const facts = ["lro " + report.kind];
  if (report.from) {
    const sameDay = when(report.from).slice(0, 10) === when(report.to).slice(0, 10);
    facts.push(when(report.from) + " \u2013 " + (sameDay ? clock(report.to) : when(report.to)) + " UTC");
    facts.push(span(report.to - report.from));
  }
  if (report.interrupted) facts.push("interrupted");
  facts.forEach(fact => $("facts").append(el("span", {}, fact)));
  asked("Command", report.commands);
  asked(report.journals.length > 1 ? "Journals" : "Journal", report.journals);
  Object.entries(report.notes).forEach(([name, text]) => asked(name, [text]));
  $("footer").textContent = "Made by lro " + report.version + ". The page holds all of its data and loads nothing."
    + " Times are of the machine that ran the command, in UTC; when an operation started is by the service\u2019s clock.";
  showOpen();
  showOutcomes();
  showWords();
}

function showOpen() {
  if (!report.unresolved) return;
  const open = rows.filter(isOpen);
  const many = report.unresolved !== 1;
  $("open").hidden = false;
  $("open-title").textContent = count(report.unresolved, "operation") + (many ? " are" : " is") + " unresolved";
  $("open-text").textContent = report.goOn.includes(report.namesFile)
    ? "Copy the names into a file " + report.namesFile + ". This command finds out what became of them, and goes on with those that run:"
    : "This command finds out what became of " + (many ? "them" : "it") + ", and goes on with "
      + (many ? "those that run:" : "it if it runs:");
  if (report.kind === "wait") $("open-text").textContent = $("open-text").textContent.replace("goes on with", "waits for");
  if (report.kind === "journal" && !/ --(?!resume|into)/.test(report.goOn) && report.commands.some(each => /--(endpoint|services|quota-project|no-auth|regional)\b/.test(each))) {
    $("open-text").textContent += " Add the options of the command above that say where requests go.";
  }
  $("open-command").textContent = report.goOn;
  $("open-copy").addEventListener("click", event => copy(report.goOn, event.target));
  $("open-names").textContent = "Copy " + count(open.length, "name");
  $("open-names").addEventListener("click", event => copy(open.map(fullName).join("\n") + "\n", event.target));
  $("open-names").hidden = $("open-show").hidden = open.length === 0;
  $("open-show").textContent = "Show " + (many ? "them" : "it") + " below";
  $("open-show").addEventListener("click", () => {
    filter.outcomes = new Set(open.map(row => row.o));
    refilter();
    $("operations").focus();
  });
}

function percent(part) {
  const share = 100 * part / total;
  return part === total ? "100 %" : share < 0.1 ? "< 0.1 %" : share > 99.9 ? "> 99.9 %" : share.toFixed(share < 10 ? 1 : 0) + " %";
}

function showOutcomes() {
  for (const outcome of counted) {
    const part = report.counts[outcome];
    const piece = el("span", { class: tone(outcome) });
    piece.style.flexGrow = part;
    $("share").append(piece);
    $("outcomes").append(el("button", {
      type: "button", class: "outcome " + tone(outcome), "aria-pressed": "false", "data-outcome": outcome, title: meaning(outcome),
      onclick: () => {
        filter.outcomes.has(outcome) ? filter.outcomes.delete(outcome) : filter.outcomes.add(outcome);
        refilter();
      },
    }, el("span", { class: "mark", "aria-hidden": "true" }, mark(outcome)),
    el("b", { class: "number" }, number(part)), el("span", { class: "word" }, words(outcome)), el("span", { class: "part" }, percent(part))));
  }
  filter.listeners.push(() => {
    for (const button of $("outcomes").children) {
      button.setAttribute("aria-pressed", String(filter.outcomes.has(button.dataset.outcome)));
    }
  });
}

function showWords() {
  counted.forEach(outcome => $("words").append(el("dt", {}, badge(outcome)), el("dd", {}, meaning(outcome))));
  $("words").parentElement.hidden = counted.length === 0;
}
