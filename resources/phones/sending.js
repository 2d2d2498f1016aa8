/* Sends what the phone has and the laptop has not: whole ballots, numbered, one at a time, again until answered. */
(function () {
  "use strict";
  var TIMEOUT = 10000, PULSE = 12000, FIRST_PAUSE = 1000, LONGEST_PAUSE = 20000;

  function same(one, other) {
    var key;
    if (one.state !== other.state || (one.note || "").trim() !== (other.note || "").trim()) { return false; }
    if (!!one.signed !== !!other.signed || (one.state === "recused" && one.reason !== other.reason)) { return false; }
    for (key in one.marks) { if (one.marks[key] !== other.marks[key]) { return false; } }
    for (key in other.marks) { if (one.marks[key] !== other.marks[key]) { return false; } }
    return true;
  }

  function empty(ballot) {
    return ballot.state === "open" && !ballot.note && Object.keys(ballot.marks).length === 0;
  }

  function copyContent(to, from) {
    to.state = from.state;
    to.marks = from.marks;
    to.note = from.note;
    to.signed = from.signed;
    to.reason = from.reason;
  }

  /* begin: {round, closed, ballots}; changed(team or null): something is to be shown anew. */
  function Sender(base, token, kept, begin, changed) {
    this.base = base;
    this.token = token;
    this.kept = kept;
    this.round = begin.round;
    this.closed = begin.closed;
    this.changed = changed;
    this.teams = [];
    this.stopped = "";   // "device", "pin" or "reload": nothing is sent until the juror does something
    this.fails = 0;
    this.busy = "";      // the team whose ballot is on its way
    this.reading = false;
    this.receipts = 0;
    this.timer = null;
    this.looks = {};     // {team: {look, said}} as the laptop told last
    this.meetAll(begin.ballots);
  }

  Sender.same = same;

  Sender.prototype.away = function () { return this.fails >= 2; };

  Sender.prototype.isUnsent = function (ballot) { return !!ballot && ballot.number > ballot.sent; };

  Sender.prototype.unsent = function () {
    var self = this;
    return this.teams.filter(function (team) { return self.isUnsent(self.kept.read(team)); });
  };

  /* The juror did something: it is kept at once, and sent after `pause` milliseconds. */
  Sender.prototype.change = function (team, content, pause) {
    var ballot = this.kept.read(team);
    copyContent(ballot, content);
    ballot.number = Math.max(ballot.number, ballot.sent) + 1;
    ballot.refused = "";
    ballot.changedAt = Date.now();
    this.kept.write(team, ballot);
    this.changed(team);
    this.later(pause || 0);
  };

  /* What the laptop has and what the phone has come together; where both were changed, the juror is asked. So they
   * are where the laptop went back behind what it had confirmed: by an undo, or a copy that was opened. */
  Sender.prototype.meet = function (there) {
    var ballot = this.kept.read(there.team);
    if (!ballot) {
      ballot = { number: there.sent, sent: there.sent, seen: there.version, at: there.at, refused: "", theirs: null };
      copyContent(ballot, there);
    } else if (there.mine && !(there.sent < ballot.sent && there.version !== ballot.seen && !same(ballot, there))) {
      ballot.theirs = null;
      ballot.seen = there.version;
      if (there.sent >= ballot.number) {
        copyContent(ballot, there);
        ballot.number = there.sent;
      }
      ballot.sent = Math.max(ballot.sent, there.sent);
    } else if (there.version !== ballot.seen || ballot.theirs) {
      if (same(ballot, there) || empty(ballot)) {
        copyContent(ballot, there);
        ballot.sent = ballot.number;
        ballot.seen = there.version;
        ballot.at = there.at;
        ballot.theirs = null;
      } else {
        ballot.theirs = there;
      }
    }
    this.looks[there.team] = { look: there.look, said: there.said };
    this.kept.write(there.team, ballot);
  };

  Sender.prototype.meetAll = function (ballots) {
    var self = this;
    this.teams = ballots.map(function (there) { return there.team; });
    ballots.forEach(function (there) { if (there.team !== self.busy) { self.meet(there); } });
  };

  /* Both stood side by side and the juror chose. */
  Sender.prototype.choose = function (team, mine) {
    var ballot = this.kept.read(team), theirs = ballot.theirs;
    if (!theirs) { return; }
    ballot.seen = theirs.version;
    ballot.theirs = null;
    if (mine) {
      ballot.number = Math.max(ballot.number, ballot.sent) + 1;
      ballot.changedAt = Date.now();
    } else {
      copyContent(ballot, theirs);
      ballot.sent = ballot.number;
      ballot.at = theirs.at;
    }
    this.kept.write(team, ballot);
    this.changed(team);
    this.later(0);
  };

  Sender.prototype.later = function (pause) {
    var self = this;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(function () { self.sendNext(); }, pause);
  };

  Sender.prototype.sendNext = function () {
    var self = this, waiting, team, ballot;
    if (this.busy || this.stopped) { return; }
    waiting = this.unsent().filter(function (one) {
      var each = self.kept.read(one);
      return !each.theirs && !each.refused;
    });
    if (!waiting.length) { return; }
    team = waiting[0];
    ballot = this.kept.read(team);
    this.busy = team;
    this.ask("POST", "/revision/" + team, {
      number: ballot.number, seen: ballot.seen, round: this.round, state: ballot.state, marks: ballot.marks,
      note: ballot.note, signed: ballot.signed, reason: ballot.reason
    }, function (status, told) {
      self.busy = "";
      self.answered(team, status, told);
    });
  };

  Sender.prototype.answered = function (team, status, told) {
    var ballot = this.kept.read(team), saved = told && told.saved;
    if (status === 200 && saved) {
      this.receipts += 1;
      ballot.seen = saved.version;
      ballot.sent = Math.max(ballot.sent, saved.number);
      ballot.at = saved.at;
      this.kept.write(team, ballot);
      this.looks[team] = { look: saved.state, said: "" };
      if (saved.number > ballot.number) { this.read(); }  // another tab was ahead of this one
      this.changed(team);
      this.later(0);
    } else if (status === 409 && told.refused === "elsewhere") {
      this.read();
    } else if (status === 409 && told.refused === "locked" || status === 422 || status === 404 || status === 413) {
      ballot.refused = told.said || " ";
      this.kept.write(team, ballot);
      this.changed(team);
      this.read();  // the round may be closed, the criteria others
      this.later(0);
    } else {
      this.again(status, told);
    }
  };

  /* What stands in the way of every ballot: a network without an answer, another phone, a PIN that is asked again. */
  Sender.prototype.again = function (status, told) {
    var pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * Math.pow(2, Math.min(this.fails, 6)));
    if (status === 401) {
      this.stopped = "pin";
    } else if (status === 409 && told.refused === "device") {
      this.stopped = "device";
    } else if (status === 403) {
      this.read();
    } else if (status === 400) {
      this.stopped = "reload";
    } else if (status === 429) {
      this.later(1000 * (told.seconds || 5));
    } else {
      this.fails += 1;
      this.later(pause * (0.75 + Math.random() / 2));
    }
    this.changed(null);
  };

  /* The ballots as they are on the laptop now. */
  Sender.prototype.read = function () {
    var self = this, before = this.receipts;
    if (this.reading) { return; }
    this.reading = true;
    this.ask("GET", "/ballots", null, function (status, told) {
      self.reading = false;
      if (status !== 200) { self.again(status === 403 ? 400 : status, told); return; }
      if (self.receipts !== before) { self.read(); return; }  // older than a receipt that came meanwhile
      if (told.round !== self.round || String(told.ballots.map(function (one) { return one.team; })) !== String(self.teams)) {
        self.stopped = "reload";
      } else {
        self.token = told.token;
        self.opened(told.closed);
        self.meetAll(told.ballots);
        self.later(0);
      }
      self.changed(null);
    });
  };

  Sender.prototype.opened = function (closed) {
    var self = this;
    if (this.closed && !closed) {  // what was refused because the round was closed may go now
      this.teams.forEach(function (team) {
        var ballot = self.kept.read(team);
        if (ballot.refused) { ballot.refused = ""; self.kept.write(team, ballot); }
      });
    }
    this.closed = closed;
  };

  Sender.prototype.pulse = function () {
    var self = this;
    if (document.hidden || this.stopped) { return; }
    this.ask("POST", "/pulse", { unsent: this.unsent().length }, function (status, told) {
      var differs;
      if (status !== 200) { self.again(status, told); return; }
      differs = self.teams.some(function (team) {
        var ballot = self.kept.read(team);
        var known = ballot.theirs ? ballot.theirs.version : ballot.seen;
        return team !== self.busy && (told.versions[team] || 0) !== known;
      });
      if (differs || told.closed !== self.closed || told.round !== self.round) { self.read(); }
      if (self.unsent().length) { self.later(0); }
      self.changed(null);
    });
  };

  Sender.prototype.start = function () {
    var self = this;
    window.setInterval(function () { self.pulse(); }, PULSE);
    window.addEventListener("online", function () { self.pulse(); self.later(0); });
    window.addEventListener("pageshow", function (shown) { if (shown.persisted) { self.read(); } });
    document.addEventListener("visibilitychange", function () { if (!document.hidden) { self.pulse(); } });
    this.pulse();
    this.later(0);
  };

  Sender.prototype.ask = function (method, path, content, then) {
    var self = this, request = new XMLHttpRequest(), done = false;
    function end(status, told) {
      if (done) { return; }
      done = true;
      if (status > 0 && status < 500) { self.fails = 0; }
      then(status, told || {});
    }
    request.open(method, this.base + path, true);
    request.timeout = TIMEOUT;
    request.setRequestHeader("Accept", "application/json");
    if (content) {
      request.setRequestHeader("Content-Type", "application/json");
      request.setRequestHeader("X-Token", this.token);
    }
    request.onload = function () {
      var told = null;
      try { told = JSON.parse(request.responseText); } catch (broken) { told = null; }
      // A page that is no answer of ours (a hotel's sign-in) is no answer at all.
      end(told ? request.status : 0, told);
    };
    request.onerror = request.ontimeout = request.onabort = function () { end(0, null); };
    request.send(content ? JSON.stringify(content) : null);
  };

  window.HackDeskSender = Sender;
})();
