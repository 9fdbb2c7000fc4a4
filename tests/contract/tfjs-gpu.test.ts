import { describeWhereItLoads } from './describe-where-it-loads';

await describeWhereItLoads('tfjs-gpu');
