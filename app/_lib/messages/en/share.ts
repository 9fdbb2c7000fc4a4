export const share = {
  button: 'Copy link',
  editTitle: 'Edit link',
  editText: 'Whoever has it may change images and settings, start and stop.',
  watchTitle: 'Watch link',
  watchText: 'Whoever has it sees everything and changes nothing.',
  copyEdit: 'Copy edit link',
  copyWatch: 'Copy watch link',
  copy: 'Copy',
  copied: 'Copied',
  byHand: 'The browser did not let the page copy. The link is selected: press Ctrl+C or ⌘C.',
  address: 'Others reach this room at {{origin}}.',
  localOnly: 'This address works on this computer only: no network address was found.',
} as const;
