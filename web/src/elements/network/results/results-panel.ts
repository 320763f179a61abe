import { css, html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../../engine/training/spec';
import type { TrainingLab } from '../../../engine/training/training-lab';
import { formatNumber } from '../../../i18n/number-format';
import type { CanvasPlot } from '../../../plot/canvas-plot';
import { plotStyles } from '../../../plot/plot-styles';
import type { SeriesHistory } from '../../../plot/series-history';
import { TimeSeries, type TimeSeriesContent } from '../../../plot/time-series';
import type { TimeSeriesLine } from '../../../plot/time-series-painter';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { Memo } from '../../shared/memo';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/segmented-choice';
import type { SavedNetwork } from './network-file';
import './confusion-matrix';
import '../picture-menu';
import './network-file-menu';
import { datasetOf, taskOf } from '../model/data-spec';
import { type Experiment, SERIES } from '../model/experiment';
import { lossText, resultsText, scoreName, scoreText, tickText } from '../model/run-numbers';
import { CURVES, type Curves } from '../model/view-state';
import { checkStyles, checkView, panelStyles, stackedPanelStyles, WatchingPart } from '../network-part';
import { Throttle } from '../throttle';

const CHART_INTERVAL_MS = 66;
const NUMBER_INTERVAL_MS = 120;
const DESCRIPTION_INTERVAL_MS = 1000;

const linesOf = (curves: Curves): readonly TimeSeriesLine[] => [
  { series: SERIES.indexOf(curves === 'loss' ? 'trainLoss' : 'trainScore'), colour: 'accent', dash: 'solid' },
  { series: SERIES.indexOf(curves === 'loss' ? 'testLoss' : 'testScore'), colour: 'ink', dash: 'dashed' },
];

/** How well the network does: the loss over the epochs, and the numbers of this moment. */
export class ResultsPanel extends WatchingPart {
  static override properties = {
    ...WatchingPart.properties,
    lab: { attribute: false },
    saved: { attribute: false },
    history: { attribute: false },
    hash: { attribute: false },
    ask: { attribute: false },
    description: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    plotStyles,
    panelStyles,
    stackedPanelStyles,
    checkStyles,
    css`
      :host {
        gap: var(--al-space-2);
      }
      al-time-series {
        width: 100%;
        height: 180px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.875em;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 4px 0 4px 12px;
        border-bottom: 1px solid var(--al-line);
        text-align: end;
        font-weight: 400;
        white-space: nowrap;
      }
      tr > :first-child {
        padding-inline-start: 0;
        text-align: start;
      }
      thead th {
        color: var(--al-muted);
      }
      thead svg {
        width: 22px;
        height: 8px;
        vertical-align: middle;
        overflow: visible;
      }
      svg.train path {
        stroke: var(--al-accent);
      }
      svg.test path {
        stroke: var(--al-ink);
      }
      .files {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2);
        justify-self: end;
      }
      al-segmented-choice {
        font-size: 0.8125em;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--al-space-5);
        margin: 0;
        font-size: 0.875em;
      }
      dl div {
        display: flex;
        gap: var(--al-space-2);
      }
      dt {
        color: var(--al-muted);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      dd.later {
        color: var(--al-muted);
        font-style: italic;
      }
      dd.hash {
        font-family: var(--al-mono);
        font-size: 0.9375em;
      }
    `,
  ];

  declare lab: Pick<TrainingLab, 'choices'>;
  /** The network as it is at the call. */
  declare saved: () => Promise<SavedNetwork>;
  declare history: SeriesHistory;
  /** Of all weights; undefined while they change. */
  declare hash: string | undefined;
  declare ask: Experiment['ask'];
  /** Of the curves; said again now and then, not at every number. */
  declare private description: string;

  readonly #repainting = new Throttle(CHART_INTERVAL_MS, () => this.#chart?.repaint());
  readonly #numbers = new Throttle(NUMBER_INTERVAL_MS, () => this.requestUpdate());
  readonly #describing = new Throttle(DESCRIPTION_INTERVAL_MS, () => {
    this.description = this.#describe();
  });

  constructor() {
    super();
    this.description = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#repainting.stop();
    this.#numbers.stop();
    this.#describing.stop();
  }

  protected override seen(): void {
    this.#repainting.request();
    this.#numbers.request();
    this.#describing.request();
  }

  readonly #content = new Memo<TimeSeriesContent>();

  get #chart(): TimeSeries | null {
    return this.renderRoot.querySelector<TimeSeries>('al-time-series');
  }

  protected override render(): TemplateResult {
    const { texts, model, choices, parts } = this;
    const task = taskOf(datasetOf(choices, model), model);
    return html`
      <div class="title">
        <h3>${texts.results}</h3>
        ${checkView(texts.logarithmic, model.log, (log) => this.change({ log }), { disabled: model.curves === 'score' })}
      </div>
      ${
        parts.shows('confusion')
          ? html`
            <al-segmented-choice
              label=${texts.curves}
              .options=${CURVES.map((value) => ({ value, label: value === 'loss' ? texts.lossValue : scoreName(texts, task) }))}
              .value=${model.curves}
              @value-change=${(event: ValueChangeEvent<Curves>) => this.change({ curves: event.detail.value })}
            ></al-segmented-choice>
          `
          : nothing
      }
      ${parts.shows('loss-curve') ? html`<al-time-series .content=${this.#content.of([texts, this.history, model.log, model.curves], () => this.#makeContent())} .label=${texts.lossLabel} .description=${this.description}></al-time-series>` : nothing}
      ${parts.shows('numbers') ? this.#numbersTable(task) : nothing}
      ${parts.shows('weight-hash') ? this.#identity() : nothing}
      ${
        parts.shows('confusion') && (task === 'binary' || task === 'multi_class')
          ? html`<al-confusion .choices=${choices} .model=${model} .parts=${parts} .feed=${this.feed} .ask=${this.ask}></al-confusion>`
          : nothing
      }
      ${
        parts.shows('export')
          ? html`<div class="files">
        ${
          this.parts.shows('map-options')
            ? html`<al-picture-menu .name=${'curves'} .plot=${() => this.renderRoot.querySelector<CanvasPlot>('al-time-series')}></al-picture-menu>`
            : nothing
        }
      <al-network-file-menu .lab=${this.lab} .saved=${this.saved} .history=${this.history}></al-network-file-menu></div>`
          : nothing
      }
    `;
  }

  #numbersTable(task: Task): TemplateResult {
    const { texts } = this;
    const { train, test } = this.feed.latest?.snapshot ?? {};
    return html`
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col"><svg class="train" aria-hidden="true"><path class="curve" d="M0,4H22"></path></svg> ${texts.train}</th>
            <th scope="col"><svg class="test" aria-hidden="true"><path class="curve dashed" d="M0,4H22"></path></svg> ${texts.test}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${texts.lossValue}</th>
            <td>${lossText(train?.loss)}</td>
            <td>${lossText(test?.loss)}</td>
          </tr>
          <tr>
            <th scope="row">${scoreName(texts, task)}</th>
            <td>${scoreText(train?.score, task)}</td>
            <td>${scoreText(test?.score, task)}</td>
          </tr>
        </tbody>
      </table>
    `;
  }

  #identity(): TemplateResult {
    const { texts, model } = this;
    return html`
      <dl>
        <div title=${texts.seedHint}><dt>${texts.seed}</dt><dd>${model.seed}</dd></div>
        <div title=${texts.weightHashHint}><dt>${texts.weightHash}</dt>${
          this.hash === undefined
            ? html`<dd class="later">${texts.weightHashLater}</dd>`
            : html`<dd class="hash">${this.hash}</dd>`
        }</div>
      </dl>
    `;
  }

  #makeContent(): TimeSeriesContent {
    const { texts, history, model } = this;
    return {
      history,
      lines: linesOf(model.curves),
      logarithmic: model.log && model.curves === 'loss',
      xLabel: texts.epochs,
      format: tickText,
      cursorLabel: texts.lossCursor,
      describe: (index) => this.#lossAt(index),
    };
  }

  #lossAt(index: number): string {
    const { texts, history, model, choices } = this;
    if (index < 0) return texts.nothingYet;
    const epochs = formatNumber(history.x(index), { significant: 4 });
    if (model.curves === 'score') {
      const task = taskOf(datasetOf(choices, model), model);
      const score = (name: (typeof SERIES)[number]): string =>
        scoreText(history.value(SERIES.indexOf(name), index), task);
      return texts.lossAt(epochs, score('trainScore'), score('testScore'));
    }
    const train = lossText(history.value(0, index));
    const test = history.value(1, index);
    return Number.isNaN(test)
      ? texts.lossAtTrain(epochs, train)
      : texts.lossAt(epochs, train, lossText(test));
  }

  #describe(): string {
    const { texts, choices, model } = this;
    const snapshot = this.feed.latest?.snapshot;
    if (snapshot === undefined) return texts.nothingYet;
    return `${this.#lossAt(this.history.length - 1)}. ${resultsText(texts, snapshot, taskOf(datasetOf(choices, model), model))}`;
  }
}

define('al-time-series', TimeSeries);
define('al-results-panel', ResultsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-time-series': TimeSeries;
    'al-results-panel': ResultsPanel;
  }
}
