import type { MessagesLike } from '../../en';
import type { divergence as inEnglish } from '../../en/network/divergence';

export const divergence: MessagesLike<typeof inEnglish> = {
  divergedTitle: '数值超出了计算机能表示的范围',
  diverged: (step, layer, quantity) =>
    `在第 ${step} 步，${layer}的${quantity}不再是有限的数。训练已停止，权重保持在上一步的值。`,
  quantities: {
    pre_activation: '预激活值',
    activation: '激活值',
    delta: '对预激活值的梯度',
    gradient: '对权重的梯度',
    parameters: '某个权重',
  },
  theLayer: (number) => `第 ${number} 层`,
  theOutputLayer: '输出层',
  divergedWhy: (rate) => `多半是学习率（现在是 ${rate}）太大：每一步都比上一步冲得更远。`,
  backToGood: '退回最后一个正常的步骤',
  clipGradients: (norm) => `把梯度裁剪到 ${norm}`,
  backToStart: '回到初始权重',
  lowerRate: (rate) => `把学习率降到 ${rate}`,
};
