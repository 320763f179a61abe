import { css, html, type TemplateResult } from 'lit';
import { MARKS } from '../../../plot/marks';
import type { ThemeColour } from '../../../plot/theme-colours';

/** A mark as on the map, for legends. */
export function markKey(mark: number, colour: ThemeColour, hollow = false): TemplateResult {
  return html`
    <svg class=${hollow ? 'mark hollow' : 'mark'} viewBox="-1.7 -1.7 3.4 3.4" aria-hidden="true" .style=${`--mark: var(--al-${colour})`}>
      <path d=${MARKS[mark % MARKS.length] ?? ''}></path>
    </svg>
  `;
}

export const markKeyStyles = css`
  svg.mark {
    width: 13px;
    height: 13px;
    flex: none;
    vertical-align: -2px;
    fill: var(--mark);
    stroke: var(--mark);
    stroke-width: 0.35;
  }
  svg.mark.hollow {
    fill: none;
  }
`;
