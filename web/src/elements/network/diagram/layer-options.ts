import { css, html, nothing, type TemplateResult } from 'lit';
import type { Normalization } from '../../../engine/training/spec';
import '../../shared/menu-select';
import '../../shared/number-field';
import { leftIcon, rightIcon } from '../../shared/icons';
import type { ValueChangeEvent } from '../../shared/number-field';
import type { HiddenLayer } from '../model/layers-state';
import { MOST_UNITS } from '../model/limits';
import { checkView } from '../network-part';
import type { PartAccess } from '../parts';
import type { NetworkTexts } from '../texts';

export interface LayerOptions {
  readonly index: number;
  readonly layers: readonly HiddenLayer[];
  readonly parts: PartAccess;
}

export interface LayerOptionHandlers {
  change(options: Partial<HiddenLayer>): void;
  move(by: 1 | -1): void;
  useEverywhere(): void;
}

const NORMALIZATIONS: readonly Normalization[] = ['none', 'layer', 'batch'];

/** Everything of a hidden layer that its head has no room for. */
export function layerOptionsView(
  texts: NetworkTexts,
  { index, layers, parts }: LayerOptions,
  handlers: LayerOptionHandlers,
): TemplateResult | typeof nothing {
  const layer = layers[index];
  if (layer === undefined) return nothing;
  const name = texts.layer(index + 1);
  const isLocked = parts.locks('layer-options');
  const areLayersLocked = parts.locks('layers');
  const fits = layers[index - 1]?.width === layer.width;
  return html`
    <fieldset class="layer-options">
      <legend>${texts.optionsOf(name)}</legend>
      <div class="row">
        <al-number-field
          label=${texts.unitCount}
          integer
          .value=${layer.width}
          .minimum=${1}
          .maximum=${MOST_UNITS}
          ?disabled=${areLayersLocked}
          @value-change=${(event: ValueChangeEvent) => handlers.change({ width: event.detail.value })}
        ></al-number-field>
        <al-menu-select
          label=${texts.normalization}
          .groups=${[{ label: '', options: NORMALIZATIONS.map((value) => ({ value, label: texts.normalizations[value] })) }]}
          .value=${layer.normalization}
          ?disabled=${isLocked}
          @value-change=${(event: ValueChangeEvent<Normalization>) => handlers.change({ normalization: event.detail.value })}
        ></al-menu-select>
        <div class="buttons">
          <button type="button" ?disabled=${areLayersLocked || index === 0} @click=${() => handlers.move(-1)}>${leftIcon} ${texts.moveLeft}</button>
          <button type="button" ?disabled=${areLayersLocked || index === layers.length - 1} @click=${() => handlers.move(1)}>${rightIcon} ${texts.moveRight}</button>
          ${
            layers.length < 2 || !parts.shows('activations')
              ? nothing
              : html`<button type="button" ?disabled=${parts.locks('activations')} @click=${handlers.useEverywhere}>${texts.useEverywhere}</button>`
          }
        </div>
      </div>
      <div class="row">
        ${checkView(texts.hasBias, layer.bias, (bias) => handlers.change({ bias }), { disabled: isLocked })}
        ${checkView(texts.residual, layer.residual && fits, (residual) => handlers.change({ residual }), { disabled: isLocked || !fits })}
      </div>
      ${fits ? nothing : html`<p class="note">${texts.residualNeeds}</p>`}
      ${layer.activation.key === 'prelu' ? html`<p class="note">${texts.slopeIsLearned}</p>` : nothing}
    </fieldset>
  `;
}

export const layerOptionsStyles = css`
  .layer-options {
    display: grid;
    gap: var(--al-space-2);
    min-width: 0;
    margin: 0;
    padding: var(--al-space-2) var(--al-space-3) var(--al-space-3);
    border: 1px solid var(--al-line);
    border-radius: var(--al-radius);
  }
  .layer-options legend {
    padding: 0 var(--al-space-1);
    font-size: 0.875em;
    font-weight: 600;
  }
  .layer-options .row,
  .layer-options .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--al-space-2) var(--al-space-4);
    align-items: end;
  }
  .layer-options .buttons {
    gap: var(--al-space-2);
  }
  .layer-options al-number-field {
    width: 6em;
    font-size: 0.875em;
  }
  .layer-options button {
    font-size: 0.875em;
  }
`;
