import type { MessagesLike } from '../../en';
import type { network as inEnglish } from '../../en/network';
import { data } from './data';
import { diagram } from './diagram';
import { divergence } from './divergence';
import { output } from './output';
import { problems } from './problems';
import { results } from './results';
import { settings } from './settings';
import { status } from './status';
import { training } from './training';

export const network: MessagesLike<typeof inEnglish> = {
  ...training,
  ...status,
  ...data,
  ...diagram,
  ...settings,
  ...output,
  ...results,
  ...divergence,
  ...problems,
};
