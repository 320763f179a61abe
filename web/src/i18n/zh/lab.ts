import type { MessagesLike } from '../en';
import type { lab as inEnglish } from '../en/lab';

export const lab: MessagesLike<typeof inEnglish> = {
  task: '任务',
  taskDone: '完成：目标已经达到。',
  goals: {
    loss: {
      train: (value) => `目标：训练损失低于 ${value}`,
      test: (value) => `目标：测试损失低于 ${value}`,
    },
    score: {
      train: (value) => `目标：训练准确率或 R² 达到 ${value}`,
      test: (value) => `目标：测试准确率或 R² 达到 ${value}`,
    },
  },
  openFull: '在实验台中打开',
};
