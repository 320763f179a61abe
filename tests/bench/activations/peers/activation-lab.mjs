import { OWN } from '../../names.mjs';

/** @type {Promise<import('../../../../web/src/engine/activation-lab.ts').Lab> | undefined} */
let loading;

/** @param {import('../peers.mjs').Place} place */
async function load({ root, module }) {
  const { loadLab } = await import(/* @vite-ignore */ new URL(module, root).href);
  return loadLab();
}

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: OWN,

  supports: () => true,

  async prepare({ key, order, parameters }, place) {
    loading ??= load(place);
    const lab = await loading;
    let options = { order, parameters, into: {} };
    let length = 0;
    return {
      version: place.module,
      run(x) {
        if (length !== x.length) {
          length = x.length;
          const into =
            order === 0
              ? { value: new Float32Array(length) }
              : { value: new Float32Array(length), derivative: new Float32Array(length) };
          options = { order, parameters, into };
        }
        const { value, derivative } = lab.evaluate(key, x, options);
        return derivative ? [value, derivative] : [value];
      },
    };
  },
};
