import { type Codec, createCodec } from '../../../state/codec';
import { type DataState, dataFields } from './data-state';
import { type LayersState, layersFields } from './layers-state';
import type { Choices } from './training-choices';
import { type TrainingState, trainingFields } from './training-state';
import { type ViewState, viewFields } from './view-state';

/** Everything on screen that a link restores. */
export interface NetworkState extends DataState, LayersState, TrainingState, ViewState {}

export const networkCodec = (choices: Choices): Codec<NetworkState> =>
  createCodec<NetworkState>({
    ...dataFields(choices),
    ...layersFields(choices),
    ...trainingFields(choices),
    ...viewFields(),
  });
