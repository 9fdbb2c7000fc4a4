export const layers = {
  title: 'Layers',
  hint: 'Content compares what each channel of a layer sees, place by place. Style compares which channels fire together, wherever that is.',
  content: 'Content',
  style: 'Style',
  picture: 'Picture',
  cell: '{{kind}} at {{layer}}',
  keys: 'Click or Enter: read or not. Drag, or arrow keys along the bar: weight. Arrow keys across it: the next layer.',
  off: 'not read',
  value: 'weight {{weight}}, {{percent}} % of its term',
  share: '{{percent}} %',
  times: '×{{weight}}',
  typed: '{{kind}} weight of {{layer}}',
  channels: '{{count}} channels',
  size: '{{width}} × {{height}} px',
  side: '{{side}} px',
  field: 'each value sees {{side}} × {{side}} px of the picture',
  part: '{{percent}} % of its term',
  loss: '{{percent}} % of the loss',
  compared: {
    content:
      'Compares {{channels}} maps, each as large as the layer sees the picture, with the photograph’s: place by place.',
    style:
      'Compares a table of {{channels}} × {{channels}} with the paintings’: how strongly each two channels fire together.',
  },
  missing: '{{network}} does not have this layer. Choose VGG-19 to read it.',
  last: {
    content:
      'Content has to be read somewhere, so its last layer stays. To leave content out, set its weight to off.',
    style:
      'Style has to be read somewhere, so its last layer stays. To leave style out, set its weight to off.',
  },
  without: {
    content: 'Content is off: its layers have no effect until its weight is above 0.',
    style: 'Style is off: its layers have no effect until its weight is above 0.',
  },
  live: 'The run that is going follows with its next iteration.',
  otherNetwork: 'The run that is going reads {{network}}: it follows where that has all of these layers.',
  heat: 'Share of the loss',
  heatLater: 'While a run goes, each bar glows by its share of the loss.',
  reset: 'Back to the usual layers',
  usual: 'These are the usual layers',
  open: 'Open large',
  largeTitle: 'What the network reads',
  largeText:
    'The picture goes in on the left. Each block sees it at half the size of the one before, with more channels: early layers know edges and colour, late ones shapes and objects.',
  close: 'Close',
} as const;
