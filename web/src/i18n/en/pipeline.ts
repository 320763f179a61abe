import { countOf } from '../plural';

export const pipeline = {
  title: 'A tensor through a pipeline of activations',

  tensorLabel: 'Input tensor',
  tensorHint: 'Paste it as Python, NumPy or PyTorch prints it, or type rows of numbers. At most 64 × 64.',
  tensorExample: 'Back to the example',
  tensorKept: 'The tables below still show the last tensor that could be read.',
  shape: (rows: number, columns: number) => `${countOf(rows, 'row')} × ${countOf(columns, 'column')}`,
  shapeVector: (length: number) => `vector of ${countOf(length, 'value')}`,
  errorAt: (line: number, column: number, reason: string) => `Line ${line}, column ${column}: ${reason}`,
  errors: {
    empty: 'there is no number here.',
    notANumber: (found: string) => `“${found}” is not a number.`,
    numberExpected: (found: string) => `a number is missing before “${found}”.`,
    rowExpected: (found: string) => `a row in brackets should stand here, not “${found}”.`,
    unclosed: 'the text ends before the last bracket is closed.',
    textAfterEnd: (found: string) => `the tensor ended before “${found}”.`,
    tooDeep: 'only vectors and matrices are possible, not tensors with three or more dimensions.',
    shortened:
      'PyTorch left values out here. Print the tensor again after torch.set_printoptions(profile="full").',
    ragged: (row: number, expected: number, found: number) =>
      `row ${row} has ${countOf(found, 'value')}, the first row has ${expected}.`,
    tooManyRows: 'more than 64 rows.',
    tooManyColumns: 'more than 64 columns.',
  },

  input: 'Input',
  stage: (number: number) => `Stage ${number}`,
  activationOf: (number: number) => `Activation of stage ${number}`,
  addLabel: 'Add a stage',
  addPlaceholder: 'Add a stage …',
  moveEarlier: (name: string, number: number) => `Move ${name} (stage ${number}) one place earlier`,
  moveLater: (name: string, number: number) => `Move ${name} (stage ${number}) one place later`,
  remove: (name: string, number: number) => `Remove ${name} (stage ${number})`,
  moved: (name: string, number: number) => `${name} is now stage ${number}.`,
  added: (name: string, number: number) => `${name} added as stage ${number}.`,
  removed: (name: string) => `${name} removed.`,
  noStages: 'The pipeline is empty: the output is the input.',

  values: 'Value',
  derivatives: 'Local derivative f′',
  gradients: 'Gradient of the sum S',
  hidden: 'hidden until you have guessed',
  chainRule: 'Gradient before a stage = gradient after it × local derivative.',
  legendPositive: 'positive',
  legendNegative: 'negative',
  resultLabel: 'Values and gradients at every stage',

  inspectorTitle: (row: number, column: number) => `Value in row ${row}, column ${column}`,
  inspectorTitleVector: (position: number) => `Value ${position} of the vector`,
  inspectorHint: 'Point at a number, or move with the arrow keys: this table follows it through every stage.',
  inspectorStage: 'Stage',
  inspectorValue: 'Value (float32)',
  inspectorBits: 'Bits',
  inspectorDerivative: 'f′',
  inspectorGradient: 'Gradient',

  questionTitle: 'Guess first',
  question:
    'What is the smallest number that can ever come out of ReLU followed by Sigmoid, whatever goes in?',
  questionLabel: 'Your guess',
  showMe: 'Just show me',
  guessedRight: (guess: string) => `${guess} it is.`,
  guessedOther: (guess: string) => `You guessed ${guess}. It is 0.5.`,
  answerShown: 'It is 0.5.',
  explanation:
    'ReLU lets nothing below 0 through, and Sigmoid makes 0.5 of 0 and more of anything above. So σ(ReLU(x)) ≥ 0.5 for every x. Read as the probability of “yes”, this pair can say “yes” or “no idea”, but never “no”.',
  explanationGradient:
    'Look at the gradient too: where ReLU put out 0 nothing flows back, so a weight in front of it would not learn from that value. Take the ReLU out, or move it behind Sigmoid, and compare.',
  smallestHere: (value: string) => `Smallest output for this tensor: ${value}.`,
  answerAgain: 'Ask me again',

  codeTitle: 'The same in PyTorch',
  codeCaption: 'activation_module.py',
  printedCaption: 'What PyTorch prints',
  printedNote:
    'The digits above, computed here. PyTorch may differ in the last bit of a float32, which four decimals rarely show.',
  exportTitle: 'Take the numbers with you',
  exportCsv: 'CSV of all stages',
  exportJson: 'JSON of all stages',
} as const;
