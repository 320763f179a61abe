import { shortestDecimal } from '../../exchange/decimal';
import type { PipelineRun } from './evaluate-pipeline';
import { rowOf, type Tensor } from './tensor';

/** A line a value: where it stands, what it was at every stage, and every derivative and gradient. */
export function runToCsv({ input, inputGradient, stages }: PipelineRun): string {
  const columns: (readonly [name: string, tensor: Tensor])[] = [
    ['input', input],
    ['input_gradient', inputGradient],
    ...stages.flatMap(({ activation: { key }, output, derivative, gradient }, index) => {
      const name = `${index + 1}_${key}`;
      return [
        [`${name}_output`, output],
        [`${name}_derivative`, derivative],
        [`${name}_gradient`, gradient],
      ] as const;
    }),
  ];
  const lines = Array.from(input.values, (_, index) => {
    const place = [Math.floor(index / input.columns), index % input.columns];
    return [...place, ...columns.map(([, { values }]) => shortestDecimal(values[index] ?? Number.NaN))].join(
      ',',
    );
  });
  return `${[['row', 'column', ...columns.map(([name]) => name)].join(','), ...lines].join('\r\n')}\r\n`;
}

/** JSON has no infinity and no NaN: those are the strings that JavaScript's `Number` reads. */
function nested(tensor: Tensor): unknown {
  const rows = Array.from({ length: tensor.rows }, (_, row) =>
    Array.from(rowOf(tensor, row), (value) =>
      Number.isFinite(value) ? Number(shortestDecimal(value)) : String(value),
    ),
  );
  return tensor.rank === 1 ? rows[0] : rows;
}

/** The whole run with the shape of its tensors; numbers read back as the same float32. */
export function runToJson({ input, inputGradient, stages }: PipelineRun): string {
  const shape = input.rank === 1 ? [input.columns] : [input.rows, input.columns];
  const data = {
    dtype: 'float32',
    shape,
    input: { values: nested(input), gradient: nested(inputGradient) },
    stages: stages.map(({ activation: { key, parameters }, output, derivative, gradient }) => ({
      activation: key,
      parameters,
      values: nested(output),
      derivative: nested(derivative),
      gradient: nested(gradient),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
