import type { MessagesLike } from '../../en';
import type { diagram as inEnglish } from '../../en/network/diagram';

export const diagram: MessagesLike<typeof inEnglish> = {
  network: '网络',
  inputs: '输入',
  output: '输出',
  layer: (number) => `第 ${number} 层`,
  activationOf: (layer) => `${layer}的激活函数`,
  unitsOf: (layer) => `${layer}的单元数`,
  addUnit: (layer) => `${layer}：增加一个单元`,
  removeUnit: (layer) => `${layer}：减少一个单元`,
  removeLayer: (number) => `删除第 ${number} 层`,
  addLayer: '添加一层',
  layerAdded: (layer) => `已添加${layer}。`,
  layerRemoved: (layer) => `已删除${layer}。`,
  parametersOf: (layer, activation) => `${layer}：${activation} 的参数`,
  unit: (layer, number) => `${layer}单元 ${number}`,
  outputUnit: '输出单元',
  outputUnitOf: (name) => `${name}的输出`,
  diagram: '网络中的单元。用方向键移动，按回车放大某个单元的输出。',
  diagramHint:
    '每张小图是一个单元在整个平面上的输出。把鼠标移上去，或用方向键移过去，就能读出它的权重；点击可以放大。',
  linksLegend: '连线表示权重：越粗越大，虚线为负。圆点表示偏置，空心为负。',
  bias: '偏置',
  fromUnit: (number) => `单元 ${number}`,
  weightsOf: (unit, activation) => `${unit}（${activation}）`,
};
