import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Messages } from '../../i18n/locale';
import { formatNumber } from '../../i18n/number-format';
import { labelMargin } from '../../plot/curves';
import type { PlotContent, SideMargins } from '../../plot/plot-surface';
import type { PlotSeries } from '../../plot/series';
import { tidied, type ViewWindow } from '../../plot/view-window';
import '../shared/number-field';
import type { ValueChangeEvent } from '../shared/number-field';
import type { DataTable } from './data-table';
import { bringIntoSight, type Change, fitWindow, resetWindow } from './explorer-actions';
import { LIMITS } from './explorer-state';
import { ExplorerView } from './explorer-view';
import './plot-stage';

/** A view around a plot that shares its window and probe with the other views. */
export abstract class PlotView extends ExplorerView {
  protected stage(content: PlotContent, data: () => DataTable): TemplateResult {
    const { window, equal, x } = this.model;
    return html`
      <al-plot-stage
        .content=${content}
        .view=${window}
        .equalUnits=${equal}
        .probe=${x}
        .data=${data}
        @view-change=${(event: CustomEvent<ViewWindow>) => this.#show({ window: event.detail })}
        @view-reset=${() => this.#show(resetWindow())}
        @view-fit=${() => this.#show(fitWindow(window, (at) => content.series.flatMap((series) => series.sample(at))))}
        @equal-change=${(event: CustomEvent<boolean>) => this.change({ equal: event.detail })}
        @probe-change=${(event: CustomEvent<number>) => this.change({ x: event.detail })}
      ></al-plot-stage>
    `;
  }

  /** A plot below the first one with the same abscissas and a vertical axis of its own, which follows what it shows. */
  protected errorStage(
    content: PlotContent,
    reach: readonly [bottom: number, top: number],
    data: () => DataTable,
  ): TemplateResult {
    const { window, x } = this.model;
    const [bottom, top] = reach;
    return html`
      <al-plot-stage
        bare
        class="error-stage"
        .content=${content}
        .view=${tidied({ ...window, bottom, top })}
        .probe=${x}
        .data=${data}
        @view-change=${({ detail: { left, right } }: CustomEvent<ViewWindow>) => this.change({ window: { ...window, left, right } })}
        @probe-change=${(event: CustomEvent<number>) => this.change({ x: event.detail })}
      ></al-plot-stage>
    `;
  }

  #show(change: Change): void {
    this.change(change);
    if (change.window !== undefined) this.say(windowText(change.window, this.t.explorer));
  }

  /** Entry of the probe's abscissa as a number. */
  protected probeField(label: string): TemplateResult {
    return html`
      <al-number-field
        class="probe-field"
        label=${label}
        .value=${live(this.model.x)}
        .minimum=${LIMITS.x.minimum}
        .maximum=${LIMITS.x.maximum}
        .step=${0.1}
        @value-change=${this.#enterProbe}
      ></al-number-field>
    `;
  }

  readonly #enterProbe = (event: ValueChangeEvent): void => {
    const x = event.detail.value;
    this.change({ x, window: bringIntoSight(this.model.window, x) });
  };
}

/** How far the axes reach, in words. */
export function windowText({ left, right, bottom, top }: ViewWindow, { plot }: Messages['explorer']): string {
  return plot.extent(formatNumber(left), formatNumber(right), formatNumber(bottom), formatNumber(top));
}

const ERROR_TICKS_WIDTH = 64;

/** Side margins for a plot of `series` and the plot of errors below it. */
export const marginsWithErrors =
  (series: readonly PlotSeries[]) =>
  (width: number): SideMargins => ({ left: ERROR_TICKS_WIDTH, right: labelMargin(series, width) });
