/* One ballot on the page: what its form says, and how it stands. */
(function () {
  "use strict";
  var MARK = /^[+\-−]?\d{1,6}([.,]\d{1,6})?$/;

  function each(list, work) { Array.prototype.forEach.call(list, work); }

  function make(tag, text, className) {
    var made = document.createElement(tag);
    if (text) { made.textContent = text; }
    if (className) { made.className = className; }
    return made;
  }

  function filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, function (all, key) { return values.hasOwnProperty(key) ? values[key] : all; });
  }

  /* section: the team's part of the page; begin: what the page began with. */
  function Ballot(section, begin, sender) {
    this.section = section;
    this.team = section.getAttribute("data-team");
    this.begin = begin;
    this.sender = sender;
    this.form = section.querySelector("form");
    this.scales = section.querySelectorAll(".criterion");
    this.said = "";
    this.listen();
  }

  Ballot.prototype.listen = function () {
    var self = this, back = this.section.querySelector(".take-back");
    function part(selector) { return self.section.querySelector(selector); }
    this.form.addEventListener("submit", function (submitted) { submitted.preventDefault(); });
    each(this.form.querySelectorAll(".criterion input"), function (input) {
      var typed = input.type === "text";
      input.addEventListener(typed ? "input" : "change", function () { self.told("", typed ? 600 : 0); });
    });
    part("[name=note]").addEventListener("input", function () { self.told("", 800); });
    part("[name=signed]").addEventListener("change", function () { self.told("", 0); });
    part(".hand-in").addEventListener("click", function (pressed) { pressed.preventDefault(); self.handIn(); });
    part(".recuse").addEventListener("click", function (pressed) { pressed.preventDefault(); self.recuse(); });
    if (back) {
      back.addEventListener("click", function (pressed) { pressed.preventDefault(); self.told("open", 0); });
    }
  };

  /* The mark in one scale: text, "" for none, null for something that is no mark of it. */
  Ballot.prototype.markIn = function (scale) {
    var typed = scale.querySelector("input[type=text]"), pressed, text, value, criterion, steps;
    if (!typed) {
      pressed = scale.querySelector("input:checked");
      return pressed ? pressed.value : "";
    }
    text = typed.value.trim();
    if (!text) { return ""; }
    if (!MARK.test(text)) { return null; }
    text = text.replace(",", ".").replace("−", "-");
    value = parseFloat(text);
    criterion = this.criterion(scale.getAttribute("data-criterion"));
    if (value < parseFloat(criterion.lowest) || value > parseFloat(criterion.highest)) { return null; }
    steps = parseFloat(criterion.step) ? (value - parseFloat(criterion.lowest)) / parseFloat(criterion.step) : 0;
    return Math.abs(steps - Math.round(steps)) > 1e-6 ? null : String(value);
  };

  Ballot.prototype.criterion = function (id) {
    return this.begin.criteria.filter(function (one) { return one.id === id; })[0];
  };

  Ballot.prototype.content = function (state) {
    var self = this, marks = {};
    each(this.scales, function (scale) {
      var mark = self.markIn(scale);
      if (mark) { marks[scale.getAttribute("data-criterion")] = mark; }
    });
    return {
      state: state || "open", marks: marks, note: this.form.querySelector("[name=note]").value,
      signed: this.form.querySelector("[name=signed]").checked, reason: this.form.querySelector("[name=reason]").value.trim()
    };
  };

  Ballot.prototype.told = function (state, pause) {
    var refused = this.unfit(false);
    this.said = refused ? this.sentence(refused) : "";
    this.sender.change(this.team, this.content(state), pause);
  };

  /* The first scale that is not right; missing: also one without a mark. */
  Ballot.prototype.unfit = function (missing) {
    var self = this, found = null;
    each(this.scales, function (scale) {
      var mark = self.markIn(scale);
      if (!found && (mark === null || (missing && mark === ""))) { found = scale; }
    });
    return found;
  };

  Ballot.prototype.sentence = function (scale) {
    var criterion = this.criterion(scale.getAttribute("data-criterion"));
    var words = this.markIn(scale) === null ? this.begin.words.between : this.begin.words.missing;
    return filled(words, { criterion: criterion.name, low: criterion.lowest, high: criterion.highest });
  };

  Ballot.prototype.handIn = function () {
    var wanting = this.unfit(true);
    if (wanting) {
      this.said = this.sentence(wanting);
      this.show();
      wanting.scrollIntoView();
      wanting.querySelector("input").focus();
      return;
    }
    this.said = "";
    this.sender.change(this.team, this.content("complete"), 0);
    window.scrollTo(0, 0);
  };

  Ballot.prototype.recuse = function () {
    var reason = this.form.querySelector("[name=reason]");
    if (!reason.value.trim()) {
      this.said = this.begin.words.reason;
      this.show();
      reason.focus();
      return;
    }
    this.said = "";
    this.sender.change(this.team, this.content("recused"), 0);
    window.scrollTo(0, 0);
  };

  /* Bring the page up to what is kept. What the juror is typing in is left alone. */
  Ballot.prototype.show = function () {
    var ballot = this.sender.kept.read(this.team), look = this.look(ballot), section = this.section, self = this;
    section.className = "ballot is-" + look + (this.sender.closed ? " is-closed" : "");
    this.form.querySelector("fieldset.content").disabled = this.sender.closed || look === "complete" || look === "away";
    each(this.scales, function (scale) { self.showMark(scale, ballot.marks[scale.getAttribute("data-criterion")] || ""); });
    this.showText("note", ballot.note);
    this.showText("reason", ballot.reason);
    this.form.querySelector("[name=signed]").checked = ballot.signed;
    section.querySelector(".why").textContent = ballot.reason;
    section.querySelector(".away-words").textContent = look === "away" ? this.sender.looks[this.team].said : "";
    section.querySelector(".handed-in").textContent = this.sender.isUnsent(ballot)
      ? this.begin.words.handed_in_unsent : filled(this.begin.words.handed_in, { time: ballot.at });
    section.querySelector(".hand-in").className = "primary hand-in" + (this.unfit(true) ? " waiting" : "");
    this.showTold(ballot);
  };

  Ballot.prototype.look = function (ballot) {
    var told = this.sender.looks[this.team];
    if (told && told.look === "away" && !this.sender.isUnsent(ballot)) { return "away"; }
    return ballot.state === "complete" || ballot.state === "recused" ? ballot.state : "open";
  };

  Ballot.prototype.showMark = function (scale, mark) {
    var typed = scale.querySelector("input[type=text]");
    if (typed) {
      if (document.activeElement !== typed && this.markIn(scale) !== null && this.markIn(scale) !== mark) { typed.value = mark; }
      return;
    }
    each(scale.querySelectorAll("input"), function (input) { input.checked = input.value === mark; });
  };

  Ballot.prototype.showText = function (name, text) {
    var field = this.form.querySelector("[name=" + name + "]");
    if (document.activeElement !== field && field.value !== text) { field.value = text; }
  };

  Ballot.prototype.showTold = function (ballot) {
    var place = this.section.querySelector(".told"), shown = ballot.theirs ? JSON.stringify(ballot) : "";
    if (ballot.theirs) {
      if (this.asked !== shown) { this.ask(place, ballot); }
    } else {
      place.textContent = ballot.refused || this.said;
    }
    this.asked = shown;
    place.hidden = !place.textContent;
  };

  /* Both side by side; nothing is taken until the juror chose. */
  Ballot.prototype.ask = function (place, ballot) {
    var self = this, words = this.begin.words, table = make("table", "", "both"), theirs = ballot.theirs, head = make("tr");
    var mine = make("button", words.keep_mine, "primary keep-mine"), take = make("button", words.take_theirs, "second take-theirs");
    function line(name, here, there) {
      var row = make("tr", "", "");
      row.appendChild(make("th", name));
      row.appendChild(make("td", here || "–", here !== there ? "differs" : ""));
      row.appendChild(make("td", there || "–", here !== there ? "differs" : ""));
      table.appendChild(row);
    }
    function stands(one) { return one.state === "complete" ? words.complete : one.state === "recused" ? words.recused : one.state === "open" ? words.filled_in : one.said; }
    head.appendChild(make("th", ""));
    head.appendChild(make("th", words.here));
    head.appendChild(make("th", words.there));
    table.appendChild(make("thead")).appendChild(head);
    this.begin.criteria.forEach(function (one) { line(one.name, ballot.marks[one.id] || "", theirs.marks[one.id] || ""); });
    if (ballot.note || theirs.note) { line(words.note, ballot.note, theirs.note); }
    line(words.state, stands(ballot), stands(theirs));
    place.textContent = words.elsewhere;
    place.appendChild(table);
    place.appendChild(mine);
    place.appendChild(take);
    mine.addEventListener("click", function () { self.sender.choose(self.team, true); });
    take.addEventListener("click", function () { self.sender.choose(self.team, false); });
  };

  window.HackDeskBallot = Ballot;
  window.HackDeskMake = make;
  window.HackDeskFilled = filled;
})();
