import { css, html, type TemplateResult } from 'lit';
import type { Dash } from '../../plot/series';

/** A short piece of a line as it is drawn in the plot, for legends and tables. `colour` 0 is grey. */
export const swatch = (colour: number, dash: Dash = 'solid'): TemplateResult => html`
  <svg class="swatch series-${colour}" viewBox="0 0 24 12" aria-hidden="true"><path class="curve ${dash}" d="M1,6H23"></path></svg>
`;

export const swatchStyles = css`
  svg.swatch {
    width: 24px;
    height: 12px;
    flex: none;
    vertical-align: middle;
    overflow: visible;
  }
  @container (max-width: 22em) {
    table svg.swatch {
      width: 14px;
    }
  }
`;
