import { css, html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../i18n/number-format';
import { baseStyles } from '../../base-styles';
import { define } from '../../define';
import { disclosureStyles } from '../../shared/disclosure';
import '../../shared/scroll-box';
import { classCount, datasetOf } from '../model/data-spec';
import type { Experiment } from '../model/experiment';
import { panelStyles, WatchingPart } from '../network-part';
import { Throttle } from '../throttle';

const ASKING_INTERVAL_MS = 500;

/** How often each class was taken for each: counted only while somebody looks. */
export class ConfusionMatrix extends WatchingPart {
  static override properties = {
    ...WatchingPart.properties,
    ask: { attribute: false },
    counts: { state: true },
    isOpen: { state: true },
  };

  static override styles = [
    baseStyles,
    panelStyles,
    disclosureStyles,
    css`
      table {
        border-collapse: collapse;
        font-size: 0.8125em;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        min-width: 2.6em;
        padding: 4px 6px;
        border: 1px solid var(--al-line);
        text-align: end;
        font-weight: 400;
        white-space: nowrap;
      }
      th {
        color: var(--al-muted);
      }
      td {
        background: color-mix(in oklab, var(--al-cell, transparent) calc(var(--share, 0) * 60%), transparent);
      }
      td.right {
        --al-cell: var(--al-positive);
        font-weight: 600;
      }
      td.wrong {
        --al-cell: var(--al-negative);
      }
    `,
  ];

  declare ask: Experiment['ask'];
  declare private counts: readonly number[] | undefined;
  declare private isOpen: boolean;

  readonly #asking = new Throttle(ASKING_INTERVAL_MS, () => void this.#count());

  constructor() {
    super();
    this.isOpen = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking.stop();
  }

  protected override seen(): void {
    if (this.isOpen) this.#asking.request();
  }

  protected override render(): TemplateResult {
    return html`
      <details class="more" @toggle=${this.#toggle}>
        <summary>${this.texts.confusion}</summary>
        <div class="content">${this.#table()}</div>
      </details>
    `;
  }

  #table(): TemplateResult | typeof nothing {
    const { texts, choices, model, counts } = this;
    const dataset = datasetOf(choices, model);
    const classes = classCount(dataset, model);
    if (!this.isOpen || counts?.length !== classes * classes) return nothing;
    const names = Array.from({ length: classes }, (_, index) => {
      const known = dataset.classNames[index];
      return known === undefined ? texts.classNumber(index + 1) : this.nameOf(known);
    });
    return html`
      <al-scroll-box label=${texts.confusion}>
        <table>
          <caption class="visually-hidden">${texts.confusionCaption}</caption>
          <thead>
            <tr>
              <td></td>
              ${names.map((name) => html`<th scope="col">${name}</th>`)}
              <th scope="col" title=${texts.recallHint}>${texts.recall}</th>
            </tr>
          </thead>
          <tbody>
            ${names.map((name, row) => this.#row(name, counts.slice(row * classes, (row + 1) * classes), row))}
          </tbody>
        </table>
      </al-scroll-box>
      <p class="note">${texts.confusionHint}</p>
    `;
  }

  #row(name: string, counts: readonly number[], right: number): TemplateResult {
    const all = counts.reduce((sum, count) => sum + count, 0);
    const share = (count: number): number => (all === 0 ? 0 : count / all);
    return html`
      <tr>
        <th scope="row">${name}</th>
        ${counts.map(
          (count, column) =>
            html`<td class=${column === right ? 'right' : count > 0 ? 'wrong' : ''} .style=${`--share: ${share(count)}`}>${count}</td>`,
        )}
        <td>${all === 0 ? this.texts.none : `${formatNumber(Math.round(100 * share(counts[right] ?? 0)))} %`}</td>
      </tr>
    `;
  }

  async #count(): Promise<void> {
    try {
      this.counts = (await this.ask(0, 'snapshot', { confusion: true })).confusion;
    } catch {
      // The network has just been replaced: the next snapshot asks again.
    }
  }

  readonly #toggle = (event: Event): void => {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
    if (this.isOpen) this.#asking.request();
  };
}

define('al-confusion', ConfusionMatrix);

declare global {
  interface HTMLElementTagNameMap {
    'al-confusion': ConfusionMatrix;
  }
}
