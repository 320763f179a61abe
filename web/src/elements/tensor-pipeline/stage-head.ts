import { css, html, type TemplateResult } from 'lit';
import type { ActivationInfo } from '../../engine/activation-lab';
import type { Chosen } from '../../state/chosen-field';
import '../shared/formula';
import { closeIcon, leftIcon, rightIcon } from '../shared/icons';
import '../shared/menu-select';
import type { OptionGroup } from '../shared/menu-select';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/parameter-slider';
import type { PipelineTexts } from './texts';

export interface StageHandlers {
  choose(index: number, key: string): void;
  setParameter(index: number, key: string, value: number): void;
  move(index: number, by: -1 | 1): void;
  remove(index: number): void;
}

export interface StageHead {
  readonly index: number;
  readonly isLast: boolean;
  readonly info: ActivationInfo;
  readonly activation: Chosen;
  readonly groups: readonly OptionGroup[];
}

/** Which activation a stage is, its parameters, and where it stands in the pipeline. */
export function stageHeadView(
  texts: PipelineTexts,
  head: StageHead,
  handlers: StageHandlers,
): TemplateResult {
  const { index, isLast, info, activation, groups } = head;
  const number = index + 1;
  return html`
    <div class="stage-bar">
      <span class="stage-number">${texts.stage(number)}</span>
      <button
        type="button"
        class="quiet icon earlier"
        aria-label=${texts.moveEarlier(info.name, number)}
        ?disabled=${index === 0}
        @click=${() => handlers.move(index, -1)}
      >
        ${leftIcon}
      </button>
      <button
        type="button"
        class="quiet icon later"
        aria-label=${texts.moveLater(info.name, number)}
        ?disabled=${isLast}
        @click=${() => handlers.move(index, 1)}
      >
        ${rightIcon}
      </button>
      <button
        type="button"
        class="quiet icon remove"
        aria-label=${texts.remove(info.name, number)}
        @click=${() => handlers.remove(index)}
      >
        ${closeIcon}
      </button>
    </div>
    <al-menu-select
      hideLabel
      label=${texts.activationOf(number)}
      .groups=${groups}
      .value=${activation.key}
      @value-change=${(event: ValueChangeEvent<string>) => handlers.choose(index, event.detail.value)}
    ></al-menu-select>
    ${info.parameters.map(
      (parameter) => html`
        <al-parameter-slider
          label=${parameter.key}
          .value=${activation.parameters[parameter.key] ?? parameter.initial}
          .minimum=${parameter.minimum}
          .maximum=${parameter.maximum}
          .low=${parameter.sliderMinimum}
          .high=${parameter.sliderMaximum}
          .step=${parameter.step}
          @value-change=${(event: ValueChangeEvent) => handlers.setParameter(index, parameter.key, event.detail.value)}
        >
          <al-formula slot="symbol" aria-hidden="true" latex=${parameter.symbol}></al-formula>
        </al-parameter-slider>
      `,
    )}
  `;
}

export const stageHeadStyles = css`
  .stage-bar {
    display: flex;
    align-items: center;
    min-height: 36px;
  }
  .stage-number {
    margin-inline-end: auto;
    color: var(--al-muted);
    font-size: 0.875em;
  }
  .stage-bar button.icon {
    width: 32px;
    min-height: 32px;
    min-width: 32px;
  }
  .head al-menu-select,
  al-parameter-slider {
    width: 100%;
    margin-bottom: var(--al-space-2);
  }
`;
