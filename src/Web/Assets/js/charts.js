// Draws what a page gives as data; see Parts/Chart.razor. Only what is used of ECharts is bundled.
import { BarChart, CandlestickChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { colour, english } from "./page.js";

use([
  BarChart, CandlestickChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent,
  TooltipComponent, SVGRenderer,
]);

const drawn = new Map();
const exact = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

export function draw(plot) {
  const model = JSON.parse(plot.querySelector("script").textContent);
  plot.textContent = "";
  const chart = init(plot, null, { renderer: "svg" });
  drawn.set(plot, { chart, model });
  show(plot);
  new ResizeObserver(() => {
    if (plot.isConnected) {
      chart.resize();
    } else {
      chart.dispose();
      drawn.delete(plot);
    }
  }).observe(plot);
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((_, plot) => show(plot)));

function show(plot) {
  const { chart, model } = drawn.get(plot);
  const narrow = plot.clientWidth < 560;
  const picture = model.kind === "timeline" ? timeline(model, narrow)
    : model.kind === "candles" ? candles(model, narrow) : cartesian(model, narrow, plot.clientWidth);
  chart.setOption(picture, true);
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

// Prices above, volumes below, over the same days. A day that rose is hollow, one that fell is filled.
function candles(model, narrow) {
  const base = common();
  const [open, close, low, high, volume] = model.series;
  const days = model.categories.map((_, day) => day);
  const rose = (day) => close.values[day] >= open.values[day];
  const { xAxis, yAxis } = axes(model, narrow);
  const side = { left: narrow ? 52 : 64, right: 12 };
  return {
    ...base,
    grid: [{ ...side, top: 12, height: "56%" }, { ...side, top: "72%", bottom: 28 }],
    xAxis: [{ ...xAxis, axisLabel: { show: false } }, { ...xAxis, gridIndex: 1 }],
    yAxis: [{ ...yAxis, scale: true }, { ...yAxis, gridIndex: 1, splitNumber: 2 }],
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: {
      ...base.tooltip, trigger: "axis", axisPointer: { type: "shadow" },
      formatter: ([{ dataIndex: day, name }]) => [
        name, ...model.series.map((one) => `${one.name}  ${exact.format(one.values[day])} ${one.unit}`),
      ].join("\n"),
    },
    series: [
      {
        type: "candlestick", barMaxWidth: 22,
        data: days.map((day) => [open, close, low, high].map((one) => one.values[day])),
        itemStyle: {
          color: colour("surface"), borderColor: colour("bad"), color0: colour("good"), borderColor0: colour("good"),
        },
      },
      {
        type: "bar", xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 22,
        data: days.map((day) => ({
          value: volume.values[day], itemStyle: { color: colour(rose(day) ? "bad" : "good"), borderRadius: 2 },
        })),
      },
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
