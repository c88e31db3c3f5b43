// Only in pages of the local server: reloads them when the site changes, and shows what keeps it from changing.
(function () {
  "use strict";
  if (location.protocol !== "http:" || !window.EventSource) {
    return; // opened from a disk
  }
  var version = cameWith();

  // What the server said with this very page. The site may have changed since, before anybody listened.
  function cameWith() {
    var page = performance.getEntriesByType("navigation")[0];
    var said = ((page && page.serverTiming) || []).filter(function (entry) { return entry.name === "version"; });
    return said.length ? said[0].description : null;
  }

  function overlay() {
    return document.getElementById("lx-problems");
  }

  function clear() {
    if (overlay()) {
      overlay().remove();
    }
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function show(problems) {
    clear();
    var box = document.createElement("section");
    box.id = "lx-problems";
    box.setAttribute("role", "alert");
    element("h2", problems.length === 1 ? "1 problem" : problems.length + " problems", box);
    element("p", "This page is from the last build that worked. Save a correction and it reloads.", box);
    var list = element("ol", "", box);
    problems.forEach(function (problem) {
      var cut = problem.indexOf(": error: ");
      var item = element("li", "", list);
      element("code", problem.slice(0, Math.max(cut, 0)), item);
      element("span", cut < 0 ? problem : problem.slice(cut + 9), item);
    });
    var close = element("button", "Hide", box);
    close.type = "button";
    close.addEventListener("click", clear);
    document.body.appendChild(box);
  }

  var events = new EventSource("/_lexlab/events");
  events.addEventListener("version", function (event) {
    if (version !== null && version !== event.data) {
      location.reload(); // the site changed while there was no line
    }
    version = event.data;
  });
  events.addEventListener("reload", function () { location.reload(); });
  events.addEventListener("solved", clear);
  events.addEventListener("problems", function (event) { show(event.data.split("\n")); });
})();
