import type { Messages } from '../en';
import { common } from './common';
import { explorer } from './explorer';
import { shell } from './shell';

export const zh: Messages = { common, explorer, shell };
