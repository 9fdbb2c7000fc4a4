import { vggArchitecture } from '../architecture';
import type { NetworkEntry, WeightsFile } from '../network-entry';

const architecture = vggArchitecture(
  // The weights are Caffe's: they expect 0…255, blue first, minus the mean of ImageNet.
  { scale: 255, mean: [123.68, 116.779, 103.939], channels: 'BGR' },
  [
    [64, 64],
    [128, 128],
    [256, 256, 256, 256],
    [512, 512, 512, 512],
    [512, 512, 512, 512],
  ],
);

function shard(index: number, bytes: number, hex: string): WeightsFile {
  return { name: `vgg19-conv-uint8.${index}of5.bin`, bytes, checksum: { algorithm: 'sha256', hex } };
}

/**
 * VGG-19 (Simonyan & Zisserman 2014) with the ImageNet weights that Keras distributes, up to `block5_conv4`.
 *
 * The float file comes first: it is the original, while the uint8 one is rounded to 256 levels per tensor and gives
 * slightly other activations. Whoever downloaded the float file wanted it. What must have exactly one of the two
 * (reference values, a run that is to be repeated) asks for the variant by its id.
 */
export const vgg19: NetworkEntry = {
  id: 'vgg19',
  name: 'VGG-19',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  source:
    'Visual Geometry Group, University of Oxford (Simonyan & Zisserman 2014), converted by the Keras authors',
  architecture,
  variants: [
    {
      id: 'keras-float32',
      format: 'keras-hdf5',
      location: 'models-folder',
      files: [
        {
          name: 'vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5',
          bytes: 80_134_624,
          checksum: { algorithm: 'md5', hex: '253f8cb515780f3b799900260a226db6' },
          url: 'https://storage.googleapis.com/tensorflow/keras-applications/vgg19/vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5',
        },
      ],
    },
    {
      id: 'tfjs-uint8',
      format: 'tfjs-manifest',
      location: 'models-folder',
      files: [
        {
          name: 'manifest.json',
          bytes: 9_497,
          checksum: {
            algorithm: 'sha256',
            hex: 'a662fde5a9caf6db1f4e0ade3a8c2f441ccd8205a7ddb0a9b3c66dc0f766eb90',
          },
        },
        shard(1, 4_194_304, '37c2ae003b26c9ea4d37007558c4d5f0f763e49b946ca635e0ec6b16bd7b809f'),
        shard(2, 4_194_304, '71ccc5a0f1a4893fe776e88edf8e3969113c1a4b9b213630843ee22f20b9279c'),
        shard(3, 4_194_304, '86faa9bd6bbc0abac391374c3be4898c7c38cb6323f427769743f0e90a840333'),
        shard(4, 4_194_304, '00b4a4c6253e16632475ad2f40a7b6b1fa2b6c70393f75d11bafaeac7069282c'),
        shard(5, 3_247_168, 'bfffb0ed8088ee27483a8ff227947e71a22ec495b1bb1db8559eed437269f4f0'),
      ],
    },
  ],
};
