import { css, html, nothing, type TemplateResult } from 'lit';
import type { ActivationInfo } from '../../../engine/activation-lab';
import type { Chosen } from '../../../state/chosen-field';
import '../../shared/formula';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/parameter-slider';
import type { NetworkTexts } from '../texts';

/** The parameters of a hidden layer's activation, where it has some. */
export function layerParametersView(
  texts: NetworkTexts,
  index: number,
  info: ActivationInfo,
  { parameters }: Chosen,
  set: (key: string, value: number) => void,
): TemplateResult | typeof nothing {
  if (info.parameters.length === 0) return nothing;
  return html`
    <fieldset class="parameters">
      <legend>${texts.parametersOf(texts.layer(index + 1), info.name)}</legend>
      ${info.parameters.map(
        ({ key, symbol, initial, minimum, maximum, sliderMinimum, sliderMaximum, step }) => html`
          <al-parameter-slider
            label=${key}
            .value=${parameters[key] ?? initial}
            .minimum=${minimum}
            .maximum=${maximum}
            .low=${sliderMinimum}
            .high=${sliderMaximum}
            .step=${step}
            @value-change=${(event: ValueChangeEvent) => set(key, event.detail.value)}
          ><al-formula slot="symbol" aria-hidden="true" latex=${symbol}></al-formula></al-parameter-slider>
        `,
      )}
    </fieldset>
  `;
}

export const layerParametersStyles = css`
  .parameters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: var(--al-space-2) var(--al-space-4);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .parameters legend {
    padding: 0;
    font-size: 0.875em;
    font-weight: 600;
  }
`;
