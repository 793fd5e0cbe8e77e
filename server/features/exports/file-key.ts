/** Where an export's own key is bound, under the key of the office that asked; it goes when the file goes. */
export const placeOfKey = (exportId: string): string => `export-key/${exportId}`;
/** Where the pieces of its file are bound. */
export const placeOfFile = (exportId: string): string => `export-file/${exportId}`;
