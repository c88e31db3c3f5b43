// Runs before the first paint, so that a chosen theme never flashes.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var chosen = localStorage.getItem("lexlab-theme");
    if (chosen === "light" || chosen === "dark") {
      root.dataset.theme = chosen;
    }
  } catch (denied) {
    // Storage may be off, or the page opened from a disk: then the system's choice holds.
  }
})();
