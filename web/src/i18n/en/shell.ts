export const shell = {
  documentTitle: 'Activation Lab: see what activation functions and their gradients do',
  description:
    'Plot the activation functions of neural networks with their derivatives, push data through them, follow a tensor through ReLU and Sigmoid value by value, and watch a small network learn. Runs in the browser.',
  title: 'Activation Lab',
  otherTitle: '激活函数实验室',
  otherLanguage: 'zh-CN',
  lead: 'Between two layers of a neural network sits one small non-linear function. Here you can take it in your hands: see its output and its gradient, move its parameters, push data through it, and check every number.',
  skip: 'Skip to the content',
  language: 'Language',
  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },

  explorerTitle: 'What an activation does to numbers and to gradients',
  explorerText:
    'Layers that only multiply and add collapse into a single linear map, however many there are; the activation between them is what makes depth worth having. ReLU is cheap and hands gradients on unchanged for positive inputs, but learns nothing from negative ones; Sigmoid reads well as a probability, yet its gradient fades at both ends and its output is never centred on zero. Lay their curves over each other and drag the probe.',

  pipelineTitle: 'ReLU, then Sigmoid: follow every number',
  pipelineText:
    'This PyTorch module holds no weights, just ReLU and then Sigmoid, applied to a 3 × 2 tensor. Going forward, every value passes through one function after the other; coming back, its gradient is multiplied by one local derivative per stage. Change the tensor or the stages, and copy the program that computes the same in PyTorch.',

  networkTitle: 'A network learns with them',
  networkText:
    'Each small picture is one unit: a weighted sum of what comes from the left, put through its layer’s activation. Only because that activation bends can the units together enclose a circle; choose Identity in both layers and no amount of training will. Run it, stop it, go step by step, and start again from the very same weights.',

  toLab: 'Open it in the lab, with everything that can be set.',
  labName: 'The lab',
  labTitle: 'The lab: build, train and look into a small neural network · Activation Lab',
  labDescription:
    'Build a small neural network, choose an activation for each layer, train it in your browser and look into every unit, weight and gradient. Share it as a link that repeats the run bit for bit.',

  licence: 'MIT License',
  thirdParty: 'Licences of other people’s work',
  privacy: 'Everything is computed in your browser. Nothing is sent anywhere, and there are no cookies.',
} as const;
