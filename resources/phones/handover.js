/* A ballot without a network: shown as a QR code, or as a short code that somebody types on the laptop.
 *
 * hackdesk/jury/handover.py reads both; it says how they are built. Plain ES5: an old phone runs it. A page that the
 * laptop serves without HTTPS has no crypto.subtle, so SHA-256 stands here; a test compares it with Python's.
 *
 * ballot: {juror, team: ids; secret: the end of the juror's link, else taken from the page's address;
 *   device: as the phone names itself to the laptop; round: 1 or 2; revision: from 1;
 *   state: "complete", "open" or "recused"; reason: of a recusal; marks: {criterion id: "4.5"}; note: text;
 *   signed: true where the note may carry the juror's name; jurorIndex, teamIndex: from 0, in the laptop's order;
 *   criteria: [{id, lowest, highest, step}], numbers as text, step "0" where any mark between will do}
 *
 *   text(ballot)         what the QR code holds
 *   code(ballot)         groups of four to type, or "" where only the QR code can carry it: a recusal, and marks without steps
 *   leavesNote(ballot, said)  whether this code or QR text has to leave the note behind: the phone then gives the
 *                        ballot a new revision after the hand-over, so that the note is sent once the laptop answers
 *   draw(element, text)  into a canvas, or into a canvas made in the element; needs qrcode.js
 */
(function (window) {
  "use strict";

  var SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  var LONGEST_TEXT = 1000, LONGEST_CODE = 24;
  var JURORS = 64, TEAMS = 256, CHECK = 1048576;

  // --- SHA-256 and HMAC, on arrays of bytes ---

  var roots = (function () {
    var first = [], round = [], number = 2, divisor;
    function part(value) { return ((value - Math.floor(value)) * 4294967296) | 0; }
    while (round.length < 64) {
      for (divisor = 2; divisor * divisor <= number && number % divisor; divisor += 1) { /* look on */ }
      if (divisor * divisor > number) {
        if (first.length < 8) { first.push(part(Math.pow(number, 1 / 2))); }
        round.push(part(Math.pow(number, 1 / 3)));
      }
      number += 1;
    }
    return {first: first, round: round};
  }());

  function turned(word, by) { return (word >>> by) | (word << (32 - by)); }

  function sha256(bytes) {
    var hash = roots.first.slice(0), padded = bytes.concat([128]), w = [], out = [];
    var at, i, s, a, one, two;
    while (padded.length % 64 !== 56) { padded.push(0); }
    padded.push(0, 0, 0, Math.floor(bytes.length / 536870912));
    for (i = 24; i >= 0; i -= 8) { padded.push(((bytes.length << 3) >>> i) & 255); }
    for (at = 0; at < padded.length; at += 64) {
      for (i = 0; i < 64; i += 1) {
        if (i < 16) {
          s = at + i * 4;
          w[i] = (padded[s] << 24) | (padded[s + 1] << 16) | (padded[s + 2] << 8) | padded[s + 3];
        } else {
          one = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >>> 3);
          two = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >>> 10);
          w[i] = (w[i - 16] + one + w[i - 7] + two) | 0;
        }
      }
      a = hash.slice(0);
      for (i = 0; i < 64; i += 1) {
        one = a[7] + (turned(a[4], 6) ^ turned(a[4], 11) ^ turned(a[4], 25)) + ((a[4] & a[5]) ^ (~a[4] & a[6]));
        one = (one + roots.round[i] + w[i]) | 0;
        two = (turned(a[0], 2) ^ turned(a[0], 13) ^ turned(a[0], 22)) + ((a[0] & a[1]) ^ (a[0] & a[2]) ^ (a[1] & a[2]));
        a = [(one + two) | 0, a[0], a[1], a[2], (a[3] + one) | 0, a[4], a[5], a[6]];
      }
      for (i = 0; i < 8; i += 1) { hash[i] = (hash[i] + a[i]) | 0; }
    }
    for (i = 0; i < 32; i += 1) { out.push((hash[i >> 2] >>> (24 - (i % 4) * 8)) & 255); }
    return out;
  }

  function hmac(key, bytes) {
    var inner = [], outer = [], i, byte;
    key = key.length > 64 ? sha256(key) : key;
    for (i = 0; i < 64; i += 1) {
      byte = i < key.length ? key[i] : 0;
      inner.push(byte ^ 54);
      outer.push(byte ^ 92);
    }
    return sha256(outer.concat(sha256(inner.concat(bytes))));
  }

  function bytesOf(ascii) {
    var bytes = [], i;
    for (i = 0; i < ascii.length; i += 1) { bytes.push(ascii.charCodeAt(i) & 255); }
    return bytes;
  }

  function hex(bytes) {
    var text = "", i;
    for (i = 0; i < bytes.length; i += 1) { text += (bytes[i] + 256).toString(16).slice(1); }
    return text;
  }

  function keyed(ballot, text) {
    // Without it being said: the page itself stands under the juror's link, /j/….
    var secret = ballot.secret || decodeURIComponent(window.location.pathname.split("/")[2] || "");
    return hex(hmac(bytesOf(secret), bytesOf(text)));
  }
  function digest(text) { return hex(sha256(bytesOf(text))); }

  // --- What both forms are made of ---

  function bare(id) { return String(id).replace(/-/g, "").toLowerCase(); }

  function escaped(text) {
    // A half of a pair alone, as a cut text may end with, is no letter and would stop encodeURIComponent.
    var whole = String(text || "").replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, function (found) {
      return found.length === 2 ? found : "";
    });
    return encodeURIComponent(whole).replace(/%20/g, "+");
  }

  function mark(ballot, criterion) {
    var given = ballot.marks && ballot.marks[criterion.id];
    return given === undefined || given === null ? "" : String(given).replace(",", ".").replace(/\s/g, "");
  }

  function state(ballot) { return {complete: 1, recused: 2}[ballot.state] || 0; }

  // --- The QR code's text ---

  function parts(ballot) {
    var marks = [], i, given;
    for (i = 0; i < ballot.criteria.length; i += 1) {
      given = mark(ballot, ballot.criteria[i]);
      if (given) { marks.push(bare(ballot.criteria[i].id).slice(-8) + "=" + given); }
    }
    return ["HD1", bare(ballot.juror), bare(ballot.team), ballot.round || 1, ballot.revision, state(ballot),
      escaped(ballot.device), marks.join(","), state(ballot) === 2 ? escaped(ballot.reason) : ""].join(";");
  }

  function closed(ballot, body) {
    body += ";" + keyed(ballot, body).slice(0, 16);
    return body + ";" + digest(body).slice(0, 4);
  }

  function text(ballot) {
    var whole = closed(ballot, parts(ballot) + (ballot.signed ? ";signed=" : ";note=") + escaped(ballot.note));
    return whole.length > LONGEST_TEXT ? closed(ballot, parts(ballot) + ";note:later") : whole;
  }

  // --- The code to type ---

  function scale(criteria) {
    var said = [], i, one;
    for (i = 0; i < criteria.length; i += 1) {
      one = criteria[i];
      said.push([bare(one.id), one.lowest, one.highest, one.step].join(":"));
    }
    return said.join(",");
  }

  function stepOf(ballot, criterion) {
    var given = mark(ballot, criterion), number;
    if (!given) { return 0; }
    number = (Number(given) - Number(criterion.lowest)) / Number(criterion.step);
    return Math.abs(number - Math.round(number)) < 1e-6 ? Math.round(number) + 1 : NaN;
  }

  function radix(criterion) {
    return Math.round((Number(criterion.highest) - Number(criterion.lowest)) / Number(criterion.step)) + 2;
  }

  function add(digits, base, value) {
    // digits * base + value; the lowest digit stands first, each is below 32.
    var i, rest = value;
    for (i = 0; i < digits.length; i += 1) {
      rest += digits[i] * base;
      digits[i] = rest % 32;
      rest = Math.floor(rest / 32);
    }
    for (; rest; rest = Math.floor(rest / 32)) { digits.push(rest % 32); }
  }

  function doubled(value) { return value & 16 ? ((value << 1) ^ 37) & 31 : value << 1; }

  function checkSign(digits) {
    var i, sum = 0;
    // Horner in the field of 32 elements: any one wrong sign and any two that changed places are seen.
    for (i = digits.length - 1; i >= 0; i -= 1) { sum = doubled(sum ^ digits[i]); }
    return sum;
  }

  function stepsOf(ballot) {
    var steps = [], i, one, step;
    for (i = 0; i < ballot.criteria.length; i += 1) {
      one = ballot.criteria[i];
      if (one.step === null || one.step === undefined || one.step === "" || !(radix(one) < 1000000)) { return null; }
      step = stepOf(ballot, one);
      if (!(step >= 0 && step < radix(one))) { return null; }
      steps.push(step);
    }
    return steps;
  }

  function packed(ballot, steps) {
    var digits = [], i, round = ballot.round || 1, flags = state(ballot) + (escaped(ballot.note) ? 2 : 0);
    var who = [bare(ballot.juror), bare(ballot.team), round, scale(ballot.criteria)].join(";");
    var what = ["HD1", who, ballot.revision, flags, escaped(ballot.device), steps.join(",")].join(";");
    add(digits, 1, ballot.revision);
    for (i = steps.length - 1; i >= 0; i -= 1) { add(digits, radix(ballot.criteria[i]), steps[i]); }
    add(digits, CHECK, parseInt(keyed(ballot, what).slice(0, 5), 16));
    add(digits, 256, parseInt(digest(who).slice(0, 2), 16));
    add(digits, TEAMS, ballot.teamIndex);
    add(digits, JURORS, ballot.jurorIndex);
    add(digits, 2, round - 1);
    add(digits, 4, flags);
    return digits;
  }

  function code(ballot) {
    var steps = stepsOf(ballot), digits, written = "", i;
    if (!steps || state(ballot) === 2 || ballot.jurorIndex >= JURORS || ballot.teamIndex >= TEAMS) { return ""; }
    digits = packed(ballot, steps);
    if (digits.length + 1 > LONGEST_CODE) { return ""; }
    digits.unshift(checkSign(digits));
    for (i = digits.length - 1; i >= 0; i -= 1) {
      written += SIGNS.charAt(digits[i]);
      if (i && (digits.length - i) % 4 === 0) { written += " "; }
    }
    return written;
  }

  function leavesNote(ballot, said) {
    return escaped(ballot.note) !== "" && (said.indexOf(";") < 0 || said.indexOf(";note:later;") > 0);
  }

  // --- The picture ---

  function draw(element, said) {
    var made = window.qrcode(0, said.length > 400 ? "L" : "M"), canvas = element, count, size, pen, row, column;
    made.addData(said, "Byte");
    made.make();
    if (element.nodeName.toLowerCase() !== "canvas") {
      canvas = document.createElement("canvas");
      element.innerHTML = "";
      element.appendChild(canvas);
    }
    count = made.getModuleCount();
    // Whole pixels of the screen, and the four white modules round it that the standard wants.
    size = Math.max(2, Math.floor((element.clientWidth || 300) * (window.devicePixelRatio || 1) / (count + 8)));
    canvas.width = canvas.height = size * (count + 8);
    pen = canvas.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#000000";
    for (row = 0; row < count; row += 1) {
      for (column = 0; column < count; column += 1) {
        if (made.isDark(row, column)) { pen.fillRect((column + 4) * size, (row + 4) * size, size, size); }
      }
    }
    return canvas;
  }

  window.HackDeskHandover = {text: text, code: code, leavesNote: leavesNote, draw: draw};
}(window));
