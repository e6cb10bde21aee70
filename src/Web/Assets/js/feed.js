// A page that says data-feed follows the market: what the feed says is written into what the server has drawn, at once;
// what is somebody's own, the candles and the hours are asked for again as the server draws them. Nothing here works
// out a rule, and without this file the page shows what was true when it was loaded.
import { pick } from "./page.js";
import { renewChart } from "./kline.js";

const figures = new Intl.NumberFormat("en-US");
const OwnAtMost = 400;
const ChartAtMost = 2000;
const AskEvery = 3000;

const digits = (minor, scale) => (minor / scale).toLocaleString("en-US", {
  minimumFractionDigits: String(scale).length - 1, maximumFractionDigits: String(scale).length - 1,
});
const tones = ["up", "down", "flat"];
const toneOf = (value) => value > 0 ? "up" : value < 0 ? "down" : "flat";

function tone(element, value) {
  element.classList.remove(...tones);
  element.classList.add(toneOf(value));
}

// Writes only what is new, and lets it be seen for a moment.
function write(element, text, flash = true) {
  if (!element || element.textContent === text) {
    return;
  }
  element.textContent = text;
  if (flash) {
    light(element);
  }
}

function light(element) {
  element.classList.remove("fresh");
  void element.offsetWidth;
  element.classList.add("fresh");
}

function changeOf(last, previous) {
  const change = Math.sign(last - previous) * Math.round(Math.abs(last - previous) * 10000 / previous) / 100;
  return `${change > 0 ? "▲ +" : change < 0 ? "▼ " : ""}${change.toFixed(2)} %`;
}

function showQuote(code, quote) {
  for (const place of document.querySelectorAll(`[data-quote="${CSS.escape(code)}"]`)) {
    const scale = Number(place.dataset.scale);
    const put = (key, text) => write(place.querySelector(`[data-q="${key}"]`), text);
    const price = (minor) => minor === undefined ? "—" : digits(minor, scale);
    put("last", digits(quote.last ?? quote.previousClose, scale));
    const listed = place.tagName === "TR" ? "—" : "";
    put("change", quote.last === undefined ? listed : changeOf(quote.last, quote.previousClose));
    for (const key of ["open", "high", "low", "average"]) {
      put(key, price(quote[key]));
    }
    put("volume", figures.format(quote.volume));
    put("turnover", digits(quote.turnover, scale));
    put("trades", figures.format(quote.trades));
    put("blockVolume", figures.format(quote.blockVolume));
    const moved = quote.last === undefined ? 0 : quote.last - quote.previousClose;
    place.querySelectorAll("[data-q-tone]").forEach((one) => tone(one, moved));
  }
}

function showDepth({ instrument, bids, asks }) {
  const row = document.querySelector(`tr[data-quote="${CSS.escape(instrument)}"]`);
  if (row) {
    const best = ([line]) => line ? digits(line.price, Number(row.dataset.scale)) : "—";
    write(row.querySelector('[data-q="bid"]'), best(bids));
    write(row.querySelector('[data-q="ask"]'), best(asks));
  }
  const ladder = document.querySelector(`[data-ladder="${CSS.escape(instrument)}"]`);
  if (!ladder) {
    return;
  }
  const largest = Math.max(1, ...[...bids, ...asks].map((line) => line.quantity));
  for (const [side, lines] of [["ask", asks], ["bid", bids]]) {
    for (let level = 1; level <= 5; level++) {
      showLevel(ladder, side, level, lines[level - 1], largest);
    }
  }
  const none = document.querySelector("[data-ladder-none]");
  if (none) {
    none.hidden = bids.length + asks.length > 0;
  }
}

function showLevel(ladder, side, level, line, largest) {
  const row = ladder.querySelector(`[data-level="${side}-${level}"]`);
  const [cell, quantity] = [row.querySelector("[data-price]"), row.querySelector("[data-quantity]")];
  const shown = line ? digits(line.price, Number(ladder.dataset.scale)) : "—";
  if (cell.textContent.trim() !== shown) {
    cell.replaceChildren(line && ladder.dataset.fill !== undefined ? fillLink(ladder, side, shown) : shown);
  }
  tone(cell, line ? line.price - Number(ladder.dataset.previous) : 0);
  write(quantity, line ? figures.format(line.quantity) : "—");
  write(row.querySelector("[data-orders]"), line ? figures.format(line.orders) : "—", false);
  const share = line ? Math.max(2, Math.round(line.quantity * 1000 / largest) / 10) : 0;
  row.querySelector("rect").setAttribute("width", `${share}%`);
}

function fillLink(ladder, side, price) {
  const link = document.createElement("a");
  link.href = `${ladder.dataset.fill}&side=${side === "ask" ? "buy" : "sell"}&price=${price}#ticket`;
  link.textContent = price;
  return link;
}

function showTrade(trade) {
  const tape = document.querySelector(`[data-tape="${CSS.escape(trade.instrument)}"]`);
  if (!tape || trade.trade <= Number(tape.dataset.last)) {
    return;
  }
  tape.dataset.last = trade.trade;
  document.querySelector("[data-tape-none]")?.remove();
  const body = tape.tBodies[0];
  const before = body.querySelector("td.num")?.textContent.replaceAll(",", "");
  const scale = Number(tape.dataset.scale);
  const row = document.createElement("tr");
  row.dataset.trade = trade.trade;
  const [time, price, quantity] = [cell("th"), cell("td", "num"), cell("td", "num")];
  time.scope = "row";
  time.textContent = clock(trade.time);
  if (trade.mode === "block") {
    const tag = cell("span", "tag");
    tag.textContent = tape.dataset.block;
    time.append(tag);
  }
  price.textContent = digits(trade.price, scale);
  tone(price, before === undefined ? 0 : trade.price - Math.round(Number(before) * scale));
  quantity.textContent = figures.format(trade.quantity);
  row.append(time, price, quantity);
  body.prepend(row);
  light(row);
  while (body.rows.length > 12) {
    body.lastElementChild.remove();
  }
}

function cell(name, kind) {
  const element = document.createElement(name);
  if (kind) {
    element.className = kind;
  }
  return element;
}

// The market's own time of day, whatever zone the reader's clock has.
function clock(time) {
  const zone = Number(document.querySelector("[data-offset]")?.dataset.offset ?? 0);
  return new Date(Date.parse(time) + zone * 60000).toISOString().slice(11, 19);
}

// --- What the server draws ---------------------------------------------------------------------------------------

async function ask(address, place) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { "X-Requested-With": "portal" } });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  if (place) {
    place.dataset.row = answer.headers.get("Tanheng-Row") ?? "";
  }
  return answer.status === 204 ? null : new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Puts a new part in the place of the old one, unless it says the same; who is in it with the keyboard stays there.
export function renew(fresh) {
  const old = fresh.id && document.getElementById(fresh.id);
  if (!old || old.outerHTML === fresh.outerHTML) {
    return;
  }
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(fresh);
  if (active) {
    const href = active.getAttribute("href");
    const again = href ? [...fresh.querySelectorAll("a")].find((one) => one.getAttribute("href") === href) : null;
    (again ?? pick(fresh, "a, button"))?.focus({ preventScroll: true });
  }
  startCountdowns(fresh);
}

// Does something soon, and again when it was asked for meanwhile; never twice at once, never more often than said.
function paced(gap, work) {
  let [busy, again] = [false, false];
  return async function start() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    try {
      await work();
    } catch {
      // The next message asks again.
    }
    setTimeout(() => {
      busy = false;
      if (again) {
        start();
      }
    }, gap);
  };
}

const renewOwn = paced(OwnAtMost, async () => {
  const place = document.querySelector("[data-own]");
  if (!place) {
    return;
  }
  const page = await ask(`${place.dataset.own}&row=${place.dataset.row ?? ""}`, place);
  if (page) {
    [...page.body.children].forEach((part) => renew(document.adoptNode(part)));
    document.dispatchEvent(new CustomEvent("own-renewed"));
  }
});

let turned = false;

const renewPage = paced(ChartAtMost, async () => {
  const page = await ask(location.href.split("#")[0]);
  const [fresh, old] = [page.getElementById("kline"), document.getElementById("kline")];
  if (fresh && old) {
    renewChart(old, document.adoptNode(fresh));
  }
  // With a day or a session more changes than prices: bands, the previous close, an empty book.
  const parts = ["session", ...(turned ? ["quote-head", "ladder", "instruments"] : [])];
  for (const part of parts.map((id) => page.getElementById(id)).filter(Boolean)) {
    renew(document.adoptNode(part));
  }
  if (turned) {
    turned = false;
    document.dispatchEvent(new CustomEvent("market-turned", { detail: page }));
  }
});

export { renewOwn };

// --- Countdowns --------------------------------------------------------------------------------------------------

const counting = new Map();

export function startCountdowns(root) {
  for (const element of root.querySelectorAll("[data-seconds]")) {
    counting.set(element, performance.now() + Number(element.dataset.seconds) * 1000);
  }
}

function count() {
  for (const [element, until] of counting) {
    if (!element.isConnected) {
      counting.delete(element);
      continue;
    }
    const left = Math.max(0, Math.round((until - performance.now()) / 1000));
    const two = (number) => String(number).padStart(2, "0");
    element.textContent = `${Math.floor(left / 3600)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
    if (left === 0) {
      counting.delete(element);
      setTimeout(renewPage, 1500);
    }
  }
}

// --- The feed ----------------------------------------------------------------------------------------------------

function take(message, shown) {
  const here = message.instrument === shown;
  switch (message.kind) {
    case "snapshot":
      for (const one of message.instruments) {
        showQuote(one.instrument, one.quote);
        showDepth(one);
      }
      message.trades.forEach(showTrade);
      renewOwn();
      break;
    case "trade":
      showTrade(message);
      if (here) {
        renewPage();
      }
      renewOwn();
      break;
    case "depth":
      showDepth(message);
      renewOwn();
      break;
    case "quote":
      showQuote(message.instrument, message.quote);
      break;
    case "state":
      turned = true;
      renewPage();
      renewOwn();
      break;
  }
}

function sign(key) {
  const place = document.querySelector("[data-live-sign]");
  if (place) {
    place.classList.toggle("on", key === "on");
    write(place, place.dataset[key], false);
  }
}

function follow(floor) {
  const only = floor.dataset.feed ? `?instrument=${encodeURIComponent(floor.dataset.feed)}` : "";
  const source = new EventSource(`/market/feed${only}`);
  source.onopen = () => sign("on");
  source.onerror = () => sign("off");
  source.onmessage = (event) => {
    document.documentElement.dataset.fed = performance.timeOrigin + performance.now();
    take(JSON.parse(event.data), floor.dataset.shown);
  };
  addEventListener("pagehide", () => source.close());
  // What only the parties of a negotiation may know is no news of the feed.
  setInterval(() => document.visibilityState === "visible" && renewOwn(), AskEvery);
}

const floor = document.querySelector("[data-feed]");
if (floor) {
  follow(floor);
}
if (document.querySelector("[data-seconds]")) {
  startCountdowns(document);
}
setInterval(count, 1000);
