import { define } from '../define';
import { NetworkElement } from '../network/network-element';
import { PartAccess } from '../network/parts';

/** What only the lab shows. */
const CALM = new PartAccess([
  'dataset-parameters',
  'own-data',
  'layer-options',
  'weights',
  'schedule',
  'clipping',
  'sample-step',
  'stop',
  'map-options',
  'confusion',
  'run-history',
]);

/** A small network in a page that is about something: what can be set fits beside its text. */
export class MiniNetwork extends NetworkElement {
  protected override get parts(): PartAccess {
    return CALM;
  }
}

define('mini-network', MiniNetwork);

declare global {
  interface HTMLElementTagNameMap {
    'mini-network': MiniNetwork;
  }
}
