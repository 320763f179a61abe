import type { ActivationInfo } from '../../engine/catalogue';
import type { Messages } from '../../i18n/locale';
import type { OptionGroup } from './menu-select';

/** The activations of the catalogue for a menu, by family. */
export function activationOptions<Info extends Pick<ActivationInfo, 'key' | 'family'>>(
  activations: readonly Info[],
  families: Messages['explorer']['families'],
  nameOf: (info: Info) => string,
): OptionGroup[] {
  return Object.entries(Object.groupBy(activations, ({ family }) => family)).map(
    ([family, members = []]) => ({
      label: families[family as ActivationInfo['family']],
      options: members.map((info) => ({ value: info.key, label: nameOf(info) })),
    }),
  );
}
