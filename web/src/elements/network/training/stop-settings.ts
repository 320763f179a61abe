import { css, html, type TemplateResult } from 'lit';
import { formatNumber } from '../../../i18n/number-format';
import { baseStyles } from '../../base-styles';
import { define } from '../../define';
import { disclosureStyles } from '../../shared/disclosure';
import type { ValueChangeEvent } from '../../shared/number-field';
import { STOP_KEYS, STOP_LIMITS, type StopKey } from '../model/stop-field';
import { checkStyles, checkView, NetworkPart, panelStyles } from '../network-part';

/** When a run ends by itself: nothing but a sentence until it is opened. */
export class StopSettings extends NetworkPart {
  static override styles = [
    baseStyles,
    panelStyles,
    checkStyles,
    disclosureStyles,
    css`
      .content {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
      }
      .condition {
        display: flex;
        gap: var(--al-space-3);
        align-items: center;
        justify-content: space-between;
      }
      al-number-field {
        flex: none;
        width: 6.5em;
        font-size: 0.875em;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <details class="more">
        <summary>${this.#summary()}</summary>
        <div class="content" role="group" aria-label=${this.texts.stop}>
          ${STOP_KEYS.map((key) => this.#condition(key))}
        </div>
      </details>
    `;
  }

  #summary(): string {
    const { texts, model } = this;
    const conditions = STOP_KEYS.flatMap((key) => {
      const value = model.stop[key];
      return value === undefined ? [] : [texts.stopConditions[key](formatNumber(value))];
    });
    return conditions.length === 0 ? texts.stopNever : texts.stopWhen(conditions.join(texts.stopOr));
  }

  #condition(key: StopKey): TemplateResult {
    const { texts, model } = this;
    const { initial, minimum, maximum, integer, step } = STOP_LIMITS[key];
    const value = model.stop[key];
    const isLocked = this.parts.locks('stop');
    const label = texts.stopLabels[key];
    return html`
      <div class="condition">
        ${checkView(label, value !== undefined, (isOn) => this.#set(key, isOn ? initial : undefined), { disabled: isLocked })}
        <al-number-field
          hideLabel
          label=${label}
          .value=${value ?? initial}
          .minimum=${minimum}
          .maximum=${maximum}
          .step=${step}
          ?integer=${integer}
          ?disabled=${isLocked || value === undefined}
          @value-change=${(event: ValueChangeEvent) => this.#set(key, event.detail.value)}
        ></al-number-field>
      </div>
    `;
  }

  #set(key: StopKey, value: number | undefined): void {
    const { [key]: _, ...others } = this.model.stop;
    this.change({ stop: value === undefined ? others : { ...others, [key]: value } });
  }
}

define('al-stop-settings', StopSettings);

declare global {
  interface HTMLElementTagNameMap {
    'al-stop-settings': StopSettings;
  }
}
