import { css, html, type TemplateResult } from 'lit';
import { plotStyles } from '../../plot/plot-styles';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import { DASHES } from './curve-series';
import { toggleOrder } from './explorer-actions';
import type { Order } from './explorer-state';
import { ExplorerView } from './explorer-view';
import { swatch, swatchStyles } from './swatch';

/** Which of f, f′ and f″ are drawn, each with the dash of its lines. */
export class OrderBar extends ExplorerView {
  static override properties = { ...ExplorerView.properties, orders: { attribute: false } };

  static override styles = [
    baseStyles,
    buttonStyles,
    plotStyles,
    swatchStyles,
    css`
      :host {
        display: inline-flex;
      }
      .orders {
        display: inline-flex;
        gap: var(--al-space-2);
      }
      button {
        padding-inline: 10px;
        font-family: var(--al-math);
        font-style: italic;
      }
      button[aria-pressed='true'] {
        border-color: var(--al-accent);
        background: var(--al-accent-soft);
      }
      button[aria-pressed='false'] {
        color: var(--al-muted);
      }
      button svg.swatch {
        width: 24px;
        height: 12px;
        stroke: none;
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  /** The orders the view can draw. */
  declare orders: readonly Order[];

  protected override render(): TemplateResult {
    const { orders, ordersLabel } = this.t.explorer;
    return html`
      <div class="orders" role="group" aria-label=${ordersLabel}>
        ${this.orders.map(
          (order) => html`
            <button
              type="button"
              aria-pressed=${this.model.show.includes(order)}
              @click=${() => this.change(toggleOrder(this.model, order))}
            >${swatch(0, DASHES[order])} ${orders[order]}</button>
          `,
        )}
      </div>
    `;
  }
}

define('al-order-bar', OrderBar);

declare global {
  interface HTMLElementTagNameMap {
    'al-order-bar': OrderBar;
  }
}
