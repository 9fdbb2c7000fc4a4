export const time = {
  seconds: '{{seconds}} s',
  minutes: '{{minutes}} min {{seconds}} s',
  wholeMinutes: '{{minutes}} min',
  hours: '{{hours}} h {{minutes}} min',
  left: 'about {{time}} left',
} as const;
