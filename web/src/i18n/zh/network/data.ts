import type { MessagesLike } from '../../en';
import type { data as inEnglish } from '../../en/network/data';

export const data: MessagesLike<typeof inEnglish> = {
  data: '数据',
  dataset: '数据集',
  groups: {
    binary: '两类',
    multi_class: '多类',
    regression: '每个点一个数值',
    curve: '一条曲线',
  },
  noise: '噪声',
  samples: '点数',
  classes: '类别数',
  share: '训练数据占比',
  regenerate: '重新生成',
  regenerateHint: '重新抽取一批同类的点。',
  features: '输入特征',
  featuresHint: '第一层能看到每个点的哪些量。',
};
