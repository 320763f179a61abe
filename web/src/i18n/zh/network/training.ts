import type { MessagesLike } from '../../en';
import type { training as inEnglish } from '../../en/network/training';

export const training: MessagesLike<typeof inEnglish> = {
  run: '运行',
  pause: '暂停',
  step: '一步',
  stepHint: '用一个批次训练一次。',
  epoch: '一轮',
  epochHint: '把全部训练数据过一遍。',
  reset: '重置',
  resetHint: '回到同一种子的初始权重。',
  newWeights: '换一组权重',
  newWeightsHint: '换用下一个种子的随机权重重新开始。',
  training: '训练',
  speed: '速度',
  speeds: { slow: '慢', normal: '正常', fast: '快' },
  speedHints: {
    slow: '每帧一步。',
    normal: '每帧一轮。',
    fast: '每帧尽量多走几步。',
  },
  epochNumber: '轮次',
  stepNumber: '步数',
};
