import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainingLab } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadBuiltTrainingLab } from '../support';
import { CIRCLE, VARIED, XOR } from './specs';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

describe('a document', () => {
  it('holds everything that the training depends on, whenever it is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(XOR, CIRCLE, VARIED),
        fc.constantFrom('sgd', 'nesterov', 'adam', 'rmsprop'),
        fc.nat(300),
        fc.nat(100),
        (base, optimizer, before, after) => {
          const { optimizerParameters: _ignored, ...spec } = base;
          const trainer = lab.trainer({ ...spec, optimizer });
          trainer.stepSamples(before);
          const document = trainer.save();
          const loaded = lab.loadTrainer(document);
          expect(loaded.save()).toBe(document);
          expect(loaded.progress()).toEqual(trainer.progress());
          expect(loaded.spec).toEqual(trainer.spec);
          expect(loaded.shape).toEqual(trainer.shape);
          expect(loaded.data).toEqual(trainer.data);
          for (const each of [trainer, loaded]) each.stepSamples(after);
          expect(loaded.hash()).toBe(trainer.hash());
          for (const each of [trainer, loaded]) each.reset();
          expect(loaded.hash()).toBe(trainer.hash());
          trainer.dispose();
          loaded.dispose();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps weights and hyper-parameters that were set', () => {
    const trainer = lab.trainer(XOR);
    trainer.setInitialWeights(trainer.weights().map((weight) => weight / 3));
    trainer.set({ learningRate: 0.123456789, l2: 1e-7 });
    trainer.step(3);
    const loaded = lab.loadTrainer(trainer.save());
    expect(loaded.spec).toEqual(trainer.spec);
    for (const each of [trainer, loaded]) each.reset();
    expect(loaded.weights()).toEqual(trainer.weights());
  });

  it('is plain JSON of a stated version', () => {
    expect(JSON.parse(lab.trainer(CIRCLE).save())).toMatchObject({
      format: 'activation-lab-network',
      version: 1,
      setup: { loss: 'bce_with_logits' },
      data: { dataset: 'circle', noise: 0.1 },
    });
  });

  it('is refused with what is wrong', () => {
    const document = lab.trainer(XOR).save();
    const changed = (change: (content: Record<string, object>) => void) => {
      const content = JSON.parse(document);
      change(content);
      return JSON.stringify(content);
    };
    const refused: [unknown, string, string][] = [
      [document.slice(0, -1), 'invalid-document', 'document'],
      ['', 'invalid-document', 'document'],
      ['{}', 'invalid-document', 'document.format'],
      [7, 'invalid-document', 'document'],
      [null, 'invalid-document', 'document'],
      [changed((content) => Object.assign(content, { version: 99 })), 'invalid-document', 'document.version'],
      [
        changed((content) => Object.assign(content.setup ?? {}, { batchSize: -1 })),
        'invalid-document',
        'document.setup.batchSize',
      ],
      [
        changed((content) => Object.assign(content, { parameters: '7fc00000' })),
        'invalid-document',
        'document.parameters',
      ],
      [changed((content) => Object.assign(content, { batch: 2 })), 'invalid-document', 'document.batch'],
      [' '.repeat(lab.choices.limits.documentBytes + 1), 'too-large', 'document'],
    ];
    for (const [text, code, argument] of refused) {
      const error = engineErrorOf(() => lab.loadTrainer(text as string));
      expect([error.code, error.argument]).toEqual([code, argument]);
    }
  });
});
