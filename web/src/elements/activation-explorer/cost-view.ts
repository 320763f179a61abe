import { css, html, nothing, type TemplateResult } from 'lit';
import type { ActivationInfo } from '../../engine/catalogue';
import { formatNumber } from '../../i18n/number-format';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/segmented-choice';
import { nextTask } from '../../training/next-task';
import { contestsOf } from './cost-contests';
import { type Cost, measure } from './cost-measurement';
import type { DataTable } from './data-table';
import './export-menu';
import { type ExplorerState, WORKLOADS, type Workload } from './explorer-state';
import '../shared/scroll-box';
import { ExplorerView, viewStyles } from './explorer-view';

/** What was measured so far, by activation and workload. */
export type CostRecord = Map<string, Partial<Record<Workload, Cost>>>;

interface MeasuredRow {
  readonly info: ActivationInfo;
  readonly cost: Cost;
}

const nanoseconds = (value: number): string => formatNumber(value, { decimals: 2 });

/** What every activation costs in this browser, by the core and by a plain JavaScript loop. */
export class CostView extends ExplorerView {
  static override properties = {
    ...ExplorerView.properties,
    record: { attribute: false },
    progress: { state: true },
    failed: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      .bar-row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-3) var(--al-space-5);
        align-items: end;
      }
      .bar-row al-export-menu {
        margin-inline-start: auto;
      }
      .progress {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-3);
        align-items: center;
      }
      progress {
        width: min(24em, 60vw);
        accent-color: var(--al-accent);
      }
      table {
        width: 100%;
      }
      td.bars {
        width: 100%;
        min-width: 7em;
      }
      .bar {
        min-width: 1px;
        height: 9px;
        border: 1px solid var(--al-series-1);
        border-radius: 0 2px 2px 0;
        background: var(--al-series-1);
      }
      .bar.naive {
        margin-top: 2px;
        border-color: var(--al-series-2);
        background: none;
      }
      .keys {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-1) var(--al-space-5);
        margin: 0;
        font-size: 0.875em;
      }
      .keys span {
        display: inline-flex;
        gap: var(--al-space-2);
        align-items: center;
      }
      .keys .bar {
        width: 22px;
        margin: 0;
      }
      .finding {
        margin: 0;
      }
    `,
  ];

  declare record: CostRecord;
  /** How many of all measurements are done; undefined while nothing is measured. */
  declare private progress:
    | { readonly done: number; readonly all: number; readonly name: string }
    | undefined;
  declare private failed: string | undefined;

  #running: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  protected override render(): TemplateResult {
    const { cost } = this.t.explorer;
    const rows = this.#rows();
    return html`
      <div class="main">
        <p class="lead">${cost.lead}</p>
        ${this.#choices(rows)} ${this.#runner()}
        ${this.failed === undefined ? nothing : html`<p role="alert">${cost.failed(this.failed)}</p>`}
        ${rows.length === 0 ? nothing : html`${this.#finding(rows)} ${this.#chart(rows)}`}
        <p class="note">${cost.how}</p>
      </div>
    `;
  }

  #choices(rows: readonly MeasuredRow[]): TemplateResult {
    const { cost } = this.t.explorer;
    const { workload, sort } = this.model;
    return html`
      <div class="bar-row">
        <al-segmented-choice
          label=${cost.workload}
          showLabel
          .options=${WORKLOADS.map((value) => ({ value, label: cost.workloads[value] }))}
          .value=${workload}
          @value-change=${(event: ValueChangeEvent<Workload>) => this.change({ workload: event.detail.value })}
        ></al-segmented-choice>
        <al-segmented-choice
          label=${cost.sort}
          showLabel
          .options=${(['cost', 'catalogue'] as const).map((value) => ({ value, label: cost.sorts[value] }))}
          .value=${sort}
          @value-change=${(event: ValueChangeEvent<ExplorerState['sort']>) => this.change({ sort: event.detail.value })}
        ></al-segmented-choice>
        ${rows.length === 0 ? nothing : html`<al-export-menu .data=${() => this.#data()}></al-export-menu>`}
      </div>
    `;
  }

  #runner(): TemplateResult {
    const { cost } = this.t.explorer;
    const { progress } = this;
    if (progress === undefined) {
      return html`<div><button type="button" class="primary" @click=${this.#start}>${this.record.size === 0 ? cost.start : cost.again}</button></div>`;
    }
    return html`
      <div class="progress">
        <progress max=${progress.all} .value=${progress.done} aria-label=${cost.progress}></progress>
        <span>${cost.measuring(progress.name, progress.done, progress.all)}</span>
        <button type="button" @click=${() => this.#running?.abort()}>${this.t.common.cancel}</button>
      </div>
    `;
  }

  #rows(): MeasuredRow[] {
    const { workload, sort } = this.model;
    const rows = this.lab.catalogue.activations.flatMap((info): MeasuredRow[] => {
      const cost = this.record.get(info.key)?.[workload];
      return cost === undefined ? [] : [{ info, cost }];
    });
    return sort === 'cost' ? rows.sort((a, b) => a.cost.core - b.cost.core) : rows;
  }

  #finding(rows: readonly MeasuredRow[]): TemplateResult {
    const { cost } = this.t.explorer;
    const ordered = [...rows].sort((a, b) => a.cost.core - b.cost.core);
    const [cheapest] = ordered;
    const dearest = ordered.at(-1);
    if (cheapest === undefined || dearest === undefined || ordered.length < 2) return html``;
    const ratio = formatNumber(dearest.cost.core / cheapest.cost.core, { significant: 2 });
    return html`
      <p class="finding">
        ${cost.finding(cheapest.info.name, nanoseconds(cheapest.cost.core), dearest.info.name, nanoseconds(dearest.cost.core), ratio)}
      </p>
    `;
  }

  #chart(rows: readonly MeasuredRow[]): TemplateResult {
    const { cost } = this.t.explorer;
    const most = Math.max(...rows.map(({ cost: { core, naive } }) => Math.max(core, naive)));
    return html`
      <p class="keys">
        <span><span class="bar"></span> ${cost.core}</span> <span><span class="bar naive"></span> ${cost.naive}</span>
      </p>
      <al-scroll-box class="panel" label=${cost.caption(cost.workloads[this.model.workload])}>
        <table>
          <caption class="visually-hidden">${cost.caption(cost.workloads[this.model.workload])}</caption>
          <thead>
            <tr>
              <th scope="col">${cost.activation}</th>
              <td></td>
              <th scope="col">${cost.core}</th>
              <th scope="col">${cost.naive}</th>
              <th scope="col">${cost.ratio}</th>
            </tr>
          </thead>
          <tbody>${rows.map((row) => this.#row(row, most))}</tbody>
        </table>
      </al-scroll-box>
    `;
  }

  #row({ info, cost: { core, naive } }: MeasuredRow, most: number): TemplateResult {
    const width = (value: number): string => `width: ${((100 * value) / most).toFixed(2)}%`;
    return html`
      <tr>
        <th scope="row">${info.name}</th>
        <td class="bars"><div class="bar" .style=${width(core)}></div><div class="bar naive" .style=${width(naive)}></div></td>
        <td>${nanoseconds(core)}</td>
        <td>${nanoseconds(naive)}</td>
        <td>${formatNumber(naive / core, { decimals: 1 })}×</td>
      </tr>
    `;
  }

  readonly #start = async (): Promise<void> => {
    const { cost } = this.t.explorer;
    const running = new AbortController();
    this.#running = running;
    this.failed = undefined;
    try {
      await this.#measureAll(running.signal);
      this.say(cost.done);
    } catch (error) {
      if (!running.signal.aborted) this.failed = String(error);
    } finally {
      this.progress = undefined;
    }
  };

  async #measureAll(signal: AbortSignal): Promise<void> {
    const { activations } = this.lab.catalogue;
    const contestOf = await contestsOf(this.lab);
    const bench = { now: () => performance.now(), breathe: nextTask, signal };
    const all = activations.length * WORKLOADS.length;
    let done = 0;
    for (const info of activations) {
      for (const workload of WORKLOADS) {
        this.progress = { done: done++, all, name: info.name };
        const cost = await measure(contestOf(info, workload), bench);
        this.record.set(info.key, { ...this.record.get(info.key), [workload]: cost });
      }
    }
  }

  #data(): DataTable {
    const rows = this.#rows();
    return {
      name: `cost-${this.model.workload}`,
      columns: [
        { name: 'activation', values: rows.map(({ info }) => info.key) },
        { name: 'core ns per value', values: rows.map(({ cost }) => cost.core) },
        { name: 'plain loop ns per value', values: rows.map(({ cost }) => cost.naive) },
      ],
      settings: { workload: this.model.workload, userAgent: navigator.userAgent },
    };
  }
}

define('al-cost-view', CostView);

declare global {
  interface HTMLElementTagNameMap {
    'al-cost-view': CostView;
  }
}
