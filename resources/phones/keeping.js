/* What this phone keeps: every ballot with its number, in the browser's local storage, until the laptop has it. */
(function () {
  "use strict";
  var DEVICE = "hackdesk:device";
  var memory = {};  // where the browser keeps nothing (private windows of some), until the page is closed

  function works() {
    try {
      window.localStorage.setItem("hackdesk:try", "1");
      window.localStorage.removeItem("hackdesk:try");
      return true;
    } catch (refused) {
      return false;
    }
  }

  function get(key) {
    if (memory.hasOwnProperty(key)) { return memory[key]; }
    try { return window.localStorage.getItem(key); } catch (refused) { return null; }
  }

  function put(key, text) {
    try {
      window.localStorage.setItem(key, text);
      delete memory[key];
    } catch (refused) {
      memory[key] = text;
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
    } catch (refused) {
      return 0;
    }
    return count;
  };

  window.HackDeskKept = Kept;
})();
