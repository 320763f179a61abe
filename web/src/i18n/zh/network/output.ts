import type { MessagesLike } from '../../en';
import type { output as inEnglish } from '../../en/network/output';

export const output: MessagesLike<typeof inEnglish> = {
  outputTitle: '网络的输出',
  backToOutput: '回到网络输出',
  showTest: '显示测试数据',
  discretise: '硬边界',
  discretiseHint: '只用两种颜色，表示点落在边界的哪一侧。',
  trainPoints: '训练数据',
  testPoints: '测试数据（空心）',
  classNumber: (number) => `第 ${number} 类`,
  leadLegend: '颜色表示输出最大的类别；第二名越接近，颜色越浅。',
  belowZero: '小于 0',
  aboveZero: '大于等于 0',
  valueBar: (low, high) => `数值 ${low} 到 ${high} 的颜色`,
  curveLegend: '曲线是网络的输出，点是数据。',
  mapLabel: '网络输出在平面上的分布图，以及数据点',
  unitMapLabel: (unit) => `${unit}在平面上的输出，以及数据点`,
  curveLabel: '网络输出的曲线，以及数据点',
  mapRange: (low, high) => `数值从 ${low} 到 ${high}。`,
  mapPositive: (share) => `平面的 ${share} 在边界之上。`,
  mapShare: (name, share) => `${name}占平面的 ${share}。`,
  mapPoints: (train, test) => `${train} 个训练点，${test} 个测试点。`,
  nothingYet: '还没有计算结果。',
};
