/** Goes into each export. */
export const README = `# An export of an Assay ledger

Check it with Node 20 or newer, nothing else, and the ledger's public key as you got it from the operator
before, on paper or by another way than this folder:

    node verify.mjs --key <public key>

\`verify.mjs\` is one file without dependencies; read it before you trust it.

| file               | holds                                                                                |
| ------------------ | ------------------------------------------------------------------------------------ |
| \`events.jsonl\`     | the events, one a line, as the store keeps them; \`index\` counts all events from 0    |
| \`heads/\`           | signed heads: name of the log, number of events, root of their Merkle tree (RFC 9162) |
| \`leaves.bin\`       | of a whole export: each event's hash, by which the first one that differs is named     |
| \`consistency.json\` | proofs that each head's tree goes on from the one before                              |
| \`key.txt\`          | the public key, as the exporter had it: compare it with yours                         |
| \`manifest.json\`    | what was exported; a \`part\` proves what is in it, not that nothing was left out       |

Heads that you kept from earlier exports can be copied into \`heads/\`: they have to fit as well.
`;
