// A question for each myth. Without this script the page tells all of them at once.
(function () {
  "use strict";
  var KEPT = "lexlab-quiz";
  var answers = {};

  try {
    answers = JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch (denied) {
    // Storage may be off: then answers last as long as the page.
  }

  function keep() {
    try {
      localStorage.setItem(KEPT, JSON.stringify(answers));
    } catch (denied) {
      // The same.
    }
  }

  var myths = Array.prototype.slice.call(document.querySelectorAll("[data-quiz]"));
  var score = document.querySelector(".score");
  var says = score.querySelector("[role=status]");
  var again = score.querySelector("button");

  function tally() {
    var done = myths.filter(function (myth) { return myth.dataset.quiz in answers; });
    var right = done.filter(function (myth) { return answers[myth.dataset.quiz]; });
    says.textContent = done.length === 0
      ? myths.length + " questions. Choose what is right; then you are told how to see it for yourself."
      : right.length + " right of " + done.length + " answered, " + (myths.length - done.length) + " to go.";
    again.hidden = done.length === 0;
  }

  function show(myth) {
    var isAnswered = myth.dataset.quiz in answers;
    var isRight = answers[myth.dataset.quiz];
    myth.classList.toggle("is-open", !isAnswered);
    Array.prototype.forEach.call(myth.querySelectorAll(".quiz-option"), function (option) {
      var chosen = isAnswered && (option.dataset.right === "true") === isRight;
      option.disabled = isAnswered;
      option.setAttribute("aria-pressed", String(chosen));
      option.classList.toggle("is-right", isAnswered && option.dataset.right === "true");
      option.classList.toggle("is-wrong", chosen && !isRight);
    });
    myth.querySelector(".quiz-says").textContent = !isAnswered ? ""
      : isRight ? "Right. The other is the myth." : "That is the myth. The other is so.";
  }

  myths.forEach(function (myth) {
    myth.querySelector(".quiz").hidden = false;
    Array.prototype.forEach.call(myth.querySelectorAll(".quiz-option"), function (option) {
      option.addEventListener("click", function () {
        answers[myth.dataset.quiz] = option.dataset.right === "true";
        keep();
        show(myth);
        tally();
      });
    });
    show(myth);
  });

  again.addEventListener("click", function () {
    answers = {};
    keep();
    myths.forEach(show);
    tally();
    myths[0].querySelector(".quiz-option").focus();
  });

  document.documentElement.classList.add("quizzed");
  score.hidden = false;
  tally();
})();
