// Draws what a page gives as data; see Parts/Chart.razor. Only what is used of ECharts is bundled.
import { BarChart, CandlestickChart, LineChart, ScatterChart } from "echarts/charts";
import {
  DataZoomInsideComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { colour, english } from "./page.js";

use([
  BarChart, CandlestickChart, LineChart, ScatterChart, DataZoomInsideComponent, GridComponent, LegendComponent,
  MarkLineComponent, TooltipComponent, SVGRenderer,
]);

const drawn = new Map();
const exact = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

export function draw(plot) {
  const model = JSON.parse(plot.querySelector("script").textContent);
  plot.textContent = "";
  const chart = init(plot, null, { renderer: "svg" });
  drawn.set(plot, { chart, model });
  show(plot);
  plot.closest("[data-kline]")?.querySelector("[data-zoom-tools]")?.removeAttribute("hidden");
  chart.on("datazoom", () => tell(plot));
  new ResizeObserver(() => {
    if (plot.isConnected) {
      chart.resize();
    } else {
      chart.dispose();
      drawn.delete(plot);
    }
  }).observe(plot);
}

// New figures in a picture that is there: what is looked at stays.
export function redraw(plot, model) {
  const known = drawn.get(plot);
  if (!known) {
    return;
  }
  const at = zoomOf(known.chart);
  const length = known.model.categories.length;
  known.model = model;
  show(plot);
  if (at && length > 0) {
    const moved = model.categories.length - length;
    const last = at.endValue >= length - 1 ? moved : 0;
    look(plot, at.startValue === 0 ? 0 : at.startValue + last, at.endValue + last);
  }
}

// What the buttons beside the candles do.
export function zoom(plot, what) {
  const { chart, model } = drawn.get(plot) ?? {};
  const at = chart && zoomOf(chart);
  if (!at) {
    return;
  }
  const last = model.categories.length - 1;
  const { startValue: from, endValue: to } = at;
  const span = to - from;
  const step = Math.max(1, Math.round(span / 4));
  const [first, end] = {
    in: [from + step, to - (step > span / 2 ? 0 : step)], out: [from - step, to + step], all: [0, last],
    earlier: [Math.max(0, from - step), Math.max(0, from - step) + span],
    later: [Math.min(last, to + step) - span, Math.min(last, to + step)],
  }[what];
  look(plot, Math.max(0, Math.min(first, last - Math.min(4, last))), Math.min(last, end));
}

function zoomOf(chart) {
  return chart.getOption().dataZoom?.[0];
}

function look(plot, startValue, endValue) {
  drawn.get(plot).chart.dispatchAction({ type: "dataZoom", startValue, endValue });
}

// Says in words which span is looked at.
function tell(plot) {
  const { chart, model } = drawn.get(plot);
  const place = plot.closest("[data-kline]")?.querySelector("[data-zoom-span]");
  const at = zoomOf(chart);
  if (place && at) {
    place.textContent = `${model.categories[at.startValue]} – ${model.categories[at.endValue]}`;
  }
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((_, plot) => show(plot)));

function show(plot) {
  const { chart, model } = drawn.get(plot);
  const narrow = plot.clientWidth < 560;
  const picture = model.kind === "timeline" ? timeline(model, narrow)
    : model.kind === "candles" ? candles(model, narrow) : cartesian(model, narrow, plot.clientWidth);
  chart.setOption(picture, true);
  if (model.kind === "candles") {
    tell(plot);
  }
  // The table says it all; to a reader of the screen the picture would only be a second time.
  plot.setAttribute("aria-hidden", "true");
}

// 12,345,678 as a person would say it: 1234.57 万 or 12.35 M.
export function spoken(value) {
  const size = Math.abs(value);
  const steps = english() ? [[1e9, " G"], [1e6, " M"], [1e3, " k"]] : [[1e8, " 亿"], [1e4, " 万"]];
  const [step, word] = steps.find(([least]) => size >= least) || [1, ""];
  return exact.format(Math.round((value / step) * 100) / 100) + word;
}

function common() {
  const font = getComputedStyle(document.body).fontFamily;
  return {
    animation: false,
    textStyle: { fontFamily: font, color: colour("ink-2") },
    color: ["c1", "c2", "c3", "c4", "c5", "c6"].map(colour),
    tooltip: {
      // Rich text, because the page forbids inline styles and a tooltip of HTML is made of them.
      renderMode: "richText", confine: true, backgroundColor: colour("raised"), borderColor: colour("line-2"),
      textStyle: { color: colour("ink"), fontFamily: font, fontSize: 13 }, padding: [8, 12],
    },
  };
}

function axes(model, narrow) {
  const names = {
    type: "category", data: model.categories, axisTick: { show: false },
    axisLine: { lineStyle: { color: colour("line-2") } },
    axisLabel: {
      color: colour("ink-2"), width: narrow ? 92 : 150, overflow: "truncate", interval: model.lying ? 0 : "auto",
    },
    inverse: model.lying,
  };
  const values = {
    type: "value", max: model.max ?? null, interval: model.percent ? 25 : undefined, splitNumber: narrow ? 3 : 5,
    axisLabel: { color: colour("ink-2"), formatter: (value) => model.percent ? `${value} %` : spoken(value) },
    splitLine: { lineStyle: { color: colour("line") } },
  };
  return model.lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
}

// How many rows the legend takes, from how long its words are.
function legendRows(model, width) {
  const long = (name) => [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? 13 : 7), 34);
  let [rows, taken] = [1, 0];
  for (const one of model.series) {
    taken += long(one.name);
    if (taken > width && taken > long(one.name)) {
      [rows, taken] = [rows + 1, long(one.name)];
    }
  }
  return model.series.length < 2 ? 0 : rows;
}

function cartesian(model, narrow, width) {
  const base = common();
  return {
    ...base,
    ...axes(model, narrow),
    grid: { left: 8, right: 20, top: 12 + 28 * legendRows(model, width), bottom: 8, containLabel: true },
    legend: {
      show: model.series.length > 1, left: 0, top: 0, icon: "roundRect", itemWidth: 11, itemHeight: 11, itemGap: 18,
      textStyle: { color: colour("ink-2"), fontSize: 13 },
    },
    tooltip: {
      ...base.tooltip, trigger: "axis", axisPointer: { type: model.kind === "line" ? "line" : "shadow" },
      formatter: (points) => [
        points[0].name,
        ...points.filter((one) => one.value !== null && one.value !== undefined)
          .map((one) => `${one.seriesName}  ${exact.format(one.value)} ${model.unit}`),
      ].join("\n"),
    },
    series: model.series.map((one, index) => ({
      name: one.name, data: one.values, type: model.kind === "line" ? "line" : "bar",
      stack: model.kind === "stack" ? "all" : undefined, barMaxWidth: 22, barGap: "10%",
      itemStyle: { color: colour(one.colour || `c${index + 1}`), borderRadius: model.kind === "stack" ? 0 : 2 },
      symbolSize: 6, lineStyle: { width: 2 },
    })),
  };
}

// Prices with their averages above, volumes below, over the same span. A candle that rose is hollow, one that fell is
// filled; each average has a line of its own kind.
function candles(model, narrow) {
  const base = common();
  const [open, close, low, high, volume, ...averages] = model.series;
  const days = model.categories.map((_, day) => day);
  const rose = (day) => close.values[day] >= open.values[day];
  const { xAxis, yAxis } = axes(model, narrow);
  const side = { left: narrow ? 52 : 64, right: 12 };
  const known = (one, day) => one.values[day] !== null && one.values[day] !== undefined;
  return {
    ...base,
    grid: [{ ...side, top: 34, height: "54%" }, { ...side, top: "76%", bottom: 28 }],
    legend: {
      show: averages.length > 0, left: side.left, top: 0, itemWidth: 22, itemHeight: 8, itemGap: narrow ? 10 : 18,
      data: averages.map((one) => one.name), textStyle: { color: colour("ink-2"), fontSize: 12 },
    },
    xAxis: [{ ...xAxis, axisLabel: { show: false } }, { ...xAxis, gridIndex: 1 }],
    yAxis: [{ ...yAxis, scale: true }, { ...yAxis, gridIndex: 1, splitNumber: 2 }],
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    dataZoom: [{
      type: "inside", xAxisIndex: [0, 1], minValueSpan: 4, zoomOnMouseWheel: true, moveOnMouseMove: true,
      moveOnMouseWheel: false,
    }],
    tooltip: {
      ...base.tooltip, trigger: "axis", axisPointer: { type: "cross", label: { show: false } },
      formatter: ([{ dataIndex: day, name }]) => [
        name, ...model.series.filter((one) => known(one, day))
          .map((one) => `${one.name}  ${exact.format(one.values[day])} ${one.unit}`),
      ].join("\n"),
    },
    series: [
      {
        type: "candlestick", barMaxWidth: 18, barMinWidth: 2,
        data: days.map((day) => [open, close, low, high].map((one) => one.values[day])),
        itemStyle: {
          color: colour("surface"), borderColor: colour("rise"), color0: colour("fall"), borderColor0: colour("fall"),
        },
      },
      {
        type: "bar", xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 18,
        data: days.map((day) => ({
          value: volume.values[day],
          itemStyle: { color: rose(day) ? colour("surface") : colour("fall"),
            borderColor: colour(rose(day) ? "rise" : "fall"), borderWidth: 1 },
        })),
      },
      ...averages.map((one, index) => ({
        name: one.name, type: "line", data: one.values, showSymbol: false, symbol: "none", z: 4,
        lineStyle: { width: 1.4, type: ["solid", "dashed", "dotted"][index % 3], color: colour(`c${index + 1}`) },
        itemStyle: { color: colour(`c${index + 1}`) },
      })),
    ],
  };
}

// Dates on one line for each category; what has passed is hollow.
function timeline(model, narrow) {
  const base = common();
  return {
    ...base,
    grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
    xAxis: {
      type: "time", axisLabel: { color: colour("ink-2"), hideOverlap: true }, splitNumber: narrow ? 3 : 8,
      axisLine: { lineStyle: { color: colour("line-2") } },
      splitLine: { show: true, lineStyle: { color: colour("line") } },
    },
    yAxis: {
      type: "category", data: model.categories, inverse: true, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: colour("ink-2"), width: narrow ? 72 : 150, overflow: "truncate" },
      splitLine: { show: true, lineStyle: { color: colour("line") } },
    },
    tooltip: { ...base.tooltip, trigger: "item", formatter: (one) => one.name },
    series: [{
      type: "scatter", symbolSize: narrow ? 11 : 14,
      data: model.dates.map((date) => ({
        value: [date.at, date.category], name: date.text,
        itemStyle: {
          color: colour(date.past ? "surface" : "c1"), borderColor: colour(date.past ? "line-3" : "c1"),
          borderWidth: 2, opacity: 1,
        },
      })),
      markLine: model.now ? {
        symbol: "none", silent: true, data: [{ xAxis: model.now }],
        lineStyle: { color: colour("accent"), type: "solid", width: 1.5 },
        label: { formatter: model.nowWord, color: colour("accent"), position: "start", distance: 4 },
      } : undefined,
    }],
  };
}
