// Search, loaded when somebody is about to use it: lexlabIndex (made in Java, see IndexScript) and a query to results, and the
// dialog that shows them. lexlabSearch.find is the whole of the first part, and needs no page.
(function () {
  "use strict";

  /* ---- words: what Words.java has done to those of the index ---- */

  var SIGNS = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]";
  var WORD = new RegExp(SIGNS + "|(?:(?!" + SIGNS + ")[\\p{L}\\p{N}\\p{M}])+", "gu");
  var LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ς": "σ" };
  var SPECIAL = new RegExp("[" + Object.keys(LETTERS).join("") + "]", "g");

  function fold(word) {
    return word.toLowerCase().normalize("NFD").replace(/\p{Mn}+/gu, "").replace(SPECIAL, function (letter) {
      return LETTERS[letter];
    });
  }

  function wordsOf(text) {
    return (text.match(WORD) || []).map(fold).filter(Boolean);
  }

  function set(list) {
    var made = Object.create(null);
    list.forEach(function (one) { made[one] = true; });
    return made;
  }

  /* ---- the index, as it is searched ---- */

  var VERSION = 1;
  var index = null;

  function prepared() {
    if (!index) {
      if (lexlabIndex.version !== VERSION) {
        throw new Error("the index is of version " + lexlabIndex.version + ", this script reads " + VERSION);
      }
      index = prepare(lexlabIndex);
    }
    return index;
  }

  function prepare(data) {
    var stop = set(data.stop.split(" "));
    var sections = [];
    var names = [];
    var inNames = Object.create(null);
    var pages = data.pages.map(function (one, number) {
      var page = {
        number: number, url: one[0], title: one[1][0], kind: one[2], concept: one[3], lab: one[4] === 1, first: sections.length
      };
      one[1].forEach(function (name, place) {
        var words = withoutCommon(wordsOf(name), stop);
        names.push({ page: number, name: name, other: place > 0, words: words, key: words.join("") });
        words.forEach(function (word) { inNames[word] = true; });
      });
      one[5].forEach(function (section) {
        sections.push({
          page: page, anchor: section[0], heading: section[1], text: section[2],
          kind: section.length > 3 ? section[3] : page.kind
        });
      });
      return page;
    });
    return {
      stop: stop, concepts: data.concepts, kinds: data.kinds, pages: pages, sections: sections, names: names, inNames: inNames,
      words: data.words ? data.words.split(" ") : [], postings: data.postings.split(" ")
    };
  }

  /** Without the words that are in no posting; all of them where there is nothing else. */
  function withoutCommon(words, stop) {
    var telling = words.filter(function (word) { return !stop[word]; });
    return telling.length ? telling : words;
  }

  var DIGITS = {};
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("").forEach(function (digit, value) {
    DIGITS[digit] = value;
  });

  /** Calls back with each section of a word and what it weighs there: 1 where only the page's names hold it. */
  function eachPosting(code, action) {
    var section = -1;
    var isStep = true;
    var number = 0;
    var scale = 1;
    for (var i = 0; i < code.length; i++) {
      var digit = DIGITS[code[i]];
      number += (digit % 32) * scale;
      scale *= 32;
      if (digit < 32) {
        if (isStep) {
          section += number + 1;
        } else {
          action(section, number);
        }
        isStep = !isStep;
        number = 0;
        scale = 1;
      }
    }
  }

  /** Where a word stands among the sorted ones, or would stand. */
  function placeOf(words, word) {
    var low = 0;
    var high = words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (words[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /* ---- which words of the index a typed one means ---- */

  /** The other number of an English noun, each way it may be made. */
  function forms(word) {
    var made = [];
    if (word.length > 4 && word.endsWith("ies")) {
      made.push(word.slice(0, -3) + "y");
    }
    if (word.length > 4 && word.endsWith("es")) {
      made.push(word.slice(0, -2));
    }
    if (word.length > 3 && word.endsWith("s") && !word.endsWith("ss")) {
      made.push(word.slice(0, -1));
    }
    if (word.length > 2) {
      made.push(word + "s", word + "es");
      if (word.endsWith("y")) {
        made.push(word.slice(0, -1) + "ies");
      }
    }
    return made;
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbours that turn a into b, or into the nearest beginning of b; more than
   * most counts as most + 1.
   */
  function distance(a, b, most, begins) {
    if (a.length - b.length > most || (!begins && b.length - a.length > most)) {
      return most + 1;
    }
    var rows = [[], [], []];
    for (var j = 0; j <= b.length; j++) {
      rows[0][j] = j;
    }
    for (var i = 1; i <= a.length; i++) {
      var now = rows[i % 3];
      var last = rows[(i + 2) % 3];
      var before = rows[(i + 1) % 3];
      var least = now[0] = i;
      for (j = 1; j <= b.length; j++) {
        now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
        least = Math.min(least, now[j]);
      }
      if (least > most) {
        return most + 1;
      }
    }
    var end = rows[a.length % 3];
    return Math.min(begins ? Math.min.apply(null, end) : end[b.length], most + 1);
  }

  function forgiven(word) {
    return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  }

  /** Places of the nearest words, or of the nearest beginnings, each with how strange an error it would be; the likeliest first. */
  function near(index, word, begins) {
    var least = forgiven(word);
    var places = [];
    if (least === 0) {
      return places;
    }
    index.words.forEach(function (other, place) {
      if (other.length < word.length - least || (!begins && other.length > word.length + least)) {
        return;
      }
      var far = distance(word, begins ? other.slice(0, word.length + least) : other, least, begins);
      if (far < least) {
        least = far;
        places = [];
      }
      if (far === least) {
        places.push(place);
      }
    });
    return places.map(function (place) {
      return { place: place, strange: strangeness(index, word, place) };
    }).sort(function (a, b) { return a.strange - b.strange || a.place - b.place; });
  }

  /** Of equally near words people mean the one with the same letters, the same first one, the one that is a name, the common one. */
  function strangeness(index, word, place) {
    var other = index.words[place];
    function letters(text) { return text.split("").sort().join(""); }
    return (letters(word) === letters(other) ? 0 : 4) + (word[0] === other[0] ? 0 : 2) + (index.inNames[other] ? 0 : 1)
      - index.postings[place].length / 1e6;
  }

  /** All words of the index that a typed one means, each with how much it counts. */
  function meanings(index, word, isLast, mayForgive) {
    var found = { word: word, meant: [], instead: "" };
    function add(place, factor) { found.meant.push({ place: place, factor: factor }); }
    function addIfKnown(other, factor) {
      var place = placeOf(index.words, other);
      if (index.words[place] === other) {
        add(place, factor);
      }
    }
    addIfKnown(word, 1);
    forms(word).forEach(function (form) { addIfKnown(form, 0.9); });
    if (isLast || !found.meant.length) {
      for (var i = placeOf(index.words, word); i < index.words.length && index.words[i].startsWith(word); i++) {
        add(i, 0.75 * Math.sqrt(word.length / index.words[i].length));
      }
    }
    if (!found.meant.length && mayForgive) {
      var places = near(index, word, false);
      if (!places.length && isLast) {
        places = near(index, word, true);
      }
      places.forEach(function (near) { add(near.place, 0.5 / (1 + near.strange - places[0].strange)); });
      found.instead = places.length ? index.words[places[0].place] : "";
    }
    return found;
  }

  /* ---- query to results ---- */

  var EXACT = 1000;

  /** How well each page's names answer: as a whole, by their beginning, by their words. By page, where they do at all. */
  function named(index, words) {
    var key = words.join("");
    var last = words[words.length - 1];
    var keys = set([key].concat(forms(last).map(function (form) { return words.slice(0, -1).join("") + form; })));
    var best = {};
    function answers(name) {
      if (keys[name.key]) {
        return EXACT;
      }
      if (name.key.startsWith(key)) {
        return 300 + 200 * key.length / name.key.length;
      }
      var all = words.every(function (word, place) {
        return name.words.some(function (other) {
          return place === words.length - 1 ? other.startsWith(word) : other === word;
        });
      });
      return all ? 100 + 100 * words.length / name.words.length : 0;
    }
    index.names.forEach(function (name) {
      var score = answers(name) * (name.other ? 0.95 : 1);
      if (score > 0 && (!best[name.page] || best[name.page].score < score)) {
        best[name.page] = { score: score, name: name };
      }
    });
    return best;
  }

  /** What a heading that holds every word is worth besides; less than any name. */
  function headed(section, words) {
    if (!section.heading) {
      return 0;
    }
    section.words = section.words || wordsOf(section.heading);
    var all = words.every(function (word, place) {
      return section.words.some(function (other) {
        return place === words.length - 1 ? other.startsWith(word) : other === word;
      });
    });
    return all ? 20 + 30 * Math.min(1, words.length / section.words.length) : 0;
  }

  /** By section the sum of what each word weighs there, how many of the words, and whether one of them stands in the section itself. */
  function weigh(index, meant) {
    var size = index.sections.length;
    var sums = { score: new Float64Array(size), words: new Uint8Array(size), own: new Uint8Array(size) };
    meant.forEach(function (one) {
      var best = new Float64Array(size);
      one.meant.forEach(function (meaning) {
        var code = index.postings[meaning.place];
        var count = 0;
        eachPosting(code, function () { count++; });
        var rarity = Math.log(1 + (size - count + 0.5) / (count + 0.5)) * meaning.factor / 31;
        eachPosting(code, function (number, weight) {
          best[number] = Math.max(best[number], rarity * weight);
          sums.own[number] |= weight > 1;
        });
      });
      best.forEach(function (score, number) {
        sums.score[number] += score;
        sums.words[number] += score > 0 ? 1 : 0;
      });
    });
    return sums;
  }

  /** Every section that answers, unordered: {section, score, name}. */
  function answersTo(index, asked) {
    var sums = weigh(index, asked.meant);
    var found = [];
    var most = 0;
    Object.keys(asked.names).forEach(function (number) {
      var first = index.pages[number].first;
      sums.score[first] += asked.names[number].score;
      sums.words[first] = asked.words.length;
      sums.own[first] = 1;
    });
    sums.words.forEach(function (count, number) {
      most = Math.max(most, sums.own[number] ? count : 0);
    });
    asked.partial = most < asked.words.length;
    sums.words.forEach(function (count, number) {
      if (most > 0 && count === most && sums.own[number]) {
        var section = index.sections[number];
        var name = section.anchor ? null : asked.names[section.page.number] || null;
        found.push({ section: section, number: number, score: sums.score[number] + headed(section, asked.words), name: name });
      }
    });
    return found;
  }

  /** A query as it is understood: its words, what each means, which names it is or begins. */
  function understand(index, query) {
    var words = withoutCommon(wordsOf(query), index.stop);
    var names = words.length ? named(index, words) : {};
    var isName = Object.keys(names).length > 0;
    var meant = words.map(function (word, place) {
      return meanings(index, word, place === words.length - 1, !isName);
    });
    var instead = words.map(function (word, place) { return meant[place].instead || word; });
    var isForgiven = instead.join(" ") !== words.join(" ");
    return {
      words: instead,
      meant: meant,
      names: isForgiven ? named(index, instead) : names,
      instead: isForgiven ? instead.join(" ") : ""
    };
  }

  /** Without a query what is chosen is listed: pages, and myths, which are no pages. */
  function everything(index) {
    return index.sections.map(function (section, number) {
      return { section: section, number: number, score: 0, name: null };
    }).filter(function (one) { return !one.section.anchor || one.section.kind !== one.section.page.kind; });
  }

  var GROUPS = {
    concept: function (section) { return index.concepts[section.page.concept]; },
    kind: function (section) { return index.kinds[section.kind]; },
    lab: function (section) { return section.page.lab ? "yes" : undefined; }
  };

  function passes(section, facets, but) {
    return Object.keys(GROUPS).every(function (group) {
      var chosen = facets[group] || [];
      return group === but || !chosen.length || chosen.indexOf(GROUPS[group](section)) >= 0;
    });
  }

  /** How many there would be for each choice, given what is chosen in the other groups. */
  function counts(found, facets) {
    var counted = {};
    Object.keys(GROUPS).forEach(function (group) {
      var count = counted[group] = Object.create(null);
      found.forEach(function (one) {
        var value = GROUPS[group](one.section);
        if (value !== undefined && passes(one.section, facets, group)) {
          count[value] = (count[value] || 0) + 1;
        }
      });
    });
    return counted;
  }

  /** The best page first, and under it the best of its sections: no more than a few of each. */
  function inOrder(found, mostOfPage) {
    var groups = [];
    var byPage = new Map();
    function better(a, b) { return b.score - a.score || a.number - b.number; }
    found.sort(better).forEach(function (one) {
      var group = byPage.get(one.section.page);
      if (!group) {
        group = [];
        byPage.set(one.section.page, group);
        groups.push(group);
      }
      if (group.length < mostOfPage) {
        group.push(one);
      }
    });
    return [].concat.apply([], groups);
  }

  /** The name that is nearest to what was typed, where nothing was found. */
  function nearestName(index, query) {
    var key = wordsOf(query).join("");
    var best = null;
    var least = Math.max(1, Math.floor(key.length / 2.5));
    index.names.forEach(function (name) {
      var far = distance(key, name.key, least, false);
      if (far < least || (far === least && !best)) {
        least = far;
        best = name;
      }
    });
    return best ? best.name : "";
  }

  var LENGTH = 180;

  /** A text in parts, each a hit or not; cut to where most of the words are. */
  function excerpt(text, hits, fromStart) {
    var tokens = [];
    var match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      var word = fold(match[0]);
      tokens.push({ start: match.index, end: match.index + match[0].length, hit: hits[word] ? word : "" });
    }
    var begin = fromStart ? 0 : bestStart(tokens);
    var parts = [{ text: begin > 0 ? "… " : "", hit: false }];
    var at = begin;
    tokens.some(function (token) {
      if (token.start < begin) {
        return false;
      }
      if (token.end > begin + LENGTH) {
        return true;
      }
      add(text.slice(at, token.start), false);
      add(text.slice(token.start, token.end), token.hit !== "");
      at = token.end;
      return false;
    });
    var rest = text.slice(at);
    add(WORD.test(rest) ? " …" : rest, false);
    WORD.lastIndex = 0;
    return parts.filter(function (part) { return part.text; });

    function add(more, hit) {
      var last = parts[parts.length - 1];
      if (last.hit && hit === false && more === " ") {
        parts.push({ text: more, hit: false });
      } else if (last.hit === hit) {
        last.text += more;
      } else {
        parts.push({ text: more, hit: hit });
      }
    }
  }

  /** Where an excerpt begins that holds the most different hits; the text's own beginning where that holds as many. */
  function bestStart(tokens) {
    var best = 0;
    var most = -1;
    tokens.forEach(function (token, place) {
      if (place > 0 && !token.hit) {
        return;
      }
      var from = Math.max(0, place - 6);
      var begin = place === 0 ? 0 : tokens[from].start;
      var words = {};
      for (var i = from; i < tokens.length && tokens[i].end <= begin + LENGTH; i++) {
        if (tokens[i].hit) {
          words[tokens[i].hit] = true;
        }
      }
      var count = Object.keys(words).length;
      if (count > most) {
        most = count;
        best = begin;
      }
    });
    return best;
  }

  /**
   * What answers a query.
   *
   * facets: {concept: [title …], kind: [label …], lab: ["yes"]}, each empty or missing where all will do.
   * Answers {total, any, pages, results, counts, instead, partial, suggestion}: any says whether there would be results without
   * facets; instead is what was searched in place of words with typing errors; partial that nothing has all the words; each result is {page, url, title, other, heading, concept, kind,
   * pageKind, lab, titleParts, headingParts, excerpt}, its parts [{text, hit}].
   */
  function find(query, facets, most) {
    var index = prepared();
    var chosen = facets || {};
    var asked = understand(index, query);
    var all = asked.words.length ? answersTo(index, asked) : everything(index);
    var found = all.filter(function (one) { return passes(one.section, chosen, ""); });
    var hits = Object.create(null);
    asked.meant.forEach(function (one) {
      one.meant.forEach(function (meaning) { hits[index.words[meaning.place]] = true; });
    });
    return {
      total: found.length,
      any: all.length > 0,
      pages: new Set(found.map(function (one) { return one.section.page; })).size,
      results: inOrder(found, asked.words.length ? 4 : Infinity).slice(0, most || 30).map(function (one) {
        return result(index, one, hits);
      }),
      counts: counts(all, chosen),
      instead: asked.instead,
      partial: asked.words.length > 0 && found.length > 0 && asked.partial,
      suggestion: asked.words.length && !all.length ? nearestName(index, query) : ""
    };
  }

  function result(index, one, hits) {
    var section = one.section;
    var page = section.page;
    return {
      page: page.url,
      url: page.url + (section.anchor ? "#" + encodeURIComponent(section.anchor) : ""),
      title: page.title,
      other: one.name && one.name.name.other ? one.name.name.name : "",
      heading: section.heading,
      concept: index.concepts[page.concept] || "",
      kind: index.kinds[section.kind],
      pageKind: index.kinds[page.kind],
      lab: page.lab,
      titleParts: marked(page.title, hits),
      headingParts: marked(section.heading, hits),
      excerpt: excerpt(section.text, hits, !section.anchor && one.name !== null)
    };
  }

  function marked(text, hits) {
    var parts = [];
    var at = 0;
    text.replace(WORD, function (word, place) {
      if (hits[fold(word)]) {
        parts.push({ text: text.slice(at, place), hit: false }, { text: word, hit: true });
        at = place + word.length;
      }
      return word;
    });
    parts.push({ text: text.slice(at), hit: false });
    return parts.filter(function (part) { return part.text; });
  }

  /* ---- the dialog ---- */

  var view = null;

  function element(name, className, parent, text) {
    var made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    if (text) {
      made.textContent = text;
    }
    parent.appendChild(made);
    return made;
  }

  function put(parts, into) {
    parts.forEach(function (part) {
      if (part.hit) {
        element("mark", "", into, part.text);
      } else {
        into.appendChild(document.createTextNode(part.text));
      }
    });
  }

  /** What was last asked is kept for as long as the tab lives, so that the next page's search goes on from there. */
  function remembered() {
    try {
      return sessionStorage.getItem("lexlab-search") || "";
    } catch (denied) {
      return "";
    }
  }

  function remember(query) {
    try {
      sessionStorage.setItem("lexlab-search", query);
    } catch (denied) {
      // Then the next page begins with nothing.
    }
  }

  function View(button, indexCame) {
    var root = button.dataset.root;
    var before = null;
    var state = "waiting";
    var chosen = { concept: [], kind: [], lab: [] };
    var active = -1;

    var dialog = element("dialog", "search", document.body);
    dialog.setAttribute("aria-label", "Search");
    var top = element("div", "search-top", dialog);
    var field = element("input", "", top);
    var close = element("button", "search-close", top, "Close");
    var facets = element("div", "search-facets", dialog);
    var list = element("div", "search-list", dialog);
    var status = element("p", "search-status", dialog);
    var help = element("p", "search-help", dialog);
    var foot = element("div", "search-foot", dialog);

    field.type = "search";
    field.placeholder = "A term, an abbreviation, a few words";
    field.autocomplete = "off";
    field.spellcheck = false;
    field.enterKeyHint = "go";
    field.setAttribute("autocapitalize", "none");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-label", "Search");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", "lx-found");
    close.type = "button";
    list.id = "lx-found";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Results");
    list.hidden = true;
    status.setAttribute("role", "status");

    function link(into, text, query) {
      var made = element("button", "", into, text);
      made.type = "button";
      made.addEventListener("click", function () {
        field.value = query;
        field.focus();
        search();
      });
    }

    /* -- facets -- */

    function drawFacets(counted, anything) {
      facets.hidden = !anything;
      // A course without labs offers none to choose.
      var practice = index.pages.some(function (page) { return page.lab; }) ? [["lab", "Practice", ["yes"]]] : [];
      [["concept", "Concept", index.concepts], ["kind", "Kind", index.kinds]].concat(practice).forEach(function (group) {
        var name = group[0];
        var box = facets.querySelector("[data-group=" + name + "]");
        if (!box) {
          box = element("div", "", facets);
          box.dataset.group = name;
          box.setAttribute("role", "group");
          box.setAttribute("aria-label", group[1]);
          group[2].forEach(function (value) { toggle(box, name, value); });
        }
        Array.prototype.forEach.call(box.children, function (one) {
          var count = counted[name][one.dataset.value] || 0;
          var pressed = chosen[name].indexOf(one.dataset.value) >= 0;
          one.lastChild.textContent = count;
          one.setAttribute("aria-pressed", pressed);
          one.disabled = count === 0 && !pressed;
        });
      });
    }

    function toggle(box, group, value) {
      var one = element("button", "", box, group === "lab" ? "Has a lab" : value);
      one.type = "button";
      one.dataset.value = value;
      one.appendChild(document.createTextNode(" "));
      element("span", "", one);
      one.addEventListener("click", function () {
        var place = chosen[group].indexOf(value);
        if (place < 0) {
          chosen[group].push(value);
        } else {
          chosen[group].splice(place, 1);
        }
        search();
      });
    }

    function anyChosen() {
      return Object.keys(chosen).some(function (group) { return chosen[group].length; });
    }

    /* -- results -- */

    function activate(place) {
      var old = list.children[active];
      if (old) {
        old.setAttribute("aria-selected", "false");
      }
      active = place;
      var now = list.children[active];
      if (now) {
        now.setAttribute("aria-selected", "true");
        field.setAttribute("aria-activedescendant", now.id);
      } else {
        field.removeAttribute("aria-activedescendant");
      }
      return now;
    }

    function move(by) {
      var count = list.children.length;
      if (count) {
        activate((active + by + count) % count).scrollIntoView({ block: "nearest" });
      }
    }

    function draw(found) {
      var options = document.createDocumentFragment();
      found.results.forEach(function (one, place) {
        var before = found.results[place - 1];
        var isMore = Boolean(one.heading && before && before.page === one.page);
        var option = element("a", isMore ? "more" : "", options);
        option.id = "lx-found-" + place;
        option.href = root + one.url;
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        drawWhere(one, isMore, element("span", "search-where", option));
        var title = element("span", "search-title", option);
        put(one.heading ? one.headingParts : one.titleParts, title);
        if (one.other) {
          var other = element("span", "search-other", title);
          other.appendChild(document.createTextNode(" also "));
          element("b", "", other, one.other);
        }
        if (one.excerpt.length) {
          put(one.excerpt, element("span", "search-excerpt", option));
        }
      });
      list.textContent = "";
      list.appendChild(options);
      list.hidden = !found.results.length;
      list.scrollTop = 0;
      field.setAttribute("aria-expanded", String(!list.hidden));
      active = -1;
      activate(0);
    }

    /** What a result is and where it stands; under another of its page only what sets it apart. */
    function drawWhere(one, isMore, where) {
      if (!isMore || one.kind !== one.pageKind) {
        element("span", "search-kind", where, one.kind);
      }
      if (!isMore && one.concept && one.concept !== one.title) {
        element("span", "", where, one.concept);
      }
      if (!isMore && one.heading) {
        put(one.titleParts, element("span", "", where));
      }
    }

    function say(found, query) {
      var number = found.total + (found.total === 1 ? " result" : " results");
      var inPages = (found.pages === found.total ? "" : " on " + found.pages + (found.pages === 1 ? " page" : " pages"))
        + (found.results.length < found.total ? ", the " + (query ? "best " : "first ") + found.results.length + " below" : "");
      if (!query && !anyChosen()) {
        status.textContent = "";
      } else if (!found.total) {
        status.textContent = "Nothing found for “" + query + "”" + (anyChosen() ? " with these filters." : ".");
      } else if (found.partial) {
        status.textContent = "Nothing has all of “" + (found.instead || query) + "”. " + number + inPages + " for some of these words.";
      } else if (found.instead) {
        status.textContent = "Nothing has “" + query + "”. " + number + inPages + " for “" + found.instead + "”.";
      } else {
        status.textContent = number + inPages;
      }
    }

    function sayWhatNext(found, query) {
      help.textContent = "";
      if (!query && !anyChosen()) {
        help.textContent = "Typing errors are forgiven. Choose above to see all of a concept or a kind.";
      } else if (!found.total && anyChosen()) {
        var clear = element("button", "", help, "Search without filters");
        clear.type = "button";
        clear.addEventListener("click", function () {
          chosen = { concept: [], kind: [], lab: [] };
          field.focus();
          search();
        });
      } else if (!found.total) {
        if (found.suggestion) {
          help.appendChild(document.createTextNode("Did you mean "));
          link(help, found.suggestion, found.suggestion);
          help.appendChild(document.createTextNode("? "));
        }
        help.appendChild(document.createTextNode("All terms are in the "));
        element("a", "", help, "glossary").href = root + "glossary.html";
        help.appendChild(document.createTextNode("."));
      }
      help.hidden = !help.hasChildNodes();
    }

    function search() {
      if (state !== "ready") {
        return;
      }
      var query = field.value.trim();
      var found = find(query, chosen);
      remember(query);
      drawFacets(found.counts, found.any);
      if (!query && !anyChosen()) {
        found.results = [];
      }
      draw(found);
      say(found, query);
      sayWhatNext(found, query);
    }

    /* -- keys and ends -- */

    field.addEventListener("input", search);
    field.addEventListener("keydown", function (event) {
      if (event.isComposing) {
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") {
        event.preventDefault();
        var option = list.children[active];
        if (option && (event.ctrlKey || event.metaKey)) {
          open(option.href, "_blank", "noopener");
        } else if (option) {
          option.click();
        }
      } else if (event.key === "Escape") {
        event.preventDefault(); // a search field would only be emptied
        dialog.close();
      }
    });
    list.addEventListener("pointermove", function (event) {
      var option = event.target.closest("[role=option]");
      var place = Array.prototype.indexOf.call(list.children, option);
      if (place >= 0 && place !== active) {
        activate(place);
      }
    });
    list.addEventListener("click", function (event) {
      if (event.target.closest("[role=option]") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        dialog.close(); // the result may be on this very page
      }
    });
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog) {
        dialog.close(); // beside the box
      }
    });
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("close", function () {
      if (before && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    });

    element("span", "search-keys", foot, "↑ ↓ choose, Enter opens, Esc closes");
    var slash = element("label", "", foot);
    var box = element("input", "", slash);
    box.type = "checkbox";
    box.checked = button.dataset.slash !== "off";
    slash.appendChild(document.createTextNode(" Open with the key / too"));
    box.addEventListener("change", function () {
      button.dataset.slash = box.checked ? "on" : "off";
      try {
        localStorage.setItem("lexlab-slash", button.dataset.slash);
      } catch (denied) {
        // Then the choice lasts as long as the page.
      }
    });

    status.textContent = "Loading …";
    indexCame.then(function () {
      state = "ready";
      prepared();
      search();
    }).catch(function () {
      state = "failed";
      status.textContent = "The index could not be loaded.";
      help.textContent = "Load this page again, or look in the ";
      element("a", "", help, "glossary").href = root + "glossary.html";
      help.appendChild(document.createTextNode("."));
    });

    this.open = function (query) {
      if (!dialog.open) {
        before = document.activeElement;
        dialog.showModal();
        field.value = typeof query === "string" ? query : remembered();
        search();
      }
      field.focus();
      field.select();
    };
  }

  window.lexlabSearch = {
    find: find,
    /** The words a text is found by. */
    words: function (text) {
      var stop = prepared().stop;
      return wordsOf(text).filter(function (word) { return !stop[word]; });
    },
    /** Shows the dialog; the index may still be on its way. */
    open: function (button, indexCame, query) {
      view = view || new View(button, indexCame);
      view.open(query);
    }
  };
})();
