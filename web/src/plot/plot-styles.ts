import { css } from 'lit';

/** How the layers of a plot look. Everything drawn is styled here, so that an export can read computed styles. */
export const plotStyles = css`
  svg text {
    font-family: var(--al-sans);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    fill: var(--al-muted);
  }
  .grid {
    stroke: var(--al-line);
    stroke-width: 1;
    opacity: 0.7;
  }
  .axis {
    stroke: var(--al-muted);
    stroke-width: 1.25;
  }
  svg .axis-label {
    font-style: italic;
  }

  .series-0 { --series: var(--al-muted); }
  .series-1 { --series: var(--al-series-1); }
  .series-2 { --series: var(--al-series-2); }
  .series-3 { --series: var(--al-series-3); }
  .series-4 { --series: var(--al-series-4); }
  .series-5 { --series: var(--al-series-5); }
  .series-6 { --series: var(--al-series-6); }

  .curve {
    fill: none;
    stroke: var(--series);
    stroke-width: 2.25;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .curve.dashed {
    stroke-width: 1.75;
    stroke-dasharray: 7 5;
    stroke-linecap: butt;
  }
  .curve.dotted {
    stroke-width: 2;
    stroke-dasharray: 0.1 4.5;
  }
  .dot {
    fill: var(--series);
    stroke: var(--series);
    stroke-width: 1.75;
  }
  .dot.open {
    fill: var(--al-paper);
  }
  svg .curve-label {
    fill: var(--series);
    font-weight: 600;
    stroke: var(--al-paper);
    stroke-width: 4;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .probe {
    stroke: var(--al-accent);
    stroke-width: 1.25;
  }
  .tangent {
    stroke: var(--series);
    stroke-width: 1.25;
    opacity: 0.85;
  }
  .marker {
    stroke: var(--al-muted);
    stroke-width: 1.25;
    stroke-dasharray: 2 4;
  }
  .cobweb {
    fill: none;
    stroke: var(--al-accent);
    stroke-width: 1.25;
  }
  .bars {
    fill: color-mix(in oklab, var(--series) 30%, var(--al-paper));
    stroke: var(--series);
    stroke-width: 0.75;
  }
  .bars.saturated {
    fill: var(--series);
  }
  .zone rect {
    fill: var(--al-muted);
    opacity: 0.09;
  }
  .hatch {
    fill: none;
    stroke: var(--al-muted);
    stroke-width: 1;
    opacity: 0.28;
  }
`;
