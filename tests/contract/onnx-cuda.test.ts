import { describeWhereItLoads } from './describe-where-it-loads';

await describeWhereItLoads('onnx-cuda');
