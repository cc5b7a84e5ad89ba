type Commands = Readonly<Record<'start' | 'pay' | 'payments' | 'status' | 'page' | 'once', string>>;

/**
 * The commands of the section "Run it" of README.md, as a reader finds them there.
 *
 * @throws Error naming what the section no longer holds.
 */
export function commandsOf(readme: string): Commands {
  const section = /^## Run it$([^]*?)^## /m.exec(readme)?.[1] ?? '';
  const blocks = [...section.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, text]) =>
    (text ?? '').trim(),
  );
  const inline = [...section.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '');
  const found = {
    start: blocks.find((block) => block === 'npm start'),
    pay: blocks.find((block) => block.includes('curl') && block.includes('Idempotency-Key')),
    payments: inline.find((text) => /^npm run assayctl -- payments$/.test(text)),
    status: inline.find((text) => /^npm run assayctl -- status$/.test(text)),
    page: inline.find((text) => /^http:\/\/127\.0\.0\.1:\d+\/$/.test(text)),
    once: inline.find((text) => /^npm start -- --once$/.test(text)),
  };
  const missing = Object.entries(found).flatMap(([name, text]) => (text ? [] : [name]));
  if (missing.length > 0) throw new Error(`README.md, "Run it", lacks: ${missing.join(', ')}`);
  return found as Commands;
}
