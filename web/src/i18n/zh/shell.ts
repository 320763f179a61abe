import type { Messages } from '../en';

export const shell: Messages['shell'] = {
  documentTitle: '激活函数实验室：亲手观察激活函数和它的梯度',
  description:
    '绘制神经网络激活函数及其导数，让数据穿过它们，逐个数值地跟踪一个张量如何经过 ReLU 和 Sigmoid，再看一个小网络怎样学习。全部在浏览器中运行。',
  title: '激活函数实验室',
  otherTitle: 'Activation Lab',
  otherLanguage: 'en',
  lead: '神经网络的两层之间，夹着一个小小的非线性函数。在这里你可以亲手摆弄它：看它的输出和梯度，调它的参数，让数据从中穿过，并核对每一个数字。',
  skip: '跳到正文',
  language: '语言',
  theme: '外观',
  themes: { auto: '自动', light: '浅色', dark: '深色' },

  explorerTitle: '激活函数对数值和梯度做了什么',
  explorerText:
    '如果每一层只做乘法和加法，无论叠多少层，合起来仍然只是一个线性变换；正是层与层之间的激活函数让“深”有了意义。ReLU 计算简单，输入为正时把梯度原样传下去，输入为负时却什么也学不到；Sigmoid 的输出适合当作概率，但两端的梯度会逐渐消失，输出也从不以零为中心。把两条曲线叠在一起，拖动探针比一比。',

  pipelineTitle: '先 ReLU，再 Sigmoid：跟踪每一个数',
  pipelineText:
    '这个 PyTorch 模块没有任何权重，只是让一个 3 × 2 的张量先后经过 ReLU 和 Sigmoid。前向时，每个数依次通过各个函数；反向时，梯度每经过一级就乘上那一级的局部导数。你可以修改张量，也可以增删各级，还能复制出结果相同的 PyTorch 程序。',

  networkTitle: '让网络带着它们去学习',
  networkText:
    '每张小图是一个单元：把左边传来的量加权求和，再通过这一层的激活函数。正因为激活函数会“弯”，这些单元合起来才能围出一个圆；如果两层都换成恒等函数，训练多久都做不到。你可以运行、暂停、一步一步地走，也可以从完全相同的权重重新开始。',

  toLab: '在实验台中打开，所有设置都可以调。',
  labName: '实验台',
  labTitle: '实验台：搭建、训练并看透一个小型神经网络 · 激活函数实验室',
  labDescription:
    '搭建一个小型神经网络，为每一层选择激活函数，在浏览器里训练它，查看每个单元、每个权重和每个梯度。用一条链接分享，打开后逐位重现同一次训练。',

  licence: 'MIT 许可证',
  thirdParty: '第三方许可证',
  privacy: '所有计算都在你的浏览器里完成，不会上传任何数据，也不使用 Cookie。',
};
