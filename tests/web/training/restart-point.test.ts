import { describe, expect, it } from 'vitest';
import type { Saved } from '../../../web/src/training/protocol';
import { RestartPoint } from '../../../web/src/training/restart-point';
import { spec } from './support';

const origin = { name: 'create', given: { specs: [spec()], sameStart: false } } as const;

/** Documents that come when they are told to. */
function promised() {
  let resolve = (_saved: Saved): void => {};
  const promise = new Promise<Saved>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A document that takes some time to be written. */
async function save(point: RestartPoint, document: string, from: number, to: number): Promise<void> {
  const times = [from, to];
  await point.save(
    async () => ({ documents: [document], ruleStates: null }),
    () => times.shift() as number,
  );
}

describe('RestartPoint', () => {
  it('is where the nets came from, then the last document with the changes since', async () => {
    const point = new RestartPoint();
    expect(point.origin).toBeUndefined();
    point.begin(origin);
    const first = point.note('set', { net: 0, hyper: { l1: 1 } });
    const second = point.note('reset', {});
    expect([point.origin, point.changes]).toEqual([origin, []]);
    first.isDone = true;
    second.isDone = true;
    expect(point.changes).toEqual([first, second]);

    const answer = promised();
    const saving = point.save(
      () => answer.promise,
      () => 0,
    );
    const third = point.note('reseed', { seed: 2 });
    third.isDone = true;
    answer.resolve({ documents: ['a document'], ruleStates: null });
    await saving;
    expect(point.origin).toEqual({ name: 'load', given: { documents: ['a document'] } });
    expect(point.changes).toEqual([third]);
  });

  it('leaves out changes that were refused, and those of other nets', () => {
    const point = new RestartPoint();
    point.begin(origin);
    point.note('set', { net: 0, hyper: { learningRate: -1 } });
    const done = point.note('reset', {});
    done.isDone = true;
    expect(point.changes).toEqual([done]);
    point.begin({ ...origin });
    expect(point.changes).toEqual([]);
  });

  it('takes no document of nets that were replaced meanwhile', async () => {
    const point = new RestartPoint();
    point.begin(origin);
    const answer = promised();
    const saving = point.save(
      () => answer.promise,
      () => 0,
    );
    const other = { ...origin };
    point.begin(other);
    answer.resolve({ documents: ['old'], ruleStates: null });
    await saving;
    expect(point.origin).toBe(other);
  });

  it('keeps how far a run to a rule was, while the nets stay what they were', async () => {
    const ruleStates = [{ reason: null, lowestLoss: 0.5, lowestEpoch: 3 }];
    const point = new RestartPoint();
    const saved = () =>
      point.save(
        async () => ({ documents: ['a document'], ruleStates }),
        () => 0,
      );
    const change = (name: 'set' | 'reset', isDone: boolean) => {
      point.note(name, name === 'set' ? { net: 0, hyper: {} } : {}).isDone = isDone;
    };
    point.begin(origin);
    expect(point.ruleStates).toBeNull();
    await saved();
    change('set', true);
    change('reset', false);
    expect(point.ruleStates).toEqual(ruleStates);
    change('reset', true);
    expect(point.ruleStates).toBeNull();
    await saved();
    expect(point.ruleStates).toEqual(ruleStates);
    point.beginRun();
    expect(point.ruleStates).toBeNull();
    await saved();
    point.begin({ ...origin });
    expect(point.ruleStates).toBeNull();
  });

  it('is due each second, at a good moment at once, and the later the dearer', async () => {
    const point = new RestartPoint();
    point.begin(origin);
    expect(point.isDue(0, false)).toBe(true);
    await save(point, 'cheap', 100, 101);
    expect([point.isDue(1099, false), point.isDue(1100, false)]).toEqual([false, true]);
    expect([point.isDue(119, true), point.isDue(120, true)]).toEqual([false, true]);
    await save(point, 'dear', 2000, 3000);
    expect([point.isDue(21_999, false), point.isDue(22_000, false)]).toEqual([false, true]);
    expect(point.isDue(21_999, true)).toBe(false);
    point.restarted(30_000);
    expect(point.isDue(49_999, false)).toBe(false);
  });
});
