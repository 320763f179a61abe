import type { Rgb } from '../../../plot/colour';
import { type ColourTable, divergingTable, sequentialTable } from '../../../plot/colour-table';
import type { Palette } from '../../../plot/theme-colours';
import { classColour } from './class-styles';

/** The tables of pixels for one theme. */
export interface ValueColours {
  readonly values: ColourTable;
  /** From pale to full, one for each class. */
  readonly classes: readonly Uint32Array[];
}

const NO_CLASSES: readonly Uint32Array[] = [];

export function valueColours(palette: Palette, classes: number): ValueColours {
  const { negative, positive, paper, muted } = palette;
  const neutral: Rgb = paper;
  return {
    values: divergingTable({ negative, neutral, positive, notANumber: muted }),
    classes:
      classes > 1
        ? Array.from({ length: classes }, (_, index) =>
            sequentialTable(palette[classColour(index, classes)], neutral),
          )
        : NO_CLASSES,
  };
}
