// The ticket of a sealed bid is checked while it is written. Without this file its button does the same.
const pause = 400;
let waiting;
let latest = 0;

async function check(form) {
  const turn = ++latest;
  const body = new URLSearchParams(new FormData(form));
  body.set("_step", "try");
  const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // Only the newest answer counts: an older one may arrive later.
  if (turn !== latest) return;
  for (const said of document.querySelectorAll("[data-ticket-said]")) {
    const next = page.querySelector(`[data-ticket-said="${said.dataset.ticketSaid}"]`);
    if (next) said.replaceWith(document.importNode(next, true));
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-ticket]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => check(form), pause);
});
