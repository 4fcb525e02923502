// Nothing here is needed to use the site. It makes leaving a page of harm quicker.
"use strict";

const exit = document.getElementById("quick-exit");
if (exit) {
  const leave = (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    window.location.replace(exit.href); // the page is gone from the history too
  };
  exit.addEventListener("click", leave);
  let presses = 0;
  document.addEventListener("keydown", (event) => {
    presses = event.key === "Escape" ? presses + 1 : 0;
    if (presses === 3) leave(event);
  });
}
