import type { ActivationInfo, Family } from '../../engine/catalogue';

/** From the plain to the peculiar, as a course would meet them. */
const FAMILY_ORDER: readonly Family[] = [
  'rectifier',
  'sigmoidal',
  'gated',
  'shrinkage',
  'elementary',
  'periodic',
  'radial',
];

export interface FamilyGroup {
  readonly family: Family;
  readonly activations: readonly ActivationInfo[];
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.]/g, '');

function searchable({ key, name, nameZh, aliases, code }: ActivationInfo): string {
  return folded(
    [key, name, nameZh, ...aliases, code.pytorchModule, code.pytorch, code.keras, code.jax, code.onnx].join(
      '\n',
    ),
  );
}

/** Activations whose name, alias or name in a framework holds `query`, by family; spaces, case and punctuation do not matter. */
export function searchActivations(activations: readonly ActivationInfo[], query: string): FamilyGroup[] {
  const wanted = folded(query);
  const found = activations.filter((info) => searchable(info).includes(wanted));
  return FAMILY_ORDER.map((family) => ({
    family,
    activations: found.filter((info) => info.family === family),
  })).filter((group) => group.activations.length > 0);
}
