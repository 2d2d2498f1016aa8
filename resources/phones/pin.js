/* The phone keeps its own name, so that it is known again when its cookie is gone. */
(function () {
  "use strict";
  var field = document.getElementById("device");
  if (field) { field.value = window.HackDeskKept.device(); }
})();
