/** What a file may be. A list is a table; one matter's file is a folder, packed. */
export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];
export const exportFormats = [...tableFormats, 'zip'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How much of each matter a list tells: what the queue shows; what people wrote beside; and who they are. */
export const tableContents = ['facts', 'words', 'parties'] as const;
export type TableContents = (typeof tableContents)[number];
/** `file` is the whole file of one matter. */
export const exportContents = [...tableContents, 'file'] as const;
export type ExportContents = (typeof exportContents)[number];

/** Whether it tells what people said or who they are. */
export function isPersonal(contents: ExportContents): boolean {
  return contents !== 'facts';
}

export const exportStatuses = ['waiting', 'refused', 'making', 'ready', 'stopped', 'gone'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

/** Why a file was not made after all. */
export const exportStops = [
  'posting-ended',
  'unanswered',
  'lapsed',
  'grown',
  'matter-away',
  'failed',
] as const;
export type ExportStop = (typeof exportStops)[number];

export const exportDecisions = ['approve', 'refuse'] as const;
export type ExportDecision = (typeof exportDecisions)[number];
