// Theme, keys, printing, and the start of all parts.
const THEMES = ["system", "light", "dark"];
let theme = 0;

function redrawAll() {
  palette = new Map();
  drawTimeline();
  drawTraffic();
}

function showTheme(name) {
  if (name === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  $("theme").textContent = "Theme: " + THEMES[theme];
  redrawAll();
}

$("theme").addEventListener("click", () => {
  theme = (theme + 1) % THEMES.length;
  showTheme(THEMES[theme]);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawAll);

document.addEventListener("keydown", event => {
  if (event.key === "/" && !event.target.matches("input, select, textarea")) {
    event.preventDefault();
    $("filter").focus();
  }
});

// On paper: light, and all rows in place of a page of them.
addEventListener("beforeprint", () => {
  table.printing = true;
  showTable(false);
  showTheme("light");
});
addEventListener("afterprint", () => {
  table.printing = false;
  showTable(false);
  showTheme(THEMES[theme]);
});

let resized = 0;
addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(() => { sizeTimeline(); drawTraffic(); }, 60);
});

showSummary();
startTimeline();
startTraffic();
startTable();
drawTimeline();
drawTraffic();
document.documentElement.dataset.ready = "yes";
