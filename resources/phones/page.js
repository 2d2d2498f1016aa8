/* The juror's page: its ballots, the list of teams, what is saved and what is not, handing over without a network. */
(function () {
  "use strict";
  var begin = JSON.parse(document.getElementById("begin").textContent), words = begin.words;
  var base = window.location.pathname.replace(/^(\/j\/[^\/]+).*$/, "$1"), secret = base.slice(3);
  var make = window.HackDeskMake, filled = window.HackDeskFilled, Kept = window.HackDeskKept;
  var kept = new Kept(begin.juror, begin.round), ballots = {}, sender, waiting = null;
  var SENDING = 1500;

  function each(list, work) { Array.prototype.forEach.call(list, work); }

  function changed(team) {
    if (!sender) { return; }
    if (team) { ballots[team].show(); } else { sender.teams.forEach(function (one) { if (ballots[one]) { ballots[one].show(); } }); }
    showSaved();
    showList();
    showTold();
    showHandOver();
  }

  /* Whether it was changed so lately that it is simply on its way. */
  function isFresh(ballot) {
    var stuck = sender.away() || sender.stopped || !ballot || ballot.theirs || ballot.refused;
    return !stuck && Date.now() - (ballot.changedAt || 0) < SENDING;
  }

  /* "Saved" is said only of what the laptop has confirmed. */
  function savedWords(ballot, unsent) {
    if (unsent.length) { return isFresh(ballot) ? words.sending : filled(words.kept, { count: unsent.length }); }
    return ballot && ballot.at ? filled(words.saved, { time: ballot.at }) : "";
  }

  function showSaved() {
    var unsent = sender.unsent(), newest = null;
    sender.teams.forEach(function (team) {
      var ballot = kept.read(team), badge = ballots[team].section.querySelector(".saved");
      var own = sender.isUnsent(ballot) || !ballot.at ? unsent : [];
      say(badge, savedWords(ballot, own), own.length ? isFresh(ballot) ? " sending" : " unsent" : "");
      if (!newest || (ballot.at || "") > (newest.at || "")) { newest = ballot; }
    });
    say(document.querySelector("#teams .saved"), savedWords(newest, unsent), unsent.length ? isFresh(newest) ? " sending" : " unsent" : "");
    window.clearTimeout(waiting);
    if (unsent.length) { waiting = window.setTimeout(showSaved, SENDING); }
  }

  function say(place, text, kind) {
    if (place.textContent !== text) { place.textContent = text; }
    place.className = "saved" + kind;
  }

  function showList() {
    each(document.querySelectorAll(".teams a"), function (line) {
      var team = line.getAttribute("data-team"), ballot = kept.read(team), place = line.querySelector(".state");
      var given = Object.keys(ballot.marks).length, look = ballots[team].look(ballot), unsent = sender.isUnsent(ballot);
      var text = given ? filled(words.open, { given: given, all: begin.criteria.length }) : words.empty;
      if (!given && look === "open" && sender.looks[team].said) { text = sender.looks[team].said; }
      if (look === "complete" || look === "recused") { text = words[look]; }
      if (look === "away") { text = sender.looks[team].said; }
      if (unsent) { text += ", " + words.unsent; }
      place.textContent = text;
      place.className = "state is-" + look + (unsent ? " unsent" : "");
    });
  }

  function handingOver() { return window.location.hash === "#hand-over"; }

  function toldNow() {
    if (sender.stopped === "pin") { return [words.pin_again, words.pin_again_do]; }
    if (sender.stopped === "device") { return [words.other_phone, words.other_phone_do]; }
    if (sender.stopped === "reload") { return [words.changed, words.reload]; }
    if (sender.away()) { return [handingOver() ? "" : words.away, ""]; }
    if (!Kept.works()) { return [words.no_keeping, ""]; }
    if (kept.leftBehind()) { return [filled(words.old_round, { count: kept.leftBehind() }), ""]; }
    return ["", ""];
  }

  /* What concerns all ballots stands on top of whichever part of the page is seen. */
  function showTold() {
    var told = toldNow(), place = document.getElementById("told"), button;
    if (place.getAttribute("data-told") === told[0]) { return; }
    place.setAttribute("data-told", told[0]);
    place.textContent = told[0];
    place.hidden = !told[0];
    if (told[1]) {
      button = make("button", told[1], "second");
      button.addEventListener("click", function () { window.location.reload(); });
      place.appendChild(button);
    }
  }

  function showHandOver() {
    var possible = window.HackDeskHandover && sender.away() && sender.unsent().length > 0 && !handingOver();
    each(document.querySelectorAll("button.hand-over"), function (button) { button.hidden = !possible; });
  }

  function drawCodes() {
    var place = document.querySelector("#hand-over .codes"), teams = sender.unsent();
    place.textContent = teams.length ? "" : words.hand_over_none;
    teams.forEach(function (team) {
      var known = begin.teams.filter(function (one) { return one.id === team; })[0], ballot = kept.read(team);
      var card = make("div", "", "card"), canvas = document.createElement("canvas"), code = make("p", "", "code");
      var handed = {
        juror: begin.juror, team: team, round: begin.round, revision: ballot.number, state: ballot.state,
        marks: ballot.marks, note: ballot.note, signed: ballot.signed, reason: ballot.reason, device: begin.device,
        secret: secret, jurorIndex: begin.jurorIndex, teamIndex: known.index, criteria: begin.criteria
      };
      card.appendChild(make("p", known.name, "name"));
      card.appendChild(canvas);
      card.appendChild(code);
      place.appendChild(card);
      window.HackDeskHandover.draw(canvas, window.HackDeskHandover.text(handed));
      code.textContent = window.HackDeskHandover.code(handed) || "";
      if (window.HackDeskHandover.leavesNote(handed, code.textContent)) {
        // Under this number the laptop may take it without the note; what is sent later has the next one.
        ballot.number += 1;
        kept.write(team, ballot);
      }
    });
  }

  document.documentElement.className = "scripted";
  Kept.device(begin.device);
  sender = new window.HackDeskSender(base, document.getElementById("token").value, kept, begin, changed);
  each(document.querySelectorAll(".ballot"), function (section) {
    var ballot = new window.HackDeskBallot(section, begin, sender);
    ballots[ballot.team] = ballot;
  });
  each(document.querySelectorAll("button.hand-over"), function (button) {
    button.addEventListener("click", function () { drawCodes(); window.location.hash = "hand-over"; });
  });
  window.addEventListener("hashchange", function () { showTold(); showHandOver(); });
  // Another tab of this phone wrote.
  window.addEventListener("storage", function () { changed(null); });
  if (handingOver()) { drawCodes(); }
  changed(null);
  sender.start();
})();
