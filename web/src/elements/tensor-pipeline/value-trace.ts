import { css, html, nothing, type TemplateResult } from 'lit';
import { shortestDecimal } from '../../exchange/decimal';
import type { PipelineRun } from './evaluate-pipeline';
import { bitPattern } from './float32';
import type { Tensor } from './tensor';
import type { Cell } from './tensor-grid';
import type { PipelineTexts } from './texts';

/** All digits of a float32, for reading. */
function exact(value: number): string {
  return shortestDecimal(value).replaceAll('-', '−').replace('Infinity', '∞').replace('e+', 'e');
}

function valueAt({ columns, values }: Tensor, { row, column }: Cell): number {
  return values[row * columns + column] ?? Number.NaN;
}

function numberCells(value: number): TemplateResult {
  return html`<td>${exact(value)}</td><td class="bits">${bitPattern(value)}</td>`;
}

function veiledCells(texts: PipelineTexts): TemplateResult {
  return html`<td colspan="2" class="veiled">${texts.hidden}</td>`;
}

/** One value on its way through the pipeline, with every digit and bit, and the gradient on its way back. */
export function traceView(
  texts: PipelineTexts,
  run: PipelineRun,
  names: readonly string[],
  cell: Cell,
  veilLast: boolean,
): TemplateResult {
  const { input, inputGradient, stages } = run;
  return html`
    <div class="trace-scroll" role="region" tabindex="0" aria-labelledby="trace-title">
      <table class="trace">
        <caption id="trace-title">
          ${
            input.rank === 1
              ? texts.inspectorTitleVector(cell.column + 1)
              : texts.inspectorTitle(cell.row + 1, cell.column + 1)
          }
        </caption>
        <thead>
          <tr>
            <th scope="col">${texts.inspectorStage}</th>
            <th scope="col">${texts.inspectorValue}</th>
            <th scope="col">${texts.inspectorBits}</th>
            <th scope="col">${texts.inspectorDerivative}</th>
            <th scope="col">${texts.inspectorGradient}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${texts.input}</th>
            ${numberCells(valueAt(input, cell))}
            <td></td>
            <td>${exact(valueAt(inputGradient, cell))}</td>
          </tr>
          ${stages.map(
            ({ output, derivative, gradient }, index) => html`
              <tr>
                <th scope="row">${names[index] ?? nothing}</th>
                ${veilLast && index === stages.length - 1 ? veiledCells(texts) : numberCells(valueAt(output, cell))}
                <td>${exact(valueAt(derivative, cell))}</td>
                <td>${exact(valueAt(gradient, cell))}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

export const traceStyles = css`
  .trace-scroll {
    overflow-x: auto;
    border: 1px solid var(--al-line);
    border-radius: var(--al-radius);
    background: var(--al-surface);
  }
  .trace {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .trace caption {
    padding: var(--al-space-3) var(--al-space-4) var(--al-space-2);
    text-align: start;
    font-weight: 600;
  }
  .trace th,
  .trace td {
    padding: var(--al-space-1) var(--al-space-4);
    border-top: 1px solid var(--al-line);
    text-align: end;
    white-space: nowrap;
  }
  .trace th:first-child {
    text-align: start;
  }
  .trace thead th {
    color: var(--al-muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .trace td {
    font-family: var(--al-mono);
    font-size: 0.875em;
  }
  .trace .bits,
  .trace .veiled {
    color: var(--al-muted);
  }
`;
