import type { MessagesLike } from '../../en';
import type { settings as inEnglish } from '../../en/network/settings';

export const settings: MessagesLike<typeof inEnglish> = {
  settings: '怎样学习',
  loss: '损失函数',
  optimizer: '优化器',
  rate: '学习率',
  batch: '批大小',
  batchHint: '0 表示一次用全部训练数据。',
  l1: 'L1 惩罚',
  l2: 'L2 惩罚',
  init: '初始权重',
  withoutReset: '学习率和惩罚在训练中即时生效；改动其他选项会从同一种子重新开始。',
};
