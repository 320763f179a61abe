import type { Lab } from '../../engine/activation-lab';
import { tidied, type ViewWindow } from '../../plot/view-window';
import type { DataColumn, DataTable } from './data-table';
import { infoOf } from './engine-access';
import type { ExplorerState } from './explorer-state';
import { curveName, withPrimes } from './naming';

const ROWS = 501;

/** Evenly spaced abscissas over a window, as exported. */
export function exportPositions(window: ViewWindow): Float32Array {
  const { left, right } = tidied(window);
  return Float32Array.from({ length: ROWS }, (_, i) => left + ((right - left) * i) / (ROWS - 1));
}

/** f, f′ and f″ of every curve over the window, whether drawn or not. */
export function curveData(lab: Lab, { curves, window, x: probe }: ExplorerState): DataTable {
  const x = exportPositions(window);
  const columns = curves.flatMap((chosen): DataColumn[] => {
    const name = curveName(infoOf(lab, chosen.key), chosen);
    const { value, derivative, secondDerivative } = lab.evaluate(chosen.key, x, {
      parameters: chosen.parameters,
      order: 2,
    });
    return [value, derivative, secondDerivative].map((values, order) => ({
      name: withPrimes(name, order),
      values: values as Float32Array,
    }));
  });
  return {
    name: curves.map(({ key }) => key).join('-'),
    columns: [{ name: 'x', values: x }, ...columns],
    settings: { activations: curves, window, probe },
  };
}
