export const restore = {
  title: 'Made with Atelier',
  text: '{{name}} says how it was made. Do you want its settings, or the picture itself?',
  field: 'Setting',
  now: 'Now',
  then: 'From the file',
  same: 'The room has these settings already.',
  locked: 'An owner has locked the settings of this room, so only the picture can be used.',
  steered:
    'It was steered while it was painted, so these settings alone make a similar picture, not the same.',
  continued:
    'It went on from an earlier picture, so these settings alone make a similar picture, not the same.',
  notes: {
    'own-picture': 'It started from a picture of its own room; here the starting picture stays as it is.',
    'other-paintings':
      'It blended other paintings, or another number of them; the shares here stay as they are.',
    'no-such-layer': 'The file’s {{field}} do not exist in its network; those here stay.',
    'no-weight': 'The file’s weight of {{field}} is off together with the other; the one here stays.',
    'network-missing':
      'Its network is not on this server yet. It will be chosen; download it before you start.',
  },
  useSettings: 'Use its settings',
  usePicture: 'Use it as a picture',
  useBoth: 'Use both',
  cancel: 'Cancel',
} as const;
