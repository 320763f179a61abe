export const common = {
  close: 'Close',
  dismiss: 'Dismiss',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy. Select the text and copy it by hand.',
  reset: 'Reset',
  cancel: 'Cancel',
  retry: 'Try again',
  loading: 'Loading the numerical core …',
  notANumber: 'This is not a number.',
  outOfRange: (minimum: string, maximum: string) => `Between ${minimum} and ${maximum}, please.`,
  notAnInteger: 'A whole number, please.',
  valueOf: (label: string) => `${label}, value`,
  failureTitle: 'The numerical core did not start',
  failureNoWebAssembly:
    'This browser has no WebAssembly, or it is switched off. Any browser released since 2021 has it.',
  failureNoSimd:
    'This browser has WebAssembly, but not its SIMD instructions. Chrome 91, Firefox 89 and Safari 16.4 or newer have them.',
  failureLoad:
    'The file activation-lab.wasm could not be fetched or started. Check the connection and try again.',
  partMissing: 'A part of this page could not be fetched.',
  reload: 'Load the page again',
  technicalDetail: 'Technical detail',
  problemsTitle: 'Part of this link could not be used',
  problem: (key: string, value: string) => `${key} = “${value}” is not a possible value.`,
  problemNewer: 'The link was made by a newer version of this page. What is known here was restored.',
  problemMore: (count: number) => `… and ${count} more.`,
} as const;
