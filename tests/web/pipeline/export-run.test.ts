import { beforeAll, describe, expect, it } from 'vitest';
import { type PipelineRun, runPipeline } from '../../../web/src/elements/tensor-pipeline/evaluate-pipeline';
import { runToCsv, runToJson } from '../../../web/src/elements/tensor-pipeline/export-run';
import { loadBuiltLab } from '../engine/support';

let result: PipelineRun;
beforeAll(async () => {
  const lab = await loadBuiltLab();
  const values = Float32Array.of(0.5, -0.6, Infinity, NaN);
  result = runPipeline(lab, { rank: 2, rows: 2, columns: 2, values }, [{ key: 'relu', parameters: {} }]);
});

describe('runToCsv', () => {
  it('has a line a value', () => {
    expect(runToCsv(result).split('\r\n')).toEqual([
      'row,column,input,input_gradient,1_relu_output,1_relu_derivative,1_relu_gradient',
      '0,0,0.5,1,0.5,1,1',
      '0,1,-0.6,0,0,0,1',
      '1,0,Infinity,1,Infinity,1,1',
      '1,1,NaN,0,NaN,0,1',
      '',
    ]);
  });
});

describe('runToJson', () => {
  it('nests the values and spells what JSON has no number for', () => {
    expect(JSON.parse(runToJson(result))).toMatchObject({
      dtype: 'float32',
      shape: [2, 2],
      input: {
        values: [
          [0.5, -0.6],
          ['Infinity', 'NaN'],
        ],
      },
      stages: [
        {
          activation: 'relu',
          values: [
            [0.5, 0],
            ['Infinity', 'NaN'],
          ],
          gradient: [
            [1, 1],
            [1, 1],
          ],
        },
      ],
    });
  });
});
