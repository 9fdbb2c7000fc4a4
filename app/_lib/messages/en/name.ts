export const name = {
  title: 'What shall the others call you?',
  text: 'Your name stands beside what you change. It is remembered in this browser.',
  label: 'Your name',
  enter: 'Enter the room',
  rename: 'Rename yourself',
  save: 'Save',
  cancel: 'Cancel',
  invalid: 'A name has 1 to 40 characters.',
} as const;
