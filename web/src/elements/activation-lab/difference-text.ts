import type { Difference } from '../../exchange/playground/difference';
import type { LabTexts } from './lab-texts';

/** What is otherwise here than in TensorFlow Playground. */
export function differenceText({ differences }: LabTexts, difference: Difference): string {
  switch (difference.code) {
    case 'unknown_key':
      return differences.unknown_key(difference.key);
    case 'unknown_value':
      return differences.unknown_value(difference.key, difference.given);
    case 'adjusted_value':
      return differences.adjusted_value(difference.key, difference.given, difference.used);
    default:
      return differences[difference.code];
  }
}
