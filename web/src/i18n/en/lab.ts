export const lab = {
  task: 'Task',
  taskDone: 'Done: the goal has been reached.',
  goals: {
    loss: {
      train: (value: string) => `Goal: a training loss below ${value}`,
      test: (value: string) => `Goal: a test loss below ${value}`,
    },
    score: {
      train: (value: string) => `Goal: a training accuracy or R² of ${value} or more`,
      test: (value: string) => `Goal: a test accuracy or R² of ${value} or more`,
    },
  },
  openFull: 'Open in the lab',
} as const;
