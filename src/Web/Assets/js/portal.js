// Every page works without this file. It saves reloads: tables sort, filter and turn pages in place, dialogs open over
// the page, texts are copied at a press, long work shows its progress, charts are drawn where they are looked at.
import { pick, words } from "./page.js";
import "./actions.js";
import "./ticket.js";
import "./feed.js";
import "./floor.js";

// --- Regions that are exchanged in place -------------------------------------------------------------------------

async function fetchPage(url) {
  const answer = await fetch(url, { headers: { "X-Requested-With": "portal" }, credentials: "same-origin" });
  if (!answer.ok || !(answer.headers.get("Content-Type") || "").startsWith("text/html")) {
    throw new Error(`${answer.status}`);
  }
  return { page: new DOMParser().parseFromString(await answer.text(), "text/html"), url: answer.url };
}

async function exchange(region, url, { push = true } = {}) {
  region.setAttribute("aria-busy", "true");
  const active = document.activeElement;
  const held = active && region.contains(active) ? pathOf(active) : null;
  try {
    const { page } = await fetchPage(url);
    const fresh = page.getElementById(region.id);
    if (!fresh) {
      throw new Error("no region");
    }
    region.replaceWith(fresh);
    document.title = page.title;
    if (push) {
      history.pushState({ region: fresh.id }, "", url);
    }
    held?.(fresh)?.focus({ preventScroll: true });
    announce(pick(fresh, "[data-count]")?.textContent ?? "");
    enhance(fresh);
  } catch {
    location.assign(url);
  }
}

// Finds the same control again in the new region: by name, or by the words of a link.
function pathOf(element) {
  if (element.name) {
    return (region) => region.querySelector(`[name="${CSS.escape(element.name)}"]`);
  }
  const words = element.textContent.trim();
  return (region) => [...region.querySelectorAll(element.tagName)].find((one) => one.textContent.trim() === words);
}

function onClick(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  const link = event.target.closest("a[href]");
  const region = link?.closest("[data-swap]");
  if (link && region && !link.hasAttribute("download") && new URL(link.href).pathname === location.pathname) {
    event.preventDefault();
    exchange(region, link.href);
  } else if (link?.hasAttribute("data-dialog") && "showModal" in HTMLDialogElement.prototype) {
    event.preventDefault();
    openDialog(link);
  }
}

function onSubmit(event) {
  const form = event.target;
  const region = form.closest("[data-swap]");
  if (!region || form.method !== "get" || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  exchange(region, `${form.getAttribute("action") || location.pathname}?${fields}`);
}

// --- Dialogs: a page of its own, shown over this one -------------------------------------------------------------

async function openDialog(link) {
  try {
    const { page, url } = await fetchPage(link.href);
    const content = page.querySelector("[data-dialog-content]");
    if (!content || new URL(url).pathname !== new URL(link.href).pathname) {
      throw new Error("no dialog");
    }
    const dialog = document.createElement("dialog");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close plain little";
    close.textContent = "✕";
    close.setAttribute("aria-label", words("close"));
    close.addEventListener("click", () => dialog.close());
    dialog.append(document.importNode(content, true), close);
    dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-dialog-close]")) {
        event.preventDefault();
        dialog.close();
      }
    });
    const heading = dialog.querySelector("h1, h2");
    if (heading) {
      heading.id ||= "dialog-title";
      dialog.setAttribute("aria-labelledby", heading.id);
    }
    document.body.append(dialog);
    enhance(dialog);
    dialog.showModal();
  } catch {
    location.assign(link.href);
  }
}

// --- Small things ------------------------------------------------------------------------------------------------

function toast(text) {
  let place = document.querySelector(".toasts");
  if (!place) {
    place = document.createElement("div");
    place.className = "toasts";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  const one = document.createElement("div");
  one.textContent = text;
  place.append(one);
  setTimeout(() => one.remove(), 4000);
}

function announce(text) {
  let place = document.getElementById("announcer");
  if (!place) {
    place = document.createElement("div");
    place.id = "announcer";
    place.className = "hidden-text";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = text;
}

async function copy(button) {
  const text = button.dataset.copy || document.getElementById(button.dataset.copyFrom)?.textContent || "";
  try {
    await navigator.clipboard.writeText(text);
    toast(words("copied"));
  } catch {
    toast(words("notCopied"));
  }
}

// Long work on the server: the region asks for itself until it no longer says that it is under way.
function poll(region) {
  setTimeout(async () => {
    try {
      const { page, url } = await fetchPage(region.dataset.poll || location.href);
      const fresh = page.getElementById(region.id);
      if (!fresh) {
        location.assign(url);
        return;
      }
      region.replaceWith(fresh);
      enhance(fresh);
      if (!fresh.hasAttribute("data-poll")) {
        announce(fresh.textContent.trim().slice(0, 200));
      }
    } catch {
      poll(region);
    }
  }, 700);
}

// Arrow keys walk through the rows' links; a slash goes to the filter.
function onKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
    return;
  }
  if (event.key === "/") {
    const field = document.querySelector("form.filter input");
    if (field) {
      event.preventDefault();
      field.focus();
    }
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const row = event.target.closest?.("tbody tr");
    const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
    const link = row && event.target.tagName === "A" && next?.querySelector("a");
    if (link) {
      event.preventDefault();
      link.focus();
    }
  } else if (event.key === "Escape") {
    document.querySelectorAll("details.floating[open]").forEach(fold);
  }
}

function fold(details) {
  details.open = false;
  if (details.contains(document.activeElement)) {
    pick(details, "summary")?.focus();
  }
}

function drawCharts(root) {
  const plots = [...root.querySelectorAll("[data-chart]")].filter((plot) => !plot.dataset.drawn);
  if (plots.length === 0) {
    return;
  }
  const source = document.querySelector("script[data-charts]")?.dataset.charts;
  const watcher = new IntersectionObserver(async (entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      watcher.unobserve(entry.target);
      entry.target.dataset.drawn = "true";
      const { draw } = await import(source);
      draw(entry.target);
    }
  }, { rootMargin: "400px" });
  plots.forEach((plot) => watcher.observe(plot));
}

// Of tabs that do not fit, the one at hand is in view.
function showTab(tab) {
  const bar = tab.closest(".tabs");
  bar.scrollLeft = tab.offsetLeft - bar.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2;
}

function enhance(root) {
  root.querySelectorAll(".tabs [aria-current]").forEach(showTab);
  root.querySelectorAll("[data-copy], [data-copy-from]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  });
  root.querySelectorAll("[data-dismiss]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => button.closest(".flash").remove());
  });
  root.querySelectorAll("form[data-auto] select").forEach((select) => {
    select.addEventListener("change", () => select.form.requestSubmit());
  });
  const polls = [...root.querySelectorAll("[data-poll]")];
  (root.matches?.("[data-poll]") ? [root, ...polls] : polls).forEach(poll);
  drawCharts(root);
}

document.addEventListener("click", onClick);
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.floating[open]").forEach((one) => !one.contains(event.target) && fold(one));
});
document.addEventListener("submit", onSubmit);
document.addEventListener("keydown", onKey);
addEventListener("popstate", () => location.reload());
enhance(document);
