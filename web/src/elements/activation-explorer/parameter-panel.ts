import { css, html, type TemplateResult } from 'lit';
import type { ParameterInfo } from '../../engine/catalogue';
import { defaultChoice } from '../../state/chosen-field';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import '../shared/formula';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/parameter-slider';
import { infoOf } from './engine-access';
import { addCurve, focusedCurve, replaceCurve, setParameter } from './explorer-actions';
import { MOST_CURVES } from './explorer-state';
import { ExplorerView, viewStyles } from './explorer-view';

/** The parameters of the curve in focus. */
export class ParameterPanel extends ExplorerView {
  static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { parameters } = this.t.explorer;
    const { curves, focus } = this.model;
    const chosen = focusedCurve(this.model);
    const info = infoOf(this.lab, chosen.key);
    return html`
      <section class="panel controls">
        <h2>${parameters.title(info.name)}</h2>
        ${info.parameters.map((parameter) => this.#slider(parameter, chosen.parameters[parameter.key] ?? parameter.initial))}
        <div class="actions">
          <button type="button" @click=${() => this.change(replaceCurve(this.model, focus, defaultChoice(info)))}>${this.t.common.reset}</button>
          <button
            type="button"
            title=${parameters.duplicateHint}
            ?disabled=${curves.length >= MOST_CURVES}
            @click=${() => this.change(addCurve(this.model, { ...chosen }))}
          >${parameters.duplicate}</button>
        </div>
      </section>
    `;
  }

  #slider(
    { key, symbol, minimum, maximum, sliderMinimum, sliderMaximum, step }: ParameterInfo,
    value: number,
  ): TemplateResult {
    return html`
      <al-parameter-slider
        label=${key}
        .value=${value}
        .minimum=${minimum}
        .maximum=${maximum}
        .low=${sliderMinimum}
        .high=${sliderMaximum}
        .step=${step}
        @value-change=${(event: ValueChangeEvent) => this.change(setParameter(this.model, key, event.detail.value))}
      ><al-formula slot="symbol" latex=${symbol}></al-formula></al-parameter-slider>
    `;
  }
}

define('al-parameter-panel', ParameterPanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-parameter-panel': ParameterPanel;
  }
}
