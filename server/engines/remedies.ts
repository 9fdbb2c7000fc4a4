import type { EngineName } from './choice';

/** What a person does to get an engine that is refused. */
export const REMEDIES: Readonly<Record<EngineName, string>> = {
  'tfjs-gpu':
    'Install an NVIDIA driver, CUDA 11.2 and cuDNN 8.1, then run "npm ci --include=optional" while the machine is online',
  'onnx-cuda':
    'Install an NVIDIA driver, CUDA 12 and cuDNN 9, then run "ONNXRUNTIME_NODE_INSTALL=cuda12 node node_modules/onnxruntime-node/script/install" (Linux on x64 only)',
  'onnx-webgpu': 'Install a driver of the GPU that offers Vulkan, Metal or Direct3D 12',
  onnx: 'Install Atelier again with "npm ci"; where ONNX Runtime has no library for this system, choose tfjs-wasm',
  'tfjs-wasm': 'Install Atelier again with "npm ci"',
};
