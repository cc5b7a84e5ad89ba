export * from './message.js';
export { type Content, contentLength, SlabWriter } from './slab-writer.js';
export { varintLength, WireReader, writeVarint } from './varint.js';
export { WireWriter } from './wire-writer.js';
