/** The lines of a stream as they come: all whole ones of each piece together. A line without an end is dropped. */
export async function* splitLines(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly string[], void, undefined> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const piece of body) {
    const text = decoder.decode(piece, { stream: true });
    const end = text.lastIndexOf('\n');
    if (end === -1) {
      rest.push(text);
      continue;
    }
    const whole = rest.join('') + text.slice(0, end);
    rest = [text.slice(end + 1)];
    yield whole.split('\n').filter((line) => line !== '');
  }
}
