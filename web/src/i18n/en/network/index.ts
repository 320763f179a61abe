import { data } from './data';
import { diagram } from './diagram';
import { divergence } from './divergence';
import { output } from './output';
import { problems } from './problems';
import { results } from './results';
import { settings } from './settings';
import { status } from './status';
import { training } from './training';

/** Of the elements that train a network; each file has the words of one panel. */
export const network = {
  ...training,
  ...status,
  ...data,
  ...diagram,
  ...settings,
  ...output,
  ...results,
  ...divergence,
  ...problems,
} as const;
