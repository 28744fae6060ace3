export const display = {
  'display.say-call': 'Mời công dân có số {number}, đến quầy số {counter}.',
  'display.say-recall': 'Xin nhắc lại. Mời công dân có số {number}, đến quầy số {counter}.',
} as const;
