// Nothing here is needed to use the site. It makes leaving a page of harm
// quicker, offers sections of law while one is typed, and draws a curve while a number is moved.
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

for (const number of document.querySelectorAll("input[data-slider]")) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.className = "usa-range";
  slider.min = number.min;
  slider.max = number.max;
  slider.value = number.value;
  slider.setAttribute("aria-label", number.labels[0].textContent);
  number.after(slider);
  slider.addEventListener("input", () => {
    number.value = slider.value;
    number.form.dispatchEvent(new Event("input"));
  });
  number.addEventListener("input", () => { slider.value = number.value; });
}

for (const form of document.querySelectorAll("form[data-live]")) {
  let waiting;
  const draw = async () => {
    const asked = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    const found = await fetch(asked);
    if (!found.ok) return;
    const page = new DOMParser().parseFromString(await found.text(), "text/html");
    const shown = document.getElementById(form.dataset.live);
    shown.replaceChildren(...page.getElementById(form.dataset.live).childNodes);
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 200);
  });
}
