import { type SVGTemplateResult, svg } from 'lit';
import type { Lab } from '../../engine/activation-lab';
import type { PlotGeometry } from '../../plot/geometry';
import { intervalsBelow } from '../../plot/intervals';
import type { Interval } from '../../plot/linear-scale';
import type { PlotLayer } from '../../plot/plot-surface';
import { clippedSegment } from '../../plot/polyline';
import { zones } from '../../plot/zone';
import type { Chosen } from '../../state/chosen-field';
import type { ProbeReading } from './probe-table';

/** Where |f′| of an activation is below a threshold, as far as the samples `x` reach. */
export function saturatedIntervals(
  lab: Lab,
  { key, parameters }: Chosen,
  x: Float32Array,
  threshold: number,
): Interval[] {
  const { derivative } = lab.evaluate(key, x, { parameters, order: 1 });
  return derivative === undefined ? [] : intervalsBelow(x, derivative, threshold);
}

/** Shades where the activation saturates; `drawn[index]` holds its samples. */
export const saturationLayer =
  (lab: Lab, chosen: Chosen, index: number, threshold: number): PlotLayer =>
  (geometry, drawn) => {
    const x = drawn[index]?.x;
    return x === undefined ? null : zones(geometry, saturatedIntervals(lab, chosen, x, threshold));
  };

/** A dot on every curve at the probe and, for the one in focus, the tangent. */
export function probeLayer(
  x: number,
  readings: readonly ProbeReading[],
  tangentOf: number | undefined,
): PlotLayer {
  return (geometry) => {
    if (x < geometry.window.left || x > geometry.window.right) return null;
    const focused = tangentOf === undefined ? undefined : readings[tangentOf];
    return svg`
      ${focused === undefined ? null : tangent(geometry, x, focused)}
      ${readings.map((reading) => probeDot(geometry, x, reading))}`;
  };
}

function tangent(
  { area, window, x: toX, y: toY }: PlotGeometry,
  x: number,
  { value, derivative, colour }: ProbeReading,
): SVGTemplateResult | null {
  const at = (end: number): number => toY(value + derivative * (end - x));
  const line = clippedSegment(area.left, at(window.left), area.right, at(window.right), area);
  if (line === undefined || !Number.isFinite(toX(x))) return null;
  const [[x1, y1], [x2, y2]] = line;
  return svg`<line class="tangent series-${colour}" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;
}

function probeDot(
  { area, x: toX, y: toY }: PlotGeometry,
  x: number,
  { value, colour }: ProbeReading,
): SVGTemplateResult | null {
  const y = toY(value);
  if (!(y >= area.top && y <= area.bottom)) return null;
  return svg`<circle class="dot series-${colour}" cx=${toX(x)} cy=${y} r="4.5"></circle>`;
}
