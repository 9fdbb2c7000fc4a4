/** A network that is being fetched. */
export const download = {
  coming: '{{name}} is being fetched: {{done}} of {{total}} MB',
  checking: '{{name}} is here and is being checked…',
  progress: 'Download of {{name}}',
} as const;
