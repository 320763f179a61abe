import { allParameters, type ExportLab, entryOf } from '../export-lab';
import type { Setup } from '../trained-network';
import { fillTemplate } from './text';

interface OwnOptimizer {
  readonly definition: readonly string[];
  readonly use: string;
}

/** Those that PyTorch does not have. */
const OWN_OPTIMIZERS: Readonly<Record<string, OwnOptimizer>> = {
  lion: {
    definition: [
      'class Lion(torch.optim.Optimizer):',
      '    def __init__(self, params, lr, betas, weight_decay):',
      '        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})',
      '',
      '    @torch.no_grad()',
      '    def step(self):',
      '        for group in self.param_groups:',
      '            beta1, beta2 = group["betas"]',
      '            for p in group["params"]:',
      '                mean = self.state[p].setdefault("mean", torch.zeros_like(p))',
      '                direction = torch.sign(beta1 * mean + (1 - beta1) * p.grad)',
      '                mean.mul_(beta2).add_(p.grad, alpha=1 - beta2)',
      '                p.mul_(1 - group["lr"] * group["weight_decay"]).sub_(direction, alpha=group["lr"])',
    ],
    use: 'Lion(params, lr={lr}, betas=({beta1}, {beta2}), weight_decay={weight_decay})',
  },
};

/** What must stand before `use`, the expression that makes the optimiser of the set-up for `model`. */
export function pytorchOptimizer(setup: Setup, lab: ExportLab): OwnOptimizer {
  const { key, pytorch, parameters } = entryOf(lab.choices.optimizers, setup.optimizer);
  const found = pytorch === '' ? OWN_OPTIMIZERS[key] : { definition: [], use: pytorch };
  if (!found) throw new RangeError(`no PyTorch code for ${key}`);
  const numbers = { ...allParameters(parameters, setup.optimizerParameters), lr: setup.learningRate };
  return {
    definition: found.definition,
    use: fillTemplate(found.use, numbers).replace(/\bparams\b/, 'model.parameters()'),
  };
}
