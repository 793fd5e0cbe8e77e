/** A file that was received whole and found to be what it says it is. */
export type ReceivedFile = { readonly name: string; readonly mediaType: string; readonly content: Buffer };
