import { afterEach, expect, it, vi } from 'vitest';
import { watchVisibility } from '../../../web/src/training/visibility';

afterEach(() => vi.unstubAllGlobals());

/** A page whose visibility a test decides on. */
function fakePage() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const observers = new Set<(entries: readonly { readonly isIntersecting: boolean }[]) => void>();
  vi.stubGlobal('document', page);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #observed: (entries: readonly { readonly isIntersecting: boolean }[]) => void;
      constructor(observed: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        this.#observed = observed;
      }
      observe(): void {
        observers.add(this.#observed);
      }
      disconnect(): void {
        observers.delete(this.#observed);
      }
    },
  );
  return {
    observers,
    scroll: (...places: readonly boolean[]) => {
      for (const observed of observers) observed(places.map((isIntersecting) => ({ isIntersecting })));
    },
    turn: (visibilityState: string) => {
      page.visibilityState = visibilityState;
      page.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

it('tells when an element can be seen and when not, each time once', () => {
  const page = fakePage();
  const told: boolean[] = [];
  const stop = watchVisibility({} as Element, (isVisible) => told.push(isVisible));
  expect(told).toEqual([]);
  page.scroll(false);
  page.scroll(false, true);
  page.turn('hidden');
  page.scroll(false);
  page.turn('visible');
  page.scroll(true);
  page.scroll(true);
  expect(told).toEqual([false, true, false, true]);

  stop();
  page.turn('hidden');
  expect(told).toHaveLength(4);
  expect(page.observers.size).toBe(0);
});
