// AssemblyScript: the arithmetic of reading, on eight numbers at a time (SIMD of 128 bits). Weights are bytes with a
// scale a column; what they are multiplied with are whole numbers of 16 bits. All pointers and strides are in bytes; the
// caller lays out the memory.

/**
 * C = bias + A·W, or C += A·W where `bias` is 0. A is m rows of 2·pairs Int16; W stands in panels of eight columns, in each
 * of which the bytes of rows 2p and 2p + 1 stand side by side; `scales` holds one Float32 a column.
 */
export function multiply(
  m: i32, n: i32, pairs: i32, a: usize, aRow: usize, w: usize, scales: usize, bias: usize, c: usize, cRow: usize,
): void {
  for (let j: usize = 0; j < <usize>n; j += 8) {
    const panel = w + j * 2 * <usize>pairs;
    const own: usize = bias == 0 ? <usize>0 : bias + (j << 2);
    const scale = scales + (j << 2);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      tile4(pairs, a + <usize>i * aRow, aRow, panel, scale, own, c + <usize>i * cRow + (j << 2), cRow);
    }
    for (; i < m; i++) tile1(pairs, a + <usize>i * aRow, panel, scale, own, c + <usize>i * cRow + (j << 2));
  }
}

// @ts-expect-error: decorator
@inline
function finish(sum: v128, scale: usize, own: usize, c: usize): void {
  const start = own == 0 ? v128.load(c) : v128.load(own);
  v128.store(c, f32x4.add(start, f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale))));
}

function tile4(
  pairs: i32, a: usize, aRow: usize, w: usize, scale: usize, own: usize, c: usize, cRow: usize,
): void {
  let s00 = i32x4.splat(0);
  let s01 = i32x4.splat(0);
  let s10 = i32x4.splat(0);
  let s11 = i32x4.splat(0);
  let s20 = i32x4.splat(0);
  let s21 = i32x4.splat(0);
  let s30 = i32x4.splat(0);
  let s31 = i32x4.splat(0);
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let p = 0; p < pairs; p++) {
    const left = v128.load8x8_s(w);
    const right = v128.load8x8_s(w, 8);
    let x = v128.load32_splat(a);
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, left));
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, right));
    x = v128.load32_splat(a1);
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, left));
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, right));
    x = v128.load32_splat(a2);
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, left));
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, right));
    x = v128.load32_splat(a3);
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, left));
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, right));
    w += 16;
    a += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
  }
  const right: usize = own == 0 ? <usize>0 : own + 16;
  finish(s00, scale, own, c);
  finish(s01, scale + 16, right, c + 16);
  c += cRow;
  finish(s10, scale, own, c);
  finish(s11, scale + 16, right, c + 16);
  c += cRow;
  finish(s20, scale, own, c);
  finish(s21, scale + 16, right, c + 16);
  c += cRow;
  finish(s30, scale, own, c);
  finish(s31, scale + 16, right, c + 16);
}

function tile1(pairs: i32, a: usize, w: usize, scale: usize, own: usize, c: usize): void {
  let s0 = i32x4.splat(0);
  let s1 = i32x4.splat(0);
  for (let p = 0; p < pairs; p++) {
    const x = v128.load32_splat(a);
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load8x8_s(w)));
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 8)));
    w += 16;
    a += 4;
  }
  finish(s0, scale, own, c);
  finish(s1, scale + 16, own == 0 ? <usize>0 : own + 16, c + 16);
}

/** e^x for |x| ≤ 20 to about five digits: a power of two times Taylor's polynomial of degree four of what is left. */
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  x = f32x4.mul(f32x4.max(f32x4.min(x, f32x4.splat(20)), f32x4.splat(-20)), f32x4.splat(1.44269504));
  const whole = f32x4.nearest(x);
  const part = f32x4.sub(x, whole);
  let y = f32x4.splat(0.0096181291);
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.0555041087));
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.2402265070));
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.6931471806));
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(1));
  return f32x4.mul(y, i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23));
}

/** σ(gate)·tanh(x), with one division. */
// @ts-ignore: decorator
@inline
function gated(gate: v128, x: v128): v128 {
  const one = f32x4.splat(1);
  const open = f32x4.add(one, exp(f32x4.neg(gate)));
  const twice = exp(f32x4.add(x, x));
  return f32x4.div(f32x4.sub(twice, one), f32x4.mul(open, f32x4.add(twice, one)));
}

// @ts-ignore: decorator
@inline
function kept(gate: v128, x: v128): v128 {
  return f32x4.div(x, f32x4.add(f32x4.splat(1), exp(f32x4.neg(gate))));
}

/** Four Float32 times `scale` as Int16. */
// @ts-expect-error: decorator
@inline
function storeWhole(to: usize, x: v128, scale: f32): void {
  const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(x, f32x4.splat(scale))));
  v128.store64_lane(to, i16x8.narrow_i32x4_s(whole, whole), 0);
}

/**
 * One time step of an LSTM (Hochreiter and Schmidhuber 1997) for `rows` sentences: from the sums of the gates (input,
 * forget, cell, output; h each) to the cells, in place, and the outputs as Int16. The first `old` rows have a cell from
 * the step before, the others begin.
 */
export function lstm(
  rows: i32, old: i32, h: i32, gates: usize, cells: usize, scale: f32, out: usize, outRow: usize,
): void {
  const width = <usize>h << 2;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < width; j += 16) {
      let cell = gated(v128.load(gates + j), v128.load(gates + 2 * width + j));
      if (r < old) cell = f32x4.add(cell, kept(v128.load(gates + width + j), v128.load(cells + j)));
      v128.store(cells + j, cell);
      storeWhole(out + (j >> 1), gated(v128.load(gates + 3 * width + j), cell), scale);
    }
    gates += 4 * width;
    cells += width;
    out += outRow;
  }
}

/** Copies `bytes` of the rows that the Int32 at `index` name, one under the other. */
export function gather(rows: i32, index: usize, from: usize, fromRow: usize, bytes: i32, to: usize): void {
  for (let r = 0; r < rows; r++) {
    memory.copy(to, from + <usize>load<i32>(index) * fromRow, bytes);
    index += 4;
    to += <usize>bytes;
  }
}

// @ts-expect-error: decorator
@inline
function leaky(x: v128): v128 {
  return f32x4.max(x, f32x4.mul(x, f32x4.splat(0.1)));
}

/** Leaky rectified units (slope 0.1) of `rows` rows of `columns` Float32, in place. */
export function rectify(rows: i32, columns: i32, at: usize, row: usize): void {
  const width = <usize>columns << 2;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < width; j += 16) v128.store(at + j, leaky(v128.load(at + j)));
    at += row;
  }
}

/** Rows of Float32 as Int16. */
export function round(rows: i32, columns: i32, from: usize, fromRow: usize, scale: f32, to: usize): void {
  const width = <usize>columns << 2;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < width; j += 16) storeWhole(to + (j >> 1), v128.load(from + j), scale);
    from += fromRow;
    to += width >> 1;
  }
}

/** The rectified sum of a dependent's and a head's view, as Int16. */
export function pair(columns: i32, dependent: usize, head: usize, scale: f32, to: usize): void {
  const width = <usize>columns << 2;
  for (let j: usize = 0; j < width; j += 16) {
    storeWhole(to + (j >> 1), leaky(f32x4.add(v128.load(dependent + j), v128.load(head + j))), scale);
  }
}

/** C = A·Bᵀ in Float32: every row of A (m) with every row of B (n), of `columns` numbers each. */
export function products(
  m: i32, n: i32, columns: i32, a: usize, aRow: usize, b: usize, bRow: usize, c: usize, cRow: usize,
): void {
  const width = <usize>columns << 2;
  for (let i = 0; i < m; i++) {
    let other = b;
    for (let j = 0; j < n; j++) {
      let even = f32x4.splat(0);
      let odd = f32x4.splat(0);
      for (let k: usize = 0; k < width; k += 32) {
        even = f32x4.add(even, f32x4.mul(v128.load(a + k), v128.load(other + k)));
        odd = f32x4.add(odd, f32x4.mul(v128.load(a + k, 16), v128.load(other + k, 16)));
      }
      const sum = f32x4.add(even, odd);
      store<f32>(
        c + (<usize>j << 2),
        f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3),
      );
      other += bRow;
    }
    a += aRow;
    c += cRow;
  }
}
