/* The phone keeps the name it was given, so that it is known again when its cookie is gone or an answer was lost. */
(function () {
  "use strict";
  var field = document.getElementById("device");
  if (field) { field.value = window.HackDeskKept.device() || window.HackDeskKept.device(field.value); }
})();
