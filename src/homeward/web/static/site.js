// Nothing here is needed to use the site. It makes leaving a page of harm
// quicker, and offers sections of law while one is typed.
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

for (const field of document.querySelectorAll("input[data-statutes]")) {
  let asked = "";
  field.addEventListener("input", async () => {
    const typed = field.value.trim();
    if (typed.length < 2 || typed === asked) return;
    asked = typed;
    const found = await fetch(`${field.dataset.statutes}&q=${encodeURIComponent(typed)}`);
    if (found.ok && asked === typed) field.list.innerHTML = await found.text();
  });
}
