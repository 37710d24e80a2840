import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart-colours.js';

export interface Series {
  name: string;
  values: readonly (number | null)[];
}

interface CourseOption {
  names: readonly string[];
  /** Lines, in hours; none where a measure only counts. */
  lines: readonly Series[];
  counts: Series;
  hoursName: string;
  formatHours: (hours: number) => string;
  formatCount: (n: number) => string;
}

/** How many as bars behind, how long as lines before them: a median without its n is half a figure. */
export function courseOption(
  { names, lines, counts, hoursName, formatHours, formatCount }: CourseOption,
  colours: ChartColours,
): EChartsCoreOption {
  const axisLabel = { color: colours.dim };
  const nameAt = (align: 'left' | 'right') => ({ color: colours.dim, align });
  const countAxis = lines.length > 0 ? 1 : 0;
  const axes = [
    ...(lines.length > 0
      ? [
          {
            type: 'value',
            name: hoursName,
            nameTextStyle: nameAt('left'),
            axisLabel,
            splitLine: { lineStyle: { color: colours.line } },
          },
        ]
      : []),
    {
      type: 'value',
      name: counts.name,
      nameTextStyle: nameAt(lines.length > 0 ? 'right' : 'left'),
      axisLabel,
      minInterval: 1,
      splitLine: { show: lines.length === 0, lineStyle: { color: colours.line } },
    },
  ];
  return {
    textStyle: { fontFamily: colours.font },
    grid: { left: 8, right: 8, top: 56, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: { color: colours.ink } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.panel,
      borderColor: colours.line,
      textStyle: { color: colours.ink },
    },
    xAxis: {
      type: 'category',
      data: [...names],
      axisLabel: { ...axisLabel, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.quiet } },
    },
    yAxis: axes,
    series: [
      {
        type: 'bar',
        name: counts.name,
        yAxisIndex: countAxis,
        data: [...counts.values],
        itemStyle: { color: colours.quiet, opacity: 0.55 },
        tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? formatCount(value) : '–') },
      },
      ...lines.map(({ name, values }, place) => ({
        type: 'line',
        name,
        data: [...values],
        showSymbol: names.length <= 62,
        symbol: place === 0 ? 'circle' : 'triangle',
        symbolSize: 7,
        lineStyle: { type: place === 0 ? 'solid' : 'dashed', width: 2 },
        color: place === 0 ? colours.main : colours.beside,
        tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? formatHours(value) : '–') },
      })),
    ],
  };
}

export interface HeatCell {
  hour: number;
  /** 0 is Monday. */
  day: number;
  value: number | null;
  words: string;
}

interface HeatOption {
  days: readonly string[];
  hours: readonly string[];
  cells: readonly HeatCell[];
  formatValue: (value: number) => string;
}

export function heatOption({ days, hours, cells, formatValue }: HeatOption, colours: ChartColours): EChartsCoreOption {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  const axis = {
    type: 'category',
    axisLabel: { color: colours.dim },
    axisLine: { lineStyle: { color: colours.quiet } },
  };
  return {
    textStyle: { fontFamily: colours.font },
    grid: { left: 8, right: 8, top: 8, bottom: 64, containLabel: true },
    tooltip: {
      confine: true,
      backgroundColor: colours.panel,
      borderColor: colours.line,
      textStyle: { color: colours.ink },
      renderMode: 'richText',
      formatter: ({ dataIndex }: { dataIndex: number }) => cells[dataIndex]?.words ?? '',
    },
    xAxis: { ...axis, data: [...hours], axisLabel: { color: colours.dim, hideOverlap: true } },
    yAxis: { ...axis, data: [...days], inverse: true },
    visualMap: {
      min: Math.min(0, ...values),
      max: Math.max(1, ...values),
      calculable: false,
      text: [formatValue(Math.max(1, ...values)), formatValue(Math.min(0, ...values))],
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 180,
      inRange: { color: [...colours.scale] },
      textStyle: { color: colours.ink },
      formatter: (value: unknown) => (typeof value === 'number' ? formatValue(value) : ''),
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ hour, day, value }) => [hour, day, value ?? '-']),
        itemStyle: { borderColor: colours.panel, borderWidth: 1 },
      },
    ],
  };
}
