import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { ActivationInfo, Lab } from '../../engine/activation-lab';
import { type Chosen, defaultChoice } from '../../state/chosen-field';
import type { Codec } from '../../state/codec';
import { define } from '../define';
import { LabElement } from '../lab-element';
import { whenLab } from '../lab-instance';
import { activationOptions } from '../shared/activation-options';
import '../shared/code-block';
import { downloadText } from '../shared/download';
import { downloadIcon } from '../shared/icons';
import type { OptionGroup } from '../shared/menu-select';
import type { ValueChangeEvent } from '../shared/number-field';
import { type PipelineRun, runPipeline, type Stage } from './evaluate-pipeline';
import { runToCsv, runToJson } from './export-run';
import './guess-question';
import { type Guess, isExamplePair, MOST_STAGES, type PipelineState, pipelineCodec } from './pipeline-state';
import { pipelineStyles } from './pipeline-styles';
import { pytorchProgram } from './pytorch-code';
import { printTensor, pytorchFormat } from './pytorch-print';
import { type StageHandlers, stageHeadStyles, stageHeadView } from './stage-head';
import { quantitySymbols } from './symbols';
import type { Tensor } from './tensor';
import './tensor-editor';
import './tensor-grid';
import type { Cell, CellHoverEvent, CellSelectEvent, GridScrollEvent, TensorGrid } from './tensor-grid';
import { type PipelineTexts, textsOf } from './texts';
import { traceStyles, traceView } from './value-trace';

/**
 * A tensor goes through a chain of activations, value by value, and the gradient of the sum of the results comes back.
 *
 * Attributes, properties and events are those of LabElement. Keys of `state`: `tensor` (`0.5,-0.6;-1,3`), `stages`
 * (`relu,elu(alpha:1.5)`), `guess`, `row`, `column`.
 */
export class TensorPipeline extends LabElement<PipelineState, Lab> {
  static override properties: PropertyDeclarations = { ...LabElement.properties, hovered: { state: true } };

  static override styles: CSSResultGroup = [LabElement.styles, pipelineStyles, stageHeadStyles, traceStyles];

  declare private hovered: Cell | null;

  #run: PipelineRun | undefined;
  #ranFor: PipelineState | undefined;
  #groups: readonly OptionGroup[] = [];

  constructor() {
    super();
    this.hovered = null;
  }

  get #texts(): PipelineTexts {
    return textsOf(this);
  }

  protected override fetchLab(): Promise<Lab> {
    return whenLab();
  }

  protected override createCodec(lab: Lab): Codec<PipelineState> {
    return pipelineCodec(lab.catalogue.activations);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.lab === undefined) return;
    const { tensor, stages } = this.model;
    if (tensor !== this.#ranFor?.tensor || stages !== this.#ranFor.stages) {
      this.#run = runPipeline(this.lab, tensor, stages);
      this.#ranFor = this.model;
      this.hovered = null;
    }
    this.#groups = activationOptions(
      this.lab.catalogue.activations,
      this.t.explorer.families,
      ({ name, nameZh }) => (this.locale === 'zh-CN' ? nameZh : name),
    );
  }

  protected override renderLab(): TemplateResult {
    const run = this.#run as PipelineRun;
    const asks = isExamplePair(this.model.stages);
    const isVeiled = asks && this.model.guess === 'none';
    return html`
      <div class="top">
        <al-tensor-editor .tensor=${this.model.tensor} @value-change=${this.#takeTensor}></al-tensor-editor>
        ${asks ? this.#renderQuestion(run) : nothing}
      </div>
      ${this.#renderFlow(run, isVeiled)}
      <p class="legend">
        <span class="key positive" aria-hidden="true"></span>${this.#texts.legendPositive}
        <span class="key negative" aria-hidden="true"></span>${this.#texts.legendNegative}
        <span>${this.#texts.chainRule}</span>
      </p>
      ${traceView(this.#texts, run, this.#stageNames(run), this.#cell, isVeiled)}
      <p class="hint">${this.#texts.inspectorHint}</p>
      ${this.#renderCode(run, isVeiled)} ${this.#renderExports(run)}
    `;
  }

  #renderQuestion({ stages }: PipelineRun): TemplateResult {
    const outputs = stages.at(-1)?.output.values ?? new Float32Array();
    const smallest = outputs.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    return html`
      <al-guess-question
        .guess=${this.model.guess}
        .smallest=${pytorchFormat(outputs).write(smallest)}
        @value-change=${this.#takeGuess}
      ></al-guess-question>
    `;
  }

  #renderFlow(run: PipelineRun, isVeiled: boolean): TemplateResult {
    const texts = this.#texts;
    const names = run.stages.map(({ activation }) => this.#info(activation).name);
    const symbols = quantitySymbols(names);
    return html`
      <div class="flow-head">
        <h3 id="flow-title">${texts.resultLabel}</h3>
        ${this.#renderAdd(run)}
      </div>
      ${run.stages.length === 0 ? html`<p class="hint">${texts.noStages}</p>` : nothing}
      <div class="flow" role="list" aria-labelledby="flow-title">
        <div class="stage" role="listitem">
          <div class="head"><div class="stage-bar"><span class="stage-number">${texts.input}</span></div></div>
          ${this.#renderQuantity('value', texts.values, symbols.input.value, run.input)}
          <div class="quantity derivative"></div>
          ${this.#renderQuantity('gradient', texts.gradients, symbols.input.gradient, run.inputGradient)}
        </div>
        ${run.stages.map((stage, index) => this.#renderStage(run, stage, index, isVeiled))}
      </div>
    `;
  }

  #renderStage(run: PipelineRun, stage: Stage, index: number, isVeiled: boolean): TemplateResult {
    const texts = this.#texts;
    const isLast = index === run.stages.length - 1;
    const info = this.#info(stage.activation);
    const symbols = quantitySymbols(run.stages.map(({ activation }) => this.#info(activation).name)).stages[
      index
    ];
    const head = { index, isLast, info, activation: stage.activation, groups: this.#groups };
    return html`
      <div class="stage" role="listitem">
        <div class="head">${stageHeadView(texts, head, this.#handlers)}</div>
        ${this.#renderQuantity('value', texts.values, symbols?.value ?? '', stage.output, isVeiled && isLast)}
        ${this.#renderQuantity('derivative', texts.derivatives, symbols?.derivative ?? '', stage.derivative)}
        ${this.#renderQuantity('gradient', texts.gradients, symbols?.gradient ?? '', stage.gradient)}
      </div>
    `;
  }

  #renderQuantity(
    kind: string,
    name: string,
    symbol: string,
    tensor: Tensor,
    veiled = false,
  ): TemplateResult {
    const { row, column } = this.#cell;
    return html`
      <div class="quantity ${kind}">
        <p class="caption"><span class="quantity-name">${name}</span> <span class="symbol">${symbol}</span></p>
        <al-tensor-grid
          label=${`${name}: ${symbol}`}
          .tensor=${tensor}
          .veiled=${veiled}
          .row=${row}
          .column=${column}
          @cell-select=${this.#selectCell}
          @cell-hover=${this.#hoverCell}
          @grid-scroll=${this.#alignGrids}
        ></al-tensor-grid>
      </div>
    `;
  }

  #renderAdd({ stages }: PipelineRun): TemplateResult | typeof nothing {
    if (stages.length >= MOST_STAGES) return nothing;
    return html`
      <al-menu-select
        class="add-menu"
        hideLabel
        label=${this.#texts.addLabel}
        placeholder=${this.#texts.addPlaceholder}
        .groups=${this.#groups}
        .value=${''}
        @value-change=${this.#addStage}
      ></al-menu-select>
    `;
  }

  #renderCode(run: PipelineRun, isVeiled: boolean): TemplateResult {
    const texts = this.#texts;
    const stages = run.stages.map(({ activation }) => ({ activation, info: this.#info(activation) }));
    const outputs = run.stages.at(-1)?.output ?? run.input;
    const printed = [
      `Inputs: ${printTensor(run.input)}`,
      `Outputs: ${isVeiled ? `… (${texts.hidden})` : printTensor(outputs)}`,
      `Gradient: ${printTensor(run.inputGradient)}`,
    ].join('\n');
    return html`
      <h3>${texts.codeTitle}</h3>
      <div class="code">
        <al-code-block caption=${texts.codeCaption} .code=${pytorchProgram(run.input, stages)}></al-code-block>
        <div>
          <al-code-block caption=${texts.printedCaption} .code=${printed}></al-code-block>
          <p class="hint">${texts.printedNote}</p>
        </div>
      </div>
    `;
  }

  #renderExports(run: PipelineRun): TemplateResult {
    const texts = this.#texts;
    const csv = (): void => downloadText('tensor-pipeline.csv', 'text/csv', runToCsv(run));
    const json = (): void => downloadText('tensor-pipeline.json', 'application/json', runToJson(run));
    return html`
      <div class="exports" role="group" aria-label=${texts.exportTitle}>
        <button type="button" @click=${csv}>${downloadIcon} ${texts.exportCsv}</button>
        <button type="button" @click=${json}>${downloadIcon} ${texts.exportJson}</button>
      </div>
    `;
  }

  /** The value that is looked at; one that lies beyond a smaller tensor is its last. */
  get #cell(): Cell {
    const { tensor, row, column } = this.model;
    const { row: wantedRow, column: wantedColumn } = this.hovered ?? { row, column };
    return { row: Math.min(wantedRow, tensor.rows - 1), column: Math.min(wantedColumn, tensor.columns - 1) };
  }

  #info({ key }: Chosen): ActivationInfo {
    return this.lab?.catalogue.activations.find((info) => info.key === key) as ActivationInfo;
  }

  #stageNames({ stages }: PipelineRun): string[] {
    return stages.map(({ activation }, index) => `${index + 1} ${this.#info(activation).name}`);
  }

  readonly #handlers: StageHandlers = {
    choose: (index, key) => {
      const info = this.lab?.catalogue.activations.find((known) => known.key === key);
      if (info !== undefined) this.change({ stages: this.model.stages.with(index, defaultChoice(info)) });
    },
    setParameter: (index, key, value) => {
      const stage = this.model.stages[index];
      if (stage === undefined) return;
      const changed = { ...stage, parameters: { ...stage.parameters, [key]: value } };
      this.change({ stages: this.model.stages.with(index, changed) });
    },
    move: (index, by) => {
      const moved = this.model.stages[index];
      if (moved === undefined) return;
      this.change({ stages: this.model.stages.toSpliced(index, 1).toSpliced(index + by, 0, moved) });
      this.announce(this.#texts.moved(this.#info(moved).name, index + by + 1));
      void this.#focusStage(index + by, by < 0 ? ['.earlier', '.later'] : ['.later', '.earlier']);
    },
    remove: (index) => {
      const removed = this.model.stages[index];
      if (removed === undefined) return;
      this.change({ stages: this.model.stages.toSpliced(index, 1) });
      this.announce(this.#texts.removed(this.#info(removed).name));
      void this.#focusStage(Math.min(index, this.model.stages.length - 1), ['.remove']);
    },
  };

  /** Stages have no elements of their own that move along with them, so the focus is taken to where the stage went. */
  async #focusStage(index: number, buttons: readonly string[]): Promise<void> {
    await this.updateComplete;
    const head = this.renderRoot.querySelectorAll('.stage .head')[index + 1];
    const enabled = buttons.map((button) =>
      head?.querySelector<HTMLButtonElement>(`${button}:not(:disabled)`),
    );
    const target = enabled.find((button) => button !== undefined && button !== null);
    (target ?? this.renderRoot.querySelector<HTMLElement>('.add-menu'))?.focus();
  }

  readonly #addStage = (event: ValueChangeEvent<string>): void => {
    const info = this.lab?.catalogue.activations.find(({ key }) => key === event.detail.value);
    if (info === undefined) return;
    this.change({ stages: [...this.model.stages, defaultChoice(info)] });
    this.announce(this.#texts.added(info.name, this.model.stages.length));
  };

  readonly #takeTensor = (event: ValueChangeEvent<Tensor>): void =>
    this.change({ tensor: event.detail.value });

  readonly #takeGuess = (event: ValueChangeEvent<Guess>): void => this.change({ guess: event.detail.value });

  readonly #selectCell = (event: CellSelectEvent): void => {
    this.hovered = null;
    this.change(event.detail);
  };

  readonly #hoverCell = (event: CellHoverEvent): void => {
    this.hovered = event.detail;
  };

  /** Keeps the same part of every tensor in view. */
  readonly #alignGrids = (event: GridScrollEvent): void => {
    for (const grid of this.renderRoot.querySelectorAll<TensorGrid>('al-tensor-grid')) {
      if (grid !== event.currentTarget) grid.alignTo(event.detail.row, event.detail.column);
    }
  };
}

define('tensor-pipeline', TensorPipeline);

declare global {
  interface HTMLElementTagNameMap {
    'tensor-pipeline': TensorPipeline;
  }
}
