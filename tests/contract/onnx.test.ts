import { availableParallelism } from 'node:os';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import { describeEngine } from './engine-contract';

describeEngine('onnx', async () => openOnnxEngine({ threads: availableParallelism() }));
