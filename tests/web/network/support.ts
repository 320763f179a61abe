import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { consistent } from '../../../web/src/elements/network/model/network-spec';
import { type NetworkState, networkCodec } from '../../../web/src/elements/network/model/network-state';
import { accessTo, type TrainingAccess } from '../../../web/src/elements/network/model/training-access';
import type { Choices } from '../../../web/src/elements/network/model/training-choices';
import { loadTrainingLab } from '../../../web/src/engine/activation-lab';

const WASM = fileURLToPath(new URL('../../../build/wasm/training.wasm', import.meta.url));

export const builtAccess = async (): Promise<TrainingAccess> =>
  accessTo(await loadTrainingLab({ wasm: await readFile(WASM) }));

/** The initial state with some values of a link, made consistent as the element does. */
export const stateOf = (choices: Choices, text = ''): NetworkState =>
  consistent(choices, networkCodec(choices).decode(text).state);
