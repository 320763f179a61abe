export const data = {
  data: 'Data',
  dataset: 'Data set',
  groups: {
    binary: 'Two classes',
    multi_class: 'Several classes',
    regression: 'A value for each point',
    curve: 'A curve',
  },
  noise: 'Noise',
  samples: 'Points',
  classes: 'Classes',
  share: 'Share for training',
  regenerate: 'Regenerate',
  regenerateHint: 'Draws other points of the same kind.',
  features: 'Inputs',
  featuresHint: 'What the first layer sees of a point.',
} as const;
