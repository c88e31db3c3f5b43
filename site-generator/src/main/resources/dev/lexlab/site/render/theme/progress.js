// What a learner has passed, from the result.json of gradings. It is kept in this browser and goes nowhere.
(function () {
  "use strict";
  var KEPT = "lexlab-progress";
  var SCHEMA = "lexlab/result/v1";
  var LARGEST = 16 * 1024 * 1024;
  var WORDS = {
    PASSED: "passed", FAILED: "not yet", INVALID: "not yet", TIMEOUT: "not yet",
    BLOCKED: "not tried", ERROR: "could not be graded"
  };
  var known = {};

  try {
    known = JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch (denied) {
    // Storage may be off: then it lasts as long as the page.
  }

  function keep() {
    try {
      localStorage.setItem(KEPT, JSON.stringify(known));
    } catch (denied) {
      // The same.
    }
  }

  function each(selector, action) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), action);
  }

  /* ---- reading ---- */

  function isText(value) {
    return typeof value === "string" && value.length > 0 && value.length < 200;
  }

  function read(text) {
    var result = JSON.parse(text);
    if (!result || result.schema !== SCHEMA || !result.grade) {
      throw new Error("it is no result of ./lexlab check (schema " + SCHEMA + ")");
    }
    var grade = result.grade;
    if (!isText(grade.lab) || !isText(grade.task) || !Array.isArray(grade.checks)) {
      throw new Error("it is not whole");
    }
    var checks = {};
    var earned = 0;
    var most = 0;
    grade.checks.forEach(function (check) {
      if (!isText(check.id) || !WORDS[check.verdict]) {
        throw new Error("it is not whole");
      }
      checks[check.id] = check.verdict;
      earned += Number(check.points) || 0;
      most += Number(check.maximum) || 0;
    });
    return { name: grade.lab + "/" + grade.task, checks: checks, earned: earned, most: most };
  }

  function take(result) {
    known[result.name] = { checks: result.checks, earned: result.earned, most: result.most };
  }

  /* ---- showing ---- */

  function mark(place, name, text) {
    var badge = place.querySelector(".badge") || place.appendChild(document.createElement("span"));
    badge.className = "badge badge-" + name;
    badge.textContent = text;
  }

  function unmark(place) {
    var badge = place.querySelector(".badge");
    if (badge) {
      badge.remove();
    }
  }

  function nameOf(verdict) {
    return WORDS[verdict].replace(/ /g, "-");
  }

  function show() {
    each("[data-task]", function (place) {
      var task = known[place.dataset.task];
      if (!task) {
        unmark(place);
        return;
      }
      var ids = Object.keys(task.checks);
      var passed = ids.filter(function (id) { return task.checks[id] === "PASSED"; }).length;
      mark(place, passed === ids.length ? "passed" : "not-yet",
        passed === ids.length ? "passed" : passed + " of " + ids.length + " checks pass, " + task.earned + " of " + task.most + " points");
    });
    each("[data-check]", function (place) {
      var task = known[place.dataset.of];
      var verdict = task && task.checks[place.dataset.check];
      if (verdict) {
        mark(place, nameOf(verdict), WORDS[verdict]);
      } else {
        unmark(place);
      }
    });
    each(".progress .forget", function (button) { button.hidden = Object.keys(known).length === 0; });
  }

  /* ---- taking in ---- */

  function tell(panel, lines) {
    panel.querySelector("[role=status]").textContent = lines.join(" ");
  }

  each(".progress", function (panel) {
    var field = panel.querySelector("input");
    panel.hidden = false;
    field.addEventListener("change", function () {
      var taken = [];
      var refused = [];
      Promise.all(Array.prototype.map.call(field.files, function (file) {
        if (file.size > LARGEST) {
          refused.push(file.name + " was not taken: it is larger than any result.");
          return null;
        }
        return file.text().then(function (text) {
          var result = read(text);
          take(result);
          taken.push(result.name);
        }).catch(function (fault) {
          refused.push(file.name + " was not taken: "
            + (fault instanceof SyntaxError ? "it is no JSON." : fault.message + "."));
        });
      })).then(function () {
        keep();
        show();
        field.value = "";
        tell(panel, (taken.length ? ["Taken: " + taken.sort().join(", ") + "."] : []).concat(refused));
      });
    });
    panel.querySelector(".forget").addEventListener("click", function () {
      known = {};
      keep();
      show();
      tell(panel, ["Nothing is kept here any more. Your files are as they were."]);
    });
  });

  /* ---- the local server knows what was graded on this machine ---- */

  function ask() {
    fetch("/_lexlab/results").then(function (answer) { return answer.text(); }).then(function (names) {
      return Promise.all(names.split("\n").filter(Boolean).map(function (name) {
        return fetch("/_lexlab/results/" + name)
          .then(function (answer) { return answer.text(); })
          .then(function (text) { take(read(text)); })
          .catch(function () { /* one that is being written: the next look finds it whole */ });
      }));
    }).then(show);
  }

  show();
  if (document.querySelector("script[src*='theme/live.']") && location.protocol === "http:") {
    each(".progress", function (panel) { panel.hidden = true; });
    ask();
    addEventListener("focus", ask);
  }
})();
