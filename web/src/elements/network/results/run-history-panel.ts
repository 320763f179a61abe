import { css, html, nothing, type TemplateResult } from 'lit';
import { toCsv } from '../../../exchange/csv';
import { formatNumber } from '../../../i18n/number-format';
import { TimeSeries, type TimeSeriesContent } from '../../../plot/time-series';
import type { Codec } from '../../../state/codec';
import { readQuery } from '../../../state/query';
import { baseStyles, buttonStyles, fieldStyles } from '../../base-styles';
import { define } from '../../define';
import { disclosureStyles } from '../../shared/disclosure';
import { download } from '../../shared/download';
import '../../shared/scroll-box';
import { closeIcon, downloadIcon } from '../../shared/icons';
import { datasetOf, taskOf } from '../model/data-spec';
import type { NetworkState } from '../model/network-state';
import { comparedCurves, MOST_RUNS, type Run, type RunHistory } from '../model/run-history';
import { lossText, scoreText, tickText } from '../model/run-numbers';
import { entryOf } from '../model/training-choices';
import { NetworkPart, panelStyles } from '../network-part';

const LONGEST_NOTE = 200;

/** Another state is wanted: that of a run. */
export type RunOpenEvent = CustomEvent<NetworkState>;

/**
 * What was trained since the page was opened, and two of them side by side.
 *
 * @fires run-open bubbles, composed; see RunOpenEvent
 */
export class RunHistoryPanel extends NetworkPart {
  static override properties = {
    ...NetworkPart.properties,
    history: { attribute: false },
    codec: { attribute: false },
    count: { attribute: false },
    compared: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    panelStyles,
    disclosureStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.8125em;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 4px 8px 4px 0;
        border-bottom: 1px solid var(--al-line);
        text-align: start;
        vertical-align: middle;
        font-weight: 400;
      }
      thead th {
        color: var(--al-muted);
        white-space: nowrap;
      }
      .number {
        text-align: end;
        white-space: nowrap;
      }
      .set-up {
        min-width: 11em;
      }
      button {
        min-height: 30px;
        padding: 1px 8px;
        vertical-align: middle;
        font-size: 1em;
      }
      button.icon {
        width: 30px;
        padding: 0;
      }
      input[type='text'] {
        width: 8em;
        min-height: 30px;
        padding: 1px 6px;
        font-size: 1em;
      }
      input[type='checkbox'] {
        width: 18px;
        height: 18px;
      }
      h4 {
        margin: var(--al-space-3) 0 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2);
      }
      .row button {
        font-size: 0.875em;
      }
      al-time-series {
        width: 100%;
        height: 200px;
      }
      @media (pointer: coarse) {
        button,
        button.icon,
        input[type='text'] {
          min-width: var(--al-touch);
          min-height: var(--al-touch);
        }
        input[type='checkbox'] {
          width: 28px;
          height: 28px;
        }
      }
    `,
  ];

  declare history: RunHistory;
  declare codec: Codec<NetworkState>;
  /** How many runs there are: tells that the history has changed. */
  declare count: number;
  /** Numbers of at most two runs. */
  declare private compared: readonly number[];

  constructor() {
    super();
    this.compared = [];
  }

  protected override render(): TemplateResult {
    const { texts, history } = this;
    const { runs } = history;
    return html`
      <details class="more">
        <summary>${texts.runs(runs.length)}</summary>
        <div class="content">
          <p class="note">${texts.runsHint(MOST_RUNS)}</p>
          ${runs.length === 0 ? nothing : this.#table(runs)} ${this.#comparison(runs)}
        </div>
      </details>
    `;
  }

  #table(runs: readonly Run[]): TemplateResult {
    const { texts } = this;
    return html`
      <al-scroll-box label=${texts.runs(runs.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">${texts.compare}</span></th>
              <th scope="col">#</th>
              <th scope="col">${texts.setUp}</th>
              <th scope="col" class="number">${texts.epochs}</th>
              <th scope="col" class="number">${texts.runLoss}</th>
              <th scope="col" class="number">${texts.runScore}</th>
              <th scope="col">${texts.note}</th>
              <th scope="col"><span class="visually-hidden">${texts.openRun}</span></th>
            </tr>
          </thead>
          <tbody>${runs.map((run) => this.#row(run))}</tbody>
        </table>
      </al-scroll-box>
      <div class="row">
        <button type="button" @click=${this.#download}>${downloadIcon} ${texts.downloadRuns}</button>
        <button type="button" @click=${this.#clear}>${texts.clearRuns}</button>
      </div>
    `;
  }

  #row(run: Run): TemplateResult {
    const { texts, choices } = this;
    const { number, state, epochs, trainLoss, testLoss, trainScore, testScore, note } = run;
    const task = taskOf(datasetOf(choices, state), state);
    return html`
      <tr>
        <td>
          <input
            type="checkbox"
            aria-label=${texts.compareRun(number)}
            .checked=${this.compared.includes(number)}
            @change=${() => this.#toggle(number)}
          />
        </td>
        <th scope="row">${number}</th>
        <td class="set-up">${this.#label(state)}</td>
        <td class="number">${formatNumber(epochs, { significant: 4 })}</td>
        <td class="number">${lossText(trainLoss)}<br />${lossText(testLoss)}</td>
        <td class="number">${scoreText(trainScore, task)}<br />${scoreText(testScore, task)}</td>
        <td>
          <input
            type="text"
            maxlength=${LONGEST_NOTE}
            aria-label=${texts.noteOf(number)}
            .value=${note}
            @change=${(event: Event) => this.history.setNote(number, (event.currentTarget as HTMLInputElement).value)}
          />
        </td>
        <td class="number">
          <button type="button" aria-label=${texts.openRunNumber(number)} @click=${() => this.#open(state)}>${texts.openRun}</button>
          <button type="button" class="quiet icon" aria-label=${texts.removeRun(number)} @click=${() => this.#remove(number)}>${closeIcon}</button>
        </td>
      </tr>
    `;
  }

  /** The most important of a set-up in one line. */
  #label(state: NetworkState): string {
    const { choices } = this;
    const layers = state.layers.map(
      ({ width, activation }) => `${width} ${entryOf(choices.activations, activation.key).name}`,
    );
    const optimizer = this.nameOf(entryOf(choices.optimizers, state.optimizer.key));
    return [
      layers.join(', ') || this.texts.noLayers,
      `${optimizer} ${formatNumber(state.rate)}`,
      this.nameOf(datasetOf(choices, state)),
      `${this.texts.seed} ${state.seed}`,
    ].join(' · ');
  }

  #comparison(runs: readonly Run[]): TemplateResult | typeof nothing {
    const { texts } = this;
    const [first, second] = this.compared.map((number) => runs.find((run) => run.number === number));
    if (first === undefined || second === undefined) return nothing;
    const history = comparedCurves(first, second);
    const content: TimeSeriesContent = {
      history,
      lines: [
        { series: 0, colour: 'series-1', dash: 'solid' },
        { series: 1, colour: 'series-1', dash: 'dashed' },
        { series: 2, colour: 'series-2', dash: 'solid' },
        { series: 3, colour: 'series-2', dash: 'dashed' },
      ],
      logarithmic: this.model.log,
      xLabel: texts.epochs,
      format: tickText,
      cursorLabel: texts.lossCursor,
      describe: (index) =>
        index < 0
          ? texts.nothingYet
          : texts.comparedAt(
              formatNumber(history.x(index), { significant: 4 }),
              lossText(history.value(0, index)),
              lossText(history.value(2, index)),
            ),
    };
    return html`
      <h4>${texts.comparisonOf(first.number, second.number)}</h4>
      <al-time-series .content=${content} .label=${texts.comparisonOf(first.number, second.number)} .description=${content.describe(history.length - 1)}></al-time-series>
      <p class="note">${texts.comparisonLegend(first.number, second.number)}</p>
      ${this.#differences(first, second)}
    `;
  }

  #differences(first: Run, second: Run): TemplateResult {
    const { texts, codec } = this;
    const written = (run: Run) => new Map(readQuery(codec.encode(run.state)));
    const [a, b] = [written(first), written(second)];
    const usual = texts.usual;
    const keys = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
    if (keys.length === 0) return html`<p class="note">${texts.sameSetUp}</p>`;
    return html`
      <table>
        <thead>
          <tr><th scope="col">${texts.whatDiffers}</th><th scope="col">${first.number}</th><th scope="col">${second.number}</th></tr>
        </thead>
        <tbody>
          ${keys.map((key) => html`<tr><th scope="row">${key}</th><td>${a.get(key) ?? usual}</td><td>${b.get(key) ?? usual}</td></tr>`)}
        </tbody>
      </table>
    `;
  }

  #toggle(number: number): void {
    this.compared = this.compared.includes(number)
      ? this.compared.filter((other) => other !== number)
      : [...this.compared, number].slice(-2);
  }

  #remove(number: number): void {
    this.history.remove(number);
    this.compared = this.compared.filter((other) => other !== number);
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>('summary')?.focus();
  }

  #open(state: NetworkState): void {
    this.dispatchEvent(new CustomEvent('run-open', { detail: state, bubbles: true, composed: true }));
  }

  readonly #clear = (): void => {
    this.history.clear();
    this.compared = [];
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>('summary')?.focus();
  };

  readonly #download = (): void => {
    const { texts, codec, history } = this;
    const header = [
      '#',
      texts.setUp,
      texts.epochs,
      ...Object.values(texts.runColumns),
      texts.weightHash,
      texts.note,
    ];
    const rows = history.runs.map((run) => [
      run.number,
      codec.encode(run.state),
      run.epochs,
      run.trainLoss,
      run.testLoss,
      run.trainScore,
      run.testScore,
      run.hash ?? '',
      run.note,
    ]);
    download('runs.csv', new Blob([toCsv([header, ...rows])], { type: 'text/csv;charset=utf-8' }));
  };
}

define('al-time-series', TimeSeries);
define('al-run-history', RunHistoryPanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-run-history': RunHistoryPanel;
  }
}
