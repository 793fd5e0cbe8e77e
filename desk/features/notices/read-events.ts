/** Reads server-sent events as they come: calls with the name of each, and returns when there are no more. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (name: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, name] = /^event: (\w+)$/m.exec(part) ?? [];
      if (name !== undefined) onEvent(name);
    }
  }
}
