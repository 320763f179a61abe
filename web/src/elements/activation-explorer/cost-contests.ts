import type { Lab } from '../../engine/activation-lab';
import type { ActivationInfo } from '../../engine/catalogue';
import { defaultChoice } from '../../state/chosen-field';
import type { Contest } from './cost-measurement';
import type { Workload } from './explorer-state';

/** As many values as a layer of a middling network sees; in and out fit into the second-level cache. */
const VALUES = 16_384;

/** The core against a plain loop over the same array; both give new arrays, as a caller would use them. */
export async function contestsOf(lab: Lab): Promise<(info: ActivationInfo, workload: Workload) => Contest> {
  const { loops } = await import('virtual:naive-javascript');
  const input = lab.sample({ kind: 'uniform', lower: -6, upper: 6 }, VALUES, 1);
  return (info, workload) => {
    const { key, parameters } = defaultChoice(info);
    const naive = loops[key];
    if (naive === undefined) throw new RangeError(`no loop for ${key}`);
    const order = workload === 'value' ? 0 : 1;
    return {
      values: VALUES,
      core: () => void lab.evaluate(key, input, { parameters, order }),
      naive: () => void naive[workload](input, parameters),
    };
  };
}
