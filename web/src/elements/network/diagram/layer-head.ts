import { css, html, nothing, type TemplateResult } from 'lit';
import { addIcon, closeIcon, minusIcon, optionsIcon } from '../../shared/icons';
import '../../shared/menu-select';
import type { OptionGroup } from '../../shared/menu-select';
import type { ValueChangeEvent } from '../../shared/number-field';
import type { HiddenLayer } from '../model/layers-state';
import { MOST_UNITS } from '../model/limits';
import type { PartAccess } from '../parts';
import type { NetworkTexts } from '../texts';

export interface LayerHead {
  readonly index: number;
  readonly layer: HiddenLayer;
  readonly groups: readonly OptionGroup[];
  /** The curve of its activation. */
  readonly curve: unknown;
  /** What can be changed of it. */
  readonly parts: PartAccess;
  /** Its options are shown below. */
  readonly isOpen: boolean;
}

export interface LayerHandlers {
  chooseActivation(index: number, key: string): void;
  changeUnits(index: number, width: number): void;
  openOptions(index: number): void;
  remove(index: number): void;
}

/** Which activation a hidden layer has and how many units, above its column. */
export function layerHeadView(
  texts: NetworkTexts,
  { index, layer, groups, curve, parts, isOpen }: LayerHead,
  handlers: LayerHandlers,
): TemplateResult {
  const name = texts.layer(index + 1);
  const isLocked = parts.locks('layers');
  return html`
    <div class="head" role="group" aria-label=${name}>
      <div class="head-bar">
        <span>${name}</span>
        ${
          parts.shows('layer-options')
            ? html`<button type="button" class="quiet" title=${texts.layerOptions} aria-label=${texts.optionsOf(name)} aria-expanded=${isOpen} @click=${() => handlers.openOptions(index)}>${optionsIcon}</button>`
            : nothing
        }
        ${
          parts.shows('layers')
            ? html`<button type="button" class="quiet remove" aria-label=${texts.removeLayer(index + 1)} ?disabled=${isLocked} @click=${() => handlers.remove(index)}>${closeIcon}</button>`
            : nothing
        }
      </div>
      ${curve}
      <al-menu-select
        hideLabel
        label=${texts.activationOf(name)}
        .groups=${groups}
        .value=${layer.activation.key}
        ?disabled=${parts.locks('activations')}
        @value-change=${(event: ValueChangeEvent<string>) => handlers.chooseActivation(index, event.detail.value)}
      ></al-menu-select>
      <div class="stepper" role="group" aria-label=${texts.unitsOf(name)}>
        <button
          type="button"
          class="quiet"
          aria-label=${texts.removeUnit(name)}
          ?disabled=${isLocked || layer.width <= 1}
          @click=${() => handlers.changeUnits(index, layer.width - 1)}
        >${minusIcon}</button>
        <span class="tabular">${layer.width}</span>
        <button
          type="button"
          class="quiet"
          aria-label=${texts.addUnit(name)}
          ?disabled=${isLocked || layer.width >= MOST_UNITS}
          @click=${() => handlers.changeUnits(index, layer.width + 1)}
        >${addIcon}</button>
      </div>
    </div>
  `;
}

export const layerHeadStyles = css`
  .heads {
    display: grid;
    align-items: end;
    font-size: 0.8125em;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 2px;
    min-width: 0;
    padding-inline: 3px;
  }
  .head.end {
    padding-bottom: var(--al-space-2);
    text-align: center;
  }
  .head-bar,
  .stepper {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
    white-space: nowrap;
  }
  .head small {
    color: var(--al-muted);
    font-size: 1em;
  }
  .head button {
    width: 26px;
    min-width: 26px;
    min-height: 26px;
    padding: 0;
  }
  .head button svg {
    width: 13px;
    height: 13px;
  }
  .head .remove {
    color: var(--al-muted);
  }
  @media (pointer: coarse) {
    .head button {
      width: 30px;
      min-width: 30px;
      min-height: 36px;
    }
  }
  .head svg.thumbnail {
    width: 48px;
    height: 32px;
  }
  .head .curve {
    stroke: var(--al-accent);
    stroke-width: 2.5;
  }
  .head al-menu-select {
    width: 100%;
    max-width: 9em;
  }
  .stepper span {
    min-width: 1.4em;
    text-align: center;
  }
`;
