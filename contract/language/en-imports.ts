/** The words of imports, in English; part of `en.ts`. */

export const importStatuses = {
  uploaded: 'Uploaded, columns to be matched',
  checking: 'Being checked',
  checked: 'Checked, ready to import',
  running: 'Being imported',
  done: 'Imported',
  stopped: 'Not imported to its end',
} as const;

/** Why it was not brought in to its end. */
export const importStops = {
  'posting-ended': 'The posting of whoever uploaded it has ended. What was imported stays.',
  unfinished: 'Nobody went on within seven days, so the file is no longer kept. Please upload it again.',
  unreadable: 'The file could not be read on. Save it anew and upload it again; what was imported stays.',
  failed: 'It was cut short several times. What was imported stays. Please tell the system administrator.',
} as const;

export const importFaultColumns = {
  row: 'row',
  line: 'line',
  number: 'number',
  reason: 'reason',
  name: 'rows not imported',
} as const;
