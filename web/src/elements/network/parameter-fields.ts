import { css, html, nothing, type TemplateResult } from 'lit';
import type { ParameterInfo } from '../../engine/catalogue';
import type { Chosen } from '../../state/chosen-field';
import '../shared/formula';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/parameter-slider';

export interface ParameterFields {
  readonly legend: string;
  readonly parameters: readonly ParameterInfo[];
  readonly chosen: Chosen;
  readonly disabled?: boolean;
  /** Whether symbols are typeset: those of activations are. */
  readonly hasFormulas?: boolean;
  /** What a parameter is called; its key where nothing else is said. */
  readonly nameOf?: (key: string) => string;
}

/** A slider for each parameter of a chosen entry of a catalogue, where it has some. */
export function parameterFieldsView(
  {
    legend,
    parameters,
    chosen,
    disabled = false,
    hasFormulas = false,
    nameOf = (key) => key,
  }: ParameterFields,
  set: (chosen: Chosen) => void,
): TemplateResult | typeof nothing {
  if (parameters.length === 0) return nothing;
  return html`
    <fieldset class="parameters">
      <legend>${legend}</legend>
      ${parameters.map(
        ({ key, symbol, initial, minimum, maximum, sliderMinimum, sliderMaximum, step }) => html`
          <al-parameter-slider
            label=${nameOf(key)}
            .value=${chosen.parameters[key] ?? initial}
            .minimum=${minimum}
            .maximum=${maximum}
            .low=${sliderMinimum}
            .high=${sliderMaximum}
            .step=${step}
            ?disabled=${disabled}
            @value-change=${(event: ValueChangeEvent) =>
              set({ ...chosen, parameters: { ...chosen.parameters, [key]: event.detail.value } })}
          >${hasFormulas ? html`<al-formula slot="symbol" aria-hidden="true" latex=${symbol}></al-formula>` : nothing}</al-parameter-slider>
        `,
      )}
    </fieldset>
  `;
}

export const parameterFieldsStyles = css`
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
