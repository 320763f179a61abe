import { countOf } from '../../plural';

export const output = {
  outputTitle: 'What the network puts out',
  backToOutput: 'Back to the output',
  showTest: 'Show test data',
  discretise: 'Hard edges',
  discretiseHint: 'Two colours only: which side of the boundary a point is on.',
  trainPoints: 'training data',
  testPoints: 'test data (hollow)',
  classNumber: (number: number) => `Class ${number}`,
  leadLegend: 'Colour: the class with the largest output. Paler where the second is close.',
  belowZero: 'below 0',
  aboveZero: '0 or above',
  valueBar: (low: string, high: string) => `Colours for values from ${low} to ${high}`,
  curveLegend: 'The line is the output, the points are the data.',
  mapLabel: 'Map of the output over the plane, with the data',
  unitMapLabel: (unit: string) => `Map of ${unit} over the plane, with the data`,
  curveLabel: 'The output as a curve, with the data',
  mapRange: (low: string, high: string) => `Values from ${low} to ${high}.`,
  mapPositive: (share: string) => `Above the boundary on ${share} of the plane.`,
  mapShare: (name: string, share: string) => `${name} on ${share} of the plane.`,
  mapPoints: (train: number, test: number) =>
    `${countOf(train, 'training point')}, ${countOf(test, 'test point')}.`,
  nothingYet: 'Nothing has been computed yet.',
  samplesTitle: 'What the network takes the samples for',
  samplesLabel: 'Samples and the class the network gives each',
  samplesWrong: (wrong: string, all: string) => `${wrong} of ${all} samples are given a wrong class.`,
  imagesLegend:
    'Below each image: the class the network gives it. ✗ and a thick frame: wrong. Test data, where there are some.',
  scatterLegend:
    'Marks: the true class. A ring: the network gives it another one. Test data, where there are some.',
  toTheRight: 'To the right',
  upwards: 'Upwards',
  boundary: 'Boundary',
  levels: 'Lines of equal output',
  picture: 'Picture',
} as const;
