(function () {
  "use strict";
  var root = document.documentElement;

  function each(selector, action) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), action);
  }

  /* ---- light or dark ---- */

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  each("button.theme", function (button) {
    function label() {
      var text = isDark() ? "Switch to the light theme" : "Switch to the dark theme";
      button.setAttribute("aria-label", text);
      button.title = text;
    }
    button.hidden = false;
    label();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("lexlab-theme", root.dataset.theme);
      } catch (denied) {
        // Then the choice lasts as long as the page.
      }
      label();
    });
  });

  /* ---- search: loaded when somebody is about to use it ---- */

  each("button.search-open", function (button) {
    var from = button.dataset;
    var code = null;
    var index = null;

    function add(name, attributes) {
      return new Promise(function (done, failed) {
        var made = Object.assign(document.createElement(name), attributes, { onload: done, onerror: failed });
        document.head.appendChild(made);
      });
    }

    function load() {
      if (!code) {
        code = Promise.all([add("script", { src: from.code }), add("link", { rel: "stylesheet", href: from.style })]);
        index = add("script", { src: from.index });
        code.catch(function () {}); // told when search is opened
        index.catch(function () {});
      }
    }

    function open(query) {
      load();
      code.then(function () { lexlabSearch.open(button, index, query); }, function () {
        location.href = from.root + "glossary.html";
      });
    }

    try {
      from.slash = localStorage.getItem("lexlab-slash") || "on";
    } catch (denied) {
      from.slash = "on";
    }
    button.addEventListener("pointerenter", load);
    button.addEventListener("focus", load);
    button.addEventListener("click", function () { open(); });
    document.addEventListener("keydown", function (event) {
      var typing = (document.activeElement || root).closest("input, textarea, select, [contenteditable]");
      var slash = event.key === "/" && from.slash === "on" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      // A browser that fills in a form sends keys without a name.
      if (slash || (String(event.key).toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey)) {
        event.preventDefault();
        open();
      }
    });
    var asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      open(asked);
    }
  });

  /* ---- definition cards: WCAG 1.4.13, dismissible, hoverable, persistent ---- */

  var OPEN_AFTER = 180;
  var CLOSE_AFTER = 220;
  var shown = null;
  var openedBy = ""; // what opened a card keeps it open: the mouse over it, the focus on its term, or touch until the next tap
  var touched = false;
  var timer = 0;
  var more = document.createElement("a");
  more.className = "card-more";

  function cardOf(link) {
    return document.getElementById("lx-card-" + link.dataset.term);
  }

  function place(card, link, x) {
    var boxes = Array.prototype.slice.call(link.getClientRects());
    // A link may run over two lines: the card belongs to the line the pointer is on.
    var box = boxes.find(function (one) { return x >= one.left && x <= one.right; }) || boxes[0];
    var width = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(box.left, width - card.offsetWidth - 8));
    var below = box.bottom + 6;
    var above = box.top - card.offsetHeight - 6;
    var top = below + card.offsetHeight > innerHeight && above > 0 ? above : below;
    card.style.left = left + scrollX + "px";
    card.style.top = top + scrollY + "px";
  }

  function hide() {
    clearTimeout(timer);
    if (shown) {
      shown.hidden = true;
      shown.setAttribute("role", "tooltip");
      more.remove();
      shown = null;
    }
  }

  function show(link, x, by) {
    var card = cardOf(link);
    clearTimeout(timer);
    if (card === shown) {
      return;
    }
    hide();
    if (card) {
      if (by === "touch") {
        more.href = link.href;
        more.textContent = "More about " + card.querySelector("strong").textContent;
        card.appendChild(more);
        card.setAttribute("role", "group"); // a tooltip holds nothing to act on
      }
      card.hidden = false;
      shown = card;
      openedBy = by;
      place(card, link, x);
    }
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  function leave(event) {
    if (event.pointerType === "mouse") {
      clearTimeout(timer); // of a card that was about to open
      if (openedBy === "mouse") {
        later(hide, CLOSE_AFTER);
      }
    }
  }

  each("a[data-term]", function (link) {
    if (!cardOf(link)) {
      return;
    }
    link.setAttribute("aria-describedby", "lx-card-" + link.dataset.term);
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "mouse") {
        later(function () { show(link, event.clientX, "mouse"); }, shown ? 60 : OPEN_AFTER);
      }
    });
    link.addEventListener("pointerleave", leave);
    link.addEventListener("focus", function () {
      if (link.matches(":focus-visible")) {
        show(link, link.getClientRects()[0].left, "focus");
      }
    });
    link.addEventListener("blur", function () {
      if (openedBy === "focus") {
        hide();
      }
    });
    // A finger cannot hover: the first tap shows the card, which leads on; the second follows the link.
    link.addEventListener("pointerdown", function (event) { touched = event.pointerType !== "mouse"; });
    link.addEventListener("click", function (event) {
      if (touched && event.detail > 0 && cardOf(link) !== shown) {
        event.preventDefault();
        show(link, event.clientX, "touch");
      }
      touched = false;
    });
  });

  each(".card", function (card) {
    card.addEventListener("pointerenter", function () { clearTimeout(timer); });
    card.addEventListener("pointerleave", leave);
  });

  document.addEventListener("pointerup", function (event) {
    if (openedBy === "touch" && !event.target.closest(".card, a[data-term]")) {
      hide();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      hide();
    }
  });
  var width = innerWidth;
  addEventListener("resize", function () {
    if (innerWidth !== width) { // a phone that hides its address bar changes the height alone
      width = innerWidth;
      hide();
    }
  });

  /* ---- copy: in a session only what was typed, not the prompt or the answer ---- */

  function typed(pre) {
    var prompts = pre.querySelectorAll(".prompt");
    if (!prompts.length) {
      return pre.textContent;
    }
    return Array.prototype.map.call(prompts, function (prompt) {
      var line = document.createRange();
      line.setStartAfter(prompt);
      line.setEndAfter(pre.lastChild);
      return line.toString().split("\n")[0].trim();
    }).join("\n");
  }

  function copy(text) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(text);
    }
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "off-screen";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }

  each("pre", function (pre) {
    var frame = document.createElement("div");
    var button = document.createElement("button");
    frame.className = "code";
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    pre.parentNode.insertBefore(frame, pre);
    frame.appendChild(pre);
    frame.appendChild(button);
    button.addEventListener("click", function () {
      copy(typed(pre)).then(
        function () { button.textContent = "Copied"; },
        function () { button.textContent = "Press Ctrl+C"; getSelection().selectAllChildren(pre); }
      ).then(function () {
        setTimeout(function () { button.textContent = "Copy"; }, 1600);
      });
    });
  });

  /* ---- tabs: a definition list until here; the same choice in all of a page's lists ---- */

  var tabLists = [];

  function choose(label) {
    tabLists.forEach(function (tabs) {
      if (!tabs.some(function (tab) { return tab.textContent === label; })) {
        return;
      }
      tabs.forEach(function (tab) {
        var isChosen = tab.textContent === label;
        tab.setAttribute("aria-selected", String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        document.getElementById(tab.getAttribute("aria-controls")).hidden = !isChosen;
      });
    });
  }

  function move(tabs, event) {
    var at = tabs.indexOf(event.target);
    var to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to !== undefined) {
      var tab = tabs[(to + tabs.length) % tabs.length];
      event.preventDefault();
      choose(tab.textContent);
      tab.focus();
    }
  }

  each("dl.tabs", function (list) {
    var frame = document.createElement("div");
    var bar = document.createElement("div");
    var tabs = [];
    frame.className = "tabs";
    bar.setAttribute("role", "tablist");
    frame.appendChild(bar);
    Array.prototype.slice.call(list.children).forEach(function (child) {
      if (child.matches("dd")) {
        frame.lastChild.append.apply(frame.lastChild, Array.prototype.slice.call(child.childNodes));
        return;
      }
      var tab = document.createElement("button");
      var panel = document.createElement("div");
      tab.type = "button";
      tab.textContent = child.textContent.trim();
      tab.id = "lx-tab-" + tabLists.length + "-" + tabs.length;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", tab.id + "-panel");
      panel.id = tab.id + "-panel";
      panel.tabIndex = 0;
      panel.dataset.label = tab.textContent;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", function () { choose(tab.textContent); });
      tab.addEventListener("keydown", function (event) { move(tabs, event); });
      tabs.push(tab);
      bar.appendChild(tab);
      frame.appendChild(panel);
    });
    tabLists.push(tabs);
    list.replaceWith(frame);
    choose(tabs[0].textContent);
  });

  /* ---- what scrolls sideways must be reachable by keyboard; what does not must not be in its way ---- */

  each("pre, .table-scroll, .map", function (box) {
    var scrolls = box.scrollWidth > box.clientWidth;
    ["tabindex", "role", "aria-label"].forEach(function (name) { box.removeAttribute(name); });
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label",
        (box.matches("pre") ? "Code" : box.matches(".map") ? "Map" : "Table") + ", scrolls sideways");
    }
  });

  /* ---- the section being read, in the page's contents ---- */

  var entries = {};
  each(".toc a", function (link) { entries[link.hash.slice(1)] = link; });
  if ("IntersectionObserver" in window && Object.keys(entries).length) {
    var current = null;
    var observer = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) {
        if (one.isIntersecting && entries[one.target.id] !== current) {
          if (current) {
            current.removeAttribute("aria-current");
          }
          current = entries[one.target.id];
          current.setAttribute("aria-current", "true");
        }
      });
    }, { rootMargin: "-64px 0px -70% 0px" });
    Object.keys(entries).forEach(function (id) {
      var heading = document.getElementById(id);
      if (heading) {
        observer.observe(heading);
      }
    });
  }

  /* ---- the side: keep the open page in sight ---- */

  each(".side [aria-current=page]", function (link) {
    var side = link.closest(".side");
    if (side.scrollHeight > side.clientHeight) {
      side.scrollTop = link.offsetTop - side.clientHeight / 2;
    }
  });

  /* ---- the glossary's filter ---- */

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  each(".finder", function (finder) {
    var field = finder.querySelector("input");
    var status = finder.querySelector("[role=status]");
    var entriesText = Array.prototype.map.call(document.querySelectorAll(".entry"), function (entry) {
      return { entry: entry, text: plain(entry.textContent) };
    });
    function filter() {
      var words = plain(field.value).split(/\s+/).filter(Boolean);
      var found = 0;
      entriesText.forEach(function (one) {
        var hit = words.every(function (word) { return one.text.includes(word); });
        one.entry.hidden = !hit;
        found += hit ? 1 : 0;
      });
      each(".letter", function (letter) {
        letter.hidden = !letter.querySelector(".entry:not([hidden])");
      });
      status.textContent = !words.length ? status.dataset.all
        : found === 0 ? "Nothing here has all of these words." : found + (found === 1 ? " entry" : " entries");
    }
    finder.hidden = false;
    field.addEventListener("input", filter);
    field.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        field.value = "";
        filter();
      }
    });
    filter(); // a browser may bring back what was typed before
  });
})();
