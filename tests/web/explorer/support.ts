import {
  type ExplorerState,
  explorerCodec,
} from '../../../web/src/elements/activation-explorer/explorer-state';
import type { Lab } from '../../../web/src/engine/activation-lab';

export { loadBuiltLab } from '../engine/support';

/** The initial state with some values of a link. */
export function stateOf(lab: Lab, text = ''): ExplorerState {
  return explorerCodec(lab).decode(text).state;
}
