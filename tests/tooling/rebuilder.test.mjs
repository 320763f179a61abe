import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rebuilder } from '../../web/tooling/rebuilder.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('builds once after many changes', async () => {
  const build = vi.fn(async () => {});
  const rebuilder = new Rebuilder(build);
  for (let i = 0; i < 10; i += 1) {
    rebuilder.request();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(build).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(build).toHaveBeenCalledTimes(1);
});

it('builds again, and not at the same time, after a change during a build', async () => {
  let running = 0;
  let mostAtOnce = 0;
  const build = vi.fn(async () => {
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    running -= 1;
  });
  const rebuilder = new Rebuilder(build);
  rebuilder.request();
  await vi.advanceTimersByTimeAsync(1000);
  rebuilder.request();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(build).toHaveBeenCalledTimes(2);
  expect(mostAtOnce).toBe(1);
});
