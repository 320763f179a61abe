import type { ThemeColour } from '../../../plot/theme-colours';

/** Of the two classes of a binary task: 0 is the negative one. */
const BINARY: readonly ThemeColour[] = ['negative', 'positive'];
/** More classes than hues use them again; their marks differ. */
const SEVERAL: readonly ThemeColour[] = [
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
];

/** The colour of a class among so many. */
export function classColour(index: number, count: number): ThemeColour {
  const colours = count === 2 ? BINARY : SEVERAL;
  return colours[index % colours.length] as ThemeColour;
}
