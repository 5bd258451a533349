import { KERNEL } from './kernel-bytes.ts';

type Address = number;

/** The arithmetic of reading, in WebAssembly; its source and meaning: scripts/train-analyser/kernel/read.ts. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  multiply(
    m: number,
    n: number,
    pairs: number,
    a: Address,
    aRow: number,
    w: Address,
    scales: Address,
    bias: Address,
    c: Address,
    cRow: number,
  ): void;
  lstm(
    rows: number,
    old: number,
    h: number,
    gates: Address,
    cells: Address,
    scale: number,
    out: Address,
    outRow: number,
  ): void;
  gather(rows: number, index: Address, from: Address, fromRow: number, bytes: number, to: Address): void;
  rectify(rows: number, columns: number, at: Address, row: number): void;
  round(rows: number, columns: number, from: Address, fromRow: number, scale: number, to: Address): void;
  pair(columns: number, dependent: Address, head: Address, scale: number, to: Address): void;
  products(
    m: number,
    n: number,
    columns: number,
    a: Address,
    aRow: number,
    b: Address,
    bRow: number,
    c: Address,
    cRow: number,
  ): void;
}

/** What every engine of JavaScript offers; the compiler's libraries name it only for browsers. */
interface Engine {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: object };
  };
}

/** A fresh kernel with a memory of its own, of at least so many bytes. */
export function kernelWith(bytes: number): Kernel {
  const { Module, Instance } = (globalThis as unknown as Engine).WebAssembly;
  const code = Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0));
  const kernel = new Instance(new Module(code)).exports as Kernel;
  kernel.memory.grow(Math.max(0, Math.ceil((bytes - kernel.memory.buffer.byteLength) / 65_536)));
  return kernel;
}
