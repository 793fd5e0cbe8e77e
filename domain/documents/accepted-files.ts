/** What may be added to a file: the papers, pictures and recordings that people really bring. By media type, the endings. */
export const acceptedFiles: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/png', ['png']],
  ['image/webp', ['webp']],
  ['image/heic', ['heic']],
  ['image/bmp', ['bmp']],
  ['image/tiff', ['tif', 'tiff']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/x-cfb', ['doc', 'xls', 'wps', 'et']],
  ['audio/mpeg', ['mp3']],
  ['audio/wav', ['wav']],
  ['audio/x-m4a', ['m4a']],
  ['audio/amr', ['amr']],
  ['video/mp4', ['mp4']],
  ['text/plain', ['txt']],
]);

export const fileBytesAtMost = 20 * 1024 * 1024;
export const filesAtMost = 10;

export const fileRefusals = [
  'file-empty',
  'file-kind-unknown',
  'file-not-what-it-says',
  'file-name-invalid',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/**
 * Whether a file is what its name says: `sniffed` is the media type read from its content, none for text. A content
 * of another kind than the ending is refused, whatever the sender declared.
 */
export function checkFile(
  name: string,
  sizeBytes: number,
  sniffed: string | undefined,
  isText: boolean,
): FileRefusal | { readonly mediaType: string } {
  if (sizeBytes === 0) return 'file-empty';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  if (name.length === 0 || name.length > 200 || /[\u0000-\u001f\u007f/\\]/.test(name))
    return 'file-name-invalid';
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const declared = [...acceptedFiles].find(([, endings]) => endings.includes(ending))?.[0];
  if (declared === undefined || !name.includes('.')) return 'file-kind-unknown';
  if (declared === 'text/plain')
    return sniffed === undefined && isText ? { mediaType: declared } : 'file-not-what-it-says';
  return sniffed !== undefined && acceptedFiles.get(sniffed)?.includes(ending)
    ? { mediaType: sniffed }
    : 'file-not-what-it-says';
}
