// The candles' own part of a page: looking closer with buttons, and new candles without losing the place. The picture
// itself is drawn by charts.js, which is loaded when it comes into view.

const charts = () => import(document.querySelector("script[data-charts]").dataset.charts);

// New candles: the picture takes the new figures and keeps what is looked at; the table is exchanged.
export async function renewChart(old, fresh) {
  const [plot, data] = [old.querySelector("[data-chart]"), fresh.querySelector("[data-chart] script")];
  if (!plot?.dataset.drawn || !data) {
    if (plot && data) {
      plot.querySelector("script")?.replaceWith(data);
    } else if (data) {
      old.replaceWith(fresh);
      const { draw } = await charts();
      draw(fresh.querySelector("[data-chart]"));
    }
    return;
  }
  const { redraw } = await charts();
  redraw(plot, JSON.parse(data.textContent));
  const [was, is] = [old.querySelector("table"), fresh.querySelector("table")];
  if (was && is && was.outerHTML !== is.outerHTML) {
    was.replaceWith(is);
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-zoom]");
  const plot = button?.closest("[data-kline]")?.querySelector("[data-chart]");
  if (plot) {
    const { zoom } = await charts();
    zoom(plot, button.dataset.zoom);
  }
});
