// The core of homeward in this page: Python itself, the law, and the file that is opened.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const status = document.getElementById("status");
const file = document.getElementById("file");
const save = document.getElementById("save");
const shown = document.getElementById("answers");

const EXPLAIN = `
import json
from homeward.explain import Explainer
from homeward.facts import RecordError

explainer = Explainer()

def answers(text):
    try:
        told = explainer.explain(explainer.read(json.loads(text)))
    except (ValueError, RecordError) as problem:
        return [f"This file cannot be read. {problem}", ""]
    return [told.as_text(), told.as_line()]
`;

const began = performance.now();
const python = await loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href });
const core = await fetch("homeward.zip");
python.unpackArchive(await core.arrayBuffer(), "zip");
python.runPython(EXPLAIN);
const answers = python.globals.get("answers");
status.textContent = "Ready. You can go offline now.";
status.dataset.milliseconds = Math.round(performance.now() - began);
file.disabled = false;

file.addEventListener("change", async () => {
  const text = await file.files[0].text();
  const started = performance.now();
  const [page, json] = answers(text).toJs();
  shown.textContent = page;
  shown.dataset.milliseconds = Math.round(performance.now() - started);
  save.disabled = json === "";
  save.dataset.answers = json;
});

save.addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([save.dataset.answers], { type: "application/json" }));
  link.download = "my-answers.json";
  link.click();
  URL.revokeObjectURL(link.href);
});
