import { openTfjsEngine } from '../../server/engines/tfjs/engine';
import { describeEngine } from './engine-contract';

describeEngine('tfjs-wasm', () => openTfjsEngine({ backend: 'wasm' }));
