import { beforeAll, describe, expect, it } from 'vitest';
import createCore, { type Core } from '#core';
import { readWasm } from './support';

/** The compiler refuses a missing or extra entry; the test compares the numbers with the real module. */
type Arity = { readonly [Name in keyof Core]: Parameters<Core[Name]>['length'] };

const DECLARED: Arity = {
  describeCatalogue: 0,
  inputView: 0,
  valueView: 0,
  derivativeView: 0,
  secondDerivativeView: 0,
  parameterView: 0,
  evaluate: 3,
  sample: 2,
  sampleView: 0,
  describeProperties: 1,
  seedRandom: 1,
  fillNormal: 3,
  fillUniform: 3,
  vectorOutputLength: 2,
  evaluateVector: 2,
  jacobianView: 0,
};

let core: Record<string, unknown>;
beforeAll(async () => {
  const module = await WebAssembly.compile(await readWasm());
  core = (await createCore({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
    onAbort: () => {},
  })) as unknown as Record<string, unknown>;
});

function arity(name: string): unknown {
  try {
    (core[name] as (...all: number[]) => unknown)(...new Array(31).fill(0));
    return 'takes anything';
  } catch (error) {
    return Number(/expected (\d+)/.exec(String(error))?.[1]);
  }
}

describe('the declaration of the core', () => {
  it('names every function the module exports, with its number of arguments', () => {
    const actual = Object.fromEntries(Object.keys(DECLARED).map((name) => [name, arity(name)]));
    expect(actual).toEqual(DECLARED);
  });

  it('leaves out none', () => {
    const ofEmscripten =
      /^(_|HEAP|asm|ready$|run$|calledRun|preloaded|inspect|on[A-Z]|instantiateWasm|print|wasm)|Error$|^(get|flush|set|count)_?[A-Z_]/i;
    const own = Object.keys(core).filter((name) => typeof core[name] === 'function' && !(name in DECLARED));
    expect(own.filter((name) => !ofEmscripten.test(name))).toEqual([]);
  });
});
