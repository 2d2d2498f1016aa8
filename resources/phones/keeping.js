/* What this phone keeps: every ballot with its number, in the browser's local storage, until the laptop has it. */
(function () {
  "use strict";
  var DEVICE = "hackdesk:device";
  var memory = {};   // until the page is closed: for browsers that keep nothing, and where somebody empties them
  var refused = {};  // what the browser did not take is newer here than there

  function works() {
    try {
      window.localStorage.setItem("hackdesk:try", "1");
      window.localStorage.removeItem("hackdesk:try");
      return true;
    } catch (forbidden) {
      return false;
    }
  }

  function get(key) {
    var kept = null;
    if (!refused[key]) {
      try { kept = window.localStorage.getItem(key); } catch (forbidden) { kept = null; }
    }
    return kept === null ? memory[key] || null : kept;
  }

  function put(key, text) {
    memory[key] = text;
    try {
      window.localStorage.setItem(key, text);
      refused[key] = false;
    } catch (forbidden) {
      refused[key] = true;
    }
  }

  function parsed(text) {
    try { return text ? JSON.parse(text) : null; } catch (broken) { return null; }
  }

  /* The ballots of one juror in one round of the jury. Read anew each time: another tab may have written. */
  function Kept(juror, round) {
    this.prefix = "hackdesk:" + juror + ":";
    this.round = round;
  }

  Kept.works = works;

  Kept.device = function (named) {
    if (named) { put(DEVICE, named); }
    return get(DEVICE) || "";
  };

  Kept.prototype.read = function (team) {
    return parsed(get(this.prefix + this.round + ":" + team));
  };

  Kept.prototype.write = function (team, ballot) {
    put(this.prefix + this.round + ":" + team, JSON.stringify(ballot));
  };

  /* How many ballots of earlier rounds never reached the laptop. */
  Kept.prototype.leftBehind = function () {
    var count = 0, index, key, ballot;
    try {
      for (index = 0; index < window.localStorage.length; index += 1) {
        key = window.localStorage.key(index);
        if (key.indexOf(this.prefix) === 0 && parseInt(key.slice(this.prefix.length), 10) < this.round) {
          ballot = parsed(get(key));
          if (ballot && ballot.number > ballot.sent) { count += 1; }
        }
      }
    } catch (forbidden) {
      return 0;
    }
    return count;
  };

  window.HackDeskKept = Kept;
})();
