// Saves round trips of forms: rows are added and choices updated in place. Without this file every form works too.
const busy = new WeakSet();

async function send(form, name, value) {
  if (busy.has(form)) return;
  busy.add(form);
  form.setAttribute("aria-busy", "true");
  const data = new FormData(form);
  if (name) data.set(name, value);
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  try {
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("form[data-command]");
    if (!next) return;
    const active = document.activeElement?.id;
    form.replaceWith(document.importNode(next, true));
    if (active) document.getElementById(active)?.focus();
  } finally {
    busy.delete(form);
    form.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", event => {
  const button = event.target.closest("button[name]");
  const form = button?.form;
  if (!form?.matches("[data-command]")) return;
  const local = button.name === "_add" || button.name === "_remove" || button.value === "fill" || button.value === "calculate";
  if (!local) return;
  event.preventDefault();
  send(form, button.name, button.value);
});

document.addEventListener("change", event => {
  const field = event.target;
  const form = field.form;
  if (!form?.matches("[data-command]")) return;
  if (field.matches("[data-refresh]")) send(form, "_step", "fill");
  else if (form.matches("[data-live]") && field.closest(".inputs")) send(form, "_step", "calculate");
});
