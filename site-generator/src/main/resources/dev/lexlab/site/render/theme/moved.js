// Follows what was moved: a part of a page to where it is now, a whole page with the anchor that was asked for.
(function () {
  "use strict";

  function target() {
    var id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch (malformed) {
      // Then it is the name of nothing, and the page is all we can show.
    }
    var part = id ? document.getElementById(id) : null;
    if (part && part.matches(".moved")) {
      return part.querySelector("a").href;
    }
    var page = document.querySelector(".moved-here a");
    return page ? page.href + (page.hash ? "" : location.hash) : "";
  }

  function follow() {
    var address = target();
    if (address) {
      location.replace(address);
    }
  }

  addEventListener("hashchange", follow);
  follow();
})();
