// The trading screen's own part: a ticket that is checked while it is written, levels that fill it, and commands whose
// preview and confirmation open over the page. Each of these is a page of its own, and without this file one gets there.
import { english, words } from "./page.js";
import { renewOwn } from "./feed.js";

const Pause = 120;

// --- The ticket --------------------------------------------------------------------------------------------------

let [waiting, asked] = [0, 0];

function ticketForm() {
  return document.querySelector("#ticket form[method=get]");
}

async function check() {
  const ticket = document.getElementById("ticket");
  const form = ticketForm();
  if (!form) {
    return;
  }
  clearTimeout(waiting);
  const mine = ++asked;
  const fields = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(`${ticket.dataset.ticket}?${fields}`, { credentials: "same-origin" });
    if (!answer.ok || mine !== asked) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine === asked) {
      showCheck(page);
    }
  } catch {
    // The next key asks again.
  }
}

function showCheck(page) {
  const fresh = page.getElementById("ticket-result");
  const old = document.getElementById("ticket-result");
  if (!fresh || !old) {
    return;
  }
  const focused = old.contains(document.activeElement);
  old.replaceWith(document.adoptNode(fresh));
  if (focused) {
    fresh.querySelector("button")?.focus({ preventScroll: true });
  }
  for (const problem of page.querySelectorAll("[data-problem]")) {
    const place = document.getElementById(problem.id);
    if (place && place.textContent !== problem.textContent) {
      place.textContent = problem.textContent;
    }
  }
  for (const hint of page.querySelectorAll("#ticket .hint")) {
    const place = document.getElementById(hint.id);
    if (place && place.textContent !== hint.textContent) {
      place.textContent = hint.textContent;
    }
  }
  for (const field of page.querySelectorAll("#ticket input.num")) {
    const place = document.getElementById(field.id);
    place?.toggleAttribute("aria-invalid", field.hasAttribute("aria-invalid"));
    if (field.hasAttribute("aria-invalid")) {
      place?.setAttribute("aria-invalid", "true");
    }
  }
}

// The old answer no longer belongs to what is written: nothing is sent on it.
function stale() {
  document.querySelectorAll("#ticket-result .send button").forEach((button) => { button.disabled = true; });
  clearTimeout(waiting);
  waiting = setTimeout(check, Pause);
}

document.addEventListener("input", (event) => {
  if (event.target.closest?.("#ticket form[method=get]")) {
    stale();
  }
});

// Enter in a field checks at once, and goes on when all is right.
document.addEventListener("submit", async (event) => {
  if (event.target === ticketForm()) {
    event.preventDefault();
    await check();
    const button = document.querySelector("#ticket-result .send button:not(:disabled)");
    button?.focus();
  }
}, true);

// A level, or an order to take, fills the ticket.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-fill] a, a[data-fill]");
  const ticket = document.getElementById("ticket");
  if (!link || !ticket || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const address = new URL(link.href);
  const form = ticketForm();
  if (form && form.dataset.way !== "take" && address.searchParams.get("way") !== "take") {
    form.elements.price.value = address.searchParams.get("price");
    form.querySelector(`[name=side][value=${address.searchParams.get("side")}]`).checked = true;
    check();
    form.elements.quantity.focus();
    return;
  }
  const answer = await fetch(`${ticket.dataset.ticket}?${address.searchParams}`, { credentials: "same-origin" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("ticket");
  if (answer.ok && fresh) {
    ticket.replaceWith(document.adoptNode(fresh));
    fresh.querySelector("[name=quantity]")?.focus();
  } else {
    location.assign(link.href);
  }
});

document.addEventListener("own-renewed", () => {
  const form = ticketForm();
  if (form && (form.elements.quantity?.value || form.dataset.way === "take") && !document.querySelector("dialog[open]")) {
    check();
  }
});

// A new day has other bounds: whoever is not writing gets the ticket anew.
document.addEventListener("market-turned", ({ detail: page }) => {
  const [old, fresh] = [document.getElementById("ticket"), page.getElementById("ticket")];
  const form = ticketForm();
  const written = form && ["price", "quantity"].some((name) => form.elements[name]?.value);
  if (old && fresh && written) {
    check();
  } else if (old && fresh && !old.contains(document.activeElement)) {
    old.replaceWith(document.adoptNode(fresh));
  }
});

// --- Commands over the page --------------------------------------------------------------------------------------

let dialog = null;

function openDialog() {
  if (dialog?.open) {
    return dialog;
  }
  dialog = document.createElement("dialog");
  dialog.className = "act-dialog";
  const back = document.activeElement;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close plain little";
  close.textContent = "✕";
  close.setAttribute("aria-label", words("close"));
  close.addEventListener("click", () => dialog.close());
  const body = document.createElement("div");
  body.className = "act-body";
  dialog.append(body, close);
  dialog.addEventListener("close", () => {
    dialog.remove();
    (back?.isConnected ? back : document.getElementById("content"))?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function toast(text, where) {
  const place = document.createElement("a");
  place.className = "act-toast";
  place.href = where;
  place.textContent = text;
  place.setAttribute("role", "status");
  document.querySelectorAll(".act-toast").forEach((one) => one.remove());
  document.getElementById("content").append(place);
  setTimeout(() => place.remove(), 8000);
}

async function send(address, options, straight = false) {
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  const where = new URL(answer.url);
  if (/^\/(confirm|sign-in)/.test(where.pathname)) {
    location.assign(where);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (where.pathname.startsWith("/act/done/")) {
    dialog?.close();
    toast(page.querySelector("main .sentences li")?.textContent ?? page.querySelector("main h1").textContent,
      where.pathname);
    document.querySelector("#ticket [name=quantity]")?.form?.reset();
    renewOwn();
    check();
    return;
  }
  const form = page.querySelector("main form[data-command]");
  if (straight && form && answer.ok) {
    const data = new URLSearchParams(new FormData(form));
    data.set("_step", "preview");
    await send(form.getAttribute("action"), { method: "POST", body: data });
    return;
  }
  show(page);
}

function show(page) {
  const main = page.querySelector("main");
  main.querySelectorAll(".crumbs, .steps").forEach((one) => one.remove());
  const body = openDialog().querySelector(".act-body");
  body.replaceChildren(...[...main.children].map((one) => document.adoptNode(one)));
  const heading = body.querySelector("h1");
  heading.id = "act-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  (body.querySelector("button[value=confirm], [aria-invalid], input:not([type=hidden]), button") ?? dialog).focus();
}

async function guarded(work, otherwise) {
  try {
    await work();
  } catch {
    otherwise();
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-act]");
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  guarded(() => send(link.href, {}, link.dataset.act === "straight"), () => location.assign(link.href));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form.matches("[data-act]") || form.closest(".act-dialog"))) {
    return;
  }
  event.preventDefault();
  if (event.submitter?.value === "edit" && !form.matches("[data-command]")) {
    dialog?.close();
    return;
  }
  const data = new FormData(form, event.submitter);
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  event.submitter?.setAttribute("aria-busy", "true");
  guarded(
    () => send(form.getAttribute("action"), { method: form.method.toUpperCase(), body }),
    () => toast(english() ? "No answer; look at your orders before you send it again."
      : "没有收到答复；请先查看本单位的挂牌，再决定是否重新申报。", location.href));
});
