import type { PropertyDeclarations } from 'lit';
import { define } from '../define';
import { NetworkElement } from '../network/network-element';
import { EVERYTHING, type PartAccess } from '../network/parts';

/** The lab: a network, and everything that can be set, seen and taken away of it. */
export class ActivationLab extends NetworkElement {
  static override properties: PropertyDeclarations = NetworkElement.properties;

  protected override get parts(): PartAccess {
    return EVERYTHING;
  }
}

define('activation-lab', ActivationLab);

declare global {
  interface HTMLElementTagNameMap {
    'activation-lab': ActivationLab;
  }
}
