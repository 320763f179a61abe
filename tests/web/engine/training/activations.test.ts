import { beforeAll, describe, expect, it } from 'vitest';
import type { Lab, TrainingLab } from '../../../../web/src/engine/activation-lab';
import { bytes, engineErrorOf, loadBuiltLab, loadBuiltTrainingLab } from '../support';

let explorer: Lab;
let lab: TrainingLab;
beforeAll(async () => {
  [explorer, lab] = await Promise.all([loadBuiltLab(), loadBuiltTrainingLab()]);
});

/** More than a block of the core, and no multiple of four. */
const X = Float32Array.from({ length: 20_001 }, (_, index) => (index - 10_000) / 997).with(
  7,
  Number.NEGATIVE_INFINITY,
);

describe('the activations of layers', () => {
  it('are those of the explorer', () => {
    expect(lab.choices.activations).toEqual(
      explorer.catalogue.activations.map(({ key, name, nameZh, family, latex, parameters }) => ({
        key,
        name,
        nameZh,
        family,
        latex,
        parameters,
      })),
    );
  });

  it('have the same curves, bit for bit', () => {
    for (const { key, parameters } of lab.choices.activations) {
      const largest = Object.fromEntries(parameters.map((info) => [info.key, info.sliderMaximum]));
      for (const chosen of [{}, largest]) {
        const options = { parameters: chosen, order: 1 } as const;
        const [own, expected] = [lab.evaluate(key, X, options), explorer.evaluate(key, X, options)];
        expect(
          [own.value, own.derivative].map((curve) => curve?.length),
          key,
        ).toEqual([X.length, X.length]);
        expect(bytes(own.value).equals(bytes(expected.value)), key).toBe(true);
        expect(bytes(own.derivative).equals(bytes(expected.derivative)), key).toBe(true);
      }
    }
  });

  it('have no second derivative here', () => {
    const refusal = engineErrorOf(() => lab.evaluate('relu', [1], { order: 2 as never }));
    expect(refusal).toMatchObject({ code: 'invalid-option', argument: 'options.order' });
    expect(refusal.message).toContain('0 or 1');
  });

  it('are refused as in the explorer', () => {
    expect(engineErrorOf(() => lab.evaluate('nothing', [1])).code).toBe('unknown-activation');
    expect(engineErrorOf(() => lab.evaluate('elu', [1], { parameters: { alpha: Number.NaN } })).code).toBe(
      'invalid-parameter',
    );
    expect(engineErrorOf(() => lab.evaluate('elu', [])).code).toBe('invalid-input');
  });
});
