import { beforeAll, describe, expect, it } from 'vitest';
import { specOf } from '../../../web/src/elements/network/model/network-spec';
import {
  type NetworkFileKind,
  type NetworkFileSource,
  networkFile,
} from '../../../web/src/elements/network/results/network-file';
import { EngineError } from '../../../web/src/engine/errors';
import { SeriesHistory } from '../../../web/src/plot/series-history';
import { loadExportLab } from '../exchange/support';
import { builtAccess, stateOf } from './support';

let source: NetworkFileSource;
let document: string;

beforeAll(async () => {
  const { lab, choices } = await builtAccess();
  const trainer = lab.trainer(specOf(choices, stateOf(choices)));
  trainer.step(3);
  document = trainer.save();
  const { shape } = trainer;
  trainer.dispose();
  const history = new SeriesHistory(2, 4);
  history.append(0, [0.75, 0.5]);
  history.append(0.1, [0.25, Number.NaN]);
  source = {
    lab: () => loadExportLab(lab),
    save: async () => ({ document, shape }),
    history,
    header: { epoch: '轮次', trainLoss: 'training', testLoss: 'test, all' },
  };
});

describe('a file of a network', () => {
  it.each<[NetworkFileKind, string, RegExp, RegExp]>([
    ['pytorch', 'mini-network-pytorch.py', /^text\/x-python/, /^import .*^import torch$.*nn\.Module/ms],
    ['keras', 'mini-network-keras.py', /^text\/x-python/, /^import .*^import keras$.*model\.compile/ms],
  ])('is a program: %s', async (kind, name, type, program) => {
    const file = await networkFile(kind, source);
    expect(file.name).toBe(name);
    expect(file.type).toMatch(type);
    expect(file.content).toMatch(program);
  });

  it('is a model in ONNX', async () => {
    const { name, type, content } = await networkFile('onnx', source);
    expect([name, type]).toEqual(['mini-network.onnx', 'application/octet-stream']);
    expect(content).toBeInstanceOf(Uint8Array);
    // Field 1, a number: the version of the format.
    expect((content as Uint8Array)[0]).toBe(0x08);
  });

  it('is what the engine saved', async () => {
    const file = await networkFile('session', source);
    expect(file).toEqual({ name: 'mini-network.json', type: 'application/json', content: document });
  });

  it('is its history, which needs no network', async () => {
    const save = () => Promise.reject(new Error('not asked for'));
    const { name, type, content } = await networkFile('history', { ...source, save });
    expect(name).toBe('mini-network-loss.csv');
    expect(type).toMatch(/^text\/csv/);
    expect(content).toBe('轮次,training,"test, all"\r\n0,0.75,0.5\r\n0.1,0.25,\r\n');
  });

  it('is refused with the error of what could not be saved', async () => {
    const error = new EngineError('crashed', 'session', 'is gone');
    await expect(networkFile('onnx', { ...source, save: () => Promise.reject(error) })).rejects.toBe(error);
  });
});
