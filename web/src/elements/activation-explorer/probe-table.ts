import { html, type TemplateResult } from 'lit';
import type { Lab } from '../../engine/activation-lab';
import type { Messages } from '../../i18n/locale';
import { formatNumber } from '../../i18n/number-format';
import { evaluateAt, infoOf, type PointValues } from './engine-access';
import type { ExplorerState } from './explorer-state';
import { curveName } from './naming';
import '../shared/scroll-box';
import { swatch } from './swatch';

export interface ProbeReading extends PointValues {
  readonly name: string;
  readonly colour: number;
}

/** Value and derivatives of every curve at the probe. */
export function readProbe(lab: Lab, { curves, colours, x }: ExplorerState): ProbeReading[] {
  return curves.map((chosen, i) => ({
    name: curveName(infoOf(lab, chosen.key), chosen),
    colour: colours[i] ?? 0,
    ...evaluateAt(lab, chosen, x),
  }));
}

const shown = (value: number): string => formatNumber(value, { significant: 5 });

export function probeTable(readings: readonly ProbeReading[], t: Messages['explorer']): TemplateResult {
  return html`
    <al-scroll-box label=${t.probe.caption}>
      <table>
        <caption class="visually-hidden">${t.probe.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${t.probe.curve}</th>
            ${t.ordersOfX.map((label) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${readings.map(
            ({ name, colour, value, derivative, secondDerivative }) => html`
              <tr>
                <th scope="row">${swatch(colour)} ${name}</th>
                <td>${shown(value)}</td>
                <td>${shown(derivative)}</td>
                <td>${shown(secondDerivative)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </al-scroll-box>
  `;
}

/** What a screen reader says of the probe: `x = 1; ReLU 1, slope 1; …`. */
export const probeText = (x: number, readings: readonly ProbeReading[], t: Messages['explorer']): string =>
  [
    t.probe.at(formatNumber(x)),
    ...readings.map(({ name, value, derivative }) => t.probe.reading(name, shown(value), shown(derivative))),
  ].join('; ');
